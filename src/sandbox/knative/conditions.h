// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"

#include <string>
#include <string_view>
#include <vector>

namespace sluice::sandbox {

/// The conditions of a kind: which ones its "happy" condition is made of.
struct ConditionSet {
    std::string happy = "Ready";
    std::vector<std::string> dependents;
};

/// Writes status.conditions of one object during one reconcile as Knative's condition manager does
/// (knative.dev/pkg apis/condition_set.go, reconciler/reconcile_common.go): the happy condition follows its
/// dependents, the list stays sorted by type, everything that changed gets one time. Holds references: use and drop.
class ConditionManager {
public:
    ConditionManager(const ConditionSet &set, base::Json &status, std::string now);

    /// Before a reconcile: makes missing conditions, and marks the happy one Unknown for a new generation.
    void begin(std::int64_t generation);
    /// After it: observedGeneration.
    void end(std::int64_t generation);

    void markTrue(std::string_view type);
    /// Also True, but with words that explain why.
    void markTrueWithReason(std::string_view type, const std::string &reason, const std::string &message);
    void markUnknown(std::string_view type, const std::string &reason = {}, const std::string &message = {});
    void markFalse(std::string_view type, const std::string &reason, const std::string &message);

    /// "True", "False", "Unknown", or empty when there is no such condition.
    [[nodiscard]] std::string status(std::string_view type) const;
    [[nodiscard]] bool isTrue(std::string_view type) const { return status(type) == "True"; }
    [[nodiscard]] bool isFalse(std::string_view type) const { return status(type) == "False"; }

private:
    [[nodiscard]] const base::Json *find(std::string_view type) const;
    void set(base::Json condition);
    [[nodiscard]] bool isDependent(std::string_view type) const;
    void recompute();

    const ConditionSet &m_set;
    base::Json &m_status;
    std::string m_now;
};

/// The condition \a type of \a object's status, or null.
[[nodiscard]] const base::Json &condition(const base::Json &object, std::string_view type);
[[nodiscard]] std::string conditionStatus(const base::Json &object, std::string_view type);
/// Whether the controller has seen the present generation and its Ready is True.
[[nodiscard]] bool isReady(const base::Json &object);

// The sets of Knative Serving's kinds.
extern const ConditionSet serviceConditions;
extern const ConditionSet configurationConditions;
extern const ConditionSet revisionConditions;
extern const ConditionSet routeConditions;
extern const ConditionSet podAutoscalerConditions;
extern const ConditionSet serverlessServiceConditions;
extern const ConditionSet metricConditions;
extern const ConditionSet ingressConditions;

} // namespace sluice::sandbox
