// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <memory>

namespace sluice::sandbox {

class Admission;
class EventingSettings;
class KnativeSimulation;

/// Knative Eventing 1.15 beside Serving: admission, controllers, and the in-memory dispatcher's side of the handshake. It
/// shares the cluster, its clock and its kubelet with \a knative, which must outlive it. Everything runs in the sandbox's
/// thread; the same store, seed and calls give the same run.
class EventingSimulation {
public:
    explicit EventingSimulation(KnativeSimulation &knative);
    ~EventingSimulation();

    /// The webhooks. Hand it to ObjectStore::addAdmission() after Serving's and before start().
    [[nodiscard]] Admission &admission();
    /// The webhook that keeps bound programs bound, likewise.
    [[nodiscard]] Admission &bindingAdmission();
    /// Lets the controllers look at everything and, where the cluster is seeded, installs Eventing. Once, after
    /// KnativeSimulation::start(), whose indexes it reads.
    void start();

    /// Settings as read from the ConfigMaps now.
    [[nodiscard]] const EventingSettings &settings() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace sluice::sandbox
