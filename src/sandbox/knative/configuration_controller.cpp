// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/knative/configuration_controller.h"

#include "base/json.h"
#include "sandbox/knative/conditions.h"
#include "sandbox/knative/fields.h"
#include "sandbox/knative/go_values.h"
#include "sandbox/knative/serving_keys.h"

#include <QString>
#include <algorithm>
#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

namespace {

std::string revisionName(const Json &configuration)
{
    const std::string chosen = text(configuration, {"spec", "template", "metadata", "name"});
    if (!chosen.empty())
        return chosen;
    const std::string number_ = QStringLiteral("-%1")
                                    .arg(qlonglong(generationOf(configuration)), 5, 10, QLatin1Char('0'))
                                    .toStdString();
    return childName(nameOf(configuration), number_);
}

std::int64_t generationLabel(const Json &revision)
{
    return parseGoInt(label(revision, keys::configurationGeneration)).value_or(0);
}

Json makeRevision(const Json &configuration, const std::string &now)
{
    const Json &source = field(configuration, {"spec", "template"});
    Json marks = labels(source);
    marks[keys::configuration] = nameOf(configuration);
    marks[keys::configurationGeneration] = std::to_string(generationOf(configuration));
    marks[keys::configurationUid] = uidOf(configuration);
    for (const char *key : {keys::service, keys::serviceUid}) {
        if (const std::string value = label(configuration, key); !value.empty())
            marks[key] = value;
    }
    Json notes = annotations(source);
    notes.erase(keys::lastApplied);
    if (const std::string modifier = annotation(configuration, keys::lastModifier); !modifier.empty())
        notes[keys::creator] = modifier;
    // Routed from birth when the configuration already is.
    const std::string routes = annotation(configuration, keys::routes);
    if (!routes.empty())
        notes[keys::routes] = routes;
    marks[keys::routingState] = routes.empty() ? "pending" : "active";
    notes[keys::routingStateModified] = now;
    return {{"metadata",
             {{"name", revisionName(configuration)},
              {"namespace", namespaceOf(configuration)},
              {"labels", marks},
              {"annotations", notes},
              {"ownerReferences",
               {controllerReference(configuration, "serving.knative.dev/v1", "Configuration")}}}},
            {"spec", field(source, {"spec"})}};
}

} // namespace

ConfigurationController::ConfigurationController(Cluster &cluster)
    : Controller(cluster, "configuration-controller", 10)
{
}

void ConfigurationController::observe(const StoreEvent &event)
{
    if (event.resource == &m_cluster.types.configuration) {
        if (event.type != EventType::Deleted)
            enqueue(keyOf(*event.object));
    } else if (event.resource == &m_cluster.types.revision) {
        enqueueOwner(*event.object, "Configuration");
    }
}

ObjectPtr ConfigurationController::latestCreated(const Json &configuration) const
{
    const std::string chosen = text(configuration, {"spec", "template", "metadata", "name"});
    if (!chosen.empty())
        return m_cluster.get(m_cluster.types.revision, namespaceOf(configuration), chosen);
    const std::string generation = std::to_string(generationOf(configuration));
    for (const ObjectPtr &revision : m_cluster.owned(uidOf(configuration), m_cluster.types.revision)) {
        if (label(*revision, keys::configurationGeneration) == generation)
            return revision;
    }
    return nullptr;
}

ObjectPtr ConfigurationController::latestReady(const Json &configuration) const
{
    // Never backwards: only revisions at least as new as the one that is ready now.
    std::int64_t oldest = 0;
    const std::string present = text(configuration, {"status", "latestReadyRevisionName"});
    if (!present.empty()) {
        if (const ObjectPtr revision =
                m_cluster.get(m_cluster.types.revision, namespaceOf(configuration), present))
            oldest = generationLabel(*revision);
    }
    const std::string chosen = text(configuration, {"spec", "template", "metadata", "name"});
    ObjectPtr best;
    for (const ObjectPtr &revision : m_cluster.owned(uidOf(configuration), m_cluster.types.revision)) {
        if (generationLabel(*revision) < oldest || isBeingDeleted(*revision) || !isReady(*revision))
            continue;
        if (!chosen.empty() && nameOf(*revision) == chosen)
            return revision;
        if (!best || generationLabel(*revision) > generationLabel(*best))
            best = revision;
    }
    return best;
}

void ConfigurationController::reconcile(const Key &key, Pass &pass)
{
    const ResourceType &revisions = m_cluster.types.revision;
    const ObjectPtr stored = m_cluster.get(m_cluster.types.configuration, key.nameSpace, key.name);
    if (!stored || isBeingDeleted(*stored))
        return;
    const Json &configuration = *stored;
    Json status = field(configuration, {"status"});
    ConditionManager conditions(configurationConditions, status, m_cluster.now());
    conditions.begin(generationOf(configuration));
    const auto commit = [&] {
        conditions.end(generationOf(configuration));
        pass.finally([this, key, uid = uidOf(configuration), status] {
            m_cluster.setStatus(m_cluster.types.configuration, key.nameSpace, key.name, uid, status, name());
        });
    };
    const auto fail = [&](const std::string &why) {
        conditions.markFalse("Ready", "RevisionFailed",
                             "Revision creation failed with message: " + why + ".");
        m_cluster.recordEvent(name(), configuration, "Warning", "CreationFailed",
                              "Failed to create Revision: " + why);
        commit();
        pass.retry();
    };

    ObjectPtr created = latestCreated(configuration);
    if (created && !isControlledBy(*created, configuration)) {
        fail("revisions.serving.knative.dev " + goQuoted(nameOf(*created)) + " already exists");
        return;
    }
    if (created && !text(configuration, {"spec", "template", "metadata", "name"}).empty()
        && field(*created, {"spec"}) != field(configuration, {"spec", "template", "spec"})) {
        fail("revisions.serving.knative.dev " + goQuoted(nameOf(*created)) + " already exists");
        return;
    }
    if (!created) {
        std::string why;
        created = m_cluster.create(revisions, makeRevision(configuration, m_cluster.now()), name(), &why);
        pass.wrote();
        if (!created) {
            fail(why);
            return;
        }
        m_cluster.recordEvent(name(), configuration, "Normal", "Created",
                              "Created Revision " + goQuoted(nameOf(*created)));
    }
    const std::string createdName = nameOf(*created);
    const auto setCreated = [&] {
        if (text(status, {"latestCreatedRevisionName"}) != createdName) {
            status["latestCreatedRevisionName"] = createdName;
            if (text(status, {"latestReadyRevisionName"}) != createdName)
                conditions.markUnknown("Ready");
        }
    };
    setCreated();
    const std::string ready = conditionStatus(*created, "Ready");
    const bool seen = number(*created, {"status", "observedGeneration"}) == generationOf(*created);
    if (!seen || ready == "Unknown" || ready.empty()) {
        conditions.markUnknown("Ready");
    } else if (ready == "False") {
        const std::string why = text(condition(*created, "Ready"), {"message"});
        const std::string words = "Revision " + goQuoted(createdName) + " failed with message: " + why + ".";
        if (text(condition(configuration, "Ready"), {"message"}) != words) {
            m_cluster.recordEvent(name(), configuration, "Warning", "LatestCreatedFailed",
                                  "Latest created revision " + goQuoted(createdName) + " has failed");
        }
        conditions.markFalse("Ready", "RevisionFailed", words);
    }
    const std::string before = text(configuration, {"status", "latestReadyRevisionName"});
    if (const ObjectPtr best = latestReady(configuration)) {
        const std::string bestName = nameOf(*best);
        if (bestName == createdName) {
            if (before.empty())
                m_cluster.recordEvent(name(), configuration, "Normal", "ConfigurationReady",
                                      "Configuration becomes ready");
            conditions.markTrue("Ready");
        }
        if (bestName != before) {
            status["latestReadyRevisionName"] = bestName;
            m_cluster.recordEvent(name(), configuration, "Normal", "LatestReadyUpdate",
                                  "LatestReadyRevisionName updated to " + goQuoted(bestName));
        }
    } else if (!before.empty() && !m_cluster.get(revisions, key.nameSpace, before)) {
        conditions.markFalse("Ready", "RevisionDeleted", "Revision " + goQuoted(before) + " was deleted.");
    }
    commit();
}

} // namespace sluice::sandbox
