// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <QStringList>
#include <optional>

namespace sluice::lint {

/// What is known of a metric's name.
struct MetricVerdict {
    bool known = true; ///< exported by the release, or none of Knative's
    QString instead; ///< name that says the same or nearly so; may be empty
    bool sameMeaning = false; ///< unit and labels included, so that only the name has to change
};

/// Knative's own metrics that a PromQL expression names, each once; labels are not metrics.
[[nodiscard]] QStringList metricsIn(const QString &expression);

/// \a release: minor of Knative 1.x; nothing: any. Up to 1.18 names and units are OpenCensus's, from 1.19 on
/// OpenTelemetry's. Source: serving 1.15 to 1.23, pkg/{queue,activator,autoscaler}.
[[nodiscard]] MetricVerdict judgeMetric(const QString &name, std::optional<int> release);

} // namespace sluice::lint
