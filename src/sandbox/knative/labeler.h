// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sandbox/knative/controller.h"

namespace sluice::sandbox {

/// Tells configurations and revisions which routes lead to them, and holds a deleted Route until that is undone
/// (knative.dev/serving pkg/reconciler/labeler).
class Labeler final : public Controller {
public:
    explicit Labeler(Cluster &cluster);
    void observe(const StoreEvent &event) override;

protected:
    void reconcile(const Key &key, Pass &pass) override;

private:
    void mark(const ResourceType &type, const base::Json &object, const std::string &route, bool routed,
              Pass &pass);
};

/// Deletes revisions that nothing has led to for long enough (knative.dev/serving pkg/reconciler/gc).
class RevisionCollector final : public Controller {
public:
    explicit RevisionCollector(Cluster &cluster);
    void observe(const StoreEvent &event) override;

protected:
    void reconcile(const Key &key, Pass &pass) override;
};

} // namespace sluice::sandbox
