// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sandbox/knative/controller.h"
#include "sandbox/store/admission.h"

#include <set>
#include <string>

namespace sluice::sandbox {

class ObjectStore;

/// Refuses new objects beyond what a ResourceQuota of their namespace allows (Kubernetes' quota admission): numbers of objects
/// ("pods", "count/services.serving.knative.dev"), and of pods what they request and their limits of cpu and memory.
class ResourceQuotaAdmission final : public Admission {
public:
    explicit ResourceQuotaAdmission(const ObjectStore &store);
    [[nodiscard]] std::optional<Failure> mutate(AdmissionRequest &request) override;
    [[nodiscard]] std::optional<Failure> validate(const AdmissionRequest &request) override;

private:
    const ObjectStore &m_store;
};

/// Keeps the status of ResourceQuotas: the limits and what is taken of them.
class ResourceQuotaController final : public Controller {
public:
    explicit ResourceQuotaController(Cluster &cluster);
    void observe(const StoreEvent &event) override;

protected:
    void reconcile(const Key &key, Pass &pass) override;

private:
    const ResourceType *m_quotas; ///< null where the API serves none
    std::set<std::string> m_limited; ///< namespaces that may have quotas
};

} // namespace sluice::sandbox
