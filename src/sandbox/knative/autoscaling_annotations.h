// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"
#include "sandbox/knative/settings.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace sluice::sandbox {

class FieldErrors;

/// The value of autoscaling.knative.dev/\a name ("min-scale") among \a annotations, also under its old camel case
/// key; nullptr when neither is there. \a key receives the key that was found.
[[nodiscard]] const std::string *autoscalingAnnotation(const base::Json &annotations, std::string_view name,
                                                       std::string *key = nullptr);

/// Judges the autoscaling annotations of a revision template, whose field is \a path
/// (knative.dev/serving pkg/apis/autoscaling/annotation_validation.go).
void validateAutoscalingAnnotations(const base::Json &annotations, const KnativeSettings &settings,
                                    const std::string &path, FieldErrors &errors);

/// How one revision is to be scaled: its annotations over the cluster's settings. Times in milliseconds.
struct ScalingRules {
    std::string scalerClass;
    std::string metric = "concurrency";
    double total = 100; ///< of the metric that a pod can bear
    double target = 70; ///< of the metric that a pod is wanted to bear
    double burstCapacity = 211;
    std::int64_t minScale = 0;
    std::int64_t maxScale = 0; ///< 0: no limit
    std::int64_t initialScale = 1;
    std::int64_t activationScale = 0; ///< 0: none
    std::int64_t window = 60000;
    std::int64_t scaleDownDelay = 0;
    std::int64_t retention = 0;
    double panicWindowPercentage = 10;
    double panicThreshold = 2;
    bool weighted = false; ///< metric-aggregation-algorithm
};

/// \a containerConcurrency is the revision's, 0 for no limit.
[[nodiscard]] ScalingRules scalingRules(const base::Json &annotations, std::int64_t containerConcurrency,
                                        const KnativeSettings &settings);

} // namespace sluice::sandbox
