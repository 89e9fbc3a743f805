// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "sandbox/eventing/eventing_keys.h"
#include "sandbox/eventing/readiness.h"
#include "sandbox/eventing/source_controllers.h"
#include "sandbox/knative/fields.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

namespace {

const ConditionSet bindingConditions{"Ready",
                                     {"SinkProvided", "OIDCIdentityCreated", "OIDCTokenSecretCreated"}};
const ConditionSet jobSinkConditions{"Ready", {"Addressable", "EventPoliciesReady"}};
const ConditionSet eventTypeConditions{"Ready", {"ReferenceExists"}};

} // namespace

std::string overridesOf(const Json &source)
{
    const Json &overrides = field(source, {"spec", "ceOverrides"});
    return overrides.is_object() ? base::dump(overrides) : std::string();
}

bool bindSink(Json &object, const std::string &sinkUri, const std::string &overrides)
{
    const Json before = field(object, {"spec", "template", "spec"});
    if (!before.is_object())
        return false;
    Json &pod = object["spec"]["template"]["spec"];
    for (const char *list : {"initContainers", "containers"}) {
        if (!pod.contains(list) || !pod[list].is_array())
            continue;
        for (Json &container : pod[list]) {
            Json env = Json::array();
            if (container.contains("env") && container["env"].is_array()) {
                for (const Json &variable : container["env"]) {
                    const std::string variableName = text(variable, {"name"});
                    if (variableName != "K_SINK" && variableName != "K_CE_OVERRIDES"
                        && variableName != "K_CA_CERTS")
                        env.push_back(variable);
                }
            }
            if (!sinkUri.empty()) {
                env.push_back({{"name", "K_SINK"}, {"value", sinkUri}});
                Json variable{{"name", "K_CE_OVERRIDES"}};
                if (!overrides.empty())
                    variable["value"] = overrides;
                env.push_back(std::move(variable));
            }
            if (env.empty())
                container.erase("env");
            else
                container["env"] = std::move(env);
        }
    }
    return pod != before;
}

SinkBindingController::SinkBindingController(const EventingContext &context)
    : SourceController(context, context.types.sinkBinding, bindingConditions, "sinkbinding-controller")
{
}

tl::expected<std::vector<ObjectPtr>, std::string> SinkBindingController::subjects(const Json &binding,
                                                                                  const ResourceType *&type)
{
    const Json &subject = field(binding, {"spec", "subject"});
    type = typeOf(m_cluster.store.registry(), text(subject, {"apiVersion"}), text(subject, {"kind"}));
    if (!type)
        return tl::unexpected(std::string("the server could not find the requested resource"));
    const std::string home = text(subject, {"namespace"});
    const std::string subjectName = text(subject, {"name"});
    if (!subjectName.empty()) {
        tracker().track({type, home, subjectName}, keyOf(binding));
        ObjectPtr object = m_cluster.get(*type, home, subjectName);
        if (!object)
            return tl::unexpected(notFoundText(*type, subjectName));
        return std::vector<ObjectPtr>{std::move(object)};
    }
    tracker().trackAll(*type, home, keyOf(binding));
    std::vector<ObjectPtr> selected;
    for (const ObjectPtr &object : m_cluster.store.list(*type, home)) {
        if (matches(field(subject, {"selector", "matchLabels"}), labels(*object)))
            selected.push_back(object);
    }
    return selected;
}

Verdict SinkBindingController::look(const Json &binding, Json &status, ConditionManager &conditions,
                                    Pass &pass)
{
    const ResourceType *type = nullptr;
    const auto found = subjects(binding, type);
    if (!found) {
        conditions.markFalse("Ready", type ? "SubjectMissing" : "SubjectUnavailable", found.error());
        return Verdict::failed(found.error());
    }
    const ResourceType &namespaces = m_cluster.types.nameSpace;
    const ObjectPtr home = m_cluster.get(namespaces, {}, namespaceOf(binding));
    if (home && label(*home, keys::bindingInclude).empty() && label(*home, keys::bindingExclude).empty()) {
        m_cluster.modify(namespaces, {}, namespaceOf(binding), name(), [](Json &live) {
            live["metadata"]["labels"][keys::bindingInclude] = "true";
            return true;
        });
        pass.wrote();
    }
    const Resolved address = resolver().resolve(field(binding, {"spec", "sink"}), keyOf(binding));
    const std::string sinkUri = address ? text(*address, {"url"}) : std::string();
    for (const ObjectPtr &subject : *found) {
        Json bound = *subject;
        if (!bindSink(bound, sinkUri, overridesOf(binding)))
            continue;
        m_cluster.modify(*type, namespaceOf(*subject), nameOf(*subject), name(),
                         [&](Json &live) { return bindSink(live, sinkUri, overridesOf(binding)); });
        pass.wrote();
    }
    if (!address) {
        conditions.markFalse("Ready", "NoAddressable", "Addressable could not be extracted from destination");
        return Verdict::failed(address.error().message);
    }
    setSink(status, *address);
    conditions.markTrue("SinkProvided");
    markIdentity(conditions);
    conditions.markTrueWithReason("OIDCTokenSecretCreated", keys::oidcDisabled, {});
    return Verdict::done();
}

Verdict SinkBindingController::finalize(const Json &binding, Pass &pass)
{
    const ResourceType *type = nullptr;
    const auto found = subjects(binding, type);
    if (!found)
        return Verdict::done();
    for (const ObjectPtr &subject : *found) {
        m_cluster.modify(*type, namespaceOf(*subject), nameOf(*subject), name(),
                         [](Json &live) { return bindSink(live, {}, {}); });
        pass.wrote();
    }
    return Verdict::done();
}

JobSinkController::JobSinkController(const EventingContext &context)
    : EventingController(context, context.types.jobSink, jobSinkConditions, "jobsink-controller")
{
}

Verdict JobSinkController::look(const Json &sink, Json &status, ConditionManager &conditions, Pass &)
{
    if (field(sink, {"spec", "job"}).is_object())
        status["job"] = {{"selector", "sinks.knative.dev/job-sink-name=" + nameOf(sink)}};
    status["address"] = {{"name", "http"},
                         {"url",
                          "http://" + std::string(keys::jobSink) + "." + eventingNamespace
                              + ".svc.cluster.local/" + namespaceOf(sink) + "/" + nameOf(sink)}};
    conditions.markTrue("Addressable");
    markPolicies(conditions);
    return Verdict::done();
}

EventTypeController::EventTypeController(const EventingContext &context)
    : EventingController(context, context.types.eventType, eventTypeConditions, "eventtype-controller")
{
}

Verdict EventTypeController::look(const Json &eventType, Json &, ConditionManager &conditions, Pass &)
{
    const Json &reference = field(eventType, {"spec", "reference"});
    if (!isSet(reference)) {
        conditions.markTrueWithReason("ReferenceExists", "ReferenceNotSet", "spec.reference is not set");
        return Verdict::done();
    }
    const ResourceType *type =
        typeOf(m_cluster.store.registry(), text(reference, {"apiVersion"}), text(reference, {"kind"}));
    const std::string home = text(reference, {"namespace"});
    const std::string referenceName = text(reference, {"name"});
    if (!type) {
        const std::string why = "the server could not find the requested resource";
        conditions.markUnknown("ReferenceExists", "ReferenceGetFailed", "Failed to get reference: " + why);
        return Verdict::failed(why);
    }
    tracker().track({type, home, referenceName}, keyOf(eventType));
    if (!m_cluster.get(*type, home, referenceName)) {
        conditions.markFalse("ReferenceExists", "ResourceDoesNotExist",
                             "Resource in spec.reference does not exist");
        return Verdict::failed("failed to get object " + home + "/" + referenceName + ": "
                               + notFoundText(*type, referenceName));
    }
    conditions.markTrue("ReferenceExists");
    return Verdict::done();
}

} // namespace sluice::sandbox
