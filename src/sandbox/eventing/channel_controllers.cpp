// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/eventing/channel_controllers.h"

#include "base/json.h"
#include "sandbox/eventing/channel_templates.h"
#include "sandbox/eventing/eventing_keys.h"
#include "sandbox/eventing/readiness.h"
#include "sandbox/knative/fields.h"
#include "sandbox/knative/go_values.h"

#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

namespace {

const ConditionSet inMemoryConditions{"Ready",
                                      {"ServiceReady", "EndpointsReady", "Addressable", "ChannelServiceReady",
                                       "DeadLetterSinkResolved", "EventPoliciesReady"}};
const ConditionSet channelConditions{
    "Ready", {"BackingChannelReady", "Addressable", "DeadLetterSinkResolved", "EventPoliciesReady"}};
constexpr char deadLetterResolved[] = "DeadLetterSinkResolved";

void markNoDeadLetterSink(Json &status, ConditionManager &conditions)
{
    setDeadLetterSink(status, {});
    conditions.markTrueWithReason(deadLetterResolved, "DeadLetterSinkNotConfigured",
                                  "No dead letter sink is configured.");
}

void markDispatcher(const Json &deployment, ConditionManager &conditions)
{
    const Json &available = condition(deployment, "Available");
    const std::string status = text(available, {"status"});
    const std::string words = text(available, {"reason"}) + " : " + text(available, {"message"});
    if (status == "True")
        conditions.markTrue("DispatcherReady");
    else if (status == "False")
        conditions.markFalse("DispatcherReady", "DispatcherDeploymentFalse",
                             "The status of Dispatcher Deployment is False: " + words);
    else if (!status.empty())
        conditions.markUnknown("DispatcherReady", "DispatcherDeploymentUnknown",
                               "The status of Dispatcher Deployment is Unknown: " + words);
}

} // namespace

InMemoryChannelController::InMemoryChannelController(const EventingContext &context)
    : EventingController(context, context.types.inMemoryChannel, inMemoryConditions,
                         "inmemorychannel-controller")
{
}

std::string InMemoryChannelController::ensureService(const Json &channel,
                                                     const std::string &dispatcherNamespace, Pass &pass)
{
    const ResourceType &type = m_cluster.types.coreService;
    const std::string serviceName = childName(nameOf(channel), "-kn-channel");
    const std::string target =
        std::string(keys::dispatcher) + "." + dispatcherNamespace + ".svc.cluster.local";
    if (const ObjectPtr service = m_cluster.get(type, namespaceOf(channel), serviceName)) {
        if (!isControlledBy(*service, channel))
            return "inmemorychannel: " + namespaceOf(channel) + "/" + nameOf(channel)
                + " does not own Service: " + goQuoted(serviceName);
        if (text(*service, {"spec", "externalName"}) != target) {
            m_cluster.modify(type, namespaceOf(channel), serviceName, name(), [&target](Json &live) {
                live["spec"]["type"] = "ExternalName";
                live["spec"]["externalName"] = target;
                return true;
            });
            pass.wrote();
        }
        return {};
    }
    std::string why;
    m_cluster.create(type,
                     {{"metadata",
                       {{"name", serviceName},
                        {"namespace", namespaceOf(channel)},
                        {"labels", {{keys::messagingRole, "in-memory-channel"}}},
                        {"ownerReferences", {ownerReference(channel)}}}},
                      {"spec",
                       {{"type", "ExternalName"},
                        {"externalName", target},
                        {"ports", {{{"name", "http"}, {"port", 80}, {"protocol", "TCP"}}}}}}},
                     name(), &why);
    pass.wrote();
    return why;
}

Verdict InMemoryChannelController::look(const Json &channel, Json &status, ConditionManager &conditions,
                                        Pass &pass)
{
    const KnownTypes &types = m_cluster.types;
    const std::string home =
        annotation(channel, keys::scope) == "namespace" ? namespaceOf(channel) : eventingNamespace;
    const Key self = keyOf(channel);
    for (const ResourceType *type : {&types.deployment, &types.coreService, &types.endpoints})
        tracker().track({type, home, keys::dispatcher}, self);
    const std::string dispatcher = "\"" + std::string(keys::dispatcher) + "\" not found";

    const ObjectPtr deployment = m_cluster.get(types.deployment, home, keys::dispatcher);
    if (!deployment) {
        conditions.markFalse("DispatcherReady", "DispatcherDeploymentDoesNotExist",
                             "Dispatcher Deployment does not exist");
        return Verdict::event("Warning", "DispatcherDeploymentFailed",
                              "Reconciling dispatcher Deployment failed with: deployment.apps " + dispatcher);
    }
    markDispatcher(*deployment, conditions);
    if (!m_cluster.get(types.coreService, home, keys::dispatcher)) {
        conditions.markFalse("ServiceReady", "DispatcherServiceDoesNotExist",
                             "Dispatcher Service does not exist");
        return Verdict::event("Warning", "DispatcherServiceFailed",
                              "Reconciling dispatcher Service failed: service " + dispatcher);
    }
    conditions.markTrue("ServiceReady");
    const ObjectPtr endpoints = m_cluster.get(types.endpoints, home, keys::dispatcher);
    if (!endpoints) {
        conditions.markFalse("EndpointsReady", "DispatcherEndpointsDoesNotExist",
                             "Dispatcher Endpoints does not exist");
        return Verdict::failed("endpoints " + dispatcher);
    }
    if (!isSet(field(*endpoints, {"subsets"}))) {
        conditions.markFalse("EndpointsReady", "DispatcherEndpointsNotReady",
                             "There are no endpoints ready for Dispatcher service");
        return Verdict::failed("there are no endpoints ready for Dispatcher service");
    }
    conditions.markTrue("EndpointsReady");
    if (const std::string why = ensureService(channel, home, pass); !why.empty()) {
        conditions.markFalse("ChannelServiceReady", "ChannelServiceFailed", "Channel Service failed: " + why);
        return Verdict::failed(why);
    }
    conditions.markTrue("ChannelServiceReady");
    const Json &sink = field(channel, {"spec", "delivery", "deadLetterSink"});
    if (sink.is_object()) {
        const Resolved address = resolver().resolve(sink, self);
        setDeadLetterSink(status, address ? *address : Json());
        if (!address) {
            conditions.markFalse(deadLetterResolved, "Unable to get the DeadLetterSink's URI",
                                 address.error().message);
            return Verdict::failed("Failed to resolve Dead Letter Sink URI: " + address.error().message);
        }
        conditions.markTrue(deadLetterResolved);
    } else {
        markNoDeadLetterSink(status, conditions);
    }
    status["address"] = {{"name", "http"},
                         {"url",
                          "http://" + childName(nameOf(channel), "-kn-channel") + "." + namespaceOf(channel)
                              + ".svc.cluster.local"}};
    conditions.markTrue("Addressable");
    markPolicies(conditions);
    return Verdict::done();
}

InMemoryDispatcher::InMemoryDispatcher(const EventingContext &context)
    : Controller(context.cluster, "inmemorychannel-dispatcher", 40)
    , m_type(context.types.inMemoryChannel)
{
}

void InMemoryDispatcher::observe(const StoreEvent &event)
{
    if (event.resource == &m_type && event.type != EventType::Deleted)
        enqueue(keyOf(*event.object));
}

void InMemoryDispatcher::reconcile(const Key &key, Pass &)
{
    const ObjectPtr channel = m_cluster.get(m_type, key.nameSpace, key.name);
    if (!channel || isBeingDeleted(*channel) || !isReady(*channel))
        return;
    Json served = Json::array();
    const Json &subscribers = field(*channel, {"spec", "subscribers"});
    if (subscribers.is_array()) {
        for (const Json &subscriber : subscribers) {
            Json entry{{"uid", text(subscriber, {"uid"})}, {"ready", "True"}};
            if (const std::int64_t generation = number(subscriber, {"generation"}))
                entry["observedGeneration"] = generation;
            served.push_back(std::move(entry));
        }
    }
    Json status = field(*channel, {"status"});
    if (served.empty())
        status.erase("subscribers");
    else
        status["subscribers"] = std::move(served);
    m_cluster.setStatus(m_type, key.nameSpace, key.name, uidOf(*channel), std::move(status), name());
}

ChannelController::ChannelController(const EventingContext &context)
    : EventingController(context, context.types.channel, channelConditions, "channel-controller")
{
}

Verdict ChannelController::look(const Json &channel, Json &status, ConditionManager &conditions, Pass &pass)
{
    const Json &wanted = field(channel, {"spec", "channelTemplate"});
    const auto refuse = [&conditions](const std::string &why) {
        conditions.markFalse("BackingChannelReady", "ChannelFailure", why);
        return Verdict::failed("problem reconciling the backing channel: " + why);
    };
    const ResourceType *type = channelType(m_cluster, wanted);
    if (!type)
        return refuse(unknownKind());
    tracker().track({type, namespaceOf(channel), nameOf(channel)}, keyOf(channel));
    Json parts = Json::object();
    if (field(channel, {"spec", "delivery"}).is_object())
        parts["delivery"] = channel["spec"]["delivery"];
    bool created = false;
    const auto backing = ensureChannel(m_cluster, *type,
                                       makeChannel(wanted,
                                                   {{"name", nameOf(channel)},
                                                    {"namespace", namespaceOf(channel)},
                                                    {"ownerReferences", {ownerReference(channel)}}},
                                                   parts),
                                       name(), created);
    if (created)
        pass.wrote();
    if (!backing)
        return refuse(backing.error());
    status["channel"] = {{"apiVersion", text(wanted, {"apiVersion"})},
                         {"kind", text(wanted, {"kind"})},
                         {"name", nameOf(channel)},
                         {"namespace", namespaceOf(channel)}};
    propagateReady(**backing, "BackingChannelReady",
                   {"BackingChannelNotConfigured", "BackingChannel has not yet been reconciled."},
                   conditions);
    const Json &theirs = field(**backing, {"status"});
    for (const char *part : {"address", "subscribers"}) {
        if (isSet(field(theirs, {part})))
            status[part] = theirs[part];
        else
            status.erase(part);
    }
    if (text(status, {"address", "url"}).empty())
        conditions.markFalse("Addressable", "EmptyHostname", "hostname is the empty string");
    else
        conditions.markTrue("Addressable");
    if (!field(channel, {"spec", "delivery", "deadLetterSink"}).is_object()) {
        markNoDeadLetterSink(status, conditions);
    } else if (text(theirs, {"deadLetterSinkUri"}).empty()) {
        setDeadLetterSink(status, {});
        conditions.markFalse(deadLetterResolved,
                             "Backing Channel " + nameOf(channel) + " didn't set status.deadLetterSinkURI",
                             {});
    } else {
        copyDeadLetterSink(status, theirs);
        conditions.markTrue(deadLetterResolved);
    }
    markPolicies(conditions);
    return Verdict::done();
}

} // namespace sluice::sandbox
