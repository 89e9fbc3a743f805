// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "sandbox/eventing/channel_controllers.h"
#include "sandbox/eventing/eventing_keys.h"
#include "sandbox/knative/fields.h"
#include "sandbox/knative/go_values.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

namespace {

const ConditionSet subscriptionConditions{
    "Ready", {"ReferencesResolved", "AddedToChannel", "ChannelReady", "OIDCIdentityCreated"}};
constexpr char resolved[] = "ReferencesResolved";
constexpr char notMarked[] = "SubscriptionNotMarkedReadyByChannel";

/// A destination with the namespace of the object that it stands in, where it names none.
Json withNamespace(Json destination, const std::string &nameSpace)
{
    if (destination.contains("ref") && text(destination, {"ref", "namespace"}).empty())
        destination["ref"]["namespace"] = nameSpace;
    return destination;
}

/// Writes prefix + "Uri", "CACerts" and "Audience" of a resolved address; takes them away for none.
void setAddress(Json &physical, const std::string &prefix, const Json &address)
{
    for (const auto &[suffix, source] :
         {std::pair{"Uri", "url"}, {"CACerts", "CACerts"}, {"Audience", "audience"}}) {
        const std::string value = text(address, {source});
        if (value.empty())
            physical.erase(prefix + suffix);
        else
            physical[prefix + suffix] = value;
    }
}

/// What the channel is told of delivery: the Subscription's own settings, else the channel's, and the dead letter sink
/// as an address.
Json deliveryOf(const Json &subscription, const Json &physical, const Json &channel)
{
    Json delivery;
    if (const std::string uri = text(physical, {"deadLetterSinkUri"}); !uri.empty()) {
        Json sink{{"uri", uri}};
        for (const auto &[key, source] :
             {std::pair{"CACerts", "deadLetterSinkCACerts"}, {"audience", "deadLetterSinkAudience"}}) {
            if (const std::string value = text(physical, {source}); !value.empty())
                sink[key] = value;
        }
        delivery["deadLetterSink"] = std::move(sink);
    }
    const Json &own = field(subscription, {"spec", "delivery"});
    const Json &settings = own.is_object() ? own : field(channel, {"spec", "delivery"});
    for (const char *key : {"backoffPolicy", "retry", "backoffDelay", "timeout", "retryAfterMax"}) {
        const Json &value = field(settings, {key});
        if (!value.is_null())
            delivery[key] = value;
    }
    return delivery;
}

} // namespace

SubscriptionController::SubscriptionController(const EventingContext &context)
    : EventingController(context, context.types.subscription, subscriptionConditions,
                         "subscription-controller")
{
}

const ResourceType *SubscriptionController::typeOfChannel(const Json &channel) const
{
    return typeOf(m_cluster.store.registry(), text(channel, {"apiVersion"}), text(channel, {"kind"}));
}

tl::expected<ObjectPtr, SubscriptionController::Missing>
SubscriptionController::channelOf(const Json &subscription)
{
    const std::string home = namespaceOf(subscription);
    const auto fetch = [&](const Json &reference) -> tl::expected<ObjectPtr, Missing> {
        const ResourceType *type = typeOfChannel(reference);
        if (!type)
            return tl::unexpected(Missing{"the server could not find the requested resource", false});
        const std::string channelName = text(reference, {"name"});
        tracker().track({type, home, channelName}, keyOf(subscription));
        ObjectPtr channel = m_cluster.get(*type, home, channelName);
        if (!channel)
            return tl::unexpected(Missing{notFoundText(*type, channelName), true});
        return channel;
    };
    const Json &reference = field(subscription, {"spec", "channel"});
    auto channel = fetch(reference);
    if (!channel || typeOfChannel(reference) != &context().types.channel)
        return channel;
    const Json &backing = field(**channel, {"status", "channel"});
    if (conditionStatus(**channel, "Ready") != "True" || !backing.is_object())
        return tl::unexpected(Missing{"channel is not ready.", false});
    return fetch(backing);
}

Verdict SubscriptionController::resolveAll(const Json &subscription, const Json &channel, Json &physical,
                                           ConditionManager &conditions)
{
    const Key self = keyOf(subscription);
    const std::string home = namespaceOf(subscription);
    conditions.markUnknown(resolved, "Resolving", "Subscription resolution interrupted.");
    struct Part {
        const char *key;
        const char *reason;
    };
    for (const Part &part :
         {Part{"subscriber", "SubscriberResolveFailed"}, Part{"reply", "ReplyResolveFailed"}}) {
        const Json &destination = field(subscription, {"spec", part.key});
        if (!isSet(destination)) {
            setAddress(physical, part.key, {});
            continue;
        }
        const Resolved address = resolver().resolve(withNamespace(destination, home), self);
        if (!address) {
            const std::string why =
                "Failed to resolve spec." + std::string(part.key) + ": " + address.error().message;
            conditions.markFalse(resolved, part.reason, why);
            return Verdict::event("Warning", part.reason, why);
        }
        setAddress(physical, part.key, *address);
    }
    const auto refuse = [&](const std::string &why) {
        setAddress(physical, "deadLetterSink", {});
        conditions.markFalse(resolved, "DeadLetterSinkResolveFailed", why);
        return Verdict::event("Warning", "DeadLetterSinkResolveFailed", why);
    };
    const Json &sink = field(subscription, {"spec", "delivery", "deadLetterSink"});
    if (sink.is_object()) {
        const Resolved address = resolver().resolve(withNamespace(sink, home), self);
        if (!address)
            return refuse("Failed to resolve spec.delivery.deadLetterSink: " + address.error().message);
        setAddress(physical, "deadLetterSink", *address);
    } else if (field(channel, {"spec", "delivery", "deadLetterSink"}).is_object()) {
        if (text(channel, {"status", "deadLetterSinkUri"}).empty())
            return refuse("channel " + nameOf(channel) + " didn't set status.deadLetterSinkURI");
        copyDeadLetterSink(physical, field(channel, {"status"}));
    } else {
        setAddress(physical, "deadLetterSink", {});
    }
    conditions.markTrue(resolved);
    return Verdict::done();
}

bool SubscriptionController::enter(const Json &channel, const Json &subscription, const Json &physical,
                                   Pass &pass)
{
    const ResourceType *type = typeOfChannel(channel);
    const std::string uid = uidOf(subscription);
    Json wanted;
    if (!isBeingDeleted(subscription)) {
        wanted = {{"name", nameOf(subscription)}, {"uid", uid}, {"generation", generationOf(subscription)}};
        for (const char *prefix : {"subscriber", "reply"}) {
            for (const char *suffix : {"Uri", "CACerts", "Audience"}) {
                const std::string key = std::string(prefix) + suffix;
                if (const std::string value = text(physical, {key}); !value.empty())
                    wanted[key] = value;
            }
        }
        if (Json delivery = deliveryOf(subscription, physical, channel); !delivery.is_null())
            wanted["delivery"] = std::move(delivery);
    }
    bool changed = false;
    m_cluster.modify(*type, namespaceOf(channel), nameOf(channel), name(), [&](Json &live) {
        Json &spec = live["spec"];
        Json subscribers = field(spec, {"subscribers"}).is_array() ? spec["subscribers"] : Json::array();
        const auto mine = std::find_if(subscribers.begin(), subscribers.end(),
                                       [&uid](const Json &entry) { return text(entry, {"uid"}) == uid; });
        if (mine == subscribers.end()) {
            if (wanted.is_null())
                return false;
            subscribers.push_back(wanted);
        } else if (wanted.is_null()) {
            subscribers.erase(mine);
        } else if (*mine == wanted) {
            return false;
        } else {
            *mine = wanted;
        }
        if (subscribers.empty())
            spec.erase("subscribers");
        else
            spec["subscribers"] = std::move(subscribers);
        changed = true;
        return true;
    });
    if (changed)
        pass.wrote();
    return changed;
}

Verdict SubscriptionController::look(const Json &subscription, Json &status, ConditionManager &conditions,
                                     Pass &pass)
{
    markIdentity(conditions);
    if (!status.contains("physicalSubscription"))
        status["physicalSubscription"] = Json::object();
    const auto channel = channelOf(subscription);
    if (!channel) {
        const std::string why = "Failed to get Spec.Channel or backing channel: " + channel.error().why;
        conditions.markUnknown(resolved, "ChannelReferenceFailed", why);
        return Verdict::event("Warning", "ChannelReferenceFailed", why);
    }
    Json &physical = status["physicalSubscription"];
    if (Verdict verdict = resolveAll(subscription, **channel, physical, conditions);
        verdict.kind != Verdict::Kind::Done)
        return verdict;
    const bool entered = enter(**channel, subscription, physical, pass);
    conditions.markTrue("AddedToChannel");
    if (entered)
        return Verdict::event("Normal", "SubscriberSync",
                              "Subscription was synchronized to channel " + goQuoted(nameOf(**channel)));
    const Json &served = field(**channel, {"status", "subscribers"});
    if (served.is_array()) {
        for (const Json &entry : served) {
            if (text(entry, {"uid"}) != uidOf(subscription)
                || number(entry, {"observedGeneration"}) != generationOf(subscription))
                continue;
            const std::string ready = text(entry, {"ready"});
            if (ready == "True")
                conditions.markTrue("ChannelReady");
            else if (ready == "False")
                conditions.markFalse("ChannelReady", notMarked, "Subscription marked by Channel as False");
            else
                conditions.markUnknown("ChannelReady", notMarked,
                                       "Subscription marked by Channel as Unknown");
            return Verdict::done();
        }
    }
    const std::string why = "Failed to get subscription status: subscription "
        + goQuoted(nameOf(subscription)) + " not present in channel " + goQuoted(nameOf(**channel))
        + " subscriber's list";
    conditions.markUnknown("ChannelReady", notMarked, why);
    return Verdict::event("Warning", notMarked, why);
}

Verdict SubscriptionController::finalize(const Json &subscription, Pass &pass)
{
    const auto channel = channelOf(subscription);
    if (!channel)
        return channel.error().notFound ? Verdict::done() : Verdict::failed(channel.error().why);
    if (conditionStatus(subscription, "AddedToChannel") == "True" && enter(**channel, subscription, {}, pass))
        return Verdict::event("Normal", "SubscriberRemoved",
                              "Subscription was removed from channel " + goQuoted(nameOf(**channel)));
    return Verdict::done();
}

} // namespace sluice::sandbox
