// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/knative/autoscaling_annotations.h"

#include "base/json.h"
#include "sandbox/knative/field_errors.h"
#include "sandbox/knative/fields.h"
#include "sandbox/knative/go_values.h"
#include "sandbox/knative/serving_keys.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

namespace {

constexpr std::int64_t second = 1000000000;
constexpr std::int64_t hour = 3600 * second;
constexpr std::string_view prefix = "autoscaling.knative.dev/";

/// "min-scale" to "minScale".
std::string camelCase(std::string_view name)
{
    std::string out;
    bool up = false;
    for (const char c : name) {
        if (c == '-') {
            up = true;
            continue;
        }
        out += up ? static_cast<char>(c - 'a' + 'A') : c;
        up = false;
    }
    return out;
}

bool endsWith(std::string_view text, std::string_view end)
{
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

/// Looks at one revision template's annotations.
class Validator {
public:
    Validator(const Json &annotations, const KnativeSettings &settings, const std::string &path,
              FieldErrors &errors)
        : m_annotations(annotations)
        , m_settings(settings)
        , m_path(path)
        , m_errors(errors)
    {
    }

    void run()
    {
        checkClass();
        checkScales();
        checkFloat("panic-window-percentage", 1, 100);
        checkFloat("panic-threshold-percentage", 110, 1000);
        checkTarget();
        checkFloat("target-utilization-percentage", 1, 100);
        checkBurst();
        checkDuration("window", 6 * second, true, true);
        checkDuration("scale-to-zero-pod-retention-period", 0, false, false);
        checkDuration("scale-down-delay", 0, true, false);
        checkMetric();
        checkAlgorithm();
        checkInitialScale();
    }

private:
    const std::string *get(std::string_view name)
    {
        return autoscalingAnnotation(m_annotations, name, &m_key);
    }
    [[nodiscard]] std::string at(const std::string &key) const { return joinPath(m_path, key); }
    [[nodiscard]] std::string canonical(std::string_view name) const
    {
        return at(std::string(prefix).append(name));
    }

    void checkClass()
    {
        const std::string *value = get("class");
        if (value && endsWith(*value, "autoscaling.knative.dev") && *value != keys::kpa
            && *value != keys::hpa)
            m_errors.invalidValue(*value, at(m_key));
    }

    std::int64_t nonNegative(std::string_view name)
    {
        const std::string *value = get(name);
        if (!value)
            return 0;
        bool outOfRange = false;
        const auto number = parseGoInt(*value, &outOfRange);
        if (outOfRange || (number && *number < 0)) {
            m_errors.outOfBounds(*value, "0", "2147483647", at(m_key));
            return 0;
        }
        if (!number)
            m_errors.invalidValue(*value, at(m_key));
        return number.value_or(0);
    }

    void checkScales()
    {
        const std::int64_t low = nonNegative("min-scale");
        const std::int64_t high = nonNegative("max-scale");
        const auto as = [](std::string_view name, std::int64_t value) {
            return std::string(name) + "=" + std::to_string(value);
        };
        if (high != 0 && high < low) {
            m_errors.add({as("max-scale", high) + " is less than " + as("min-scale", low),
                          {canonical("max-scale"), canonical("min-scale")},
                          {}});
        }
        const std::int64_t limit = m_settings.autoscaler.maxScaleLimit;
        if (get("max-scale") && limit != 0) {
            if (high > limit)
                m_errors.outOfBounds(high, 1, limit, at(m_key));
            if (high == 0)
                m_errors.generic("max-scale=0 (unlimited), must be less than " + std::to_string(limit),
                                 at(m_key));
        }
        const std::string *activation = get("activation-scale");
        if (!activation)
            return;
        const auto value = parseGoInt(*activation);
        if (!value)
            m_errors.invalidValue(*activation, at(m_key));
        else if (low > *value)
            m_errors.generic(as("min-scale", low) + " is greater than " + as("activation-scale", *value),
                             at(m_key));
        else if (high < *value && high != 0)
            m_errors.generic(as("max-scale", high) + " is less than " + as("activation-scale", *value),
                             at(m_key));
        else if (*value < 2)
            m_errors.generic(as("activation-scale", *value) + " must be greater than 1", at(m_key));
    }

    void checkFloat(std::string_view name, std::int64_t low, std::int64_t high)
    {
        const std::string *value = get(name);
        if (!value)
            return;
        const auto number = parseGoFloat(*value);
        if (!number)
            m_errors.invalidValue(*value, at(m_key));
        else if (*number < static_cast<double>(low) || *number > static_cast<double>(high))
            m_errors.outOfBounds(*value, std::to_string(low), std::to_string(high), at(m_key));
    }

    void checkTarget()
    {
        const std::string *value = get("target");
        if (!value)
            return;
        const auto number = parseGoFloat(*value);
        if (!number)
            m_errors.invalidValue(*value, at(m_key));
        else if (*number < 0.01)
            m_errors.generic("target " + *value + " should be at least 0.01", at(m_key));
    }

    void checkBurst()
    {
        const std::string *value = get("target-burst-capacity");
        if (!value)
            return;
        const auto number = parseGoFloat(*value);
        if (!number || (*number < 0 && *number != -1))
            m_errors.invalidValue(*value, at(m_key));
    }

    void checkDuration(std::string_view name, std::int64_t low, bool wholeSeconds, bool canonicalKey)
    {
        const std::string *value = get(name);
        if (!value)
            return;
        const std::string where = canonicalKey ? canonical(name) : at(m_key);
        const auto duration = parseGoDuration(*value);
        if (!duration)
            m_errors.invalidValue(*value, where);
        else if (*duration < low || *duration > hour)
            m_errors.outOfBounds(*value, goDuration(low), goDuration(hour), where);
        else if (wholeSeconds && *duration % second != 0)
            m_errors.generic("must be specified with at most second precision", where);
    }

    void checkMetric()
    {
        const std::string *value = get("metric");
        if (!value)
            return;
        const std::string *scaler = autoscalingAnnotation(m_annotations, "class");
        const std::string kind = scaler ? *scaler : std::string(keys::kpa);
        const bool good = kind == keys::kpa ? *value == "concurrency" || *value == "rps"
                                            : kind != keys::hpa || !value->empty();
        if (!good)
            m_errors.invalidValue(*value, canonical("metric"));
    }

    void checkAlgorithm()
    {
        const std::string *scaler = autoscalingAnnotation(m_annotations, "class");
        if (!scaler || *scaler != keys::kpa)
            return;
        const std::string *value = get("metric-aggregation-algorithm");
        if (value && !value->empty() && *value != "linear" && *value != "weighted-exponential"
            && *value != "weightedExponential")
            m_errors.invalidValue(*value, at(m_key));
    }

    void checkInitialScale()
    {
        const std::string *value = get("initial-scale");
        if (!value)
            return;
        const auto number = parseGoInt(*value);
        if (!number)
            m_errors.invalidValue(*value, at(m_key));
        else if (*number < 0)
            m_errors.invalidValue(*value, at(m_key) + " must be greater than 0");
        else if (*number == 0 && !m_settings.autoscaler.allowZeroInitialScale)
            m_errors.invalidValue(*value, at(m_key) + "=0 not allowed by cluster");
    }

    const Json &m_annotations;
    const KnativeSettings &m_settings;
    const std::string &m_path;
    FieldErrors &m_errors;
    std::string m_key;
};

} // namespace

const std::string *autoscalingAnnotation(const Json &annotations, std::string_view name, std::string *key)
{
    for (const std::string &spelling : {std::string(name), camelCase(name)}) {
        const std::string full = std::string(prefix) + spelling;
        const Json &value = field(annotations, {full});
        if (value.is_string()) {
            if (key)
                *key = full;
            return value.get_ptr<const std::string *>();
        }
    }
    return nullptr;
}

void validateAutoscalingAnnotations(const Json &annotations, const KnativeSettings &settings,
                                    const std::string &path, FieldErrors &errors)
{
    Validator(annotations, settings, path, errors).run();
}

ScalingRules scalingRules(const Json &annotations, std::int64_t containerConcurrency,
                          const KnativeSettings &settings)
{
    const KnativeSettings::Autoscaler &cluster = settings.autoscaler;
    const auto integer = [&](std::string_view name, std::int64_t fallback) {
        const std::string *value = autoscalingAnnotation(annotations, name);
        return value ? parseGoInt(*value).value_or(fallback) : fallback;
    };
    const auto real = [&](std::string_view name, double fallback) {
        const std::string *value = autoscalingAnnotation(annotations, name);
        return value ? parseGoFloat(*value).value_or(fallback) : fallback;
    };
    const auto duration = [&](std::string_view name, std::int64_t fallback) {
        const std::string *value = autoscalingAnnotation(annotations, name);
        const auto read = value ? parseGoDuration(*value) : std::nullopt;
        return read ? *read / 1000000 : fallback;
    };

    ScalingRules rules;
    const std::string *scaler = autoscalingAnnotation(annotations, "class");
    rules.scalerClass = scaler ? *scaler : cluster.podAutoscalerClass;
    if (const std::string *metric = autoscalingAnnotation(annotations, "metric"))
        rules.metric = *metric;
    else if (rules.scalerClass == keys::hpa)
        rules.metric = "cpu";

    double utilization = cluster.targetUtilization;
    rules.total = cluster.concurrencyTarget;
    if (rules.metric == "rps") {
        rules.total = real("target", cluster.rpsTarget);
    } else {
        const auto limit = static_cast<double>(containerConcurrency);
        if (containerConcurrency > 0)
            rules.total = limit;
        rules.total = real("target", rules.total);
        if (containerConcurrency > 0)
            rules.total = std::min(rules.total, limit);
    }
    if (autoscalingAnnotation(annotations, "target-utilization-percentage"))
        utilization = real("target-utilization-percentage", 70) / 100;
    rules.target = std::max(0.01, rules.total * utilization);
    rules.burstCapacity = real("target-burst-capacity", cluster.targetBurstCapacity);
    rules.minScale = integer("min-scale", cluster.minScale);
    rules.maxScale = integer("max-scale", cluster.maxScale);
    rules.initialScale = integer("initial-scale", cluster.initialScale);
    rules.activationScale = integer("activation-scale", 0);
    rules.window = duration("window", cluster.stableWindow);
    rules.scaleDownDelay = duration("scale-down-delay", cluster.scaleDownDelay);
    rules.retention = duration("scale-to-zero-pod-retention-period", cluster.podRetentionPeriod);
    rules.panicWindowPercentage = real("panic-window-percentage", cluster.panicWindowPercentage);
    rules.panicThreshold = real("panic-threshold-percentage", cluster.panicThresholdPercentage) / 100;
    if (const std::string *algorithm = autoscalingAnnotation(annotations, "metric-aggregation-algorithm"))
        rules.weighted = *algorithm != "linear" && !algorithm->empty();
    return rules;
}

} // namespace sluice::sandbox
