// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "sandbox/eventing/eventing_keys.h"
#include "sandbox/eventing/readiness.h"
#include "sandbox/eventing/service_account_access.h"
#include "sandbox/eventing/source_controllers.h"
#include "sandbox/knative/fields.h"
#include "sandbox/knative/go_values.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

namespace {

const ConditionSet apiServerConditions{
    "Ready", {"SinkProvided", "Deployed", "SufficientPermissions", "OIDCIdentityCreated"}};
constexpr char adapterImage[] =
    "gcr.io/knative-releases/knative.dev/eventing/cmd/apiserver_receive_adapter:v1.15.3";
constexpr char apiServer[] = "https://10.96.0.1:443";

struct GroupVersion {
    std::string group;
    std::string version;
};

GroupVersion split(const std::string &apiVersion)
{
    const size_t slash = apiVersion.find('/');
    if (slash == std::string::npos)
        return {{}, apiVersion};
    return {apiVersion.substr(0, slash), apiVersion.substr(slash + 1)};
}

/// Whether the labels of an object fit a label selector.
bool isSelected(const Json &selector, const Json &marks)
{
    const Json &wanted = field(selector, {"matchLabels"});
    if (isSet(wanted) && !matches(wanted, marks))
        return false;
    const Json &expressions = field(selector, {"matchExpressions"});
    if (!expressions.is_array())
        return true;
    return std::all_of(expressions.begin(), expressions.end(), [&marks](const Json &expression) {
        const Json &value = field(marks, {text(expression, {"key"})});
        const Json &values = field(expression, {"values"});
        const bool listed =
            values.is_array() && std::find(values.begin(), values.end(), value) != values.end();
        const std::string op = text(expression, {"operator"});
        if (op == "In")
            return !value.is_null() && listed;
        if (op == "NotIn")
            return value.is_null() || !listed;
        return op == "Exists" ? !value.is_null() : value.is_null();
    });
}

/// A label selector as Kubernetes prints it: "a=b,c in (d,e)".
std::string selectorText(const Json &selector)
{
    std::vector<std::string> parts;
    const Json &labels_ = field(selector, {"matchLabels"});
    if (labels_.is_object()) {
        for (const auto &[key, value] : labels_.items())
            parts.push_back(key + "=" + (value.is_string() ? value.get<std::string>() : std::string()));
    }
    const Json &expressions = field(selector, {"matchExpressions"});
    if (expressions.is_array()) {
        for (const Json &expression : expressions) {
            const std::string key = text(expression, {"key"});
            const std::string op = text(expression, {"operator"});
            std::string values;
            const Json &list = field(expression, {"values"});
            if (list.is_array()) {
                for (const Json &value : list)
                    values +=
                        (values.empty() ? "" : ",") + (value.is_string() ? value.get<std::string>() : "");
            }
            if (op == "Exists")
                parts.push_back(key);
            else if (op == "DoesNotExist")
                parts.push_back("!" + key);
            else
                parts.push_back(key + (op == "In" ? " in (" : " notin (") + values + ")");
        }
    }
    std::sort(parts.begin(), parts.end());
    std::string all;
    for (const std::string &part : parts)
        all += (all.empty() ? "" : ",") + part;
    return all;
}

/// K_SOURCE_CONFIG: what the adapter watches, with the fields in the order of Go's struct.
std::string adapterConfig(const Json &source, const std::vector<std::string> &namespaces)
{
    const auto quoted = [](const std::string &value) { return base::dump(Json(value)); };
    std::string resources;
    for (const Json &resource : field(source, {"spec", "resources"})) {
        const GroupVersion gv = split(text(resource, {"apiVersion"}));
        const std::string selector = selectorText(field(resource, {"selector"}));
        resources += std::string(resources.empty() ? "" : ",") + R"({"gvr":{"Group":)" + quoted(gv.group)
            + R"(,"Version":)" + quoted(gv.version) + R"(,"Resource":)"
            + quoted(guessedPlural(text(resource, {"kind"}))) + "}"
            + (selector.empty() ? "" : R"(,"selector":)" + quoted(selector)) + "}";
    }
    const Json &selector = field(source, {"spec", "namespaceSelector"});
    const bool everywhere = selector.is_object() && !isSet(field(selector, {"matchLabels"}))
        && !isSet(field(selector, {"matchExpressions"}));
    const Json &owner = field(source, {"spec", "owner"});
    return R"({"namespaces":)" + base::dump(Json(namespaces)) + R"(,"allNamespaces":)"
        + (everywhere ? "true" : "false") + R"(,"resources":[)" + resources + "]"
        + (owner.is_object() ? R"(,"owner":)" + base::dump(owner) : std::string()) + R"(,"mode":)"
        + quoted(text(source, {"spec", "mode"})) + "}";
}

} // namespace

ApiServerSourceController::ApiServerSourceController(const EventingContext &context)
    : SourceController(context, context.types.apiServerSource, apiServerConditions,
                       "apiserversource-controller")
{
}

std::vector<std::string> ApiServerSourceController::watchedNamespaces(const Json &source)
{
    const Json &selector = field(source, {"spec", "namespaceSelector"});
    if (!selector.is_object())
        return {namespaceOf(source)};
    const ResourceType &type = m_cluster.types.nameSpace;
    tracker().trackAll(type, {}, keyOf(source));
    std::vector<std::string> names;
    for (const ObjectPtr &nameSpace : m_cluster.store.list(type)) {
        if (isSelected(selector, labels(*nameSpace)))
            names.push_back(nameOf(*nameSpace));
    }
    return names;
}

std::string ApiServerSourceController::missingRights(const Json &source, const std::string &user,
                                                     const std::vector<std::string> &namespaces)
{
    const ResourceRegistry &registry = m_cluster.store.registry();
    for (const char *plural : {"rolebindings", "clusterrolebindings", "roles", "clusterroles"}) {
        const ResourceType *type = registry.find("rbac.authorization.k8s.io", {}, plural);
        if (!type)
            continue;
        if (!type->namespaced)
            tracker().trackAll(*type, {}, keyOf(source));
        for (const std::string &nameSpace : namespaces) {
            if (type->namespaced)
                tracker().trackAll(*type, nameSpace, keyOf(source));
        }
    }
    std::string missing;
    for (const Json &resource : field(source, {"spec", "resources"})) {
        const std::string group = split(text(resource, {"apiVersion"})).group;
        const std::string plural = guessedPlural(text(resource, {"kind"}));
        for (const std::string &nameSpace : namespaces) {
            std::string verbs;
            for (const char *verb : {"get", "list", "watch"}) {
                if (!mayAccess(m_cluster, namespaceOf(source), user, {nameSpace, verb, group, plural}))
                    verbs += (verbs.empty() ? "" : ", ") + std::string(verb);
            }
            if (verbs.empty())
                continue;
            missing += (missing.empty() ? "" : ", ") + verbs + " resource \"" + plural + "\" in API group \""
                + group + "\" in Namespace \"" + nameSpace + "\"";
        }
    }
    return missing;
}

Json ApiServerSourceController::adapter(const Json &source, const std::vector<std::string> &namespaces,
                                        const std::string &sinkUri) const
{
    const Json marks{{"eventing.knative.dev/source", "apiserver-source-controller"},
                     {"eventing.knative.dev/sourceName", nameOf(source)}};
    const std::string config = adapterConfig(source, namespaces);
    Json env = Json::array(
        {{{"name", "K_SINK"}, {"value", sinkUri}},
         {{"name", "K_SOURCE_CONFIG"}, {"value", config}},
         {{"name", "SYSTEM_NAMESPACE"}, {"value", eventingNamespace}},
         {{"name", "NAMESPACE"},
          {"valueFrom", {{"fieldRef", {{"apiVersion", "v1"}, {"fieldPath", "metadata.namespace"}}}}}},
         {{"name", "NAME"}, {"value", nameOf(source)}},
         {{"name", "METRICS_DOMAIN"}, {"value", "knative.dev/eventing"}}});
    if (const std::string overrides = overridesOf(source); !overrides.empty())
        env.push_back({{"name", "K_CE_OVERRIDES"}, {"value", overrides}});
    const Json container{{"name", "receive-adapter"},
                         {"image", adapterImage},
                         {"env", std::move(env)},
                         {"ports",
                          {{{"name", "metrics"}, {"containerPort", 9090}, {"protocol", "TCP"}},
                           {{"name", "health"}, {"containerPort", 8080}, {"protocol", "TCP"}}}},
                         {"readinessProbe", {{"httpGet", {{"port", "health"}}}}},
                         {"securityContext",
                          {{"allowPrivilegeEscalation", false},
                           {"readOnlyRootFilesystem", true},
                           {"runAsNonRoot", true},
                           {"capabilities", {{"drop", {"ALL"}}}},
                           {"seccompProfile", {{"type", "RuntimeDefault"}}}}}};
    return {{"metadata",
             {{"name", childName("apiserversource-" + nameOf(source) + "-", uidOf(source))},
              {"namespace", namespaceOf(source)},
              {"labels", marks},
              {"ownerReferences", {ownerReference(source)}}}},
            {"spec",
             {{"replicas", 1},
              {"selector", {{"matchLabels", marks}}},
              {"template",
               {{"metadata", {{"labels", marks}, {"annotations", {{"sidecar.istio.io/inject", "true"}}}}},
                {"spec",
                 {{"serviceAccountName", text(source, {"spec", "serviceAccountName"})},
                  {"enableServiceLinks", false},
                  {"containers", {container}}}}}}}}};
}

Verdict ApiServerSourceController::look(const Json &source, Json &status, ConditionManager &conditions,
                                        Pass &pass)
{
    markIdentity(conditions);
    if (Verdict verdict = resolveSink(source, status, conditions); verdict.kind != Verdict::Kind::Done)
        return verdict;
    const std::vector<std::string> namespaces = watchedNamespaces(source);
    status["namespaces"] = namespaces;
    std::string account = text(source, {"spec", "serviceAccountName"});
    if (account.empty())
        account = "default";
    if (const std::string missing = missingRights(source, account, namespaces); !missing.empty()) {
        const std::string why =
            "User system:serviceaccount:" + namespaceOf(source) + ":" + account + " cannot " + missing;
        conditions.markFalse("SufficientPermissions", {}, why);
        return Verdict::failed("insufficient permissions: " + why);
    }
    conditions.markTrue("SufficientPermissions");

    const Json wanted = adapter(source, namespaces, text(status, {"sinkUri"}));
    const ResourceType &type = m_cluster.types.deployment;
    ObjectPtr deployment = m_cluster.get(type, namespaceOf(source), nameOf(wanted));
    const auto envOf = [](const Json &object) -> const Json & {
        const Json &containers = field(object, {"spec", "template", "spec", "containers"});
        static const Json nothing;
        return containers.is_array() && !containers.empty() ? field(containers.front(), {"env"}) : nothing;
    };
    if (!deployment) {
        std::string why;
        deployment = m_cluster.create(type, wanted, name(), &why);
        pass.wrote();
        record(source, "Normal", "ApiServerSourceDeploymentCreated",
               deployment ? "Deployment created" : "Deployment created, error:" + why);
        if (!deployment)
            return Verdict::failed(why);
    } else if (!isControlledBy(*deployment, source)) {
        return Verdict::failed("deployment " + goQuoted(nameOf(wanted)) + " is not owned by ApiServerSource "
                               + goQuoted(nameOf(source)));
    } else if (envOf(*deployment) != envOf(wanted)
               || text(*deployment, {"spec", "template", "spec", "serviceAccountName"}) != account) {
        deployment =
            m_cluster.modify(type, namespaceOf(source), nameOf(wanted), name(), [&wanted](Json &live) {
                live["spec"]["template"]["spec"] = wanted["spec"]["template"]["spec"];
                return true;
            });
        pass.wrote();
        if (!deployment)
            return Verdict::failed(notFoundText(type, nameOf(wanted)));
        record(source, "Normal", "ApiServerSourceDeploymentUpdated",
               "Deployment " + goQuoted(nameOf(wanted)) + " updated");
    }
    propagateAvailability(*deployment, "Deployed", conditions);
    const std::string prefix = text(source, {"spec", "mode"}) == "Resource"
        ? "dev.knative.apiserver.resource."
        : "dev.knative.apiserver.ref.";
    Json attributes = Json::array();
    for (const char *verb : {"add", "delete", "update"})
        attributes.push_back({{"type", prefix + verb}, {"source", apiServer}});
    status["ceAttributes"] = std::move(attributes);
    return Verdict::done();
}

} // namespace sluice::sandbox
