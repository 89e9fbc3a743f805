// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sandbox/eventing/eventing_controller.h"
#include "sandbox/store/admission.h"

namespace sluice::sandbox {

/// sinkbindings.webhook.sources.knative.dev: writes the sink of a resolved SinkBinding into programs that are created or
/// changed, so that no pod starts without it.
class SinkBindingAdmission final : public Admission {
public:
    SinkBindingAdmission(const Cluster &cluster, const EventingTypes &types)
        : m_cluster(cluster)
        , m_types(types)
    {
    }
    [[nodiscard]] std::optional<Failure> mutate(AdmissionRequest &request) override;
    [[nodiscard]] std::optional<Failure> validate(const AdmissionRequest &request) override;

private:
    const Cluster &m_cluster;
    const EventingTypes &m_types;
};

} // namespace sluice::sandbox
