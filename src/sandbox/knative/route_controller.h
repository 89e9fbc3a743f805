// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sandbox/knative/controller.h"
#include "sandbox/knative/traffic.h"

namespace sluice::sandbox {

class ConditionManager;

/// Route to placeholder Services and the ingress, with gradual rollout (knative.dev/serving pkg/reconciler/route).
class RouteController final : public Controller {
public:
    explicit RouteController(Cluster &cluster);
    void observe(const StoreEvent &event) override;

protected:
    void reconcile(const Key &key, Pass &pass) override;

private:
    struct Names {
        std::string publicHost; ///< empty for a cluster-local name
        std::string service; ///< of the placeholder
    };
    [[nodiscard]] std::string domainOf(const base::Json &route) const;
    [[nodiscard]] Names namesOf(const base::Json &route, const std::string &tag) const;
    [[nodiscard]] TrafficPlan resolve(const base::Json &route) const;
    ObjectPtr reconcileIngress(const base::Json &route, const TrafficPlan &plan, Rollout &rollout,
                               Pass &pass);
    void reconcilePlaceholders(const base::Json &route, const TrafficPlan &plan, const base::Json *ingress,
                               Pass &pass);
    [[nodiscard]] base::Json rules(const base::Json &route, const TrafficPlan &plan,
                                   const Rollout &rollout) const;
    [[nodiscard]] base::Json statusTraffic(const base::Json &route, const TrafficPlan &plan,
                                           const Rollout &rollout) const;
    [[nodiscard]] std::int64_t rolloutSeconds(const base::Json &route) const;
};

} // namespace sluice::sandbox
