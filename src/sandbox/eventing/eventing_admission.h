// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sandbox/store/admission.h"

namespace sluice::sandbox {

class EventingSettings;

/// Knative Eventing's two webhooks: webhook.eventing.knative.dev fills in, validation.webhook.eventing.knative.dev judges
/// (knative.dev/eventing cmd/webhook names their kinds), and the two that come with the in-memory channel. Writes to status pass.
/// \a settings is read at every write and must outlive it.
class EventingAdmission final : public Admission {
public:
    explicit EventingAdmission(const EventingSettings &settings)
        : m_settings(settings)
    {
    }
    [[nodiscard]] std::optional<Failure> mutate(AdmissionRequest &request) override;
    [[nodiscard]] std::optional<Failure> validate(const AdmissionRequest &request) override;

private:
    const EventingSettings &m_settings;
};

} // namespace sluice::sandbox
