// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/knative/service_controller.h"

#include "base/json.h"
#include "sandbox/knative/conditions.h"
#include "sandbox/knative/fields.h"
#include "sandbox/knative/go_values.h"
#include "sandbox/knative/serving_keys.h"

#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

namespace {

constexpr char configurationsReady[] = "ConfigurationsReady";
constexpr char routesReady[] = "RoutesReady";

Json copied(const Json &map, std::initializer_list<const char *> without)
{
    Json copy = map;
    for (const char *key : without)
        copy.erase(key);
    return copy;
}

Json desiredConfiguration(const Json &service)
{
    Json marks = copied(labels(service), {});
    marks[keys::service] = nameOf(service);
    marks[keys::serviceUid] = uidOf(service);
    Json notes =
        copied(annotations(service), {keys::lastApplied, keys::rolloutDuration, keys::rolloutDurationOld});
    notes[keys::routes] = nameOf(service);
    return {{"metadata",
             {{"name", nameOf(service)},
              {"namespace", namespaceOf(service)},
              {"labels", marks},
              {"annotations", notes},
              {"ownerReferences", {controllerReference(service, "serving.knative.dev/v1", "Service")}}}},
            {"spec", {{"template", field(service, {"spec", "template"})}}}};
}

Json desiredRoute(const Json &service)
{
    Json marks = copied(labels(service), {});
    marks[keys::service] = nameOf(service);
    Json traffic = Json::array();
    for (Json target : field(service, {"spec", "traffic"})) {
        if (text(target, {"revisionName"}).empty())
            target["configurationName"] = nameOf(service);
        traffic.push_back(std::move(target));
    }
    return {{"metadata",
             {{"name", nameOf(service)},
              {"namespace", namespaceOf(service)},
              {"labels", marks},
              {"annotations", copied(annotations(service), {keys::lastApplied})},
              {"ownerReferences", {controllerReference(service, "serving.knative.dev/v1", "Service")}}}},
            {"spec", {{"traffic", traffic}}}};
}

/// Takes over the wanted labels, annotations and spec; false when they were there already.
bool bringUpToDate(Json &object, const Json &wanted, bool keepRoutes)
{
    Json after = object;
    after["spec"] = wanted["spec"];
    after["metadata"]["labels"] = wanted["metadata"]["labels"];
    Json notes = wanted["metadata"]["annotations"];
    const std::string routes = annotation(object, keys::routes);
    if (keepRoutes && !routes.empty())
        notes[keys::routes] = routes;
    after["metadata"]["annotations"] = notes;
    if (after == object)
        return false;
    object = std::move(after);
    return true;
}

/// Copies the child's Ready to the parent's condition.
void propagate(const Json &child, std::string_view type, ConditionManager &conditions)
{
    const Json &ready = condition(child, "Ready");
    const std::string status = text(ready, {"status"});
    if (status == "True")
        conditions.markTrue(type);
    else if (status == "False")
        conditions.markFalse(type, text(ready, {"reason"}), text(ready, {"message"}));
    else
        conditions.markUnknown(type, text(ready, {"reason"}), text(ready, {"message"}));
}

} // namespace

ServiceController::ServiceController(Cluster &cluster)
    : Controller(cluster, "service-controller", 10)
{
}

void ServiceController::observe(const StoreEvent &event)
{
    if (event.resource == &m_cluster.types.service) {
        if (event.type != EventType::Deleted)
            enqueue(keyOf(*event.object));
    } else if (event.resource == &m_cluster.types.configuration || event.resource == &m_cluster.types.route) {
        enqueueOwner(*event.object, "Service");
    }
}

ObjectPtr ServiceController::reconcileConfiguration(const Json &service, ConditionManager &conditions,
                                                    Pass &pass)
{
    const ResourceType &type = m_cluster.types.configuration;
    const Json wanted = desiredConfiguration(service);
    ObjectPtr configuration = m_cluster.get(type, namespaceOf(service), nameOf(service));
    if (!configuration) {
        std::string why;
        configuration = m_cluster.create(type, wanted, name(), &why);
        pass.wrote();
        if (configuration)
            m_cluster.recordEvent(name(), service, "Normal", "Created",
                                  "Created Configuration " + goQuoted(nameOf(service)));
        else
            m_cluster.recordEvent(name(), service, "Warning", "CreationFailed",
                                  "Failed to create Configuration " + goQuoted(nameOf(service)) + ": " + why);
        return configuration;
    }
    if (!isControlledBy(*configuration, service)) {
        conditions.markFalse(configurationsReady, "NotOwned",
                             "There is an existing Configuration " + goQuoted(nameOf(service))
                                 + " that we do not own.");
        return nullptr;
    }
    Json updated = *configuration;
    if (bringUpToDate(updated, wanted, true)) {
        configuration =
            m_cluster.modify(type, namespaceOf(service), nameOf(service), name(), [&updated](Json &live) {
                live = updated;
                return true;
            });
        pass.wrote();
    }
    return configuration;
}

ObjectPtr ServiceController::reconcileRoute(const Json &service, ConditionManager &conditions, Pass &pass)
{
    const ResourceType &type = m_cluster.types.route;
    const Json wanted = desiredRoute(service);
    ObjectPtr route = m_cluster.get(type, namespaceOf(service), nameOf(service));
    if (!route) {
        std::string why;
        route = m_cluster.create(type, wanted, name(), &why);
        pass.wrote();
        if (route)
            m_cluster.recordEvent(name(), service, "Normal", "Created",
                                  "Created Route " + goQuoted(nameOf(service)));
        else
            m_cluster.recordEvent(name(), service, "Warning", "CreationFailed",
                                  "Failed to create Route " + goQuoted(nameOf(service)) + ": " + why);
        return route;
    }
    if (!isControlledBy(*route, service)) {
        conditions.markFalse(routesReady, "NotOwned",
                             "There is an existing Route " + goQuoted(nameOf(service))
                                 + " that we do not own.");
        return nullptr;
    }
    if (isBeingDeleted(*route))
        return route;
    Json updated = *route;
    if (bringUpToDate(updated, wanted, false)) {
        route = m_cluster.modify(type, namespaceOf(service), nameOf(service), name(), [&updated](Json &live) {
            live = updated;
            return true;
        });
        pass.wrote();
    }
    return route;
}

void ServiceController::checkTraffic(const Json &service, const Json &configuration, const Json &route,
                                     ConditionManager &conditions)
{
    // A ready Route that does not yet show the wanted split has not seen the newest ready revision.
    Json wanted = Json::array();
    for (const Json &target : field(service, {"spec", "traffic"})) {
        std::string revision = text(target, {"revisionName"});
        if (revision.empty())
            revision = text(configuration, {"status", "latestReadyRevisionName"});
        wanted.push_back({{"revisionName", revision},
                          {"tag", text(target, {"tag"})},
                          {"percent", number(target, {"percent"})}});
    }
    Json present = Json::array();
    const Json &traffic = field(route, {"status", "traffic"});
    if (traffic.is_array()) {
        for (const Json &target : traffic) {
            present.push_back({{"revisionName", text(target, {"revisionName"})},
                               {"tag", text(target, {"tag"})},
                               {"percent", number(target, {"percent"})}});
        }
    }
    if (wanted != present) {
        conditions.markUnknown(routesReady, "TrafficNotMigrated",
                               "Traffic is not yet migrated to the latest revision.");
    }
}

void ServiceController::reconcile(const Key &key, Pass &pass)
{
    const ObjectPtr stored = m_cluster.get(m_cluster.types.service, key.nameSpace, key.name);
    if (!stored || isBeingDeleted(*stored))
        return;
    const Json &service = *stored;
    Json status = field(service, {"status"});
    ConditionManager conditions(serviceConditions, status, m_cluster.now());
    conditions.begin(generationOf(service));

    const ObjectPtr configuration = reconcileConfiguration(service, conditions, pass);
    bool stop = !configuration;
    bool waiting = false;
    if (configuration) {
        const bool observed =
            generationOf(*configuration) == number(*configuration, {"status", "observedGeneration"});
        if (!observed) {
            conditions.markUnknown(
                configurationsReady, "OutOfDate",
                "The Configuration is still working to reflect the latest desired specification.");
            // With a name of the user's choice the route must not move before the revision is known to be ours.
            waiting = !text(service, {"spec", "template", "metadata", "name"}).empty();
        } else {
            for (const char *name_ : {"latestCreatedRevisionName", "latestReadyRevisionName"}) {
                if (const std::string value = text(*configuration, {"status", name_}); !value.empty())
                    status[name_] = value;
            }
            propagate(*configuration, configurationsReady, conditions);
            if (text(condition(*configuration, "Ready"), {"reason"}) == "RevisionFailed"
                && text(condition(*configuration, "Ready"), {"message"}).find("already exists")
                    != std::string::npos) {
                const std::string taken = text(service, {"spec", "template", "metadata", "name"});
                if (!taken.empty()) {
                    conditions.markFalse(routesReady, "RevisionNameTaken",
                                         "The revision name " + goQuoted(taken)
                                             + " is taken by a conflicting "
                                               "Revision, so traffic will not be migrated");
                    stop = true;
                }
            }
        }
    }
    if (!stop && waiting) {
        conditions.markUnknown(routesReady, "OutOfDate",
                               "The Route is still working to reflect the latest desired specification.");
    } else if (!stop) {
        if (const ObjectPtr route = reconcileRoute(service, conditions, pass)) {
            if (generationOf(*route) != number(*route, {"status", "observedGeneration"})) {
                conditions.markUnknown(
                    routesReady, "OutOfDate",
                    "The Route is still working to reflect the latest desired specification.");
            } else {
                for (const char *part : {"url", "address", "traffic"}) {
                    const Json &value = field(*route, {"status", part});
                    if (value.is_null())
                        status.erase(part);
                    else
                        status[part] = value;
                }
                propagate(*route, routesReady, conditions);
                if (conditionStatus(*route, "Ready") == "True")
                    checkTraffic(service, *configuration, *route, conditions);
            }
        }
    }
    conditions.end(generationOf(service));
    pass.finally([this, key, uid = uidOf(service), status] {
        m_cluster.setStatus(m_cluster.types.service, key.nameSpace, key.name, uid, status, name());
    });
}

} // namespace sluice::sandbox
