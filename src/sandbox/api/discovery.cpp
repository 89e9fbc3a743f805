// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/discovery.h"

#include "base/json.h"
#include "sandbox/store/resource_type.h"
#include "sandbox/store/served_versions.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <array>
#include <nlohmann/json.hpp>
#include <vector>

namespace sluice::sandbox {

using base::Json;

namespace {

struct Subresource {
    std::string name;
    std::string kind;
    std::vector<std::string> verbs;
    std::string group; ///< when it is not the resource's own
    std::string version;
};

/// Resources that only answer and are never stored.
struct Review {
    const char *group;
    const char *plural;
    const char *singular;
    const char *kind;
};
constexpr Review reviews[] = {
    {"authentication.k8s.io", "selfsubjectreviews", "selfsubjectreview", "SelfSubjectReview"},
    {"authorization.k8s.io", "selfsubjectaccessreviews", "selfsubjectaccessreview",
     "SelfSubjectAccessReview"},
    {"authorization.k8s.io", "selfsubjectrulesreviews", "selfsubjectrulesreview", "SelfSubjectRulesReview"},
};

std::vector<Subresource> subresources(const ResourceType &type)
{
    const std::vector<std::string> all = {"get", "patch", "update"};
    std::vector<Subresource> result;
    if (type.group.empty() && type.kind == "Namespace")
        result.push_back({"finalize", type.kind, {"update"}, {}, {}});
    if (type.group.empty() && type.kind == "Pod")
        result.push_back({"log", type.kind, {"get"}, {}, {}});
    if (type.hasScale)
        result.push_back({"scale", "Scale", all, "autoscaling", "v1"});
    if (type.hasStatus)
        result.push_back({"status", type.kind, all, {}, {}});
    return result;
}

std::vector<std::string> verbs(const ResourceType &type)
{
    if (type.kind == "CustomResourceDefinition")
        return {"get", "list", "watch"};
    if (type.custom)
        return {"delete", "deletecollection", "get", "list", "patch", "create", "update", "watch"};
    if (type.kind == "Namespace")
        return {"create", "delete", "get", "list", "patch", "update", "watch"};
    return {"create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"};
}

struct GroupVersion {
    std::string group;
    std::string version;
    bool operator==(const GroupVersion &) const = default;
};

/// What the API server prefers of a group's versions: released before beta before alpha, then the higher number.
std::array<int, 3> precedence(const std::string &version)
{
    static const QRegularExpression form(QStringLiteral("^v(\\d+)(?:(alpha|beta)(\\d+))?$"));
    const auto match = form.match(QString::fromStdString(version));
    const int stage = match.captured(2).isEmpty() ? 2 : int(match.captured(2) == u"beta");
    return {stage, match.captured(1).toInt(), match.captured(3).toInt()};
}

std::vector<GroupVersion> groupVersions(const ResourceRegistry &registry)
{
    std::vector<GroupVersion> result;
    const auto add = [&result](GroupVersion gv) {
        if (std::find(result.begin(), result.end(), gv) == result.end())
            result.push_back(std::move(gv));
    };
    for (const auto &type : registry.all()) {
        if (!type->group.empty() && !type->custom)
            add({type->group, type->version});
    }
    for (const Review &review : reviews)
        add({review.group, "v1"});
    for (const auto &type : registry.all()) {
        if (!type->group.empty())
            add({type->group, type->version});
    }
    for (const ServedVersion &served : servedVersions()) {
        const GroupVersion gv{served.group, served.served};
        if (!registry.find(served.group, served.stored, served.plural)
            || std::find(result.begin(), result.end(), gv) != result.end())
            continue;
        auto place = std::find_if(result.begin(), result.end(), [&gv](const GroupVersion &other) {
            return other.group == gv.group && precedence(other.version) < precedence(gv.version);
        });
        if (place == result.end()) // behind the last of its group
            place = std::find_if(result.rbegin(), result.rend(), [&gv](const GroupVersion &other) {
                        return other.group == gv.group;
                    }).base();
        result.insert(place, gv);
    }
    return result;
}

/// The resources of a group version.
std::vector<const ResourceType *> listed(const ResourceRegistry &registry, const std::string &group,
                                         const std::string &version)
{
    std::vector<const ResourceType *> types;
    for (const auto &type : registry.all()) {
        if (type->group == group && type->version == version)
            types.push_back(type.get());
    }
    for (const ServedVersion &served : servedVersions()) {
        const ResourceType *stored = registry.find(served.group, served.stored, served.plural);
        if (stored && served.group == group && served.served == version)
            types.push_back(stored);
    }
    return types;
}

/// k8s.io/apiserver pkg/endpoints/discovery/storageversionhash.go; every resource here is stored as it is served.
std::string storageVersionHash(const ResourceType &type)
{
    const std::string stored = type.group + '/' + type.version + '/' + type.kind;
    return QCryptographicHash::hash(QByteArray::fromStdString(stored), QCryptographicHash::Sha256)
        .left(8)
        .toBase64()
        .toStdString();
}

Json versionsOf(const std::vector<GroupVersion> &all, const std::string &group)
{
    Json versions = Json::array();
    for (const GroupVersion &gv : all) {
        if (gv.group == group)
            versions.push_back({{"groupVersion", group + '/' + gv.version}, {"version", gv.version}});
    }
    return versions;
}

Json aggregatedResource(const ResourceType &type, const std::string &version)
{
    const auto responseKind = [&type, &version](const Subresource *sub) {
        if (sub && !sub->version.empty())
            return Json{{"group", sub->group}, {"kind", sub->kind}, {"version", sub->version}};
        return Json{{"group", type.custom ? type.group : std::string()},
                    {"kind", type.kind},
                    {"version", type.custom ? version : std::string()}};
    };
    Json resource{{"resource", type.plural},
                  {"responseKind", responseKind(nullptr)},
                  {"scope", type.namespaced ? "Namespaced" : "Cluster"},
                  {"singularResource", type.singular},
                  {"verbs", verbs(type)}};
    if (!type.shortNames.empty())
        resource["shortNames"] = type.shortNames;
    if (!type.categories.empty())
        resource["categories"] = type.categories;
    for (const Subresource &sub : subresources(type)) {
        resource["subresources"].push_back(
            {{"responseKind", responseKind(&sub)}, {"subresource", sub.name}, {"verbs", sub.verbs}});
    }
    return resource;
}

Json aggregatedVersion(const ResourceRegistry &registry, const GroupVersion &gv)
{
    Json resources = Json::array();
    for (const ResourceType *type : listed(registry, gv.group, gv.version))
        resources.push_back(aggregatedResource(*type, gv.version));
    for (const Review &review : reviews) {
        if (gv.group != review.group)
            continue;
        resources.push_back({{"resource", review.plural},
                             {"responseKind", {{"group", ""}, {"kind", review.kind}, {"version", ""}}},
                             {"scope", "Cluster"},
                             {"singularResource", review.singular},
                             {"verbs", {"create"}}});
    }
    return {{"freshness", "Current"}, {"resources", std::move(resources)}, {"version", gv.version}};
}

} // namespace

Json versionDocument()
{
    return {{"major", "1"},
            {"minor", "34"},
            {"emulationMajor", "1"},
            {"emulationMinor", "34"},
            {"minCompatibilityMajor", "1"},
            {"minCompatibilityMinor", "33"},
            {"gitVersion", "v1.34.1"},
            {"gitCommit", "sluice"},
            {"gitTreeState", "clean"},
            {"buildDate", "1970-01-01T00:00:00Z"},
            {"goVersion", "none"},
            {"compiler", "g++"},
            {"platform", "linux/amd64"}};
}

Json coreVersions(const std::string &address)
{
    return {{"kind", "APIVersions"},
            {"versions", {"v1"}},
            {"serverAddressByClientCIDRs",
             Json::array({Json{{"clientCIDR", "0.0.0.0/0"}, {"serverAddress", address}}})}};
}

std::optional<Json> groupDocument(const ResourceRegistry &registry, const std::string &group)
{
    const Json versions = versionsOf(groupVersions(registry), group);
    if (versions.empty())
        return std::nullopt;
    return Json{{"kind", "APIGroup"},
                {"apiVersion", "v1"},
                {"name", group},
                {"versions", versions},
                {"preferredVersion", versions.front()}};
}

Json groupList(const ResourceRegistry &registry)
{
    Json groups = Json::array();
    std::vector<std::string> seen;
    const std::vector<GroupVersion> all = groupVersions(registry);
    for (const GroupVersion &gv : all) {
        if (std::find(seen.begin(), seen.end(), gv.group) != seen.end())
            continue;
        seen.push_back(gv.group);
        const Json versions = versionsOf(all, gv.group);
        groups.push_back(
            {{"name", gv.group}, {"versions", versions}, {"preferredVersion", versions.front()}});
    }
    return {{"kind", "APIGroupList"}, {"apiVersion", "v1"}, {"groups", std::move(groups)}};
}

std::optional<Json> resourceList(const ResourceRegistry &registry, const std::string &group,
                                 const std::string &version)
{
    Json resources = Json::array();
    for (const ResourceType *type : listed(registry, group, version)) {
        Json resource{{"name", type->plural},           {"singularName", type->singular},
                      {"namespaced", type->namespaced}, {"kind", type->kind},
                      {"verbs", verbs(*type)},          {"storageVersionHash", storageVersionHash(*type)}};
        if (!type->shortNames.empty())
            resource["shortNames"] = type->shortNames;
        if (!type->categories.empty())
            resource["categories"] = type->categories;
        resources.push_back(std::move(resource));
        for (const Subresource &sub : subresources(*type)) {
            Json entry{{"name", type->plural + '/' + sub.name},
                       {"singularName", ""},
                       {"namespaced", type->namespaced},
                       {"kind", sub.kind},
                       {"verbs", sub.verbs}};
            if (!sub.version.empty()) {
                entry["group"] = sub.group;
                entry["version"] = sub.version;
            }
            resources.push_back(std::move(entry));
        }
    }
    for (const Review &review : reviews) {
        if (group == review.group && version == "v1")
            resources.push_back({{"name", review.plural},
                                 {"singularName", review.singular},
                                 {"namespaced", false},
                                 {"kind", review.kind},
                                 {"verbs", {"create"}}});
    }
    if (resources.empty())
        return std::nullopt;
    Json list{{"kind", "APIResourceList"},
              {"groupVersion", group.empty() ? version : group + '/' + version},
              {"resources", std::move(resources)}};
    if (!group.empty())
        list["apiVersion"] = "v1";
    return list;
}

Json aggregatedDiscovery(const ResourceRegistry &registry, bool core, const std::string &discoveryVersion)
{
    Json items = Json::array();
    if (core) {
        items.push_back({{"metadata", Json::object()},
                         {"versions", Json::array({aggregatedVersion(registry, {{}, "v1"})})}});
    } else {
        const std::vector<GroupVersion> all = groupVersions(registry);
        for (const GroupVersion &gv : all) {
            const auto same = std::find_if(items.begin(), items.end(), [&gv](const Json &item) {
                return base::textAt(item, "metadata.name") == gv.group;
            });
            if (same != items.end())
                (*same)["versions"].push_back(aggregatedVersion(registry, gv));
            else
                items.push_back({{"metadata", {{"name", gv.group}}},
                                 {"versions", Json::array({aggregatedVersion(registry, gv)})}});
        }
    }
    return {{"kind", "APIGroupDiscoveryList"},
            {"apiVersion", "apidiscovery.k8s.io/" + discoveryVersion},
            {"metadata", Json::object()},
            {"items", std::move(items)}};
}

} // namespace sluice::sandbox
