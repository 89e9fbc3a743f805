// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"
#include "sandbox/eventing/eventing_settings.h"
#include "sandbox/eventing/references.h"
#include "sandbox/knative/conditions.h"
#include "sandbox/knative/controller.h"

#include <optional>
#include <string>

namespace sluice::sandbox {

/// The resource types of Knative Eventing, looked up once.
struct EventingTypes {
    explicit EventingTypes(const ResourceRegistry &registry);
    const ResourceType &broker, &trigger, &eventType, &channel, &inMemoryChannel, &subscription, &sequence,
        &parallel, &pingSource, &apiServerSource, &containerSource, &sinkBinding, &jobSink, &kafkaSource;
};

/// What Eventing's controllers share beside the cluster.
struct EventingContext {
    Cluster &cluster;
    const EventingTypes &types;
    const EventingSettings &settings;
};

/// What a look at an object ended with.
struct Verdict {
    enum class Kind {
        Done,
        Event, ///< Done, with an event to record
        Failed, ///< with an error: recorded, and looked at again after a growing while
    };
    Kind kind = Kind::Done;
    std::string type = {}; ///< "Normal" or "Warning"
    std::string reason = {};
    std::string message = {};

    static Verdict done() { return {}; }
    static Verdict event(std::string type, std::string reason, std::string message)
    {
        return {Kind::Event, std::move(type), std::move(reason), std::move(message)};
    }
    static Verdict failed(std::string message)
    {
        return {Kind::Failed, "Warning", "InternalError", std::move(message)};
    }
};

/// The frame that Knative's generated reconcilers have (knative.dev/pkg reconciler): finalizer, initial conditions, the
/// look itself, observedGeneration, status, and the event or the retry that its end asks for. Objects that the look
/// tracks bring it back when they change; so do the objects that it owns.
class EventingController : public Controller {
public:
    EventingController(const EventingContext &context, const ResourceType &type,
                       const ConditionSet &conditions, std::string name, qint64 latency = 20);
    void observe(const StoreEvent &event) override;

protected:
    /// One look at \a object, which is not being deleted; \a status is written afterwards.
    virtual Verdict look(const base::Json &object, base::Json &status, ConditionManager &conditions,
                         Pass &pass) = 0;
    /// Cleans up before \a object goes; only asked when finalizer() has a name. The finalizer stays on failure.
    virtual Verdict finalize(const base::Json &object, Pass &pass);
    /// The finalizer that the objects carry; empty for none.
    [[nodiscard]] virtual std::string finalizer() const { return {}; }
    /// Whether observedGeneration is written by a look that failed, too.
    [[nodiscard]] virtual bool observesFailures() const { return true; }
    /// Whether this controller is responsible for \a object.
    [[nodiscard]] virtual bool isOurs(const base::Json &) const { return true; }
    void reconcile(const Key &key, Pass &pass) override;

    [[nodiscard]] DestinationResolver &resolver() { return m_resolver; }
    [[nodiscard]] ReferenceTracker &tracker() { return m_tracker; }
    [[nodiscard]] const EventingContext &context() const { return m_context; }
    void record(const base::Json &object, const std::string &type, const std::string &reason,
                const std::string &message);
    /// An owner reference to an object of this controller's type.
    [[nodiscard]] base::Json ownerReference(const base::Json &owner) const;
    /// Marks what a disabled authentication-oidc feature leaves to say.
    static void markIdentity(ConditionManager &conditions);
    static void markPolicies(ConditionManager &conditions);

private:
    bool addFinalizer(const base::Json &object, Pass &pass);
    void removeFinalizer(const base::Json &object);
    void conclude(const base::Json &object, const Verdict &verdict, Pass &pass);

    EventingContext m_context;
    const ResourceType &m_type;
    const ConditionSet &m_conditions;
    ReferenceTracker m_tracker;
    DestinationResolver m_resolver;
};

/// Writes deadLetterSinkUri and its companions of a resolved address into \a status; takes them away for none.
void setDeadLetterSink(base::Json &status, const base::Json &address);
/// Copies deadLetterSinkUri and its companions from one status to another.
void copyDeadLetterSink(base::Json &to, const base::Json &from);

} // namespace sluice::sandbox
