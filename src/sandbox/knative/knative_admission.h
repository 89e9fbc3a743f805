// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sandbox/store/admission.h"

namespace sluice::sandbox {

struct KnativeSettings;

/// Knative Serving's two webhooks: webhook.serving.knative.dev fills in, validation.webhook.serving.knative.dev
/// judges Service, Configuration, Revision, Route, DomainMapping and PodAutoscaler. Writes to status pass.
/// \a settings is read at every write and must outlive it.
class KnativeAdmission final : public Admission {
public:
    explicit KnativeAdmission(const KnativeSettings &settings)
        : m_settings(settings)
    {
    }
    [[nodiscard]] std::optional<Failure> mutate(AdmissionRequest &request) override;
    [[nodiscard]] std::optional<Failure> validate(const AdmissionRequest &request) override;

private:
    const KnativeSettings &m_settings;
};

} // namespace sluice::sandbox
