// SPDX-License-Identifier: GPL-3.0-or-later
#include "lint/metric_names.h"

#include "lint/lookup.h"

#include <QRegularExpression>
#include <array>

namespace sluice::lint {

namespace {

/// First release that exports by OpenTelemetry.
constexpr int openTelemetry = 19;

struct Pair {
    const char *before; ///< up to 1.18; empty: none
    const char *after; ///< from 1.19; empty: none
    bool same; ///< the same numbers under another name
};

constexpr std::array table{
    Pair{"revision_request_count", "http_server_request_duration_seconds_count", false},
    Pair{"revision_request_latencies", "http_server_request_duration_seconds", false},
    Pair{"revision_app_request_count", "kn_serving_invocation_duration_seconds_count", false},
    Pair{"revision_app_request_latencies", "kn_serving_invocation_duration_seconds", false},
    Pair{"revision_queue_depth", "kn_serving_queue_depth", true},
    Pair{"activator_request_count", "http_server_request_duration_seconds_count", false},
    Pair{"activator_request_latencies", "http_server_request_duration_seconds", false},
    Pair{"activator_request_concurrency", "kn_revision_request_concurrency", true},
    Pair{"autoscaler_desired_pods", "kn_revision_pods_desired", true},
    Pair{"autoscaler_requested_pods", "kn_revision_pods_requested", true},
    Pair{"autoscaler_actual_pods", "kn_revision_pods_count", true},
    Pair{"autoscaler_not_ready_pods", "kn_revision_pods_not_ready_count", true},
    Pair{"autoscaler_pending_pods", "kn_revision_pods_pending_count", true},
    Pair{"autoscaler_terminating_pods", "kn_revision_pods_terminating_count", true},
    Pair{"autoscaler_panic_mode", "kn_revision_panic_mode", true},
    Pair{"autoscaler_stable_request_concurrency", "kn_revision_concurrency_stable", true},
    Pair{"autoscaler_panic_request_concurrency", "kn_revision_concurrency_panic", true},
    Pair{"autoscaler_target_concurrency_per_pod", "kn_revision_concurrency_target", true},
    Pair{"autoscaler_stable_requests_per_second", "kn_revision_rps_stable_per_second", false},
    Pair{"autoscaler_panic_requests_per_second", "kn_revision_rps_panic_per_second", false},
    Pair{"autoscaler_target_requests_per_second", "kn_revision_rps_target_per_second", false},
    Pair{"autoscaler_excess_burst_capacity", "kn_revision_capacity_excess", true},
    Pair{"autoscaler_scrape_time", "kn_autoscaler_scrape_duration_seconds", false},
    Pair{"", "kn_revision_request_queued", false},
    Pair{"", "kn_revision_request_active", false},
    Pair{"", "kn_activator_stats_conn_reachable", false},
    Pair{"", "kn_activator_stats_conn_errors_total", false},
    Pair{"", "kn_revision_rps_stable", false},
    Pair{"", "kn_revision_rps_panic", false},
    Pair{"", "kn_revision_rps_target", false},
};

/// Families that are not spelt out one by one: work queues, clients, runtimes, webhooks, eventing.
bool isOtherFamily(const QString &name)
{
    static const QRegularExpression pattern(
        QStringLiteral("^(kn_(workqueue|webhook|eventing)_|(revision|activator|autoscaler)_(work_queue|"
                       "workqueue|reconcile|client|go)_)"));
    return pattern.match(name).hasMatch();
}

/// Without what a histogram's series end with.
QString family(const QString &name, bool *isHistogram)
{
    for (const char *end : {"_bucket", "_sum", "_count"}) {
        if (name.endsWith(QLatin1String(end))) {
            *isHistogram = true;
            return name.left(name.size() - qsizetype(qstrlen(end)));
        }
    }
    *isHistogram = false;
    return name;
}

} // namespace

QStringList metricsIn(const QString &expression)
{
    static const QRegularExpression labels(QStringLiteral(
        "\\{[^}]*\\}|\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)|\"[^\"]*\"|'[^']*'"));
    static const QRegularExpression names(
        QStringLiteral("(?<![\\w:$])(revision|activator|autoscaler|kn)_[a-z0-9_]+(?![\\w:])"));
    static const QStringList labelNames{QStringLiteral("revision_name"), QStringLiteral("revision_uid")};
    QString rest = expression;
    rest.replace(labels, QStringLiteral(" "));
    QStringList found;
    auto matches = names.globalMatch(rest);
    while (matches.hasNext())
        found.append(matches.next().captured());
    found.removeDuplicates();
    for (const QString &name : labelNames)
        found.removeAll(name);
    return found;
}

MetricVerdict judgeMetric(const QString &name, std::optional<int> release)
{
    bool isHistogram = false;
    const QString base = family(name, &isHistogram);
    QStringList all;
    for (const Pair &row : table) {
        const QString before = QLatin1String(row.before);
        const QString after = QLatin1String(row.after);
        const bool isBefore = !before.isEmpty() && (name == before || base == before);
        const bool isAfter = name == after || base == after;
        const bool tooNew = isAfter && release && *release < openTelemetry;
        const bool tooOld = isBefore && release && *release >= openTelemetry;
        if (tooNew)
            return {false, before, row.same};
        if (tooOld)
            return {false, after, row.same};
        if (isBefore || isAfter) {
            // A gauge has no series of that ending: autoscaler_panic_mode_count.
            if (isHistogram && name != before && name != after && row.same)
                return {false, isBefore ? before : after, true};
            return {};
        }
        if ((!release || *release < openTelemetry) && !before.isEmpty())
            all.append(before);
        if (!release || *release >= openTelemetry)
            all.append(after);
    }
    if (isOtherFamily(name))
        return {};
    return {false, nearest(name, all), false};
}

} // namespace sluice::lint
