// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sandbox/store/admission.h"
#include "sandbox/store/resource_type.h"
#include "sandbox/store/seeded_random.h"
#include "sandbox/store/virtual_clock.h"
#include "sandbox/store/watch_log.h"

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sluice::sandbox {

/// What a write left behind.
struct Written {
    ObjectPtr object; ///< as stored; for dry runs as it would have been
    std::vector<std::string> warnings;
    bool changed = true; ///< false when the object already was like that: no new version, no event
    bool removed = false; ///< the object is gone (deletion without finalizers, or the last one taken off)
};

/// How an object is to be deleted.
struct RemoveOptions {
    enum class Propagation { Default, Background, Foreground, Orphan };
    Propagation propagation = Propagation::Default;
    std::optional<std::string> uid; ///< precondition
    std::optional<std::string> resourceVersion; ///< precondition
    std::optional<qint64> gracePeriodSeconds; ///< only graceful types look at it; 0 removes at once
};

/// A Failure together with the warnings given before it.
struct WriteRefusal {
    Failure failure;
    std::vector<std::string> warnings;
};
using WriteOutcome = tl::expected<Written, WriteRefusal>;

/// The cluster's objects. Versions are one counter for all types; uids, names and times come from the seed and
/// the clock. It does what the API server does on a write: metadata, generation, field tracking, admission,
/// optimistic concurrency, finalizers. Single-threaded: only the sandbox's thread may touch it.
/// Neither clock nor registry nor admissions are owned; they must outlive the store.
class ObjectStore {
public:
    using Listener = std::function<void(const StoreEvent &)>;
    using ListenerId = std::uint64_t;

    ObjectStore(const ResourceRegistry &registry, const Scheduler &clock, std::uint64_t seed);

    void setRules(ObjectRules *rules) { m_rules = rules; }
    /// Called in order of adding: first every mutate(), then every validate().
    void addAdmission(Admission *admission) { m_admissions.push_back(admission); }

    [[nodiscard]] const ResourceRegistry &registry() const { return m_registry; }
    [[nodiscard]] const Scheduler &clock() const { return m_clock; }
    [[nodiscard]] SeededRandom &random() { return m_random; }

    /// The object, or null. \a nameSpace is empty for cluster-scoped types.
    [[nodiscard]] ObjectPtr get(const ResourceType &type, std::string_view nameSpace,
                                std::string_view name) const;
    /// Sorted by namespace and name; all namespaces when \a nameSpace is empty.
    [[nodiscard]] std::vector<ObjectPtr> list(const ResourceType &type,
                                              std::string_view nameSpace = {}) const;
    /// As it was at \a version; nothing when that has been compacted away or is not reached yet.
    [[nodiscard]] std::optional<std::vector<ObjectPtr>>
    listAt(const ResourceType &type, std::string_view nameSpace, std::uint64_t version) const;
    /// By uid, over all types; null when there is none.
    [[nodiscard]] ObjectPtr findUid(std::string_view uid) const;
    /// Version of the last change to anything.
    [[nodiscard]] std::uint64_t version() const { return m_version; }

    /// Errors: AlreadyExists, NotFound (namespace), Forbidden (terminating namespace), what rules and admission say.
    /// metadata.generateName is resolved here. Any status is dropped when the type has the status subresource.
    WriteOutcome create(const ResourceType &type, base::Json object, const WriteContext &context);
    /// Replaces the object of that name; context.subresource "status" replaces only status. A resourceVersion in
    /// the object is checked (Conflict), without one the write is unconditional. Errors as above and NotFound.
    WriteOutcome update(const ResourceType &type, base::Json object, const WriteContext &context);
    /// update() with context.subresource set to "status".
    WriteOutcome updateStatus(const ResourceType &type, base::Json object, WriteContext context);
    /// Reads, lets \a change edit a copy, and writes it. \a change returning false writes nothing.
    WriteOutcome modify(const ResourceType &type, std::string_view nameSpace, std::string_view name,
                        const WriteContext &context, const std::function<bool(base::Json &)> &change);
    /// Removes the object, or marks it with deletionTimestamp while finalizers (or a pod's grace period) hold it.
    WriteOutcome remove(const ResourceType &type, std::string_view nameSpace, std::string_view name,
                        const RemoveOptions &options, const WriteContext &context);

    /// Every committed change, in order. A listener may write; those changes are told after the present one.
    ListenerId subscribe(Listener listener);
    void unsubscribe(ListenerId id);

    [[nodiscard]] const WatchLog &log() const { return m_log; }
    /// Forgets old changes, so that watches from before must relist (410).
    void compact(std::uint64_t version) { m_log.compact(version); }

private:
    using ObjectKey = std::pair<std::string, std::string>; // namespace, name
    using Objects = std::map<ObjectKey, ObjectPtr>;

    [[nodiscard]] const Objects *objects(const ResourceType &type) const;
    [[nodiscard]] std::optional<Failure> admit(AdmissionRequest &request, bool validateOnly);
    [[nodiscard]] std::optional<Failure> checkNamespace(const ResourceType &type,
                                                        const std::string &nameSpace) const;
    WriteOutcome commit(const ResourceType &type, EventType event, ObjectPtr previous, base::Json object,
                        const WriteContext &context, std::vector<std::string> warnings);
    void deliver(StoreEvent event);

    const ResourceRegistry &m_registry;
    const Scheduler &m_clock;
    SeededRandom m_random;
    ObjectRules *m_rules = nullptr;
    std::vector<Admission *> m_admissions;
    std::map<const ResourceType *, Objects> m_objects;
    std::map<std::string, ObjectPtr, std::less<>> m_byUid;
    std::uint64_t m_version = 0;
    WatchLog m_log;
    std::map<ListenerId, Listener> m_listeners;
    ListenerId m_lastListener = 0;
    std::deque<StoreEvent> m_undelivered;
    bool m_delivering = false;
};

} // namespace sluice::sandbox
