// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/knative/labeler.h"

#include "base/json.h"
#include "sandbox/knative/conditions.h"
#include "sandbox/knative/fields.h"
#include "sandbox/knative/go_values.h"
#include "sandbox/knative/serving_keys.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

namespace {

std::set<std::string> routesIn(const Json &object)
{
    std::set<std::string> routes;
    const std::string listed = annotation(object, keys::routes);
    for (size_t start = 0; start < listed.size();) {
        const size_t end = std::min(listed.find(',', start), listed.size());
        routes.insert(listed.substr(start, end - start));
        start = end + 1;
    }
    return routes;
}

void collect(const Json &targets, std::set<std::string> &revisions, std::set<std::string> &configurations)
{
    if (!targets.is_array())
        return;
    for (const Json &target : targets) {
        if (const std::string name = text(target, {"revisionName"}); !name.empty())
            revisions.insert(name);
        if (const std::string name = text(target, {"configurationName"}); !name.empty())
            configurations.insert(name);
    }
}

} // namespace

Labeler::Labeler(Cluster &cluster)
    : Controller(cluster, "labeler-controller", 25)
{
}

void Labeler::observe(const StoreEvent &event)
{
    if (event.resource == &m_cluster.types.route) {
        if (event.type != EventType::Deleted)
            enqueue(keyOf(*event.object));
    } else if (event.resource == &m_cluster.types.configuration && event.type == EventType::Modified) {
        for (const std::string &route : routesIn(*event.object))
            enqueue({namespaceOf(*event.object), route});
    }
}

void Labeler::mark(const ResourceType &type, const Json &object, const std::string &route, bool routed,
                   Pass &pass)
{
    std::set<std::string> routes = routesIn(object);
    const bool changed = routed ? routes.insert(route).second : routes.erase(route) > 0;
    const bool revision = &type == &m_cluster.types.revision;
    const std::string state = routes.empty() ? "reserve" : "active";
    if (!changed && (!revision || label(object, keys::routingState) == state))
        return;
    m_cluster.modify(type, namespaceOf(object), nameOf(object), name(), [&](Json &live) {
        std::string listed;
        for (const std::string &entry : routes)
            listed += (listed.empty() ? "" : ",") + entry;
        Json &notes = live["metadata"]["annotations"];
        if (listed.empty())
            notes.erase(keys::routes);
        else
            notes[keys::routes] = listed;
        if (revision && label(live, keys::routingState) != state) {
            live["metadata"]["labels"][keys::routingState] = state;
            notes[keys::routingStateModified] = m_cluster.now();
        }
        return true;
    });
    pass.wrote();
}

void Labeler::reconcile(const Key &key, Pass &pass)
{
    const KnownTypes &types = m_cluster.types;
    const ObjectPtr stored = m_cluster.get(types.route, key.nameSpace, key.name);
    if (!stored)
        return;
    const Json &route = *stored;
    const bool leaving = isBeingDeleted(route);
    const Json &finalizers = field(route, {"metadata", "finalizers"});
    const bool held = finalizers.is_array()
        && std::find(finalizers.begin(), finalizers.end(), keys::routeFinalizer) != finalizers.end();
    if (!leaving && !held) {
        m_cluster.modify(types.route, key.nameSpace, key.name, name(), [](Json &object) {
            object["metadata"]["finalizers"].push_back(keys::routeFinalizer);
            return true;
        });
        pass.wrote();
        m_cluster.recordEvent("route-controller", route, "Normal", "FinalizerUpdate",
                              "Updated " + goQuoted(key.name) + " finalizers");
    }
    std::set<std::string> revisions;
    std::set<std::string> configurations;
    if (!leaving) {
        collect(field(route, {"spec", "traffic"}), revisions, configurations);
        collect(field(route, {"status", "traffic"}), revisions, configurations);
        const std::set<std::string> followed = configurations;
        for (const std::string &name_ : followed) {
            if (const ObjectPtr configuration = m_cluster.get(types.configuration, key.nameSpace, name_)) {
                for (const char *latest : {"latestReadyRevisionName", "latestCreatedRevisionName"}) {
                    if (const std::string revision = text(*configuration, {"status", latest});
                        !revision.empty())
                        revisions.insert(revision);
                }
                // Made, but not yet in the status.
                const std::string generation = std::to_string(generationOf(*configuration));
                for (const ObjectPtr &revision : m_cluster.owned(uidOf(*configuration), types.revision)) {
                    if (label(*revision, keys::configurationGeneration) == generation)
                        revisions.insert(nameOf(*revision));
                }
            }
        }
        for (const std::string &name_ : revisions) {
            if (const ObjectPtr revision = m_cluster.get(types.revision, key.nameSpace, name_))
                configurations.insert(label(*revision, keys::configuration));
        }
    }
    // Everything that is routed or was: the revisions of the configurations concerned, and the one named alike.
    std::set<std::string> known = configurations;
    known.insert(key.name);
    for (const std::string &name_ : known) {
        const ObjectPtr configuration = m_cluster.get(types.configuration, key.nameSpace, name_);
        if (!configuration)
            continue;
        mark(types.configuration, *configuration, key.name, configurations.count(name_) > 0, pass);
        for (const ObjectPtr &revision : m_cluster.owned(uidOf(*configuration), types.revision)) {
            const bool routed = revisions.count(nameOf(*revision)) > 0;
            if (routed || routesIn(*revision).count(key.name))
                mark(types.revision, *revision, key.name, routed, pass);
        }
    }
    if (leaving && held) {
        pass.finally([this, key] {
            m_cluster.modify(m_cluster.types.route, key.nameSpace, key.name, name(), [](Json &object) {
                Json &list = object["metadata"]["finalizers"];
                list.erase(std::remove(list.begin(), list.end(), Json(keys::routeFinalizer)), list.end());
                if (list.empty())
                    object["metadata"].erase("finalizers");
                return true;
            });
        });
    }
}

RevisionCollector::RevisionCollector(Cluster &cluster)
    : Controller(cluster, "revision-gc-controller", 50)
{
}

void RevisionCollector::observe(const StoreEvent &event)
{
    if (event.resource == &m_cluster.types.configuration && event.type != EventType::Deleted)
        enqueue(keyOf(*event.object));
    else if (event.resource == &m_cluster.types.revision && event.type != EventType::Deleted && event.previous
             && label(*event.previous, keys::routingState) != label(*event.object, keys::routingState))
        enqueueOwner(*event.object, "Configuration");
}

void RevisionCollector::reconcile(const Key &key, Pass &pass)
{
    const ObjectPtr configuration = m_cluster.get(m_cluster.types.configuration, key.nameSpace, key.name);
    if (!configuration || isBeingDeleted(*configuration))
        return;
    const KnativeSettings::Gc &gc = m_cluster.settings.gc;
    const std::vector<ObjectPtr> all = m_cluster.owned(uidOf(*configuration), m_cluster.types.revision);
    const auto minimum = static_cast<size_t>(std::max<std::int64_t>(0, gc.minNonActiveRevisions));
    if (all.size() <= minimum)
        return;
    const std::string latest = text(*configuration, {"status", "latestReadyRevisionName"});
    struct Candidate {
        ObjectPtr revision;
        qint64 created = 0;
        qint64 lastActive = 0;
    };
    std::vector<Candidate> candidates;
    const auto time = [](const std::string &text_) {
        const QDateTime read = parseRfc3339(text_);
        return read.isValid() ? read.toMSecsSinceEpoch() : 0;
    };
    for (const ObjectPtr &revision : all) {
        if (nameOf(*revision) == latest || label(*revision, keys::routingState) != "reserve"
            || annotation(*revision, keys::noGc) == "true")
            continue;
        Candidate candidate{revision, time(text(*revision, {"metadata", "creationTimestamp"})), 0};
        candidate.lastActive = time(annotation(*revision, keys::routingStateModified));
        if (candidate.lastActive == 0)
            candidate.lastActive = candidate.created;
        candidates.push_back(std::move(candidate));
    }
    if (candidates.size() <= minimum)
        return;
    std::sort(candidates.begin(), candidates.end(), [](const Candidate &a, const Candidate &b) {
        return std::pair(a.lastActive, nameOf(*a.revision)) < std::pair(b.lastActive, nameOf(*b.revision));
    });
    const qint64 now = m_cluster.nowMs();
    const auto stale = [&](const Candidate &candidate) {
        if (!gc.retainSinceCreate && !gc.retainSinceLastActive)
            return false;
        return (!gc.retainSinceCreate || candidate.created + *gc.retainSinceCreate <= now)
            && (!gc.retainSinceLastActive || candidate.lastActive + *gc.retainSinceLastActive <= now);
    };
    const auto remove = [&](const Candidate &candidate) {
        m_cluster.remove(m_cluster.types.revision, key.nameSpace, nameOf(*candidate.revision), name());
        pass.wrote();
    };
    size_t left = candidates.size();
    std::vector<Candidate> kept;
    qint64 nextStale = 0;
    for (const Candidate &candidate : candidates) {
        if (left > minimum && stale(candidate)) {
            remove(candidate);
            --left;
            continue;
        }
        const qint64 due = std::max(candidate.created + gc.retainSinceCreate.value_or(0),
                                    candidate.lastActive + gc.retainSinceLastActive.value_or(0));
        if (due > now && (nextStale == 0 || due < nextStale))
            nextStale = due;
        kept.push_back(candidate);
    }
    if (gc.maxNonActiveRevisions) {
        const auto maximum = static_cast<size_t>(std::max<std::int64_t>(0, *gc.maxNonActiveRevisions));
        for (size_t i = 0; i < kept.size() && left > maximum; ++i, --left)
            remove(kept[i]);
    }
    if (nextStale != 0 && left > minimum)
        enqueueAfter(key, nextStale - now);
}

} // namespace sluice::sandbox
