// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sluice::sandbox {

/// What the config-* ConfigMaps of namespace knative-serving say, with the defaults of Knative Serving 1.15 for what
/// they do not say (knative.dev/serving pkg/apis/config, pkg/autoscaler/config, pkg/gc, pkg/deployment,
/// pkg/reconciler/route/config and knative.dev/networking pkg/config). Times are milliseconds.
struct KnativeSettings {
    struct Defaults {
        std::int64_t revisionTimeoutSeconds = 300;
        std::int64_t maxRevisionTimeoutSeconds = 600;
        std::int64_t responseStartTimeoutSeconds = 0; ///< 0: as long as the revision's timeout
        std::int64_t idleTimeoutSeconds = 0;
        std::int64_t containerConcurrency = 0;
        std::int64_t containerConcurrencyMaxLimit = 1000;
        bool allowContainerConcurrencyZero = true;
        bool enableServiceLinks = false;
        std::map<std::string, std::string> requests; ///< cpu, memory, ephemeral-storage
        std::map<std::string, std::string> limits;
    } defaults;

    struct Autoscaler {
        double targetUtilization = 0.7;
        double concurrencyTarget = 100;
        double rpsTarget = 200;
        double targetBurstCapacity = 211;
        double activatorCapacity = 100;
        double panicWindowPercentage = 10;
        double panicThresholdPercentage = 200;
        double maxScaleUpRate = 1000;
        double maxScaleDownRate = 2;
        std::int64_t stableWindow = 60000;
        std::int64_t scaleDownDelay = 0;
        std::int64_t scaleToZeroGracePeriod = 30000;
        std::int64_t podRetentionPeriod = 0;
        std::int64_t minScale = 0;
        std::int64_t maxScale = 0;
        std::int64_t maxScaleLimit = 0;
        std::int64_t initialScale = 1;
        bool allowZeroInitialScale = false;
        bool enableScaleToZero = true;
        std::string podAutoscalerClass = "kpa.autoscaling.knative.dev";
    } autoscaler;

    struct Deployment {
        std::string queueSidecarImage;
        std::set<std::string> registriesSkippingTagResolving{"kind.local", "ko.local", "dev.local"};
        std::int64_t digestResolutionTimeout = 10000;
        std::int64_t progressDeadline = 600000;
        std::string queueSidecarCpuRequest = "25m";
    } deployment;

    struct Gc {
        std::optional<std::int64_t> retainSinceCreate = 48 * 3600000LL; ///< nothing: disabled
        std::optional<std::int64_t> retainSinceLastActive = 15 * 3600000LL;
        std::int64_t minNonActiveRevisions = 20;
        std::optional<std::int64_t> maxNonActiveRevisions = 1000;
    } gc;

    struct Network {
        std::string ingressClass = "istio.ingress.networking.knative.dev";
        std::string domainTemplate = "{{.Name}}.{{.Namespace}}.{{.Domain}}";
        std::string tagTemplate = "{{.Tag}}-{{.Name}}";
        std::string defaultExternalScheme = "http";
        std::string httpOption = "Enabled";
        std::int64_t rolloutDuration = 0;
        bool externalDomainTls = false;
    } network;

    /// Domain to its label selector; an empty selector takes every route.
    std::vector<std::pair<std::string, std::map<std::string, std::string>>> domains;
    /// Feature flags that differ from the default, in lower case.
    std::map<std::string, std::string> features;

    /// The flag's value in lower case: "enabled", "disabled" or "allowed".
    [[nodiscard]] std::string feature(const std::string &name) const;
    [[nodiscard]] bool isFeatureOn(const std::string &name) const { return feature(name) == "enabled"; }

    /// Reads one ConfigMap of knative-serving; others than the known ones are ignored. Bad values keep the default.
    void apply(std::string_view configMap, const base::Json &data);
};

} // namespace sluice::sandbox
