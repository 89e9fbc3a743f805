// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/app_context.h"

#include <QDir>

namespace sluice::app {

namespace {

/// The sandbox's time while it runs, else the machine's.
class ServerClock final : public base::Clock {
public:
    explicit ServerClock(const SandboxHost *sandbox)
        : m_sandbox(sandbox)
    {
    }
    [[nodiscard]] QDateTime now() const override
    {
        return m_sandbox->isRunning() ? m_sandbox->virtualNow() : m_system.now();
    }
    [[nodiscard]] qint64 monotonicMs() const override { return m_system.monotonicMs(); }

private:
    const SandboxHost *m_sandbox;
    base::SystemClock m_system;
};

kube::KubeconfigPlaces places(kube::KubeconfigPlaces result, const QString &explicitFile,
                              const base::Settings &settings)
{
    result.explicitFile = explicitFile;
    const QString chosen = settings.value(QStringLiteral("tools/kubeconfig")).toString();
    if (!chosen.isEmpty())
        result.environmentList = chosen;
    return result;
}

ConnectionTools connectionTools(const std::shared_ptr<base::Timers> &timers,
                                const std::shared_ptr<base::ProcessRunner> &runner,
                                const std::shared_ptr<base::WorkerPool> &pool,
                                std::shared_ptr<kube::ConsentSource> consent)
{
    ConnectionTools tools;
    tools.clock = std::make_shared<base::SystemClock>();
    tools.timers = timers;
    tools.runner = runner;
    tools.pool = pool;
    tools.consent = std::move(consent);
    return tools;
}

kube::ConnectionOverrides overrides(const AppSetup &setup)
{
    kube::ConnectionOverrides result;
    result.proxies = setup.environment.proxies;
    return result;
}

} // namespace

AppContext::AppContext(AppSetup setup, base::Settings &settings, std::shared_ptr<kube::ConsentSource> consent)
    : m_timers(std::make_shared<base::SystemTimers>())
    , m_runner(std::make_shared<base::SystemProcessRunner>(setup.environment.searchPath, m_timers))
    , m_pool(std::make_shared<base::WorkerPool>(1))
    , m_sandbox(setup.sandbox)
    , m_clock(std::make_shared<ServerClock>(&m_sandbox))
    , m_places([environment = setup.environment.kubeconfig, explicitFile = setup.kubeconfig, &settings] {
        return places(environment, explicitFile, settings);
    })
    , m_usedPlaces(m_places())
    , m_clusters(m_places, overrides(setup), connectionTools(m_timers, m_runner, m_pool, std::move(consent)),
                 &m_sandbox)
    , m_journal(journal::Journal::open(setup.journalPath))
{
    session::WorkspaceTools tools;
    tools.clusters = &m_clusters;
    tools.settings = &settings;
    tools.journal = m_journal.get();
    tools.watching = kube::systemWatcherTools(m_pool, nullptr);
    tools.watching.clock = m_clock;
    tools.timers = m_timers;
    // A thread of its own: a large folder keeps no watch waiting.
    tools.render.pool = std::make_shared<base::WorkerPool>(1);
    tools.render.runner = m_runner;
    tools.render.kustomizeProgram = [&settings] {
        return settings.value(QStringLiteral("tools/kustomize")).toString();
    };
    tools.sampleFolder = setup.sampleFolder.isEmpty()
        ? QDir(setup.environment.dataFolder).filePath(QStringLiteral("sample/python-api-base"))
        : setup.sampleFolder;
    tools.userName = setup.environment.userName;
    m_workspace = std::make_unique<session::ProjectWorkspace>(std::move(tools));
}

AppContext::~AppContext() = default;

void AppContext::settingsChanged()
{
    const kube::KubeconfigPlaces now = m_places();
    if (now == m_usedPlaces)
        return;
    m_usedPlaces = now;
    m_workspace->reconnect();
}

} // namespace sluice::app
