// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/eventing/flow_controllers.h"

#include "base/json.h"
#include "sandbox/eventing/channel_templates.h"
#include "sandbox/knative/fields.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

namespace {

const ConditionSet flowConditions{
    "Ready", {"ChannelsReady", "SubscriptionsReady", "Addressable", "EventPoliciesReady"}};

constexpr char noChannels[] = "Channels are not ready yet, or there are none";
constexpr char noSubscriptions[] = "Subscriptions are not ready yet, or there are none";

Json objectReference(const Json &object, std::string_view apiVersion, std::string_view kind)
{
    Json reference{{"name", nameOf(object)}, {"namespace", namespaceOf(object)}};
    if (!apiVersion.empty())
        reference["apiVersion"] = std::string(apiVersion);
    if (!kind.empty())
        reference["kind"] = std::string(kind);
    return reference;
}

/// A child's Ready, or one that says that there is none.
Json readyOf(const Json &child, const char *what, const std::string &now)
{
    const Json &ready = condition(child, "Ready");
    if (!ready.is_null())
        return ready;
    return {{"type", "Ready"},
            {"status", "Unknown"},
            {"reason", "NoReady"},
            {"message", std::string(what) + " does not have Ready condition"},
            {"lastTransitionTime", now}};
}

const Json &templateOf(const Json &flow)
{
    return field(flow, {"spec", "channelTemplate"});
}

} // namespace

tl::expected<ObjectPtr, std::string> FlowController::channel(const Json &flow, const std::string &channelName,
                                                             Pass &pass)
{
    const ResourceType *type = channelType(m_cluster, templateOf(flow));
    if (!type)
        return tl::unexpected(unknownKind());
    bool created = false;
    auto made = ensureChannel(m_cluster, *type,
                              makeChannel(templateOf(flow),
                                          {{"name", channelName},
                                           {"namespace", namespaceOf(flow)},
                                           {"ownerReferences", {ownerReference(flow)}}},
                                          {}),
                              name(), created);
    if (created)
        pass.wrote();
    if (made)
        tracker().track({type, namespaceOf(flow), channelName}, keyOf(flow));
    return made;
}

tl::expected<ObjectPtr, std::string> FlowController::subscription(const Json &flow, Json wanted, Pass &pass)
{
    const ResourceType &type = context().types.subscription;
    const std::string subscriptionName = nameOf(wanted);
    const ObjectPtr present = m_cluster.get(type, namespaceOf(flow), subscriptionName);
    if (present && field(*present, {"spec", "channel"}) == wanted["spec"]["channel"]) {
        if (field(*present, {"spec"}) == wanted["spec"])
            return present;
        pass.wrote();
        const ObjectPtr updated =
            m_cluster.modify(type, namespaceOf(flow), subscriptionName, name(), [&wanted](Json &live) {
                live["spec"] = wanted["spec"];
                return true;
            });
        return updated ? updated : present;
    }
    if (present) {
        m_cluster.remove(type, namespaceOf(flow), subscriptionName, name());
        pass.wrote();
    }
    std::string why;
    ObjectPtr made = m_cluster.create(type, std::move(wanted), name(), &why);
    pass.wrote();
    if (!made)
        return tl::unexpected(why);
    return made;
}

void FlowController::removeOthers(const Json &flow, const ResourceType &type,
                                  const std::vector<std::string> &wanted, Pass &pass)
{
    for (const ObjectPtr &object : m_cluster.owned(uidOf(flow), type)) {
        if (isBeingDeleted(*object)
            || std::find(wanted.begin(), wanted.end(), nameOf(*object)) != wanted.end())
            continue;
        m_cluster.remove(type, namespaceOf(*object), nameOf(*object), name());
        pass.wrote();
    }
}

Json FlowController::makeSubscription(const Json &flow, const std::string &subscriptionName,
                                      const std::string &channelName) const
{
    return {{"metadata",
             {{"name", subscriptionName},
              {"namespace", namespaceOf(flow)},
              {"ownerReferences", {ownerReference(flow)}}}},
            {"spec",
             {{"channel",
               {{"apiVersion", text(templateOf(flow), {"apiVersion"})},
                {"kind", text(templateOf(flow), {"kind"})},
                {"name", channelName}}}}}};
}

Json FlowController::channelDestination(const Json &flow, const std::string &channelName)
{
    return {{"ref",
             {{"apiVersion", text(templateOf(flow), {"apiVersion"})},
              {"kind", text(templateOf(flow), {"kind"})},
              {"name", channelName},
              {"namespace", namespaceOf(flow)}}}};
}

SequenceController::SequenceController(const EventingContext &context)
    : FlowController(context, context.types.sequence, flowConditions, "sequence-controller")
{
}

void SequenceController::propagateChannels(const std::vector<ObjectPtr> &channels, Json &status,
                                           ConditionManager &conditions)
{
    Json statuses = Json::array();
    bool allReady = !channels.empty();
    for (const ObjectPtr &channel : channels) {
        if (statuses.empty()) {
            const Json &address = field(*channel, {"status", "address"});
            if (text(address, {"url"}).empty()) {
                status["address"] = Json::object();
                conditions.markUnknown("Addressable", "emptyAddress", "addressable is nil");
            } else {
                status["address"] = {{"url", text(address, {"url"})}};
                conditions.markTrue("Addressable");
            }
        }
        allReady = allReady && conditionStatus(*channel, "Ready") == "True";
        statuses.push_back(
            {{"channel", objectReference(*channel, text(*channel, {"apiVersion"}), text(*channel, {"kind"}))},
             {"ready", readyOf(*channel, "Channel", m_cluster.now())}});
    }
    status["channelStatuses"] = std::move(statuses);
    if (allReady)
        conditions.markTrue("ChannelsReady");
    else
        conditions.markUnknown("ChannelsReady", "ChannelsNotReady", noChannels);
}

void SequenceController::propagateSubscriptions(const std::vector<ObjectPtr> &subscriptions, Json &status,
                                                ConditionManager &conditions)
{
    Json statuses = Json::array();
    bool allReady = !subscriptions.empty();
    for (const ObjectPtr &subscription : subscriptions) {
        allReady = allReady && conditionStatus(*subscription, "Ready") == "True";
        // Typed clients lose apiVersion and kind of what they read, so the reference goes without them.
        statuses.push_back({{"subscription", objectReference(*subscription, {}, {})},
                            {"ready", readyOf(*subscription, "Subscription", m_cluster.now())}});
    }
    status["subscriptionStatuses"] = std::move(statuses);
    if (allReady)
        conditions.markTrue("SubscriptionsReady");
    else
        conditions.markUnknown("SubscriptionsReady", "SubscriptionsNotReady", noSubscriptions);
}

Verdict SequenceController::look(const Json &sequence, Json &status, ConditionManager &conditions, Pass &pass)
{
    const Json &steps = field(sequence, {"spec", "steps"});
    const size_t count = steps.is_array() ? steps.size() : 0;
    const auto stepName = [&sequence](size_t step) {
        return nameOf(sequence) + "-kn-sequence-" + std::to_string(step);
    };
    std::vector<ObjectPtr> channels;
    std::vector<std::string> names;
    for (size_t step = 0; step < count; ++step) {
        names.push_back(stepName(step));
        const auto made = channel(sequence, names.back(), pass);
        if (!made) {
            const std::string why = "failed to reconcile channel " + names.back() + " at step "
                + std::to_string(step) + ": " + made.error();
            conditions.markUnknown("ChannelsReady", "ChannelsNotReady", why);
            return Verdict::failed(why);
        }
        channels.push_back(*made);
    }
    propagateChannels(channels, status, conditions);
    std::vector<ObjectPtr> subscriptions;
    for (size_t step = 0; step < count; ++step) {
        Json wanted = makeSubscription(sequence, stepName(step), stepName(step));
        Json subscriber = steps[step];
        subscriber.erase("delivery");
        wanted["spec"]["subscriber"] = std::move(subscriber);
        if (field(steps[step], {"delivery"}).is_object())
            wanted["spec"]["delivery"] = steps[step]["delivery"];
        if (step + 1 < count)
            wanted["spec"]["reply"] = channelDestination(sequence, stepName(step + 1));
        else if (field(sequence, {"spec", "reply"}).is_object())
            wanted["spec"]["reply"] = sequence["spec"]["reply"];
        const auto made = subscription(sequence, std::move(wanted), pass);
        if (!made) {
            const std::string why = "failed to reconcile subscription resource for step: "
                + std::to_string(step) + " : " + made.error();
            conditions.markUnknown("SubscriptionsReady", "SubscriptionsNotReady", why);
            return Verdict::failed(why);
        }
        subscriptions.push_back(*made);
    }
    propagateSubscriptions(subscriptions, status, conditions);
    if (const ResourceType *type = channelType(m_cluster, templateOf(sequence)))
        removeOthers(sequence, *type, names, pass);
    markPolicies(conditions);
    removeOthers(sequence, context().types.subscription, names, pass);
    return Verdict::done();
}

ParallelController::ParallelController(const EventingContext &context)
    : FlowController(context, context.types.parallel, flowConditions, "parallel-controller")
{
}

void ParallelController::propagateChannels(const ObjectPtr &ingress, const std::vector<ObjectPtr> &channels,
                                           Json &status, ConditionManager &conditions)
{
    bool allReady = true;
    const auto statusOf = [&allReady](const Json &channel) {
        Json ready{{"type", "Ready"}, {"status", "True"}, {"lastTransitionTime", nullptr}};
        if (!field(channel, {"status", "address"}).is_object()) {
            allReady = false;
            ready["status"] = "False";
            ready["reason"] = "NotAddressable";
            ready["message"] = "Channel is not addressable";
        }
        return Json{
            {"channel", objectReference(channel, text(channel, {"apiVersion"}), text(channel, {"kind"}))},
            {"ready", std::move(ready)}};
    };
    status["ingressChannelStatus"] = statusOf(*ingress);
    const Json &address = field(*ingress, {"status", "address"});
    if (address.is_object()) {
        status["address"] = address;
        conditions.markTrue("Addressable");
    } else {
        status.erase("address");
        conditions.markFalse("Addressable", "emptyAddress", "addressable is nil");
    }
    Json &branches = status["branchStatuses"];
    if (!branches.is_array() || branches.size() != channels.size())
        branches = Json::array();
    for (size_t i = 0; i < channels.size(); ++i)
        branches[i]["filterChannelStatus"] = statusOf(*channels[i]);
    if (allReady)
        conditions.markTrue("ChannelsReady");
    else
        conditions.markFalse("ChannelsReady", "ChannelsNotReady", noChannels);
}

void ParallelController::propagateSubscriptions(const std::vector<ObjectPtr> &filters,
                                                const std::vector<ObjectPtr> &subscriptions, Json &status,
                                                ConditionManager &conditions)
{
    bool allReady = !subscriptions.empty();
    const auto statusOf = [&allReady](const Json &subscription) {
        Json ready = condition(subscription, "Ready");
        allReady = allReady && text(ready, {"status"}) == "True";
        if (ready.is_null())
            ready = {{"type", ""}, {"status", ""}};
        return Json{{"subscription", objectReference(subscription, {}, {})}, {"ready", std::move(ready)}};
    };
    for (size_t i = 0; i < subscriptions.size(); ++i) {
        status["branchStatuses"][i]["subscriberSubscriptionStatus"] = statusOf(*subscriptions[i]);
        status["branchStatuses"][i]["filterSubscriptionStatus"] = statusOf(*filters[i]);
    }
    if (allReady)
        conditions.markTrue("SubscriptionsReady");
    else
        conditions.markFalse("SubscriptionsReady", "SubscriptionsNotReady", noSubscriptions);
}

Verdict ParallelController::look(const Json &parallel, Json &status, ConditionManager &conditions, Pass &pass)
{
    const Json &branches = field(parallel, {"spec", "branches"});
    const size_t count = branches.is_array() ? branches.size() : 0;
    const std::string base = nameOf(parallel) + "-kn-parallel";
    std::vector<std::string> channelNames = {base};
    for (size_t i = 0; i < count; ++i)
        channelNames.push_back(base + "-" + std::to_string(i));
    std::vector<ObjectPtr> channels;
    for (size_t i = 0; i < channelNames.size(); ++i) {
        const auto made = channel(parallel, channelNames[i], pass);
        if (!made) {
            const std::string why = "failed to reconcile channel " + channelNames[i] + " at step "
                + std::to_string(static_cast<long long>(i) - 1) + ": " + made.error();
            conditions.markFalse("ChannelsReady", "ChannelsNotReady", why);
            return Verdict::failed(why);
        }
        channels.push_back(*made);
    }
    const ObjectPtr ingress = channels.front();
    channels.erase(channels.begin());
    propagateChannels(ingress, channels, status, conditions);

    std::vector<ObjectPtr> filters;
    std::vector<ObjectPtr> subscriptions;
    std::vector<std::string> names;
    for (size_t i = 0; i < count; ++i) {
        const std::string &branchChannel = channelNames[i + 1];
        Json filter = makeSubscription(parallel, base + "-filter-" + std::to_string(i), base);
        const Json &program = field(branches[i], {"filter"});
        if (program.is_object()) {
            filter["spec"]["subscriber"] = program;
            filter["spec"]["reply"] = channelDestination(parallel, branchChannel);
        } else {
            filter["spec"]["subscriber"] = channelDestination(parallel, branchChannel);
        }
        Json subscriber = makeSubscription(parallel, branchChannel, branchChannel);
        subscriber["spec"]["subscriber"] = field(branches[i], {"subscriber"});
        if (field(branches[i], {"delivery"}).is_object())
            subscriber["spec"]["delivery"] = branches[i]["delivery"];
        const Json &reply = field(branches[i], {"reply"});
        const Json &commonReply = field(parallel, {"spec", "reply"});
        if (reply.is_object() || commonReply.is_object())
            subscriber["spec"]["reply"] = reply.is_object() ? reply : commonReply;
        for (const auto &[wanted, made] : {std::pair{&filter, &filters}, {&subscriber, &subscriptions}}) {
            names.push_back(nameOf(*wanted));
            const auto result = subscription(parallel, *wanted, pass);
            if (!result)
                return Verdict::failed(
                    "failed to reconcile Subscription Objects for branch: " + std::to_string(i)
                    + " : failed to create Subscription Object for branch: " + std::to_string(i) + " : "
                    + result.error());
            made->push_back(*result);
        }
    }
    propagateSubscriptions(filters, subscriptions, status, conditions);
    if (const ResourceType *type = channelType(m_cluster, templateOf(parallel)))
        removeOthers(parallel, *type, channelNames, pass);
    removeOthers(parallel, context().types.subscription, names, pass);
    markPolicies(conditions);
    return Verdict::done();
}

} // namespace sluice::sandbox
