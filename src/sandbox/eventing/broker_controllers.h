// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sandbox/eventing/eventing_controller.h"

#include <map>
#include <set>

namespace sluice::sandbox {

/// Broker of the class MTChannelBasedBroker: its trigger channel, its address and its dead letter sink
/// (knative.dev/eventing pkg/reconciler/broker).
class BrokerController final : public EventingController {
public:
    explicit BrokerController(const EventingContext &context);

protected:
    Verdict look(const base::Json &broker, base::Json &status, ConditionManager &conditions,
                 Pass &pass) override;
    [[nodiscard]] bool isOurs(const base::Json &broker) const override;

private:
    /// apiVersion, kind and spec of the trigger channel, or why there is none.
    [[nodiscard]] tl::expected<base::Json, std::string> channelTemplate(const base::Json &broker);
    [[nodiscard]] tl::expected<ObjectPtr, std::string> triggerChannel(const base::Json &broker,
                                                                      const base::Json &wanted, Pass &pass);
    /// Marks \a condition by the endpoints of one of the shared services; false when there are none at all.
    bool markEndpoints(const base::Json &broker, const char *service, const char *condition,
                       ConditionManager &conditions, Verdict &verdict);
};

/// Trigger of such a Broker: a Subscription from the Broker's channel through its filter to the subscriber
/// (pkg/reconciler/broker/trigger). A Trigger whose Broker has never been there is not looked at.
class TriggerController final : public EventingController {
public:
    explicit TriggerController(const EventingContext &context);
    void observe(const StoreEvent &event) override;

protected:
    Verdict look(const base::Json &trigger, base::Json &status, ConditionManager &conditions,
                 Pass &pass) override;

private:
    Verdict resolveDeadLetterSink(const base::Json &broker, const base::Json &trigger, base::Json &status,
                                  ConditionManager &conditions);
    Verdict subscribe(const base::Json &broker, const base::Json &trigger, ConditionManager &conditions,
                      Pass &pass);
    Verdict checkDependency(const base::Json &trigger, ConditionManager &conditions);

    std::map<Key, std::set<Key>> m_byBroker; ///< Triggers of each Broker
};

} // namespace sluice::sandbox
