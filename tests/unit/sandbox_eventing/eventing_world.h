// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sandbox/api/api_server.h"
#include "sandbox/eventing/eventing_simulation.h"
#include "sandbox/knative/simulation.h"
#include "sandbox/store/object_store.h"
#include "sandbox/store/pod_logs.h"
#include "support/json_text.h"

#include <QDateTime>
#include <QTest>

namespace sluice::sandbox {

/// A cluster with Knative Serving, Eventing and a namespace "events", at a standstill until time is moved.
struct EventingWorld {
    explicit EventingWorld(SimulationOptions options = {})
        : clock(QDateTime::fromString(QStringLiteral("2026-11-23T01:35:30Z"), Qt::ISODate))
        , store((addBuiltInResources(registry), registry), clock, 7)
        , knative(store, clock, logs, std::move(options))
        , eventing(knative)
        , api(store, logs)
    {
        admin.user = "admin";
        store.addAdmission(&knative.admission());
        store.addAdmission(&eventing.admission());
        store.addAdmission(&eventing.bindingAdmission());
        knative.start();
        eventing.start();
        (void)store.create(type("", "namespaces"), {{"metadata", {{"name", "events"}}}}, admin);
        clock.advance(60000); // the shared workloads become ready
    }

    [[nodiscard]] const ResourceType &type(const char *group, const char *plural) const
    {
        return *registry.find(group, {}, plural);
    }
    [[nodiscard]] const ResourceType &typeOf(const std::string &apiVersion, const std::string &kind) const
    {
        const size_t slash = apiVersion.find('/');
        const bool core = slash == std::string::npos;
        return *registry.findKind(core ? std::string() : apiVersion.substr(0, slash),
                                  core ? apiVersion : apiVersion.substr(slash + 1), kind);
    }
    /// Creates an object that names its own apiVersion and kind.
    WriteOutcome create(base::Json object, bool dryRun = false)
    {
        if (!object["metadata"].contains("namespace"))
            object["metadata"]["namespace"] = "events";
        WriteContext context = admin;
        context.dryRun = dryRun;
        return store.create(typeOf(base::textAt(object, "apiVersion"), base::textAt(object, "kind")), object,
                            context);
    }
    WriteOutcome create(const char *group, const char *plural, const std::string &name,
                        const base::Json &spec)
    {
        return store.create(type(group, plural),
                            {{"metadata", {{"name", name}, {"namespace", "events"}}}, {"spec", spec}}, admin);
    }
    WriteOutcome patch(const char *group, const char *plural, const std::string &name,
                       const base::Json &change)
    {
        return store.modify(type(group, plural), "events", name, admin, [&change](base::Json &object) {
            object.merge_patch(change);
            return true;
        });
    }
    void remove(const char *group, const char *plural, const std::string &name,
                const std::string &home = "events")
    {
        (void)store.remove(type(group, plural), home, name, {}, admin);
    }
    [[nodiscard]] ObjectPtr get(const char *group, const char *plural, const std::string &name,
                                const std::string &home = "events") const
    {
        return store.get(type(group, plural), home, name);
    }
    [[nodiscard]] std::string at(const char *group, const char *plural, const std::string &name,
                                 const char *path) const
    {
        const ObjectPtr object = get(group, plural, name);
        return object ? base::textAt(*object, path) : "<absent>";
    }
    /// "True", "False NoAddress": status and reason of a condition; "<absent>" for no object.
    [[nodiscard]] std::string condition(const char *group, const char *plural, const std::string &name,
                                        const std::string &type_ = "Ready") const
    {
        const ObjectPtr object = get(group, plural, name);
        if (!object)
            return "<absent>";
        for (const base::Json &entry :
             object->value("status", base::Json::object()).value("conditions", base::Json::array())) {
            if (entry["type"] == type_) {
                const std::string reason = entry.value("reason", "");
                return entry["status"].get<std::string>() + (reason.empty() ? "" : " " + reason);
            }
        }
        return {};
    }
    [[nodiscard]] std::string message(const char *group, const char *plural, const std::string &name,
                                      const std::string &type_ = "Ready") const
    {
        if (const ObjectPtr object = get(group, plural, name)) {
            for (const base::Json &entry :
                 object->value("status", base::Json::object()).value("conditions", base::Json::array())) {
                if (entry["type"] == type_)
                    return entry.value("message", "");
            }
        }
        return {};
    }
    /// A Knative Service that becomes ready when time goes on.
    void addService(const std::string &name)
    {
        const auto made = create(
            "serving.knative.dev", "services", name,
            {{"template", {{"spec", {{"containers", {{{"image", "ghcr.io/acme/" + name + ":1"}}}}}}}}});
        QVERIFY2(made, made ? "" : made.error().failure.message.c_str());
    }
    static base::Json service(const std::string &name)
    {
        return {{"ref", {{"apiVersion", "serving.knative.dev/v1"}, {"kind", "Service"}, {"name", name}}}};
    }
    [[nodiscard]] std::vector<std::string> events(const std::string &kind, const std::string &name) const
    {
        std::vector<std::string> found;
        for (const ObjectPtr &event : store.list(type("", "events"), "events")) {
            if (base::textAt(*event, "involvedObject.kind") == kind
                && base::textAt(*event, "involvedObject.name") == name)
                found.push_back(base::textAt(*event, "reason") + ": " + base::textAt(*event, "message"));
        }
        return found;
    }

    VirtualClock clock;
    ResourceRegistry registry;
    ObjectStore store;
    PodLogs logs;
    KnativeSimulation knative;
    EventingSimulation eventing;
    ApiServer api;
    WriteContext admin;
};

} // namespace sluice::sandbox
