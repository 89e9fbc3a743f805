// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/problems.h"

#include "session/live_environment.h"

#include <algorithm>

namespace sluice::session {

std::vector<Problem> fileProblems(const std::vector<ManifestFinding> &findings)
{
    std::vector<Problem> result;
    for (const ManifestFinding &finding : findings) {
        if (finding.isNote)
            continue;
        Problem problem;
        problem.key = finding.file + QLatin1Char(':') + QString::number(finding.line) + finding.text.id
            + finding.text.arguments.join(QLatin1Char(','));
        problem.severity = finding.isError ? Problem::Severity::Error : Problem::Severity::Warning;
        problem.title = finding.text;
        problem.place =
            finding.line > 0 ? QStringLiteral("%1:%2").arg(finding.file).arg(finding.line) : finding.file;
        problem.page = QStringLiteral("manifests");
        result.push_back(std::move(problem));
    }
    return result;
}

std::vector<Problem> connectionProblems(const std::vector<std::unique_ptr<LiveEnvironment>> &connections)
{
    std::vector<Problem> result;
    for (const auto &entry : connections) {
        const FreshnessInfo freshness = entry->freshness();
        if (!freshness.error)
            continue;
        const QString key = QStringLiteral("connection/") + entry->context();
        const auto same = std::find_if(result.begin(), result.end(),
                                       [&key](const Problem &other) { return other.key == key; });
        if (same != result.end()) {
            ++same->count;
            continue;
        }
        Problem problem;
        problem.key = key;
        problem.title = {QStringLiteral("problem.connection"), {entry->context()}};
        problem.place = entry->context();
        problem.page = QStringLiteral("overview");
        problem.error = freshness.error;
        problem.last = freshness.since;
        result.push_back(std::move(problem));
    }
    return result;
}

std::vector<Problem> serviceProblems(const std::vector<OverviewRow> &rows)
{
    std::vector<Problem> result;
    for (const OverviewRow &row : rows) {
        if (row.health != Health::Failed)
            continue;
        Problem problem;
        problem.key = QStringLiteral("service/%1/%2").arg(row.environment, row.service);
        problem.title = {QStringLiteral("problem.service-failed"),
                         {row.service, row.environment, row.failure}};
        problem.place = row.nameSpace + QLatin1Char('/') + row.service;
        problem.page = QStringLiteral("overview");
        result.push_back(std::move(problem));
    }
    return result;
}

} // namespace sluice::session
