// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/users.h"

#include "base/json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

namespace {

bool isReading(const std::string &verb)
{
    return verb == "get" || verb == "list" || verb == "watch";
}

/// system:basic-user lets everybody ask about themselves.
bool isAboutOneself(const AccessAttributes &access)
{
    if (access.verb != "create")
        return false;
    if (access.group == "authorization.k8s.io")
        return access.resource == "selfsubjectaccessreviews" || access.resource == "selfsubjectrulesreviews";
    return access.group == "authentication.k8s.io" && access.resource == "selfsubjectreviews";
}

Json resourceRule(std::initializer_list<const char *> groups, std::initializer_list<const char *> resources,
                  std::initializer_list<const char *> verbs)
{
    Json rule = Json::object();
    for (const char *group : groups)
        rule["apiGroups"].push_back(group);
    for (const char *resource : resources)
        rule["resources"].push_back(resource);
    for (const char *verb : verbs)
        rule["verbs"].push_back(verb);
    return rule;
}

} // namespace

bool isAllowed(const User &user, const AccessAttributes &access)
{
    if (user.role == Role::Admin || isAboutOneself(access))
        return true;
    if (user.role == Role::Viewer)
        return isReading(access.verb) && !(access.group.empty() && access.resource == "secrets");
    if (user.role == Role::Developer) {
        const auto isOwn = [&user](const std::string &nameSpace) {
            return std::find(user.namespaces.begin(), user.namespaces.end(), nameSpace)
                != user.namespaces.end();
        };
        // Of the Namespace itself only reading one's own is allowed, as `kubectl get ns NAME` asks for.
        if (access.group.empty() && access.resource == "namespaces")
            return access.verb == "get" && isOwn(access.name.empty() ? access.nameSpace : access.name);
        return isOwn(access.nameSpace);
    }
    return false;
}

std::string whyForbidden(const User &user, const AccessAttributes &access)
{
    std::string resource = access.resource;
    if (!access.subresource.empty())
        resource += '/' + access.subresource;
    return "User \"" + user.name + "\" cannot " + access.verb + " resource \"" + resource
        + "\" in API group \"" + access.group + "\" "
        + (access.nameSpace.empty() ? std::string("at the cluster scope")
                                    : "in the namespace \"" + access.nameSpace + '"');
}

Json accessRules(const User &user, const std::string &nameSpace)
{
    Json resourceRules = Json::array();
    Json nonResourceRules = Json::array();
    if (user.role == Role::Admin) {
        resourceRules.push_back(resourceRule({"*"}, {"*"}, {"*"}));
        nonResourceRules.push_back({{"nonResourceURLs", {"*"}}, {"verbs", {"*"}}});
    } else if (user.role == Role::Viewer) {
        resourceRules.push_back(resourceRule({""},
                                             {"configmaps", "endpoints", "events", "namespaces", "pods",
                                              "pods/log", "serviceaccounts", "services"},
                                             {"get", "list", "watch"}));
        resourceRules.push_back(
            resourceRule({"apps", "autoscaling.internal.knative.dev", "caching.internal.knative.dev",
                          "discovery.k8s.io", "networking.internal.knative.dev", "serving.knative.dev"},
                         {"*"}, {"get", "list", "watch"}));
    } else if (user.role == Role::Developer
               && std::find(user.namespaces.begin(), user.namespaces.end(), nameSpace)
                   != user.namespaces.end()) {
        resourceRules.push_back(resourceRule({"*"}, {"*"}, {"*"}));
    }
    resourceRules.push_back(resourceRule(
        {"authorization.k8s.io"}, {"selfsubjectaccessreviews", "selfsubjectrulesreviews"}, {"create"}));
    resourceRules.push_back(resourceRule({"authentication.k8s.io"}, {"selfsubjectreviews"}, {"create"}));
    // The roles system:discovery and system:public-info-viewer, which overlap.
    nonResourceRules.push_back({{"nonResourceURLs",
                                 {"/api", "/api/*", "/apis", "/apis/*", "/healthz", "/livez", "/openapi",
                                  "/openapi/*", "/readyz", "/version", "/version/"}},
                                {"verbs", {"get"}}});
    nonResourceRules.push_back(
        {{"nonResourceURLs", {"/healthz", "/livez", "/readyz", "/version", "/version/"}},
         {"verbs", {"get"}}});
    return {{"resourceRules", std::move(resourceRules)},
            {"nonResourceRules", std::move(nonResourceRules)},
            {"incomplete", false}};
}

} // namespace sluice::sandbox
