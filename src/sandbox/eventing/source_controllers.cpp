// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/eventing/source_controllers.h"

#include "base/json.h"
#include "sandbox/eventing/eventing_keys.h"
#include "sandbox/eventing/readiness.h"
#include "sandbox/knative/fields.h"
#include "sandbox/knative/go_values.h"

#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

namespace {

const ConditionSet pingConditions{"Ready", {"SinkProvided", "Deployed", "OIDCIdentityCreated"}};
const ConditionSet containerConditions{"Ready", {"SinkBindingReady", "ReceiveAdapterReady"}};
const ConditionSet kafkaConditions{"Ready", {"ConsumerGroup", "SinkProvided", "OIDCIdentityCreated"}};

constexpr std::pair<const char *, const char *> sinkParts[] = {
    {"sinkUri", "url"}, {"sinkCACerts", "CACerts"}, {"sinkAudience", "audience"}};

/// A destination as Go writes it, with the fields in their order there.
std::string destinationText(const Json &destination)
{
    std::string all;
    const auto append = [](std::string &to, const char *key, const std::string &value) {
        if (!value.empty())
            to += (to.empty() ? "\"" : ",\"") + std::string(key) + "\":" + value;
    };
    const auto quoted = [](const std::string &value) {
        return value.empty() ? value : base::dump(Json(value));
    };
    const Json &reference = field(destination, {"ref"});
    if (reference.is_object()) {
        std::string parts;
        for (const char *key : {"kind", "namespace", "name", "apiVersion", "group", "address"})
            append(parts, key, quoted(text(reference, {key})));
        append(all, "ref", "{" + parts + "}");
    }
    for (const char *key : {"uri", "CACerts", "audience"})
        append(all, key, quoted(text(destination, {key})));
    return "{" + all + "}";
}

} // namespace

void SourceController::setSink(Json &status, const Json &address)
{
    for (const auto &[part, source] : sinkParts) {
        const std::string value = text(address, {source});
        if (value.empty())
            status.erase(part);
        else
            status[part] = value;
    }
}

Verdict SourceController::resolveSink(const Json &source, Json &status, ConditionManager &conditions)
{
    Json sink = field(source, {"spec", "sink"});
    if (sink.is_object() && sink.contains("ref") && text(sink, {"ref", "namespace"}).empty())
        sink["ref"]["namespace"] = namespaceOf(source);
    const Resolved address = resolver().resolve(sink, keyOf(source));
    if (!address) {
        conditions.markFalse("SinkProvided", "NotFound", {});
        return Verdict::event("Warning", "SinkNotFound", "Sink not found: " + destinationText(sink));
    }
    setSink(status, *address);
    conditions.markTrue("SinkProvided");
    return Verdict::done();
}

PingSourceController::PingSourceController(const EventingContext &context)
    : SourceController(context, context.types.pingSource, pingConditions, "pingsource-controller")
{
}

Verdict PingSourceController::look(const Json &source, Json &status, ConditionManager &conditions, Pass &pass)
{
    markIdentity(conditions);
    if (Verdict verdict = resolveSink(source, status, conditions); verdict.kind != Verdict::Kind::Done)
        return verdict;
    const ResourceType &type = m_cluster.types.deployment;
    tracker().track({&type, eventingNamespace, keys::pingAdapter}, keyOf(source));
    ObjectPtr adapter = m_cluster.get(type, eventingNamespace, keys::pingAdapter);
    if (!adapter)
        return Verdict::failed(notFoundText(type, keys::pingAdapter));
    const Json &replicas = field(*adapter, {"spec", "replicas"});
    if (replicas.is_number() && replicas == 0) { // the adapter sleeps until somebody needs it
        adapter = m_cluster.modify(type, eventingNamespace, keys::pingAdapter, name(), [](Json &live) {
            live["spec"]["replicas"] = 1;
            return true;
        });
        pass.wrote();
        if (!adapter)
            return Verdict::failed(notFoundText(type, keys::pingAdapter));
        record(source, "Normal", "PingSourceDeploymentUpdated", "PingSource adapter deployment updated");
    }
    propagateAvailability(*adapter, "Deployed", conditions);
    status["ceAttributes"] = Json::array(
        {{{"type", "dev.knative.sources.ping"},
          {"source", "/apis/v1/namespaces/" + namespaceOf(source) + "/pingsources/" + nameOf(source)}}});
    return Verdict::done();
}

ContainerSourceController::ContainerSourceController(const EventingContext &context)
    : SourceController(context, context.types.containerSource, containerConditions,
                       "containersource-controller")
{
}

std::string ContainerSourceController::reconcileBinding(const Json &source, Json &status,
                                                        ConditionManager &conditions, Pass &pass)
{
    const ResourceType &type = context().types.sinkBinding;
    const std::string bindingName = childName(nameOf(source), "-sinkbinding");
    Json spec{{"sink", field(source, {"spec", "sink"})},
              {"subject",
               {{"apiVersion", "apps/v1"},
                {"kind", "Deployment"},
                {"namespace", namespaceOf(source)},
                {"name", childName(nameOf(source), "-deployment")}}}};
    if (field(source, {"spec", "ceOverrides"}).is_object())
        spec["ceOverrides"] = source["spec"]["ceOverrides"];
    if (spec["sink"].contains("ref") && text(spec, {"sink", "ref", "namespace"}).empty())
        spec["sink"]["ref"]["namespace"] = namespaceOf(source);
    ObjectPtr binding = m_cluster.get(type, namespaceOf(source), bindingName);
    if (!binding) {
        std::string why;
        binding = m_cluster.create(type,
                                   {{"metadata",
                                     {{"name", bindingName},
                                      {"namespace", namespaceOf(source)},
                                      {"ownerReferences", {ownerReference(source)}}}},
                                    {"spec", spec}},
                                   name(), &why);
        pass.wrote();
        if (!binding)
            return "creating new SinkBinding: " + why;
        record(source, "Normal", "ContainerSourceSinkBindingCreated",
               "SinkBinding created " + goQuoted(bindingName));
    } else if (!isControlledBy(*binding, source)) {
        return "SinkBinding " + goQuoted(bindingName) + " is not owned by ContainerSource "
            + goQuoted(nameOf(source));
    } else if (field(*binding, {"spec"}) != spec) {
        binding = m_cluster.modify(type, namespaceOf(source), bindingName, name(), [&spec](Json &live) {
            live["spec"] = spec;
            return true;
        });
        pass.wrote();
        if (!binding)
            return "updating SinkBinding: " + notFoundText(type, bindingName);
        record(source, "Normal", "ContainerSourceSinkBindingUpdated",
               "SinkBinding updated " + goQuoted(bindingName));
    }
    for (const auto &[part, unused] : sinkParts) {
        const std::string value = text(*binding, {"status", part});
        if (value.empty())
            status.erase(part);
        else
            status[part] = value;
    }
    propagateReady(*binding, "SinkBindingReady", {"", ""}, conditions);
    return {};
}

std::string ContainerSourceController::reconcileDeployment(const Json &source, ConditionManager &conditions,
                                                           Pass &pass)
{
    const ResourceType &type = m_cluster.types.deployment;
    const std::string deploymentName = childName(nameOf(source), "-deployment");
    const Json marks{{"sources.knative.dev/source", "container-source-controller"},
                     {"sources.knative.dev/containerSource", nameOf(source)}};
    Json pod = field(source, {"spec", "template"});
    for (const auto &[key, value] : marks.items())
        pod["metadata"]["labels"][key] = value;
    pod["metadata"].erase("creationTimestamp");
    ObjectPtr deployment = m_cluster.get(type, namespaceOf(source), deploymentName);
    if (!deployment) {
        std::string why;
        deployment = m_cluster.create(type,
                                      {{"metadata",
                                        {{"name", deploymentName},
                                         {"namespace", namespaceOf(source)},
                                         {"labels", marks},
                                         {"ownerReferences", {ownerReference(source)}}}},
                                       {"spec", {{"selector", {{"matchLabels", marks}}}, {"template", pod}}}},
                                      name(), &why);
        pass.wrote();
        if (!deployment)
            return "creating new Deployment: " + why;
        record(source, "Normal", "ContainerSourceDeploymentCreated",
               "Deployment created " + goQuoted(deploymentName));
    } else if (!isControlledBy(*deployment, source)) {
        return "deployment " + goQuoted(deploymentName) + " is not owned by ContainerSource "
            + goQuoted(nameOf(source));
    } else {
        // Compared is what the source sets; the API server's defaults and the binding's variables may be there besides.
        Json merged = field(*deployment, {"spec", "template", "spec"});
        const Json &containers = field(pod, {"spec", "containers"});
        bool changed = false;
        const Json &present = field(merged, {"containers"});
        if (!present.is_array() || !containers.is_array() || present.size() != containers.size()) {
            changed = true;
        } else {
            for (size_t i = 0; i < containers.size(); ++i) {
                for (const char *part : {"name", "image", "args", "command"})
                    changed = changed
                        || (containers[i].contains(part) && containers[i][part] != field(present[i], {part}));
                const Json &wantedEnv = field(containers[i], {"env"});
                const Json &env = field(present[i], {"env"});
                if (wantedEnv.is_array()) {
                    for (const Json &variable : wantedEnv)
                        changed = changed
                            || !(env.is_array() && std::find(env.begin(), env.end(), variable) != env.end());
                }
            }
        }
        if (changed) {
            deployment =
                m_cluster.modify(type, namespaceOf(source), deploymentName, name(), [&pod](Json &live) {
                    live["spec"]["template"]["spec"] = pod["spec"];
                    return true;
                });
            pass.wrote();
            if (!deployment)
                return "updating Deployment: " + notFoundText(type, deploymentName);
            record(source, "Normal", "ContainerSourceDeploymentUpdated",
                   "Deployment updated " + goQuoted(deploymentName));
        }
    }
    propagateAvailability(*deployment, "ReceiveAdapterReady", conditions);
    return {};
}

Verdict ContainerSourceController::look(const Json &source, Json &status, ConditionManager &conditions,
                                        Pass &pass)
{
    std::string why = reconcileBinding(source, status, conditions, pass);
    if (why.empty())
        why = reconcileDeployment(source, conditions, pass);
    if (!why.empty())
        return Verdict::failed(why);
    return Verdict::event("Normal", "ContainerSourceReconciled",
                          "ContainerSource reconciled: \"" + namespaceOf(source) + "/" + nameOf(source)
                              + "\"");
}

KafkaSourceController::KafkaSourceController(const EventingContext &context)
    : SourceController(context, context.types.kafkaSource, kafkaConditions, "kafka-source-controller")
{
}

Verdict KafkaSourceController::look(const Json &source, Json &status, ConditionManager &conditions, Pass &)
{
    markIdentity(conditions);
    if (Verdict verdict = resolveSink(source, status, conditions); verdict.kind != Verdict::Kind::Done)
        return verdict;
    status["consumers"] = number(source, {"spec", "consumers"}, 1);
    status["selector"] = "kafkasources.kafka.eventing.knative.dev/key=" + uidOf(source);
    Json attributes = Json::array();
    const Json &topics = field(source, {"spec", "topics"});
    if (topics.is_array()) {
        for (const Json &topic : topics) {
            attributes.push_back(
                {{"type", "dev.knative.kafka.event"},
                 {"source",
                  "/apis/v1/namespaces/" + namespaceOf(source) + "/kafkasources/" + nameOf(source) + "#"
                      + (topic.is_string() ? topic.get<std::string>() : "")}});
        }
    }
    status["ceAttributes"] = std::move(attributes);
    conditions.markTrue("ConsumerGroup");
    return Verdict::done();
}

} // namespace sluice::sandbox
