// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/knative/settings.h"

#include "base/json.h"
#include "sandbox/knative/fields.h"
#include "sandbox/knative/go_values.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

namespace {

std::string lower(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

/// Reads the entries of one ConfigMap's data.
class Reader {
public:
    explicit Reader(const Json &data)
        : m_data(data)
    {
    }
    void string(std::string_view key, std::string &to) const
    {
        if (const Json *value = find(key))
            to = value->get<std::string>();
    }
    void boolean(std::string_view key, bool &to) const
    {
        if (const Json *value = find(key))
            to = lower(value->get<std::string>()) == "true";
    }
    void integer(std::string_view key, std::int64_t &to) const
    {
        if (const Json *value = find(key))
            to = parseGoInt(value->get_ref<const std::string &>()).value_or(to);
    }
    void real(std::string_view key, double &to) const
    {
        if (const Json *value = find(key))
            to = parseGoFloat(value->get_ref<const std::string &>()).value_or(to);
    }
    void duration(std::string_view key, std::int64_t &milliseconds) const
    {
        if (const Json *value = find(key)) {
            if (const auto read = parseGoDuration(value->get_ref<const std::string &>()))
                milliseconds = *read / 1000000;
        }
    }
    void optionalDuration(std::string_view key, std::optional<std::int64_t> &milliseconds) const
    {
        if (isDisabled(key)) {
            milliseconds.reset();
        } else if (find(key)) {
            std::int64_t value = milliseconds.value_or(0);
            duration(key, value);
            milliseconds = value;
        }
    }
    void optionalInteger(std::string_view key, std::optional<std::int64_t> &to) const
    {
        if (isDisabled(key)) {
            to.reset();
        } else if (find(key)) {
            std::int64_t value = to.value_or(0);
            integer(key, value);
            to = value;
        }
    }

private:
    const Json *find(std::string_view key) const
    {
        const Json &value = field(m_data, {key});
        return value.is_string() ? &value : nullptr;
    }
    bool isDisabled(std::string_view key) const
    {
        const Json *value = find(key);
        return value && lower(value->get<std::string>()) == "disabled";
    }
    const Json &m_data;
};

void readDefaults(const Json &data, KnativeSettings::Defaults &to)
{
    const Reader read(data);
    read.integer("revision-timeout-seconds", to.revisionTimeoutSeconds);
    read.integer("max-revision-timeout-seconds", to.maxRevisionTimeoutSeconds);
    read.integer("revision-response-start-timeout-seconds", to.responseStartTimeoutSeconds);
    read.integer("revision-idle-timeout-seconds", to.idleTimeoutSeconds);
    read.integer("container-concurrency", to.containerConcurrency);
    read.integer("container-concurrency-max-limit", to.containerConcurrencyMaxLimit);
    read.boolean("allow-container-concurrency-zero", to.allowContainerConcurrencyZero);
    read.boolean("enable-service-links", to.enableServiceLinks);
    for (const std::string resource : {"cpu", "memory", "ephemeral-storage"}) {
        std::string request;
        std::string limit;
        read.string("revision-" + resource + "-request", request);
        read.string("revision-" + resource + "-limit", limit);
        if (isQuantity(request))
            to.requests[resource] = request;
        if (isQuantity(limit))
            to.limits[resource] = limit;
    }
}

void readAutoscaler(const Json &data, KnativeSettings::Autoscaler &to)
{
    const Reader read(data);
    double percentage = to.targetUtilization;
    read.real("container-concurrency-target-percentage", percentage);
    to.targetUtilization = percentage > 1 ? percentage / 100 : percentage;
    read.real("container-concurrency-target-default", to.concurrencyTarget);
    read.real("requests-per-second-target-default", to.rpsTarget);
    read.real("target-burst-capacity", to.targetBurstCapacity);
    read.real("activator-capacity", to.activatorCapacity);
    read.real("panic-window-percentage", to.panicWindowPercentage);
    read.real("panic-threshold-percentage", to.panicThresholdPercentage);
    read.real("max-scale-up-rate", to.maxScaleUpRate);
    read.real("max-scale-down-rate", to.maxScaleDownRate);
    read.duration("stable-window", to.stableWindow);
    read.duration("scale-down-delay", to.scaleDownDelay);
    read.duration("scale-to-zero-grace-period", to.scaleToZeroGracePeriod);
    read.duration("scale-to-zero-pod-retention-period", to.podRetentionPeriod);
    read.integer("min-scale", to.minScale);
    read.integer("max-scale", to.maxScale);
    read.integer("max-scale-limit", to.maxScaleLimit);
    read.integer("initial-scale", to.initialScale);
    read.boolean("allow-zero-initial-scale", to.allowZeroInitialScale);
    read.boolean("enable-scale-to-zero", to.enableScaleToZero);
    read.string("pod-autoscaler-class", to.podAutoscalerClass);
}

void readDeployment(const Json &data, KnativeSettings::Deployment &to)
{
    const Reader read(data);
    read.string("queue-sidecar-image", to.queueSidecarImage);
    read.string("queue-sidecar-cpu-request", to.queueSidecarCpuRequest);
    read.duration("digest-resolution-timeout", to.digestResolutionTimeout);
    read.duration("progress-deadline", to.progressDeadline);
    std::string registries;
    read.string("registries-skipping-tag-resolving", registries);
    if (!registries.empty()) {
        to.registriesSkippingTagResolving.clear();
        for (size_t start = 0; start <= registries.size();) {
            const size_t end = std::min(registries.find(',', start), registries.size());
            to.registriesSkippingTagResolving.insert(registries.substr(start, end - start));
            start = end + 1;
        }
    }
}

void readGc(const Json &data, KnativeSettings::Gc &to)
{
    const Reader read(data);
    read.optionalDuration("retain-since-create-time", to.retainSinceCreate);
    read.optionalDuration("retain-since-last-active-time", to.retainSinceLastActive);
    read.integer("min-non-active-revisions", to.minNonActiveRevisions);
    read.optionalInteger("max-non-active-revisions", to.maxNonActiveRevisions);
}

void readNetwork(const Json &data, KnativeSettings::Network &to)
{
    const Reader read(data);
    // The old camel case keys are still read; the new ones win.
    for (const std::string_view key : {"ingress.class", "ingress-class"})
        read.string(key, to.ingressClass);
    for (const std::string_view key : {"domainTemplate", "domain-template"})
        read.string(key, to.domainTemplate);
    for (const std::string_view key : {"tagTemplate", "tag-template"})
        read.string(key, to.tagTemplate);
    for (const std::string_view key : {"defaultExternalScheme", "default-external-scheme"})
        read.string(key, to.defaultExternalScheme);
    std::int64_t seconds = -1;
    for (const std::string_view key : {"rolloutDuration", "rollout-duration"})
        read.integer(key, seconds);
    if (seconds >= 0)
        to.rolloutDuration = seconds * 1000;
    std::string protocol;
    for (const std::string_view key : {"httpProtocol", "http-protocol"})
        read.string(key, protocol);
    to.httpOption = lower(protocol) == "redirected" ? "Redirected" : "Enabled";
    std::string tls;
    for (const std::string_view key : {"autoTLS", "auto-tls", "external-domain-tls"})
        read.string(key, tls);
    to.externalDomainTls = lower(tls) == "enabled";
}

/// config-domain: each key is a domain; its value is empty or YAML "selector:" with indented "key: value" lines.
std::vector<std::pair<std::string, std::map<std::string, std::string>>> readDomains(const Json &data)
{
    std::vector<std::pair<std::string, std::map<std::string, std::string>>> domains;
    for (const auto &[domain, value] : data.items()) {
        if (domain.empty() || domain.front() == '_' || !value.is_string())
            continue;
        std::map<std::string, std::string> selector;
        const auto &lines = value.get_ref<const std::string &>();
        for (size_t start = 0; start < lines.size();) {
            const size_t end = std::min(lines.find('\n', start), lines.size());
            const std::string line = lines.substr(start, end - start);
            start = end + 1;
            const size_t colon = line.find(": ");
            const size_t first = line.find_first_not_of(' ');
            if (colon != std::string::npos && first != 0 && line[first] != '#') {
                std::string matched = line.substr(colon + 2);
                std::erase_if(matched, [](char c) { return c == '"' || c == '\'' || c == ' ' || c == '\r'; });
                selector[line.substr(first, colon - first)] = matched;
            }
        }
        domains.emplace_back(domain, std::move(selector));
    }
    return domains;
}

} // namespace

std::string KnativeSettings::feature(const std::string &name) const
{
    const auto found = features.find(name);
    if (found != features.end())
        return found->second;
    if (name == "multi-container" || name == "kubernetes.podspec-volumes-emptydir")
        return "enabled";
    return name == "kubernetes.podspec-dryrun" ? "allowed" : "disabled";
}

void KnativeSettings::apply(std::string_view configMap, const Json &data)
{
    const Json values = data.is_object() ? data : Json::object();
    // Each map is read from scratch, so that a removed key returns to its default.
    if (configMap == "config-defaults") {
        defaults = {};
        readDefaults(values, defaults);
    } else if (configMap == "config-autoscaler") {
        autoscaler = {};
        readAutoscaler(values, autoscaler);
    } else if (configMap == "config-deployment") {
        deployment = {};
        readDeployment(values, deployment);
    } else if (configMap == "config-gc") {
        gc = {};
        readGc(values, gc);
    } else if (configMap == "config-network") {
        network = {};
        readNetwork(values, network);
    } else if (configMap == "config-domain") {
        domains = readDomains(values);
    } else if (configMap == "config-features") {
        features.clear();
        for (const auto &[key, value] : values.items()) {
            if (value.is_string())
                features[key] = lower(value.get<std::string>());
        }
    }
}

} // namespace sluice::sandbox
