// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"
#include "sandbox/knative/settings.h"
#include "sandbox/knative/simulation.h"
#include "sandbox/store/object_store.h"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sluice::sandbox {

class PodLogs;

/// The resource types that the controllers touch, looked up once.
struct KnownTypes {
    explicit KnownTypes(const ResourceRegistry &registry);
    const ResourceType &service, &configuration, &revision, &route, &podAutoscaler, &metric,
        &serverlessService, &ingress, &image, &deployment, &replicaSet, &pod, &coreService, &endpoints,
        &endpointSlice, &event, &nameSpace, &configMap, &serviceAccount;
    const ResourceType *node; ///< null where the API serves no nodes
};

/// Where an object is.
struct ObjectRef {
    const ResourceType *type = nullptr;
    std::string nameSpace;
    std::string name;
    auto operator<=>(const ObjectRef &) const = default;
};

/// What all controllers share: the store, time, settings, and indexes over the objects that are kept by events, so
/// that no reconcile has to walk over everything.
class Cluster {
public:
    Cluster(ObjectStore &store, Scheduler &scheduler, PodLogs &logs, SimulationOptions options);

    ObjectStore &store;
    Scheduler &scheduler;
    PodLogs &logs;
    const SimulationOptions options;
    const KnownTypes types;
    KnativeSettings settings;
    std::function<ImageFault(const std::string &image)> imageFault; ///< what becomes of an image

    [[nodiscard]] std::string now() const;
    [[nodiscard]] qint64 nowMs() const;

    [[nodiscard]] ObjectPtr get(const ResourceType &type, const std::string &nameSpace,
                                const std::string &name) const
    {
        return store.get(type, nameSpace, name);
    }
    /// Creates \a object for \a controller ("route-controller"); null with \a why filled when it is refused.
    ObjectPtr create(const ResourceType &type, base::Json object, std::string_view controller,
                     std::string *why = nullptr);
    /// Lets \a change edit the stored object; null when it is gone or refused.
    ObjectPtr modify(const ResourceType &type, const std::string &nameSpace, const std::string &name,
                     std::string_view controller, const std::function<bool(base::Json &)> &change);
    /// Writes \a status to the object if it is still the one with \a uid. False when it is gone.
    bool setStatus(const ResourceType &type, const std::string &nameSpace, const std::string &name,
                   const std::string &uid, base::Json status, std::string_view controller);
    void remove(const ResourceType &type, const std::string &nameSpace, const std::string &name,
                std::string_view controller,
                RemoveOptions::Propagation propagation = RemoveOptions::Propagation::Background);

    /// Objects of \a type that \a ownerUid owns, in order of their names.
    [[nodiscard]] std::vector<ObjectPtr> owned(std::string_view ownerUid, const ResourceType &type) const;
    [[nodiscard]] std::vector<ObjectRef> dependents(std::string_view ownerUid) const;
    /// Objects of \a type with that label. Only labels in indexedLabels() are known.
    [[nodiscard]] std::vector<ObjectPtr> labelled(const ResourceType &type, const std::string &nameSpace,
                                                  std::string_view key, const std::string &value) const;

    /// Records a core/v1 event; the same event again within the last ones only counts up.
    void recordEvent(std::string_view controller, const base::Json &involved, const std::string &type,
                     const std::string &reason, const std::string &message);
    /// The scheduler's events, which are written through events.k8s.io.
    void recordScheduled(const base::Json &pod, const std::string &nodeName);

    /// Who \a controller is towards the API server: the manager in managedFields and the account. Those of Serving and of
    /// Kubernetes are known.
    void introduce(const std::string &controller, std::string manager, std::string user);

    /// Keeps the indexes; called first for every event.
    void observe(const StoreEvent &event);
    /// A name suffix like those of generateName.
    [[nodiscard]] std::string suffix(int length = 5) { return store.random().suffix(length); }

private:
    [[nodiscard]] WriteContext context(std::string_view controller) const;
    void index(const ResourceType &type, const base::Json &object, bool add);

    std::map<std::string, std::pair<std::string, std::string>, std::less<>>
        m_identities; ///< controller -> manager, user
    std::unordered_map<std::string, std::set<ObjectRef>> m_byOwner;
    std::map<std::string, std::set<ObjectRef>> m_byLabel; ///< "key=value"
    std::unordered_map<std::string, std::string> m_events; ///< what happened to whom -> name of the event
};

} // namespace sluice::sandbox
