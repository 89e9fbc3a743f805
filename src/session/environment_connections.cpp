// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/environment_connections.h"

#include "session/project_drafts.h"

namespace sluice::session {

namespace {

QString choiceKey(const QString &folder)
{
    return QStringLiteral("contexts/") + projectKey(folder);
}

} // namespace

EnvironmentConnections::EnvironmentConnections(ClusterProvider &clusters, base::Settings &settings,
                                               kube::WatcherTools watching, QObject *parent)
    : QObject(parent)
    , m_clusters(clusters)
    , m_settings(settings)
    , m_watching(std::move(watching))
{
}

EnvironmentConnections::~EnvironmentConnections() = default;

void EnvironmentConnections::reset(const QString &folder,
                                   const std::vector<domain::Environment> &environments)
{
    m_live.clear();
    for (const domain::Environment &environment : environments) {
        auto live = std::make_unique<LiveEnvironment>(environment.name, contextOf(folder, environment),
                                                      environment.namespaceName, m_watching);
        LiveEnvironment *raw = live.get();
        connect(raw, &LiveEnvironment::changed, this, [this, raw] { Q_EMIT changed(raw); });
        connect(raw, &LiveEnvironment::freshnessChanged, this, [this, raw] {
            Q_EMIT changed(raw);
            Q_EMIT stateChanged();
        });
        connect(raw, &LiveEnvironment::connectionChanged, this, &EnvironmentConnections::stateChanged);
        m_live.push_back(std::move(live));
    }
}

void EnvironmentConnections::start()
{
    for (const auto &entry : m_live) {
        if (!entry->context().isEmpty())
            entry->start(m_clusters);
    }
}

void EnvironmentConnections::retry()
{
    for (const auto &entry : m_live) {
        if (entry->client())
            entry->retryNow();
        else if (!entry->context().isEmpty())
            entry->start(m_clusters);
    }
}

void EnvironmentConnections::clear()
{
    m_live.clear();
}

LiveEnvironment *EnvironmentConnections::live(const QString &environment) const
{
    for (const auto &entry : m_live) {
        if (entry->environment() == environment)
            return entry.get();
    }
    return nullptr;
}

QString EnvironmentConnections::contextOf(const QString &folder, const domain::Environment &environment) const
{
    const QString chosen = m_settings.value(choiceKey(folder)).toString();
    return chosen.isEmpty() ? environment.context : chosen;
}

void EnvironmentConnections::chooseContext(const QString &folder, const QString &context)
{
    m_settings.setValue(choiceKey(folder), context);
}

} // namespace sluice::session
