// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/knative/conditions.h"

#include "base/json.h"
#include "sandbox/knative/fields.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

const ConditionSet serviceConditions{"Ready", {"ConfigurationsReady", "RoutesReady"}};
const ConditionSet configurationConditions{"Ready", {}};
const ConditionSet revisionConditions{"Ready", {"ResourcesAvailable", "ContainerHealthy"}};
const ConditionSet routeConditions{"Ready", {"AllTrafficAssigned", "IngressReady", "CertificateProvisioned"}};
const ConditionSet podAutoscalerConditions{"Ready", {"Active", "ScaleTargetInitialized", "SKSReady"}};
const ConditionSet serverlessServiceConditions{"Ready", {"EndpointsPopulated"}};
const ConditionSet metricConditions{"Ready", {}};
const ConditionSet ingressConditions{"Ready", {"NetworkConfigured", "LoadBalancerReady"}};

ConditionManager::ConditionManager(const ConditionSet &set, Json &status, std::string now)
    : m_set(set)
    , m_status(status)
    , m_now(std::move(now))
{
    if (!m_status.is_object())
        m_status = Json::object();
    if (!m_status.contains("conditions") || !m_status["conditions"].is_array())
        m_status["conditions"] = Json::array();
}

void ConditionManager::begin(std::int64_t generation)
{
    const bool happy = isTrue(m_set.happy);
    for (const std::string &type : m_set.dependents) {
        if (!find(type))
            set({{"type", type}, {"status", happy ? "True" : "Unknown"}});
    }
    if (!find(m_set.happy))
        set({{"type", m_set.happy}, {"status", "Unknown"}});
    if (number(m_status, {"observedGeneration"}) != generation && m_status.contains("observedGeneration")) {
        set({{"type", m_set.happy},
             {"status", "Unknown"},
             {"reason", "NewObservedGenFailure"},
             {"message", "unsuccessfully observed a new generation"}});
    }
}

void ConditionManager::end(std::int64_t generation)
{
    m_status["observedGeneration"] = generation;
}

void ConditionManager::markTrue(std::string_view type)
{
    set({{"type", std::string(type)}, {"status", "True"}});
    recompute();
}

void ConditionManager::markTrueWithReason(std::string_view type, const std::string &reason,
                                          const std::string &message)
{
    set({{"type", std::string(type)}, {"status", "True"}, {"reason", reason}, {"message", message}});
    recompute();
}

void ConditionManager::markUnknown(std::string_view type, const std::string &reason,
                                   const std::string &message)
{
    Json marked{{"type", std::string(type)}, {"status", "Unknown"}, {"reason", reason}, {"message", message}};
    set(marked);
    if (type == m_set.happy)
        return;
    for (const std::string &dependent : m_set.dependents) {
        const Json *other = find(dependent);
        if (other && text(*other, {"status"}) == "False") {
            // Something already failed; being undecided elsewhere does not help.
            if (!isFalse(m_set.happy)) {
                Json happy = *other;
                happy["type"] = m_set.happy;
                set(happy);
            }
            return;
        }
    }
    if (isDependent(type)) {
        marked["type"] = m_set.happy;
        set(marked);
    }
}

void ConditionManager::markFalse(std::string_view type, const std::string &reason, const std::string &message)
{
    Json marked{{"type", std::string(type)}, {"status", "False"}, {"reason", reason}, {"message", message}};
    set(marked);
    if (isDependent(type)) {
        marked["type"] = m_set.happy;
        set(marked);
    }
}

std::string ConditionManager::status(std::string_view type) const
{
    const Json *found = find(type);
    return found ? text(*found, {"status"}) : std::string();
}

const Json *ConditionManager::find(std::string_view type) const
{
    for (const Json &entry : m_status["conditions"]) {
        if (text(entry, {"type"}) == type)
            return &entry;
    }
    return nullptr;
}

void ConditionManager::set(Json condition)
{
    for (const char *key : {"reason", "message"}) {
        if (condition.contains(key) && condition[key] == "")
            condition.erase(key);
    }
    const std::string type = condition["type"];
    // What is neither the happy condition nor one of its dependents only informs.
    if (type != m_set.happy && !isDependent(type))
        condition["severity"] = "Info";
    else
        condition.erase("severity");
    Json &conditions = m_status["conditions"];
    for (Json &entry : conditions) {
        if (text(entry, {"type"}) != type)
            continue;
        Json before = entry;
        before.erase("lastTransitionTime");
        condition.erase("lastTransitionTime");
        if (before == condition)
            return;
        condition["lastTransitionTime"] = m_now;
        entry = std::move(condition);
        return;
    }
    condition["lastTransitionTime"] = m_now;
    conditions.push_back(std::move(condition));
    std::sort(conditions.begin(), conditions.end(),
              [](const Json &a, const Json &b) { return text(a, {"type"}) < text(b, {"type"}); });
}

bool ConditionManager::isDependent(std::string_view type) const
{
    return std::find(m_set.dependents.begin(), m_set.dependents.end(), type) != m_set.dependents.end();
}

void ConditionManager::recompute()
{
    const Json *blocking = nullptr;
    bool complete = true;
    for (const char *wanted : {"False", "Unknown"}) {
        for (const std::string &type : m_set.dependents) {
            const Json *entry = find(type);
            complete = complete && entry;
            if (!entry || text(*entry, {"status"}) != wanted)
                continue;
            if (!blocking || text(*entry, {"lastTransitionTime"}) > text(*blocking, {"lastTransitionTime"}))
                blocking = entry;
        }
        if (blocking)
            break;
    }
    Json happy;
    if (blocking)
        happy = *blocking;
    else
        happy = {{"status", complete ? "True" : "Unknown"}};
    happy["type"] = m_set.happy;
    set(std::move(happy));
}

const Json &condition(const Json &object, std::string_view type)
{
    static const Json nothing;
    const Json &conditions = field(object, {"status", "conditions"});
    if (conditions.is_array()) {
        for (const Json &entry : conditions) {
            if (text(entry, {"type"}) == type)
                return entry;
        }
    }
    return nothing;
}

std::string conditionStatus(const Json &object, std::string_view type)
{
    return text(condition(object, type), {"status"});
}

bool isReady(const Json &object)
{
    return number(object, {"status", "observedGeneration"}) == generationOf(object)
        && conditionStatus(object, "Ready") == "True";
}

} // namespace sluice::sandbox
