// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sandbox/knative/controller.h"

namespace sluice::sandbox {

/// Gives each namespace its default ServiceAccount and root certificate, and empties one that is being deleted
/// (Kubernetes' namespace, serviceaccount and root-ca-cert-publisher controllers).
class NamespaceController final : public Controller {
public:
    explicit NamespaceController(Cluster &cluster);
    void observe(const StoreEvent &event) override;

protected:
    void reconcile(const Key &key, Pass &pass) override;
};

/// Deletes what has lost its owners: in the background, in the foreground (owner last) or not at all (orphans)
/// (Kubernetes' garbage collector). Keys are uids of owners.
class GarbageCollector final : public Controller {
public:
    explicit GarbageCollector(Cluster &cluster);
    void observe(const StoreEvent &event) override;

protected:
    void reconcile(const Key &key, Pass &pass) override;

private:
    void releaseDependents(const std::string &uid, Pass &pass);
};

/// Creates \a object as whoever installs a cluster does, unless it is there already.
void seedObject(Cluster &cluster, const ResourceType &type, base::Json object);
/// Makes the namespaces, node, ConfigMaps, workloads and Services of a cluster where Knative Serving 1.15 with
/// net-istio is installed. What exists already is left alone.
void seedCluster(Cluster &cluster);
/// Makes the CustomResourceDefinitions of the custom resources, which programs read to learn what there is. Without
/// schemas: they define nothing here.
void seedDefinitions(Cluster &cluster);

} // namespace sluice::sandbox
