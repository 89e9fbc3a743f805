// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sandbox/knative/controller.h"

namespace sluice::sandbox {

/// Deployment to ReplicaSets, with rolling updates and the progress deadline (Kubernetes' deployment controller).
class DeploymentController final : public Controller {
public:
    explicit DeploymentController(Cluster &cluster);
    void observe(const StoreEvent &event) override;

protected:
    void reconcile(const Key &key, Pass &pass) override;

private:
    void scaleSet(const base::Json &deployment, const base::Json &set, std::int64_t replicas, Pass &pass);
    [[nodiscard]] base::Json statusOf(const base::Json &deployment, const std::vector<ObjectPtr> &sets,
                                      const std::string &newest);
};

/// ReplicaSet to Pods (Kubernetes' replicaset controller).
class ReplicaSetController final : public Controller {
public:
    explicit ReplicaSetController(Cluster &cluster);
    void observe(const StoreEvent &event) override;

protected:
    void reconcile(const Key &key, Pass &pass) override;
};

} // namespace sluice::sandbox
