// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sandbox/knative/controller.h"
#include "sandbox/knative/decider.h"

namespace sluice::sandbox {

class ConditionManager;

/// PodAutoscaler to ServerlessService, Metric and the Deployment's replicas (knative.dev/serving
/// pkg/reconciler/autoscaling/kpa). Revisions of the HPA class are kept at their minimum scale.
class AutoscalerController final : public Controller {
public:
    explicit AutoscalerController(Cluster &cluster);
    void observe(const StoreEvent &event) override;
    /// The load of a revision has changed.
    void setLoad(const Key &revision, double perSecond, double concurrency);

protected:
    void reconcile(const Key &key, Pass &pass) override;

private:
    struct Scale {
        std::int64_t want = Decider::unknown;
        bool apply = false;
    };
    void tick(const Key &key);
    void scheduleTick(const Key &key);
    [[nodiscard]] std::int64_t readyPods(const Key &key) const;
    [[nodiscard]] ScalingRules rulesOf(const base::Json &scaler) const;
    void reconcileMetric(const base::Json &scaler, const ScalingRules &rules, const std::string &target,
                         Pass &pass);
    ObjectPtr reconcileService(const base::Json &scaler, bool proxy, std::int64_t activators, Pass &pass);
    std::int64_t scale(const base::Json &scaler, const base::Json &serverless, const ScalingRules &rules,
                       std::int64_t desired, Pass &pass);
    Scale scaleToZero(const base::Json &scaler, const base::Json &serverless, const ScalingRules &rules,
                      std::int64_t desired);
    void computeActive(const base::Json &scaler, base::Json &status, const ScalingRules &rules,
                       std::int64_t want, std::int64_t ready, ConditionManager &conditions);
    [[nodiscard]] qint64 inStateFor(const base::Json &object, const char *type, const char *status) const;

    struct Known {
        Decider decider;
        bool ticking = false;
    };
    std::map<Key, Known> m_deciders;
    std::shared_ptr<char> m_living = std::make_shared<char>();
};

/// A Metric is ready once it is being collected, and fails where pods do not answer.
class MetricController final : public Controller {
public:
    explicit MetricController(Cluster &cluster);
    void observe(const StoreEvent &event) override;

protected:
    void reconcile(const Key &key, Pass &pass) override;
};

} // namespace sluice::sandbox
