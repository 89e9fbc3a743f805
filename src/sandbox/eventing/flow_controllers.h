// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sandbox/eventing/eventing_controller.h"

#include <vector>

namespace sluice::sandbox {

/// What Sequence and Parallel have in common: channels and Subscriptions that they own.
class FlowController : public EventingController {
protected:
    using EventingController::EventingController;

    /// The flow's channel \a channelName, made when it is missing; or why not.
    [[nodiscard]] tl::expected<ObjectPtr, std::string> channel(const base::Json &flow,
                                                               const std::string &channelName, Pass &pass);
    /// The flow's Subscription as \a wanted; made, updated, or made anew when its channel has changed.
    [[nodiscard]] tl::expected<ObjectPtr, std::string> subscription(const base::Json &flow, base::Json wanted,
                                                                    Pass &pass);
    /// Deletes what the flow owns of that type and does not name in \a wanted.
    void removeOthers(const base::Json &flow, const ResourceType &type,
                      const std::vector<std::string> &wanted, Pass &pass);
    /// A Subscription in the flow's namespace from one of its channels.
    [[nodiscard]] base::Json makeSubscription(const base::Json &flow, const std::string &subscriptionName,
                                              const std::string &channelName) const;
    /// A destination that is one of the flow's channels.
    [[nodiscard]] static base::Json channelDestination(const base::Json &flow,
                                                       const std::string &channelName);
};

/// Sequence: a channel and a Subscription for each step (knative.dev/eventing pkg/reconciler/sequence).
class SequenceController final : public FlowController {
public:
    explicit SequenceController(const EventingContext &context);

protected:
    Verdict look(const base::Json &sequence, base::Json &status, ConditionManager &conditions,
                 Pass &pass) override;

private:
    void propagateChannels(const std::vector<ObjectPtr> &channels, base::Json &status,
                           ConditionManager &conditions);
    void propagateSubscriptions(const std::vector<ObjectPtr> &subscriptions, base::Json &status,
                                ConditionManager &conditions);
};

/// Parallel: a channel that takes the events, and a channel with two Subscriptions for each branch
/// (pkg/reconciler/parallel).
class ParallelController final : public FlowController {
public:
    explicit ParallelController(const EventingContext &context);

protected:
    Verdict look(const base::Json &parallel, base::Json &status, ConditionManager &conditions,
                 Pass &pass) override;

private:
    void propagateChannels(const ObjectPtr &ingress, const std::vector<ObjectPtr> &channels,
                           base::Json &status, ConditionManager &conditions);
    void propagateSubscriptions(const std::vector<ObjectPtr> &filters,
                                const std::vector<ObjectPtr> &subscriptions, base::Json &status,
                                ConditionManager &conditions);
};

} // namespace sluice::sandbox
