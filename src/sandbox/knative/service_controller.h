// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sandbox/knative/controller.h"

namespace sluice::sandbox {

class ConditionManager;

/// Service to Configuration and Route, and their conditions back (knative.dev/serving pkg/reconciler/service).
class ServiceController final : public Controller {
public:
    explicit ServiceController(Cluster &cluster);
    void observe(const StoreEvent &event) override;

protected:
    void reconcile(const Key &key, Pass &pass) override;

private:
    ObjectPtr reconcileConfiguration(const base::Json &service, ConditionManager &conditions, Pass &pass);
    ObjectPtr reconcileRoute(const base::Json &service, ConditionManager &conditions, Pass &pass);
    void checkTraffic(const base::Json &service, const base::Json &configuration, const base::Json &route,
                      ConditionManager &conditions);
};

} // namespace sluice::sandbox
