// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <QStringList>
#include <optional>
#include <span>

namespace sluice::lint {

/// An annotation of the autoscaler on a Revision's template. Source: knative.dev/serving 1.15
/// pkg/apis/autoscaling/{register,annotation_validation}.go.
struct ScalingAnnotation {
    enum class Kind { Class, Metric, Count, Decimal, Duration, Algorithm };
    const char *name; ///< behind "autoscaling.knative.dev/"
    const char *alias; ///< older spelling, with less weight; "" for none
    Kind kind;
    double minimum; ///< seconds for durations
    double maximum; ///< 0: none
};

[[nodiscard]] std::span<const ScalingAnnotation> scalingAnnotations();
/// By name or alias, without the prefix; nullptr when there is none.
[[nodiscard]] const ScalingAnnotation *findScalingAnnotation(const QString &name);

/// What is wrong with a value, and what would be right where one follows from the other.
struct AnnotationFault {
    enum class Kind { NotWhole, NotNumber, NotDuration, NotWholeSeconds, TooSmall, OutOfRange, NotOneOf };
    Kind kind;
    QStringList arguments; ///< of the message: the smallest value, or smallest and largest, or the legal ones
    QString better; ///< empty: nothing follows
};
/// \a scalingClass: the value of the class annotation; empty when it has none.
[[nodiscard]] std::optional<AnnotationFault> faultOf(const ScalingAnnotation &annotation,
                                                     const QString &value, const QString &scalingClass);

/// Every key that Knative Serving reads on a Service (\a onTemplate false) or on its template. Source: serving 1.15 to
/// 1.23 pkg/apis/serving/register.go, networking pkg/apis/networking/register.go.
[[nodiscard]] QStringList knownAnnotations(bool onTemplate);

} // namespace sluice::lint
