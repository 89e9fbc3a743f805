// SPDX-License-Identifier: GPL-3.0-or-later
#include "lint/annotations.h"

#include "domain/duration.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sluice::lint {

namespace {

using Kind = ScalingAnnotation::Kind;
using Fault = AnnotationFault::Kind;

constexpr std::array table{
    ScalingAnnotation{"class", "", Kind::Class, 0, 0},
    ScalingAnnotation{"metric", "", Kind::Metric, 0, 0},
    ScalingAnnotation{"target", "", Kind::Decimal, 0.01, 0},
    ScalingAnnotation{"target-utilization-percentage", "targetUtilizationPercentage", Kind::Decimal, 1, 100},
    ScalingAnnotation{"min-scale", "minScale", Kind::Count, 0, 0},
    ScalingAnnotation{"max-scale", "maxScale", Kind::Count, 0, 0},
    ScalingAnnotation{"initial-scale", "initialScale", Kind::Count, 0, 0},
    ScalingAnnotation{"activation-scale", "", Kind::Count, 2, 0},
    ScalingAnnotation{"scale-down-delay", "scaleDownDelay", Kind::Duration, 0, 3600},
    ScalingAnnotation{"scale-to-zero-pod-retention-period", "scaleToZeroPodRetentionPeriod", Kind::Duration,
                      0, 3600},
    ScalingAnnotation{"window", "", Kind::Duration, 6, 3600},
    ScalingAnnotation{"panic-window-percentage", "panicWindowPercentage", Kind::Decimal, 1, 100},
    ScalingAnnotation{"panic-threshold-percentage", "panicThresholdPercentage", Kind::Decimal, 110, 1000},
    // -1 is legal as well: the activator is then always in the path.
    ScalingAnnotation{"target-burst-capacity", "targetBurstCapacity", Kind::Decimal, 0, 0},
    ScalingAnnotation{"metric-aggregation-algorithm", "metricAggregationAlgorithm", Kind::Algorithm, 0, 0},
};

QString kpa()
{
    return QStringLiteral("kpa.autoscaling.knative.dev");
}

QString hpa()
{
    return QStringLiteral("hpa.autoscaling.knative.dev");
}

QString shown(double value, Kind kind)
{
    if (kind != Kind::Duration)
        return QString::number(value, 'g', 12);
    return value >= 3600 ? QStringLiteral("%1h").arg(value / 3600) : QStringLiteral("%1s").arg(value);
}

AnnotationFault outside(const ScalingAnnotation &annotation, double value)
{
    const bool small = value < annotation.minimum;
    const QString lower = shown(annotation.minimum, annotation.kind);
    const QString upper = shown(annotation.maximum, annotation.kind);
    if (annotation.maximum == 0)
        return {Fault::TooSmall, {lower}, lower};
    return {Fault::OutOfRange, {lower, upper}, small ? lower : upper};
}

std::optional<AnnotationFault> durationFault(const ScalingAnnotation &annotation, const QString &value)
{
    const auto duration = domain::parseGoDuration(value);
    if (!duration) {
        bool isNumber = false;
        const int seconds = value.toInt(&isNumber);
        const bool legal = isNumber && seconds >= annotation.minimum && seconds <= annotation.maximum;
        return AnnotationFault{Fault::NotDuration, {}, legal ? value + u's' : QString()};
    }
    const double seconds = std::chrono::duration<double>(*duration).count();
    if (seconds < annotation.minimum || seconds > annotation.maximum)
        return outside(annotation, seconds);
    if (!domain::isWholeSeconds(*duration))
        return AnnotationFault{Fault::NotWholeSeconds,
                               {},
                               domain::formatGoDuration(std::chrono::ceil<std::chrono::seconds>(*duration))};
    return std::nullopt;
}

std::optional<AnnotationFault> oneOf(const QStringList &legal, const QString &value)
{
    if (legal.contains(value))
        return std::nullopt;
    QString better;
    for (const QString &word : legal) {
        if (word.compare(value, Qt::CaseInsensitive) == 0 || word.startsWith(value + u'.'))
            better = word;
    }
    return AnnotationFault{Fault::NotOneOf, {legal.join(QStringLiteral(", "))}, better};
}

} // namespace

std::span<const ScalingAnnotation> scalingAnnotations()
{
    return table;
}

const ScalingAnnotation *findScalingAnnotation(const QString &name)
{
    const auto found = std::find_if(table.begin(), table.end(), [&](const ScalingAnnotation &row) {
        return name == QLatin1String(row.name) || (*row.alias != '\0' && name == QLatin1String(row.alias));
    });
    return found == table.end() ? nullptr : &*found;
}

std::optional<AnnotationFault> faultOf(const ScalingAnnotation &annotation, const QString &value,
                                       const QString &scalingClass)
{
    switch (annotation.kind) {
    case Kind::Class:
        return value.endsWith(QLatin1String(".knative.dev")) ? oneOf({kpa(), hpa()}, value) : std::nullopt;
    case Kind::Metric:
        if (scalingClass.isEmpty() || scalingClass == kpa())
            return oneOf({QStringLiteral("concurrency"), QStringLiteral("rps")}, value);
        return std::nullopt;
    case Kind::Algorithm:
        if (scalingClass != kpa())
            return std::nullopt;
        return value == u"weightedExponential"
            ? std::nullopt
            : oneOf({QStringLiteral("linear"), QStringLiteral("weighted-exponential")}, value);
    case Kind::Count: {
        bool isNumber = false;
        const int number = value.toInt(&isNumber);
        if (!isNumber || value.trimmed() != value)
            return AnnotationFault{Fault::NotWhole, {}, {}};
        return number < annotation.minimum ? std::optional(outside(annotation, number)) : std::nullopt;
    }
    case Kind::Decimal: {
        bool isNumber = false;
        const double number = value.toDouble(&isNumber);
        if (!isNumber || !std::isfinite(number))
            return AnnotationFault{Fault::NotNumber, {}, {}};
        if (qstrcmp(annotation.name, "target-burst-capacity") == 0 && number == -1)
            return std::nullopt;
        const bool outsideRange =
            number < annotation.minimum || (annotation.maximum > 0 && number > annotation.maximum);
        return outsideRange ? std::optional(outside(annotation, number)) : std::nullopt;
    }
    case Kind::Duration:
        return durationFault(annotation, value);
    }
    return std::nullopt;
}

namespace {

QStringList annotationKeys(bool onTemplate)
{
    QStringList keys;
    const auto add = [&keys](const char *group, std::initializer_list<const char *> names) {
        for (const char *name : names)
            keys.append(QLatin1String(group) + QLatin1Char('/') + QLatin1String(name));
    };
    add("serving.knative.dev", {"creator", "lastModifier"});
    add("networking.knative.dev",
        {"ingress-class", "ingress.class", "certificate-class", "certificate.class", "http-protocol",
         "httpOption", "disable-auto-tls", "disableAutoTLS", "disable-external-domain-tls", "tag-to-host"});
    if (!onTemplate) {
        add("serving.knative.dev", {"rollout-duration", "rolloutDuration", "no-gc"});
        return keys;
    }
    for (const ScalingAnnotation &row : table) {
        add("autoscaling.knative.dev", {row.name});
        if (*row.alias != '\0')
            add("autoscaling.knative.dev", {row.alias});
    }
    add("serving.knative.dev", {"progress-deadline", "no-gc"});
    add("queue.sidecar.serving.knative.dev",
        {"cpu-resource-request", "cpu-resource-limit", "memory-resource-request", "memory-resource-limit",
         "ephemeral-storage-resource-request", "ephemeral-storage-resource-limit", "resource-percentage",
         "resourcePercentage"});
    add("features.knative.dev", {"queueproxy-podinfo", "http-full-duplex", "podspec-dryrun"});
    return keys;
}

} // namespace

QStringList knownAnnotations(bool onTemplate)
{
    static const QStringList own = annotationKeys(false);
    static const QStringList ofTemplate = annotationKeys(true);
    return onTemplate ? ofTemplate : own;
}

} // namespace sluice::lint
