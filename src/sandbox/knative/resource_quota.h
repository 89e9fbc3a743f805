// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sandbox/knative/controller.h"
#include "sandbox/store/admission.h"

namespace sluice::sandbox {

class ObjectStore;

/// Refuses pods beyond what a ResourceQuota of their namespace allows (Kubernetes' quota admission). Of the quota's
/// resources only the number of pods is looked at: that is what keeps a revision from getting its pods.
class ResourceQuotaAdmission final : public Admission {
public:
    explicit ResourceQuotaAdmission(const ObjectStore &store);
    [[nodiscard]] std::optional<Failure> mutate(AdmissionRequest &request) override;
    [[nodiscard]] std::optional<Failure> validate(const AdmissionRequest &request) override;

private:
    const ObjectStore &m_store;
};

/// Keeps the status of ResourceQuotas: the limits and how many pods there are.
class ResourceQuotaController final : public Controller {
public:
    explicit ResourceQuotaController(Cluster &cluster);
    void observe(const StoreEvent &event) override;

protected:
    void reconcile(const Key &key, Pass &pass) override;

private:
    const ResourceType *m_quotas; ///< null where the API serves none
};

} // namespace sluice::sandbox
