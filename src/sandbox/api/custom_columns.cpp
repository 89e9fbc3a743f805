// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/custom_columns.h"

#include "base/json.h"
#include "sandbox/store/resource_type.h"

#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

namespace {

constexpr CustomColumn ready{"Ready", "string", ".status.conditions[?(@.type=='Ready')].status"};
constexpr CustomColumn reason{"Reason", "string", ".status.conditions[?(@.type=='Ready')].reason"};
// Some CRDs quote otherwise, and the server shows the path as it is written.
constexpr CustomColumn readyQuoted{"Ready", "string", ".status.conditions[?(@.type==\"Ready\")].status"};
constexpr CustomColumn reasonQuoted{"Reason", "string", ".status.conditions[?(@.type==\"Ready\")].reason"};
constexpr CustomColumn ageColumn{"Age", "date", ".metadata.creationTimestamp"};
constexpr CustomColumn addressUrl{"URL", "string", ".status.address.url"};
constexpr CustomColumn sinkUri{"Sink", "string", ".status.sinkUri"};

CustomColumn text(const char *name, const char *path)
{
    return {name, "string", path};
}

CustomColumn number(const char *name, const char *path)
{
    return {name, "integer", path};
}

/// Knative Serving, networking and caching (config/core/300-resources).
std::vector<CustomColumn> serving(const ResourceType &type)
{
    if (type.group == "serving.knative.dev") {
        if (type.kind == "Service")
            return {text("URL", ".status.url"), text("LatestCreated", ".status.latestCreatedRevisionName"),
                    text("LatestReady", ".status.latestReadyRevisionName"), ready, reason};
        if (type.kind == "Configuration")
            return {text("LatestCreated", ".status.latestCreatedRevisionName"),
                    text("LatestReady", ".status.latestReadyRevisionName"), ready, reason};
        if (type.kind == "Revision")
            return {
                text("Config Name", R"(.metadata.labels['serving\.knative\.dev/configuration'])"),
                text("Generation", R"(.metadata.labels['serving\.knative\.dev/configurationGeneration'])"),
                ready,
                reason,
                number("Actual Replicas", ".status.actualReplicas"),
                number("Desired Replicas", ".status.desiredReplicas")};
        return {text("URL", ".status.url"), ready, reason}; // Route, DomainMapping
    }
    if (type.kind == "PodAutoscaler")
        return {number("DesiredScale", ".status.desiredScale"), number("ActualScale", ".status.actualScale"),
                ready, reason};
    if (type.kind == "ServerlessService")
        return {text("Mode", ".spec.mode"),
                number("Activators", ".spec.numActivators"),
                text("ServiceName", ".status.serviceName"),
                text("PrivateServiceName", ".status.privateServiceName"),
                ready,
                reason};
    if (type.kind == "Image")
        return {text("Image", ".spec.image")};
    return {ready, reason};
}

/// Knative Eventing (config/core/resources, config/channels).
std::vector<CustomColumn> eventing(const ResourceType &type)
{
    if (type.kind == "Broker")
        return {addressUrl,
                ageColumn,
                readyQuoted,
                reasonQuoted,
                {"Class", "string", R"(.metadata.annotations.eventing\.knative\.dev/broker\.class)", 1}};
    if (type.kind == "Trigger")
        return {text("Broker", ".spec.broker"), text("Subscriber_URI", ".status.subscriberUri"), ageColumn,
                readyQuoted, reasonQuoted};
    if (type.kind == "EventType")
        return {text("Type", ".spec.type"),
                text("Source", ".spec.source"),
                text("Schema", ".spec.schema"),
                text("Reference Name", ".spec.reference.name"),
                text("Reference Kind", ".spec.reference.kind"),
                text("Description", ".spec.description"),
                readyQuoted,
                reasonQuoted};
    if (type.kind == "EventPolicy")
        return {readyQuoted, reasonQuoted};
    if (type.kind == "Subscription")
        return {ageColumn, readyQuoted, reasonQuoted};
    if (type.kind == "ApiServerSource")
        return {sinkUri, ageColumn, readyQuoted, reasonQuoted};
    if (type.kind == "ContainerSource")
        return {sinkUri, ageColumn, readyQuoted, reason};
    if (type.kind == "PingSource")
        return {sinkUri, text("Schedule", ".spec.schedule"), ageColumn, ready, reason};
    if (type.kind == "KafkaSource")
        return {text("Topics", ".spec.topics"), text("BootstrapServers", ".spec.bootstrapServers"),
                readyQuoted, reasonQuoted, ageColumn};
    if (type.kind == "SinkBinding")
        return {sinkUri, ageColumn, ready, reason};
    return {addressUrl, ageColumn, readyQuoted, reasonQuoted}; // channels, flows, JobSink
}

/// Istio, Argo CD and the Prometheus operator.
std::vector<CustomColumn> neighbours(const ResourceType &type)
{
    if (type.kind == "AuthorizationPolicy")
        return {text("Action", ".spec.action"), ageColumn};
    if (type.kind == "PeerAuthentication")
        return {text("Mode", ".spec.mtls.mode"), ageColumn};
    if (type.kind == "VirtualService")
        return {text("Gateways", ".spec.gateways"), text("Hosts", ".spec.hosts"), ageColumn};
    if (type.kind == "DestinationRule")
        return {text("Host", ".spec.host"), ageColumn};
    if (type.kind == "ServiceEntry")
        return {text("Hosts", ".spec.hosts"), text("Location", ".spec.location"),
                text("Resolution", ".spec.resolution"), ageColumn};
    if (type.kind == "Application")
        return {text("Sync Status", ".status.sync.status"),
                text("Health Status", ".status.health.status"),
                {"Revision", "string", ".status.sync.revision", 10},
                {"Project", "string", ".spec.project", 10}};
    return {ageColumn}; // what the server shows where a CRD names no columns
}

/// The next plain field name of a path, with "\." for a dot; \a path is left behind it.
std::string fieldName(std::string_view &path)
{
    std::string name;
    while (!path.empty() && path.front() != '.' && path.front() != '[') {
        if (path.front() == '\\' && path.size() > 1)
            path.remove_prefix(1);
        name += path.front();
        path.remove_prefix(1);
    }
    return name;
}

/// What stands between the brackets at the front of \a path, which is left behind them.
std::string bracketed(std::string_view &path)
{
    const size_t end = std::min(path.find(']'), path.size());
    std::string inner(path.substr(1, end - 1));
    path.remove_prefix(std::min(end + 1, path.size()));
    return inner;
}

const Json *entryWhere(const Json &list, const std::string &filter)
{
    // ?(@.type=='Ready')
    const size_t name = filter.find("@.");
    const size_t equals = filter.find("==");
    if (!list.is_array() || name == std::string::npos || equals == std::string::npos
        || equals + 4 >= filter.size())
        return nullptr;
    const std::string key = filter.substr(name + 2, equals - name - 2);
    const char quote = filter[equals + 2];
    const size_t close = filter.find(quote, equals + 3);
    const std::string wanted = filter.substr(equals + 3, close - equals - 3);
    for (const Json &entry : list) {
        if (base::textAt(entry, key) == wanted)
            return &entry;
    }
    return nullptr;
}

} // namespace

const Json *findByJsonPath(const Json &object, std::string_view path)
{
    const Json *value = &object;
    while (value && !path.empty()) {
        std::string name;
        if (path.front() == '[') {
            const std::string inner = bracketed(path);
            if (inner.starts_with('?')) {
                value = entryWhere(*value, inner);
                continue;
            }
            std::string_view quoted = inner;
            while (!quoted.empty() && (quoted.front() == '\'' || quoted.front() == '"')) {
                quoted.remove_prefix(1);
                quoted.remove_suffix(quoted.empty() ? 0 : 1);
            }
            for (const char c : quoted) {
                if (c != '\\')
                    name += c;
            }
        } else {
            if (path.front() == '.')
                path.remove_prefix(1);
            if (!path.empty() && path.front() == '[')
                continue;
            name = fieldName(path);
        }
        if (!value->is_object())
            return nullptr;
        const auto found = value->find(name);
        value = found == value->end() ? nullptr : &*found;
    }
    return value;
}

std::vector<CustomColumn> customColumns(const ResourceType &type)
{
    for (const char *group : {"eventing.knative.dev", "messaging.knative.dev", "flows.knative.dev",
                              "sources.knative.dev", "sinks.knative.dev"}) {
        if (type.group == group)
            return eventing(type);
    }
    return type.group.ends_with("knative.dev") ? serving(type) : neighbours(type);
}

} // namespace sluice::sandbox
