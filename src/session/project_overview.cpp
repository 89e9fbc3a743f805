// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/project_overview.h"

#include "session/live_environment.h"
#include "session/matrix.h"
#include "session/workspace.h"

namespace sluice::session {

using base::Message;

ProjectOverview::ProjectOverview(Rows rows, QObject *parent)
    : Overview(parent)
    , m_rows(std::move(rows))
{
}

ServiceHealth serviceHealth(const LiveEnvironment *live, const QString &name)
{
    const FreshnessInfo freshness = live ? live->freshness() : FreshnessInfo{};
    const bool listed =
        freshness.state == FreshnessInfo::State::Live || freshness.state == FreshnessInfo::State::Stale;
    if (!listed)
        return {Health::Unknown, {QStringLiteral("service.not-connected"), {}}, {}};
    const domain::Service *service = live->service(name);
    if (!service)
        return {Health::Inactive, {QStringLiteral("service.not-deployed"), {}}, {}};
    switch (domain::readiness(*service)) {
    case domain::Readiness::Ready: {
        const domain::Revision *revision = live->revision(service->latestReadyRevision);
        if (revision && revision->actualReplicas && *revision->actualReplicas == 0)
            return {Health::Inactive, {QStringLiteral("service.scaled-to-zero"), {}}, {}};
        return {Health::Ok, {QStringLiteral("service.ready"), {}}, {}};
    }
    case domain::Readiness::Progressing:
        return {Health::Progressing, {QStringLiteral("service.progressing"), {}}, {}};
    case domain::Readiness::Failed: {
        const domain::Condition *failing = domain::firstFailing(service->conditions);
        return {
            Health::Failed, {QStringLiteral("service.failed"), {}}, failing ? failing->message : QString()};
    }
    case domain::Readiness::Unknown:
        break;
    }
    return {Health::Unknown, {QStringLiteral("service.unknown"), {}}, {}};
}

std::vector<OverviewRow> overviewRows(const EnvironmentInfo &environment, const LiveEnvironment *live,
                                      const QString &service, const MatrixColumn *column)
{
    QStringList names;
    if (!service.isEmpty())
        names.append(service);
    if (live) {
        for (const domain::Service *running : live->services()) {
            if (!names.contains(running->name))
                names.append(running->name);
        }
    }
    std::vector<OverviewRow> rows;
    for (const QString &name : std::as_const(names)) {
        OverviewRow row;
        row.environment = environment.name;
        row.nameSpace = environment.nameSpace;
        row.context = environment.context;
        row.production = environment.production;
        row.service = name;
        row.freshness = environment.freshness;
        const ServiceHealth health = serviceHealth(live, name);
        row.health = health.health;
        row.healthWords = health.words;
        row.failure = health.failure;
        if (column && name == service) {
            row.drifted = column->driftedCells;
            row.unsaved = column->unsavedCells;
        }
        if (const domain::Service *running = live ? live->service(name) : nullptr) {
            row.deployed = true;
            row.url = running->url;
            row.latestReady = running->latestReadyRevision;
            row.latestCreated = running->latestCreatedRevision;
            for (const domain::TrafficTarget &target : running->routed)
                row.traffic.push_back(
                    {target.revisionName, target.tag, target.percent, target.latestRevision});
            int actual = 0;
            int desired = 0;
            bool known = false;
            for (const domain::Revision *revision : live->revisionsOf(name)) {
                known = known || revision->actualReplicas.has_value();
                actual += revision->actualReplicas.value_or(0);
                desired += revision->desiredReplicas.value_or(0);
            }
            if (known) {
                row.podsActual = actual;
                row.podsDesired = desired;
            }
            if (const domain::Revision *latest = live->revision(running->latestReadyRevision)) {
                row.lastRelease = latest->created;
                row.lastReleaseBy = latest->creator;
                row.maxScale = latest->maxScale.isEmpty() ? 0 : latest->maxScale.toInt();
            }
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace sluice::session
