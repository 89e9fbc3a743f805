// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sandbox/eventing/eventing_controller.h"

namespace sluice::sandbox {

/// InMemoryChannel: the Service that gives it an address, as long as the shared dispatcher is there
/// (knative.dev/eventing pkg/reconciler/inmemorychannel/controller).
class InMemoryChannelController final : public EventingController {
public:
    explicit InMemoryChannelController(const EventingContext &context);

protected:
    Verdict look(const base::Json &channel, base::Json &status, ConditionManager &conditions,
                 Pass &pass) override;

private:
    [[nodiscard]] std::string ensureService(const base::Json &channel, const std::string &dispatcherNamespace,
                                            Pass &pass);
};

/// The dispatcher's side of the handshake: tells each subscriber of a ready channel that events flow to it
/// (pkg/reconciler/inmemorychannel/dispatcher).
class InMemoryDispatcher final : public Controller {
public:
    explicit InMemoryDispatcher(const EventingContext &context);
    void observe(const StoreEvent &event) override;

protected:
    void reconcile(const Key &key, Pass &pass) override;

private:
    const ResourceType &m_type;
};

/// Channel: the backing channel of the kind that its template names (pkg/reconciler/channel).
class ChannelController final : public EventingController {
public:
    explicit ChannelController(const EventingContext &context);

protected:
    Verdict look(const base::Json &channel, base::Json &status, ConditionManager &conditions,
                 Pass &pass) override;
};

/// Subscription: resolves its addresses and enters them into the channel (pkg/reconciler/subscription).
class SubscriptionController final : public EventingController {
public:
    explicit SubscriptionController(const EventingContext &context);

protected:
    Verdict look(const base::Json &subscription, base::Json &status, ConditionManager &conditions,
                 Pass &pass) override;
    Verdict finalize(const base::Json &subscription, Pass &pass) override;
    [[nodiscard]] std::string finalizer() const override { return "subscriptions.messaging.knative.dev"; }

private:
    struct Missing {
        std::string why;
        bool notFound = false;
    };
    /// The channel that events come from, behind a Channel the one that backs it.
    [[nodiscard]] tl::expected<ObjectPtr, Missing> channelOf(const base::Json &subscription);
    [[nodiscard]] Verdict resolveAll(const base::Json &subscription, const base::Json &channel,
                                     base::Json &physical, ConditionManager &conditions);
    /// Brings spec.subscribers of \a channel up to date. True when something was written.
    [[nodiscard]] bool enter(const base::Json &channel, const base::Json &subscription,
                             const base::Json &physical, Pass &pass);
    [[nodiscard]] const ResourceType *typeOfChannel(const base::Json &channel) const;
};

} // namespace sluice::sandbox
