// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sandbox/knative/controller.h"

namespace sluice::sandbox {

/// Configuration to Revisions, and which of them is the latest ready one
/// (knative.dev/serving pkg/reconciler/configuration).
class ConfigurationController final : public Controller {
public:
    explicit ConfigurationController(Cluster &cluster);
    void observe(const StoreEvent &event) override;

protected:
    void reconcile(const Key &key, Pass &pass) override;

private:
    [[nodiscard]] ObjectPtr latestCreated(const base::Json &configuration) const;
    [[nodiscard]] ObjectPtr latestReady(const base::Json &configuration) const;
};

} // namespace sluice::sandbox
