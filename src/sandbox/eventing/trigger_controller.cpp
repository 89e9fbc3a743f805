// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "sandbox/eventing/broker_controllers.h"
#include "sandbox/eventing/eventing_keys.h"
#include "sandbox/eventing/readiness.h"
#include "sandbox/knative/fields.h"
#include "sandbox/knative/go_values.h"

#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

namespace {

const ConditionSet triggerConditions{"Ready",
                                     {"BrokerReady", "SubscriptionReady", "DependencyReady",
                                      "SubscriberResolved", "DeadLetterSinkResolved", "OIDCIdentityCreated"}};
constexpr char subscriberResolved[] = "SubscriberResolved";
constexpr char deadLetterResolved[] = "DeadLetterSinkResolved";
constexpr char dependencyReady[] = "DependencyReady";

Key brokerOf(const Json &trigger)
{
    return {namespaceOf(trigger), text(trigger, {"spec", "broker"})};
}

bool isChannelBased(const Json &broker)
{
    return annotation(broker, keys::brokerClass) == keys::channelBrokerClass;
}

/// Whether what \a wanted sets is the same in \a actual.
bool isCovered(const Json &wanted, const Json &actual)
{
    if (!wanted.is_object())
        return wanted == actual;
    for (const auto &[key, value] : wanted.items()) {
        if (!isCovered(value, field(actual, {key})))
            return false;
    }
    return true;
}

} // namespace

TriggerController::TriggerController(const EventingContext &context)
    : EventingController(context, context.types.trigger, triggerConditions, "trigger-controller")
{
}

void TriggerController::observe(const StoreEvent &event)
{
    const EventingTypes &types = context().types;
    const Json &object = *event.object;
    if (event.resource == &types.trigger) {
        std::set<Key> &siblings = m_byBroker[brokerOf(object)];
        if (event.type == EventType::Deleted) {
            siblings.erase(keyOf(object));
            if (siblings.empty())
                m_byBroker.erase(brokerOf(object));
        } else {
            siblings.insert(keyOf(object));
            const Key owner = brokerOf(object);
            const ObjectPtr broker = m_cluster.get(types.broker, owner.nameSpace, owner.name);
            if (!broker || !isChannelBased(*broker))
                return;
        }
    } else if (event.resource == &types.broker && isChannelBased(object)) {
        const auto triggers = m_byBroker.find(keyOf(object));
        if (triggers != m_byBroker.end()) {
            for (const Key &key : triggers->second)
                enqueue(key);
        }
    }
    EventingController::observe(event);
}

Verdict TriggerController::look(const Json &trigger, Json &status, ConditionManager &conditions, Pass &pass)
{
    const Key owner = brokerOf(trigger);
    const ObjectPtr broker = m_cluster.get(context().types.broker, owner.nameSpace, owner.name);
    if (!broker) {
        conditions.markFalse("BrokerReady", "BrokerDoesNotExist",
                             "Broker " + goQuoted(owner.name) + " does not exist");
        return Verdict::done();
    }
    if (!isChannelBased(*broker))
        return Verdict::done();
    propagateReady(*broker, "BrokerReady", {"BrokerNotConfigured", "Broker has not yet been reconciled."},
                   conditions);
    if (!isReady(*broker))
        return Verdict::done();

    Json subscriber = field(trigger, {"spec", "subscriber"});
    if (subscriber.contains("ref") && text(subscriber, {"ref", "namespace"}).empty())
        subscriber["ref"]["namespace"] = namespaceOf(trigger);
    const Resolved address = resolver().resolve(subscriber, keyOf(trigger));
    for (const auto &[part, source] : {std::pair{"subscriberUri", "url"},
                                       {"subscriberCACerts", "CACerts"},
                                       {"subscriberAudience", "audience"}}) {
        const std::string value = address ? text(*address, {source}) : std::string();
        if (value.empty())
            status.erase(part);
        else
            status[part] = value;
    }
    if (!address) {
        conditions.markFalse(subscriberResolved, "Unable to get the Subscriber's URI",
                             address.error().message);
        return Verdict::failed(address.error().message);
    }
    conditions.markTrue(subscriberResolved);
    if (Verdict verdict = resolveDeadLetterSink(*broker, trigger, status, conditions);
        verdict.kind != Verdict::Kind::Done)
        return verdict;
    markIdentity(conditions);
    if (Verdict verdict = subscribe(*broker, trigger, conditions, pass); verdict.kind != Verdict::Kind::Done)
        return verdict;
    return checkDependency(trigger, conditions);
}

Verdict TriggerController::resolveDeadLetterSink(const Json &broker, const Json &trigger, Json &status,
                                                 ConditionManager &conditions)
{
    const Json &own = field(trigger, {"spec", "delivery", "deadLetterSink"});
    if (own.is_object()) {
        const Resolved address = resolver().resolve(own, keyOf(trigger));
        setDeadLetterSink(status, address ? *address : Json());
        if (!address) {
            conditions.markFalse(deadLetterResolved, "Unable to get the dead letter sink's URI",
                                 address.error().message);
            return Verdict::failed(address.error().message);
        }
        conditions.markTrue(deadLetterResolved);
        return Verdict::done();
    }
    copyDeadLetterSink(status, field(broker, {"status"}));
    if (!field(broker, {"spec", "delivery", "deadLetterSink"}).is_object()) {
        setDeadLetterSink(status, {});
        conditions.markTrueWithReason(deadLetterResolved, "DeadLetterSinkNotConfigured",
                                      "No dead letter sink is configured.");
    } else if (text(broker, {"status", "deadLetterSinkUri"}).empty()) {
        const std::string why = "roker " + nameOf(broker) + " didn't set status.deadLetterSinkURI";
        conditions.markFalse(deadLetterResolved, "B" + why, {});
        return Verdict::failed("b" + why);
    } else {
        conditions.markTrue(deadLetterResolved);
    }
    return Verdict::done();
}

Verdict TriggerController::subscribe(const Json &broker, const Json &trigger, ConditionManager &conditions,
                                     Pass &pass)
{
    const auto refuse = [&conditions](const std::string &why) {
        conditions.markFalse("SubscriptionReady", "NotSubscribed", why);
        return Verdict::failed(why);
    };
    const Json &notes = field(broker, {"status", "annotations"});
    const std::string channelKind = text(notes, {"knative.dev/channelKind"});
    const std::string channelVersion = text(notes, {"knative.dev/channelAPIVersion"});
    const std::string channelName = text(notes, {"knative.dev/channelName"});
    if (channelKind.empty() || channelVersion.empty() || channelName.empty()) {
        const std::string why = "Broker.Status.Annotations nil or missing values";
        conditions.markFalse("BrokerReady", "MissingBrokerChannel",
                             "Failed to get broker " + goQuoted(nameOf(broker)) + " annotations: " + why);
        return Verdict::failed("failed to find Broker's Trigger channel: " + why);
    }
    Json spec{{"channel", {{"apiVersion", channelVersion}, {"kind", channelKind}, {"name", channelName}}},
              {"subscriber",
               {{"uri",
                 "http://" + std::string(keys::brokerFilter) + "." + eventingNamespace
                     + ".svc.cluster.local/triggers/" + namespaceOf(trigger) + "/" + nameOf(trigger) + "/"
                     + uidOf(trigger)}}},
              {"reply",
               {{"ref",
                 {{"apiVersion", "eventing.knative.dev/v1"},
                  {"kind", "Broker"},
                  {"name", nameOf(broker)},
                  {"namespace", namespaceOf(broker)}}}}}};
    const Json &delivery = field(trigger, {"spec", "delivery"});
    if (delivery.is_object())
        spec["delivery"] = delivery;
    else if (field(broker, {"spec", "delivery"}).is_object())
        spec["delivery"] = field(broker, {"spec", "delivery"});

    const ResourceType &type = context().types.subscription;
    const std::string subscriptionName =
        childName(nameOf(broker) + "-" + nameOf(trigger) + "-", uidOf(trigger));
    ObjectPtr subscription = m_cluster.get(type, namespaceOf(trigger), subscriptionName);
    if (subscription && !isControlledBy(*subscription, trigger)) {
        const std::string why = "trigger " + goQuoted(nameOf(trigger)) + " does not own subscription "
            + goQuoted(subscriptionName);
        conditions.markFalse("SubscriptionReady", "SubscriptionNotOwnedByTrigger", why);
        return refuse(why);
    }
    if (subscription && !isCovered(spec, field(*subscription, {"spec"}))) {
        m_cluster.remove(type, namespaceOf(trigger), subscriptionName, name());
        pass.wrote();
        subscription = nullptr;
    }
    if (!subscription) {
        std::string why;
        subscription = m_cluster.create(
            type,
            {{"metadata",
              {{"name", subscriptionName},
               {"namespace", namespaceOf(trigger)},
               {"labels", {{keys::brokerLabel, nameOf(broker)}, {keys::triggerLabel, nameOf(trigger)}}},
               {"ownerReferences", {ownerReference(trigger)}}}},
             {"spec", spec}},
            name(), &why);
        pass.wrote();
        if (!subscription) {
            record(trigger, "Warning", "SubscriptionCreateFailed",
                   "Create Trigger's subscription failed: " + why);
            return refuse(why);
        }
    }
    propagateReady(*subscription, "SubscriptionReady",
                   {"SubscriptionNotConfigured", "Subscription has not yet been reconciled."}, conditions);
    return Verdict::done();
}

Verdict TriggerController::checkDependency(const Json &trigger, ConditionManager &conditions)
{
    const std::string reference = annotation(trigger, keys::dependency);
    if (reference.empty()) {
        conditions.markTrue(dependencyReady);
        return Verdict::done();
    }
    const auto parsed = base::parseJson(reference, QStringLiteral("knative.dev/dependency"));
    if (!parsed || !parsed->is_object()) {
        const std::string why = "invalid character in annotation";
        conditions.markFalse(dependencyReady, "ReferenceError",
                             "Unable to unmarshal objectReference from dependency annotation of trigger: "
                                 + why);
        return Verdict::failed("getting object ref from dependency annotation " + goQuoted(reference) + ": "
                               + why);
    }
    const std::string dependencyName = text(*parsed, {"name"});
    const ResourceType *type =
        typeOf(m_cluster.store.registry(), text(*parsed, {"apiVersion"}), text(*parsed, {"kind"}));
    if (!type) {
        const std::string why = "the server could not find the requested resource";
        conditions.markUnknown(dependencyReady, "ListerDoesNotExist", "Failed to retrieve lister: " + why);
        return Verdict::failed("propagating dependency readiness: retrieving lister: " + why);
    }
    tracker().track({type, namespaceOf(trigger), dependencyName}, keyOf(trigger));
    const ObjectPtr dependency = m_cluster.get(*type, namespaceOf(trigger), dependencyName);
    if (!dependency) {
        const std::string why = notFoundText(*type, dependencyName);
        conditions.markFalse(dependencyReady, "DependencyDoesNotExist", "Dependency does not exist: " + why);
        return Verdict::failed("propagating dependency readiness: getting the dependency: " + why);
    }
    const std::int64_t observed = number(*dependency, {"status", "observedGeneration"});
    if (generationOf(*dependency) != observed) {
        // Go prints the numbers with %q, as characters.
        const auto quoted = [](std::int64_t value) {
            return value < 32 ? "'\\x0" + std::string(1, "0123456789abcdef"[value & 15]) + "'"
                              : "'" + std::string(1, static_cast<char>(value)) + "'";
        };
        conditions.markUnknown(dependencyReady, "GenerationNotEqual",
                               "The dependency's metadata.generation, " + quoted(generationOf(*dependency))
                                   + ", is not equal to its status.observedGeneration, " + quoted(observed)
                                   + ".");
        return Verdict::done();
    }
    propagateReady(*dependency, dependencyReady,
                   {"DependencyNotConfigured", "Dependency has not yet been reconciled."}, conditions);
    return Verdict::done();
}

} // namespace sluice::sandbox
