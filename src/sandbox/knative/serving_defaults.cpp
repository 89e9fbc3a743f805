// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/knative/serving_defaults.h"

#include "base/json.h"
#include "sandbox/knative/fields.h"
#include "sandbox/knative/go_values.h"
#include "sandbox/knative/pod_spec_validation.h"
#include "sandbox/knative/serving_keys.h"
#include "sandbox/knative/settings.h"

#include <nlohmann/json.hpp>
#include <set>

namespace sluice::sandbox {

using base::Json;

namespace {

Json &child(Json &parent, const char *key)
{
    Json &value = parent[key];
    if (!value.is_object())
        value = Json::object();
    return value;
}

void defaultNames(Json &spec)
{
    const auto fill = [&spec](const char *list, const std::string &base, std::set<std::string> &used) {
        if (!spec.contains(list) || !spec[list].is_array())
            return;
        const size_t count = spec[list].size();
        size_t next = 0;
        for (Json &container : spec[list]) {
            if (!container.is_object() || !text(container, {"name"}).empty())
                continue;
            std::string name = base;
            if (count > 1 || used.count(base)) {
                do {
                    name = base + "-" + std::to_string(next++);
                } while (used.count(name));
            }
            container["name"] = name;
            used.insert(name);
        }
    };
    std::set<std::string> used;
    for (const char *list : {"containers", "initContainers"}) {
        const Json &containers = field(spec, {list});
        if (containers.is_array()) {
            for (const Json &container : containers)
                used.insert(text(container, {"name"}));
        }
    }
    used.erase(std::string());
    fill("initContainers", "init-container", used);
    fill("containers", "user-container", used);
}

/// A probe's port is written even when it is not set: Go's struct has no "unset" there.
void completeProbe(Json &probe)
{
    if (!probe.is_object())
        return;
    for (const char *handler : {"httpGet", "tcpSocket"}) {
        if (probe.contains(handler) && probe[handler].is_object() && !probe[handler].contains("port"))
            probe[handler]["port"] = 0;
    }
    if (probe.contains("grpc") && probe["grpc"].is_object()) {
        for (const auto &[key, nothing] : {std::pair<const char *, Json>("service", ""), {"port", 0}}) {
            if (!probe["grpc"].contains(key))
                probe["grpc"][key] = nothing;
        }
    }
}

void defaultReadiness(Json &container)
{
    Json &probe = child(container, "readinessProbe");
    bool handled = false;
    for (const char *handler : {"httpGet", "tcpSocket", "exec", "grpc"})
        handled = handled || probe.contains(handler);
    if (!handled)
        probe["tcpSocket"] = Json::object();
    if (number(probe, {"successThreshold"}) == 0)
        probe["successThreshold"] = 1;
    if (number(probe, {"periodSeconds"}) != 0) {
        if (number(probe, {"failureThreshold"}) == 0)
            probe["failureThreshold"] = 3;
        if (number(probe, {"timeoutSeconds"}) == 0)
            probe["timeoutSeconds"] = 1;
    }
}

void defaultSecurity(Json &spec, Json &container)
{
    Json &context = child(container, "securityContext");
    if (!context.contains("allowPrivilegeEscalation"))
        context["allowPrivilegeEscalation"] = false;
    if (text(spec, {"securityContext", "seccompProfile", "type"}).empty()
        && text(context, {"seccompProfile", "type"}).empty())
        child(context, "seccompProfile")["type"] = "RuntimeDefault";
    Json &capabilities = child(context, "capabilities");
    if (!capabilities.contains("drop")) {
        capabilities["drop"] = Json::array({"ALL"});
        const Json &ports = field(container, {"ports"});
        if (!capabilities.contains("add") && ports.is_array() && !ports.empty()
            && number(ports[0], {"containerPort"}) < 1024)
            capabilities["add"] = Json::array({"NET_BIND_SERVICE"});
    }
    if (!context.contains("runAsNonRoot"))
        context["runAsNonRoot"] = true;
}

void defaultContainer(Json &spec, Json &container, bool serving, const KnativeSettings &settings)
{
    if (!container.is_object())
        return;
    Json &resources = child(container, "resources");
    const auto fill = [&resources](const char *kind, const std::map<std::string, std::string> &values) {
        for (const auto &[resource, quantity] : values) {
            if (field(resources, {kind, resource}).is_null())
                child(resources, kind)[resource] = quantity;
        }
    };
    fill("requests", settings.defaults.requests);
    fill("limits", settings.defaults.limits);
    for (const char *kind : {"requests", "limits"}) {
        if (!field(resources, {kind}).is_object())
            continue;
        for (Json &quantity : resources[kind]) {
            if (!quantity.is_null())
                quantity = canonicalQuantity(quantity.is_string() ? quantity.get<std::string>()
                                                                  : base::dump(quantity));
        }
    }
    if (serving)
        defaultReadiness(container);
    for (const char *probe : {"readinessProbe", "livenessProbe", "startupProbe"}) {
        if (container.contains(probe))
            completeProbe(container[probe]);
    }
    if (container.contains("volumeMounts") && container["volumeMounts"].is_array()) {
        for (Json &mount : container["volumeMounts"]) {
            bool writable = false;
            const Json &volumes = field(spec, {"volumes"});
            if (volumes.is_array()) {
                for (const Json &volume : volumes) {
                    if (text(volume, {"name"}) == text(mount, {"name"}))
                        writable = volume.contains("emptyDir") || volume.contains("persistentVolumeClaim");
                }
            }
            if (!writable)
                mount["readOnly"] = true;
        }
    }
    if (settings.isFeatureOn("secure-pod-defaults"))
        defaultSecurity(spec, container);
}

void defaultRevisionSpec(Json &spec, bool creating, const KnativeSettings &settings)
{
    const KnativeSettings::Defaults &defaults = settings.defaults;
    if (number(spec, {"timeoutSeconds"}) == 0)
        spec["timeoutSeconds"] = defaults.revisionTimeoutSeconds;
    const std::int64_t timeout = number(spec, {"timeoutSeconds"});
    if (number(spec, {"responseStartTimeoutSeconds"}) == 0 && defaults.responseStartTimeoutSeconds != 0
        && defaults.responseStartTimeoutSeconds < timeout)
        spec["responseStartTimeoutSeconds"] = defaults.responseStartTimeoutSeconds;
    if (number(spec, {"idleTimeoutSeconds"}) == 0 && defaults.idleTimeoutSeconds != 0
        && defaults.idleTimeoutSeconds < timeout)
        spec["idleTimeoutSeconds"] = defaults.idleTimeoutSeconds;
    if (field(spec, {"containerConcurrency"}).is_null())
        spec["containerConcurrency"] = defaults.containerConcurrency;
    if (creating && field(spec, {"enableServiceLinks"}).is_null())
        spec["enableServiceLinks"] = defaults.enableServiceLinks;
    defaultNames(spec);
    for (const char *list : {"containers", "initContainers"}) {
        if (!spec.contains(list) || !spec[list].is_array())
            continue;
        const bool users = std::string_view(list) == "containers";
        const size_t serving = servingContainer(spec[list]);
        const bool decided = spec[list].size() == 1
            || (serving < spec[list].size() && isSet(field(spec[list][serving], {"ports"})));
        const bool probing = settings.isFeatureOn("multi-container-probing");
        for (size_t i = 0; i < spec[list].size(); ++i) {
            const bool serves = users && decided && i == serving;
            defaultContainer(spec, spec[list][i],
                             serves || (users && probing && spec[list][i].contains("readinessProbe")),
                             settings);
        }
    }
}

void defaultTemplate(Json &object, const Json *old, const KnativeSettings &settings)
{
    Json &spec = child(object, "spec");
    Json &revision = child(spec, "template");
    Json &metadata = child(revision, "metadata");
    if (!metadata.contains("creationTimestamp"))
        metadata["creationTimestamp"] = nullptr;
    const std::string name = text(metadata, {"name"});
    if (old && !name.empty() && name == text(*old, {"spec", "template", "metadata", "name"}))
        return; // a revision whose name the user chose is compared as it was sent
    defaultRevisionSpec(child(revision, "spec"), old == nullptr, settings);
}

void defaultTraffic(Json &spec)
{
    for (Json &target : spec["traffic"]) {
        if (!target.is_object())
            continue;
        if (field(target, {"latestRevision"}).is_null())
            target["latestRevision"] = text(target, {"revisionName"}).empty();
        if (field(target, {"percent"}).is_null())
            target["percent"] = 0;
        if (field(target, {"tag"}) == "")
            target.erase("tag"); // Go leaves empty texts out
    }
}

/// creator and lastModifier, which only objects without an owner carry of their own.
void signChange(Json &object, const Json *old, const std::string &user)
{
    if (isSet(field(object, {"metadata", "ownerReferences"})))
        return;
    if (old && field(*old, {"spec"}) == field(object, {"spec"}))
        return;
    Json &notes = child(child(object, "metadata"), "annotations");
    if (!old)
        notes[keys::creator] = user;
    notes[keys::lastModifier] = user;
}

} // namespace

void defaultService(Json &object, const Json *old, const std::string &user, const KnativeSettings &settings)
{
    defaultTemplate(object, old, settings);
    Json &spec = object["spec"];
    if (!isSet(field(spec, {"traffic"})))
        spec["traffic"] = Json::array({{{"latestRevision", true}, {"percent", 100}}});
    defaultTraffic(spec);
    signChange(object, old, user);
}

void defaultConfiguration(Json &object, const Json *old, const std::string &user,
                          const KnativeSettings &settings)
{
    defaultTemplate(object, old, settings);
    signChange(object, old, user);
}

void defaultRoute(Json &object, const Json *old, const std::string &user, const KnativeSettings &settings)
{
    (void)settings;
    Json &spec = child(object, "spec");
    if (spec.contains("traffic") && spec["traffic"].is_array()) {
        for (Json &target : spec["traffic"]) {
            // Without a service around it, a target that names no revision follows the configuration.
            if (target.is_object() && !text(target, {"configurationName"}).empty()
                && field(target, {"latestRevision"}).is_null())
                target["latestRevision"] = true;
        }
        defaultTraffic(spec);
    }
    signChange(object, old, user);
}

void defaultRevision(Json &object, const Json *old, const KnativeSettings &settings)
{
    if (!old)
        defaultRevisionSpec(child(object, "spec"), true, settings);
}

void defaultPodAutoscaler(Json &object, const KnativeSettings &settings)
{
    Json &notes = child(child(object, "metadata"), "annotations");
    if (text(notes, {keys::autoscalerClass}).empty())
        notes[keys::autoscalerClass] = settings.autoscaler.podAutoscalerClass;
    if (text(notes, {keys::metric}).empty()) {
        const std::string scaler = text(notes, {keys::autoscalerClass});
        if (scaler == keys::kpa)
            notes[keys::metric] = "concurrency";
        else if (scaler == keys::hpa)
            notes[keys::metric] = "cpu";
    }
}

std::optional<std::string> serviceDecodeComplaint(const Json &service)
{
    const auto wrong = [](const Json &value, const std::string &where, const char *type) {
        std::string kind = value.is_string() ? "string"
            : value.is_boolean()             ? "bool"
            : value.is_array()               ? "array"
                                             : "object";
        if (value.is_number())
            kind = "number " + base::dump(value);
        return "json: cannot unmarshal " + kind + " into Go struct field " + where + " of type " + type;
    };
    const auto isWhole = [](const Json &value) { return value.is_null() || value.is_number_integer(); };
    const Json &revision = field(service, {"spec", "template", "spec"});
    for (const std::string key :
         {"containerConcurrency", "timeoutSeconds", "responseStartTimeoutSeconds", "idleTimeoutSeconds"}) {
        if (const Json &value = field(revision, {key}); !isWhole(value))
            return wrong(value, "RevisionSpec.spec.ConfigurationSpec.template.spec." + key, "int64");
    }
    const Json &traffic = field(service, {"spec", "traffic"});
    if (!traffic.is_array())
        return traffic.is_null()
            ? std::nullopt
            : std::optional(wrong(traffic, "ServiceSpec.spec.RouteSpec.traffic", "[]v1.TrafficTarget"));
    for (const Json &target : traffic) {
        if (const Json &percent = field(target, {"percent"}); !isWhole(percent))
            return wrong(percent, "TrafficTarget.spec.RouteSpec.traffic.percent", "int64");
    }
    return std::nullopt;
}

std::optional<std::string> decodeComplaint(const Json &podSpec)
{
    for (const char *list : {"containers", "initContainers"}) {
        const Json &containers = field(podSpec, {list});
        if (!containers.is_array())
            continue;
        for (const Json &container : containers) {
            for (const char *kind : {"requests", "limits"}) {
                const Json &quantities = field(container, {"resources", kind});
                if (!quantities.is_object())
                    continue;
                for (const auto &[resource, quantity] : quantities.items()) {
                    if (quantity.is_string() && !isQuantity(quantity.get_ref<const std::string &>()))
                        return "quantities must match the regular expression "
                               "'^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";
                }
            }
        }
    }
    return std::nullopt;
}

} // namespace sluice::sandbox
