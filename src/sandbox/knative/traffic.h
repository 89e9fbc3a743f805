// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sluice::sandbox {

/// One target of a Route, resolved to a revision.
struct RevisionTarget {
    std::string tag;
    std::string revision;
    std::string configuration; ///< of a target that follows the latest ready revision
    std::int64_t percent = 0;
    bool latest = false;
    bool h2c = false;
};

/// Why a Route cannot be programmed: what AllTrafficAssigned then says.
struct TrafficProblem {
    bool failed = false; ///< False rather than Unknown
    std::string reason;
    std::string message;
};

/// A Route's traffic, resolved (knative.dev/serving pkg/reconciler/route/traffic/traffic.go).
struct TrafficPlan {
    std::vector<RevisionTarget> targets; ///< as status.traffic lists them
    std::map<std::string, std::vector<RevisionTarget>>
        byTag; ///< "" is the default; percentages add up to 100 each
    std::optional<TrafficProblem> problem;
};

using Lookup = std::function<const base::Json *(const std::string &name)>;
/// \a configuration and \a revision return nullptr for what does not exist.
[[nodiscard]] TrafficPlan resolveTraffic(const base::Json &route, const Lookup &configuration,
                                         const Lookup &revision);

/// How far configurations have moved to their latest revisions: the value of the ingress' rollout annotation
/// (knative.dev/serving pkg/reconciler/route/traffic/rollout.go). Times in nanoseconds since the epoch.
struct Rollout {
    struct Share {
        std::string revision;
        std::int64_t percent = 0;
    };
    struct Configuration {
        std::string name;
        std::string tag;
        std::int64_t percent = 0;
        std::vector<Share> revisions; ///< oldest first
        std::int64_t startTime = 0;
        std::int64_t nextStepTime = 0;
        std::int64_t stepDuration = 0;
        std::int64_t stepSize = 0;
    };
    std::vector<Configuration> configurations;

    /// Every configuration wholly on its latest revision.
    [[nodiscard]] static Rollout done(const TrafficPlan &plan);
    [[nodiscard]] static Rollout parse(const std::string &annotation);
    [[nodiscard]] std::string toString() const;
    [[nodiscard]] bool isDone() const;
    /// This target state approached from \a before: a new revision starts at one percent, a due step is taken.
    [[nodiscard]] Rollout approachedFrom(const Rollout &before, std::int64_t now) const;
    /// Called while the ingress is ready: fixes size and length of the steps of what has just started.
    void observeReady(std::int64_t now, std::int64_t durationSeconds);
    /// The next moment at which a step is due; 0 when none is.
    [[nodiscard]] std::int64_t nextStep() const;
    [[nodiscard]] const Configuration *find(const std::string &name, const std::string &tag) const;
};

} // namespace sluice::sandbox
