// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "sandbox/eventing/broker_controllers.h"
#include "sandbox/eventing/channel_templates.h"
#include "sandbox/eventing/eventing_keys.h"
#include "sandbox/eventing/readiness.h"
#include "sandbox/knative/fields.h"

#include <QUrl>
#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

namespace {

/// The channel based Broker counts fewer conditions than the API declares; the others only inform.
const ConditionSet brokerConditions{"Ready",
                                    {"IngressReady", "TriggerChannelReady", "FilterReady", "Addressable"}};
constexpr char channelReady[] = "TriggerChannelReady";
constexpr char deadLetterResolved[] = "DeadLetterSinkResolved";

} // namespace

BrokerController::BrokerController(const EventingContext &context)
    : EventingController(context, context.types.broker, brokerConditions, "broker-controller")
{
}

bool BrokerController::isOurs(const Json &broker) const
{
    return annotation(broker, keys::brokerClass) == keys::channelBrokerClass;
}

tl::expected<Json, std::string> BrokerController::channelTemplate(const Json &broker)
{
    const Json &config = field(broker, {"spec", "config"});
    if (!config.is_object())
        return tl::unexpected(std::string("failed to find channelTemplate"));
    if (text(config, {"kind"}) != "ConfigMap")
        return tl::unexpected(std::string(
            "Broker.Spec.Config configuration not supported, only [kind: ConfigMap, apiVersion: v1]"));
    const std::string nameSpace = text(config, {"namespace"});
    const std::string configName = text(config, {"name"});
    if (nameSpace.empty() || configName.empty())
        return tl::unexpected(std::string("Broker.Spec.Config name and namespace are required"));
    const ResourceType &configMap = m_cluster.types.configMap;
    tracker().track({&configMap, nameSpace, configName}, keyOf(broker));
    const ObjectPtr settings = m_cluster.get(configMap, nameSpace, configName);
    if (!settings)
        return tl::unexpected("configmap \"" + configName + "\" not found");
    std::string channel = text(*settings, {"data", "channel-template-spec"});
    if (channel.empty())
        channel = text(*settings, {"data", "channelTemplateSpec"});
    if (channel.empty())
        return tl::unexpected(std::string("empty or missing value for config"));
    Json value = valueOfYaml(channel);
    if (!value.is_object())
        return tl::unexpected(
            "ConfigMap's value could not be unmarshaled. json: cannot unmarshal string into Go value "
            "of type v1.ChannelTemplateSpec, "
            + base::dump(Json(channel)));
    return value;
}

tl::expected<ObjectPtr, std::string> BrokerController::triggerChannel(const Json &broker, const Json &wanted,
                                                                      Pass &pass)
{
    const ResourceType *type = channelType(m_cluster, wanted);
    if (!type)
        return tl::unexpected(unknownKind());
    const std::string channelName = nameOf(broker) + "-kne-trigger";
    tracker().track({type, namespaceOf(broker), channelName}, keyOf(broker));
    const Json &delivery = field(broker, {"spec", "delivery"});
    const Json channel =
        makeChannel(wanted,
                    {{"name", channelName},
                     {"namespace", namespaceOf(broker)},
                     {"ownerReferences", {ownerReference(broker)}},
                     {"labels", {{keys::brokerLabel, nameOf(broker)}, {keys::brokerEverything, "true"}}},
                     {"annotations", {{keys::scope, "cluster"}}}},
                    {{"delivery", delivery}});
    bool created = false;
    auto present = ensureChannel(m_cluster, *type, channel, name(), created);
    if (created)
        pass.wrote();
    if (!present)
        return tl::unexpected("failed to create channel " + namespaceOf(broker) + "/" + channelName + ": "
                              + present.error());
    if (!created && field(**present, {"spec", "delivery"}) != delivery) {
        m_cluster.modify(*type, namespaceOf(broker), channelName, name(), [&delivery](Json &live) {
            if (delivery.is_null())
                live["spec"].erase("delivery");
            else
                live["spec"]["delivery"] = delivery;
            return true;
        });
        pass.wrote();
    }
    return *present;
}

bool BrokerController::markEndpoints(const Json &broker, const char *service, const char *condition_,
                                     ConditionManager &conditions, Verdict &verdict)
{
    const ResourceType &type = m_cluster.types.endpoints;
    tracker().track({&type, eventingNamespace, service}, keyOf(broker));
    const ObjectPtr endpoints = m_cluster.get(type, eventingNamespace, service);
    if (!endpoints) {
        const std::string why = "endpoints \"" + std::string(service) + "\" not found";
        conditions.markFalse(condition_, "ServiceFailure", why);
        verdict = Verdict::failed(why);
        return false;
    }
    if (hasAddresses(*endpoints))
        conditions.markTrue(condition_);
    else
        conditions.markFalse(condition_, "EndpointsUnavailable",
                             "Endpoints \"" + std::string(service) + "\" are unavailable.");
    return true;
}

Verdict BrokerController::look(const Json &broker, Json &status, ConditionManager &conditions, Pass &pass)
{
    const auto wanted = channelTemplate(broker);
    if (!wanted) {
        conditions.markFalse(channelReady, "ChannelTemplateFailed",
                             "Error on setting up the ChannelTemplate: " + wanted.error());
        return Verdict::failed(wanted.error());
    }
    const auto channel = triggerChannel(broker, *wanted, pass);
    if (!channel) {
        conditions.markFalse(channelReady, "ChannelFailure", channel.error());
        return Verdict::failed("failed to reconcile trigger channel: " + channel.error());
    }
    const std::string channelUrl = text(**channel, {"status", "address", "url"});
    if (QUrl(QString::fromStdString(channelUrl)).host().isEmpty()) {
        conditions.markFalse(channelReady, "NoAddress", "Channel does not have an address.");
        return Verdict::done();
    }
    status["annotations"]["knative.dev/channelAddress"] = channelUrl;
    status["annotations"]["knative.dev/channelKind"] = text(*wanted, {"kind"});
    status["annotations"]["knative.dev/channelAPIVersion"] = text(*wanted, {"apiVersion"});
    status["annotations"]["knative.dev/channelName"] = nameOf(**channel);
    conditions.markTrue(channelReady);

    Verdict verdict;
    if (!markEndpoints(broker, keys::brokerFilter, "FilterReady", conditions, verdict)
        || !markEndpoints(broker, keys::brokerIngress, "IngressReady", conditions, verdict))
        return verdict;

    const Json &sink = field(broker, {"spec", "delivery", "deadLetterSink"});
    if (sink.is_object()) {
        const Resolved address = resolver().resolve(sink, keyOf(broker));
        setDeadLetterSink(status, address ? *address : Json());
        if (!address) {
            conditions.markFalse(deadLetterResolved, "Unable to get the dead letter sink's URI",
                                 address.error().message);
            return Verdict::failed(address.error().message);
        }
        conditions.markTrue(deadLetterResolved);
    } else {
        setDeadLetterSink(status, {});
        conditions.markTrueWithReason(deadLetterResolved, "DeadLetterSinkNotConfigured",
                                      "No dead letter sink is configured.");
    }
    status["address"] = {{"name", "http"},
                         {"url",
                          "http://" + std::string(keys::brokerIngress) + "." + eventingNamespace
                              + ".svc.cluster.local/" + namespaceOf(broker) + "/" + nameOf(broker)}};
    conditions.markTrue("Addressable");
    markPolicies(conditions);
    return Verdict::done();
}

} // namespace sluice::sandbox
