// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sandbox/knative/controller.h"

namespace sluice::sandbox {

/// ServerlessService to the public and the private Service of a revision, and whether the public one leads to pods or
/// to the activator (knative.dev/serving pkg/reconciler/serverlessservice).
class ServerlessServiceController final : public Controller {
public:
    explicit ServerlessServiceController(Cluster &cluster);
    void observe(const StoreEvent &event) override;

protected:
    void reconcile(const Key &key, Pass &pass) override;
};

/// What an ingress implementation does with a KIngress: programs it, probes it, reports its gateways.
class IngressController final : public Controller {
public:
    explicit IngressController(Cluster &cluster);
    void observe(const StoreEvent &event) override;

protected:
    void reconcile(const Key &key, Pass &pass) override;

private:
    std::map<Key, qint64> m_probing; ///< until when the gateways are probed
};

} // namespace sluice::sandbox
