// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"

#include <QString>
#include <QStringList>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace sluice::domain {

/// What can be set per environment on a Knative Service. The order is that of the matrix.
enum class ParameterId {
    MinScale,
    MaxScale,
    Target,
    ScaleDownDelay,
    StableWindow,
    CpuRequest,
    CpuLimit,
    MemoryRequest,
    MemoryLimit,
    ContainerConcurrency,
    TimeoutSeconds,
    ResponseStartTimeoutSeconds,
    IdleTimeoutSeconds,
    Image,
};

enum class ParameterGroup { Scaling, Resources, Concurrency, Image };

/// How a value is written and checked.
enum class ParameterKind {
    Count, ///< whole number
    Decimal, ///< number with a fraction
    Duration, ///< Go duration
    Cpu, ///< quantity in cores
    Memory, ///< quantity in bytes
    Seconds, ///< whole number of seconds in a number field
    Text,
};

/// Where the value stands in a Knative Service.
enum class ParameterPlace {
    TemplateAnnotation, ///< spec.template.metadata.annotations[key]; always a string
    TemplateSpec, ///< spec.template.spec.<key>; a number
    Container, ///< spec.template.spec.containers[0].<dotted key>
};

/// One row of the matrix. Static data; the words for it are in src/text by labelId and meaningId.
struct Parameter {
    ParameterId id = ParameterId::MinScale;
    QString name; ///< stable, for command line and files: "min-scale", "cpu-request"
    ParameterGroup group = ParameterGroup::Scaling;
    ParameterKind kind = ParameterKind::Count;
    ParameterPlace place = ParameterPlace::TemplateAnnotation;
    QString key; ///< annotation key, field name, or dotted path inside the container
    QString
        alias; ///< second spelling of an annotation key that Knative reads too, with less weight; may be empty
    QString unit; ///< "pods", "requests", "s", "cores", "bytes"; empty for text
    QString clusterDefault; ///< what Knative uses when nothing is set; empty when nothing applies
    QString minimum; ///< smallest legal value as text; empty when any
    QString maximum; ///< largest; empty when none
    bool editable = true;
    QString labelId; ///< message id of its name: "parameter.min-scale"
    QString meaningId; ///< message id of what it means: "parameter.min-scale.meaning"
};

/// All parameters in the order of the matrix. Ranges and defaults: knative.dev/serving 1.15
/// pkg/apis/autoscaling/{register,annotation_validation}.go, pkg/autoscaler/config, pkg/apis/config/defaults.go.
[[nodiscard]] std::span<const Parameter> parameters();
[[nodiscard]] const Parameter &parameter(ParameterId id);
/// By its stable name, or nullptr.
[[nodiscard]] const Parameter *findParameter(const QString &name);

/// Settings of a cluster that ranges depend on; defaults as installed.
struct ClusterLimits {
    int maxScaleLimit = 0; ///< config-autoscaler max-scale-limit; 0: none
    int maxRevisionTimeoutSeconds = 600; ///< config-defaults max-revision-timeout-seconds
    bool allowZeroInitialScale = false;
};

/// Values of one environment as text; absent keys are not set.
using ParameterValues = std::map<ParameterId, QString>;

/// One thing wrong with the values. \a parameters: the rows to mark, the one to change first.
struct ParameterProblem {
    std::vector<ParameterId> parameters;
    base::Message what;
    bool operator==(const ParameterProblem &) const = default;
};

/// Why \a text is not a legal value of \a id taken alone, or nothing.
[[nodiscard]] std::optional<base::Message> checkValue(ParameterId id, const QString &text,
                                                      const ClusterLimits &limits = {});

/// All problems of \a values: each value alone, then those between values (minimum above maximum, limit below
/// request…). Pure.
[[nodiscard]] std::vector<ParameterProblem> checkValues(const ParameterValues &values,
                                                        const ClusterLimits &limits = {});

/// \a text with surrounding spaces removed and, for durations and quantities, otherwise as typed.
[[nodiscard]] QString normalisedValue(ParameterId id, const QString &text);

/// True when both texts mean the same ("1000m" and "1", "60s" and "1m").
[[nodiscard]] bool sameValue(ParameterId id, const QString &a, const QString &b);

/// The value for reading: "60 s", "0.2", "512 MiB"; the text itself when it cannot be read.
[[nodiscard]] QString readValue(ParameterId id, const QString &text);

} // namespace sluice::domain
