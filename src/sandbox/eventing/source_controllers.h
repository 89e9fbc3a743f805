// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sandbox/eventing/eventing_controller.h"

#include <vector>

namespace sluice::sandbox {

/// What sources have in common: the sink that they send to.
class SourceController : public EventingController {
protected:
    using EventingController::EventingController;

    /// Resolves spec.sink and marks SinkProvided; the event of Verdict is for a sink that is not there.
    [[nodiscard]] Verdict resolveSink(const base::Json &source, base::Json &status,
                                      ConditionManager &conditions);
    /// Writes sinkUri and its companions.
    static void setSink(base::Json &status, const base::Json &address);
};

/// PingSource: its sink and the shared adapter (knative.dev/eventing pkg/reconciler/pingsource).
class PingSourceController final : public SourceController {
public:
    explicit PingSourceController(const EventingContext &context);

protected:
    Verdict look(const base::Json &source, base::Json &status, ConditionManager &conditions,
                 Pass &pass) override;
    [[nodiscard]] std::string finalizer() const override { return "pingsources.sources.knative.dev"; }
};

/// ApiServerSource: its sink, the rights of its service account and its adapter (pkg/reconciler/apiserversource).
class ApiServerSourceController final : public SourceController {
public:
    explicit ApiServerSourceController(const EventingContext &context);

protected:
    Verdict look(const base::Json &source, base::Json &status, ConditionManager &conditions,
                 Pass &pass) override;
    [[nodiscard]] std::string finalizer() const override { return "apiserversources.sources.knative.dev"; }

private:
    [[nodiscard]] std::vector<std::string> watchedNamespaces(const base::Json &source);
    [[nodiscard]] std::string missingRights(const base::Json &source, const std::string &user,
                                            const std::vector<std::string> &namespaces);
    [[nodiscard]] base::Json adapter(const base::Json &source, const std::vector<std::string> &namespaces,
                                     const std::string &sinkUri) const;
};

/// ContainerSource: a Deployment of its template and a SinkBinding for it (pkg/reconciler/containersource).
class ContainerSourceController final : public SourceController {
public:
    explicit ContainerSourceController(const EventingContext &context);

protected:
    Verdict look(const base::Json &source, base::Json &status, ConditionManager &conditions,
                 Pass &pass) override;

private:
    [[nodiscard]] std::string reconcileBinding(const base::Json &source, base::Json &status,
                                               ConditionManager &conditions, Pass &pass);
    [[nodiscard]] std::string reconcileDeployment(const base::Json &source, ConditionManager &conditions,
                                                  Pass &pass);
};

/// KafkaSource as far as the sandbox has Kafka: its sink and its defaults; there is no broker to read from.
class KafkaSourceController final : public SourceController {
public:
    explicit KafkaSourceController(const EventingContext &context);

protected:
    Verdict look(const base::Json &source, base::Json &status, ConditionManager &conditions,
                 Pass &pass) override;
    [[nodiscard]] std::string finalizer() const override { return "kafkasources.sources.knative.dev"; }
};

/// SinkBinding: writes K_SINK and K_CE_OVERRIDES into the containers of its subjects (pkg/reconciler/sinkbinding over
/// knative.dev/pkg webhook/psbinding). Unlike the others it has no observedGeneration while its subject is missing.
class SinkBindingController final : public SourceController {
public:
    explicit SinkBindingController(const EventingContext &context);

protected:
    Verdict look(const base::Json &binding, base::Json &status, ConditionManager &conditions,
                 Pass &pass) override;
    Verdict finalize(const base::Json &binding, Pass &pass) override;
    [[nodiscard]] std::string finalizer() const override { return "sinkbindings.sources.knative.dev"; }
    [[nodiscard]] bool observesFailures() const override { return false; }

private:
    /// The objects that are told; or why there are none.
    [[nodiscard]] tl::expected<std::vector<ObjectPtr>, std::string> subjects(const base::Json &binding,
                                                                             const ResourceType *&type);
};

/// JobSink: its address (pkg/reconciler/jobsink).
class JobSinkController final : public EventingController {
public:
    explicit JobSinkController(const EventingContext &context);

protected:
    Verdict look(const base::Json &sink, base::Json &status, ConditionManager &conditions,
                 Pass &pass) override;
};

/// EventType: whether what it refers to is there (pkg/reconciler/eventtype).
class EventTypeController final : public EventingController {
public:
    explicit EventTypeController(const EventingContext &context);

protected:
    Verdict look(const base::Json &eventType, base::Json &status, ConditionManager &conditions,
                 Pass &pass) override;
};

/// Puts K_SINK and K_CE_OVERRIDES into every container of \a object's pod template, in the place of what was there; an
/// empty \a sinkUri only takes them out. False when nothing changed.
bool bindSink(base::Json &object, const std::string &sinkUri, const std::string &overrides);
/// K_CE_OVERRIDES of a source; empty for none.
[[nodiscard]] std::string overridesOf(const base::Json &source);

} // namespace sluice::sandbox
