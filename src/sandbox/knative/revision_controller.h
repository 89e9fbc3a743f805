// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sandbox/knative/controller.h"

namespace sluice::sandbox {

class ConditionManager;

/// Revision to image digests, Deployment, caching Images and PodAutoscaler (knative.dev/serving
/// pkg/reconciler/revision).
class RevisionController final : public Controller {
public:
    explicit RevisionController(Cluster &cluster);
    void observe(const StoreEvent &event) override;

protected:
    void reconcile(const Key &key, Pass &pass) override;

private:
    enum class Digests { Resolved, Pending, Failed };
    Digests resolveDigests(const base::Json &revision, base::Json &status, ConditionManager &conditions,
                           Pass &pass);
    void reconcileDeployment(const base::Json &revision, const base::Json &status,
                             ConditionManager &conditions, Pass &pass);
    void reportPods(const base::Json &revision, const base::Json &deployment, ConditionManager &conditions);
    void reconcileImages(const base::Json &revision, const base::Json &status, Pass &pass);
    void reconcileScaling(const base::Json &revision, base::Json &status, ConditionManager &conditions,
                          Pass &pass);

    std::map<std::string, qint64>
        m_digestDue; ///< uid of a revision whose images are being looked up -> when done
};

} // namespace sluice::sandbox
