// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json.h"
#include "sandbox/api/schema_rules.h"
#include "sandbox/knative/simulation.h"
#include "sandbox/store/object_store.h"
#include "sandbox/store/pod_logs.h"

#include <QDateTime>
#include <QFile>
#include <QString>
#include <nlohmann/json.hpp>

namespace sluice::sandbox {

inline base::Json recordedFile(const QString &name)
{
    QFile file(QStringLiteral(SLUICE_TEST_DATA "/recordings/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot open %s", qPrintable(file.fileName()));
    return *base::parseJson(file.readAll().toStdString(), name);
}

/// A cluster with Knative and a namespace "shop", at a standstill until time is moved.
struct SimulatedWorld {
    explicit SimulatedWorld(SimulationOptions options = {}, const base::Json &settings = base::Json::object())
        : clock(QDateTime::fromString(QStringLiteral("2026-11-23T01:32:12Z"), Qt::ISODate))
        , store((addBuiltInResources(registry), registry), clock, 7)
        , simulation(store, clock, logs, std::move(options))
    {
        admin.user = "admin";
        store.setRules(&rules);
        store.addAdmission(&simulation.admission());
        for (const char *name : {"knative-serving", "shop"})
            (void)store.create(type("", "namespaces"), {{"metadata", {{"name", name}}}}, admin);
        for (const auto &[name, data] : settings.items()) {
            (void)store.create(
                type("", "configmaps"),
                {{"metadata", {{"name", name}, {"namespace", "knative-serving"}}}, {"data", data}}, admin);
        }
        simulation.start();
        clock.advance(20000);
    }

    [[nodiscard]] const ResourceType &type(const char *group, const char *plural) const
    {
        return *registry.find(group, {}, plural);
    }
    [[nodiscard]] const ResourceType &service() const { return type("serving.knative.dev", "services"); }
    [[nodiscard]] ObjectPtr get(const char *group, const char *plural, const std::string &name,
                                const std::string &nameSpace = "shop") const
    {
        return store.get(type(group, plural), nameSpace, name);
    }
    [[nodiscard]] ObjectPtr serving(const char *plural, const std::string &name) const
    {
        return get("serving.knative.dev", plural, name);
    }
    /// "True", "False ExitCode1", "Unknown Deploying": status and reason of a condition.
    [[nodiscard]] std::string conditionOf(const char *group, const char *plural, const std::string &name,
                                          const std::string &condition) const
    {
        const ObjectPtr object = get(group, plural, name);
        if (!object || !object->contains("status") || !(*object)["status"].contains("conditions"))
            return {};
        for (const base::Json &entry : (*object)["status"]["conditions"]) {
            if (entry["type"] == condition) {
                const std::string reason = entry.value("reason", "");
                return entry["status"].get<std::string>() + (reason.empty() ? "" : " " + reason);
            }
        }
        return {};
    }
    [[nodiscard]] std::string ready(const char *plural, const std::string &name) const
    {
        return conditionOf("serving.knative.dev", plural, name, "Ready");
    }
    WriteOutcome apply(const std::string &name, const std::string &image,
                       const base::Json &templateAnnotations = base::Json::object())
    {
        const base::Json spec{{"template",
                               {{"metadata", {{"annotations", templateAnnotations}}},
                                {"spec", {{"containers", {{{"image", image}}}}}}}}};
        if (store.get(service(), "shop", name)) {
            return store.modify(service(), "shop", name, admin, [&spec](base::Json &object) {
                object["spec"]["template"] = spec["template"];
                return true;
            });
        }
        return store.create(service(),
                            {{"metadata", {{"name", name}, {"namespace", "shop"}}}, {"spec", spec}}, admin);
    }
    WriteOutcome patch(const std::string &name, const base::Json &change)
    {
        return store.modify(service(), "shop", name, admin, [&change](base::Json &object) {
            object.merge_patch(change);
            return true;
        });
    }
    [[nodiscard]] size_t pods(const std::string &revision) const
    {
        size_t count = 0;
        for (const ObjectPtr &pod : store.list(type("", "pods"), "shop")) {
            const base::Json labels = (*pod)["metadata"].value("labels", base::Json::object());
            if (labels.value("serving.knative.dev/revision", "") == revision)
                ++count;
        }
        return count;
    }

    VirtualClock clock;
    ResourceRegistry registry;
    ObjectStore store;
    PodLogs logs;
    SchemaRules rules;
    KnativeSimulation simulation;
    WriteContext admin;
};

} // namespace sluice::sandbox
