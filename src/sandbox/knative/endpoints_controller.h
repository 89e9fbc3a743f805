// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sandbox/knative/controller.h"

namespace sluice::sandbox {

/// Services with a selector to Endpoints and EndpointSlices, and Endpoints that somebody else writes to EndpointSlices
/// (Kubernetes' endpoints, endpointslice and endpointslicemirroring controllers).
class EndpointsController final : public Controller {
public:
    explicit EndpointsController(Cluster &cluster);
    void observe(const StoreEvent &event) override;

protected:
    void reconcile(const Key &key, Pass &pass) override;

private:
    void writeSlice(const Key &key, const base::Json &owner, const char *ownerKind,
                    const base::Json &endpoints, const base::Json &ports, Pass &pass);
    void mirror(const Key &key, const base::Json &endpoints, Pass &pass);

    std::map<std::string, std::set<Key>> m_bySelector; ///< a label pair of the selector -> services
};

} // namespace sluice::sandbox
