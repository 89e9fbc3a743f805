// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/project_workspace.h"

#include "manifest/create.h"
#include "session/problems.h"
#include "session/sample_seed.h"
#include "session/when_done.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>

namespace sluice::session {

ProjectWorkspace::ProjectWorkspace(WorkspaceTools tools, QObject *parent)
    : Workspace(parent)
    , m_tools(std::move(tools))
    , m_recent(*m_tools.settings)
    , m_journal(m_tools.journal, m_tools.watching.clock)
    , m_connections(*m_tools.clusters, *m_tools.settings, m_tools.watching)
    , m_editor(m_tools.render.pool)
    , m_planner(plannerTools())
    , m_overview([this] { return overviewRows(); })
    , m_manifests(m_tools.render, [this](const QString &name) { return m_connections.live(name); })
    , m_logs([this](const QString &name) { return m_connections.live(name); })
    , m_opening(m_tools.render.pool)
    , m_reading(m_tools.render.pool)
{
    connect(&m_connections, &EnvironmentConnections::changed, this, &ProjectWorkspace::liveChanged);
    connect(&m_connections, &EnvironmentConnections::stateChanged, this, &Workspace::environmentsChanged);
    connect(&m_files, &ProjectFilesWatch::changed, this, &ProjectWorkspace::reload);
    connect(&m_editor, &EnvironmentEditor::unsavedChanged, this, [this] {
        if (m_project)
            m_journal.saveDraft(m_project->root(), m_editor.changes());
        m_overview.notify();
    });
    connect(&m_manifests, &ManifestsSession::filesWritten, this, &ProjectWorkspace::reload);
    connect(&m_planner, &PlanController::changed, this, &Workspace::jobsChanged);
}

ProjectWorkspace::~ProjectWorkspace()
{
    m_seeding.request_stop();
    // What hangs on connections goes before they do.
    m_logs.stop();
    m_planner.cancel();
}

PlannerTools ProjectWorkspace::plannerTools()
{
    PlannerTools result;
    result.editor = &m_editor;
    result.timers = m_tools.timers;
    result.render = m_tools.render;
    result.live = [this](const QString &name) { return m_connections.live(name); };
    result.filesSaved = [this] { reload(); };
    result.applied = [this](const QString &environment, const ApplyPlan &plan,
                            const ApplyProgress &progress) { applied(environment, plan, progress); };
    return result;
}

QString ProjectWorkspace::projectName() const
{
    return m_project ? m_project->name() : QString();
}

QString ProjectWorkspace::projectPath() const
{
    return m_project ? m_project->root() : QString();
}

std::shared_ptr<kube::ApiClient> ProjectWorkspace::clientFor(const QString &environment) const
{
    const LiveEnvironment *live = m_connections.live(environment);
    return live ? live->client() : nullptr;
}

std::vector<EnvironmentInfo> ProjectWorkspace::environments() const
{
    std::vector<EnvironmentInfo> result;
    if (!m_project)
        return result;
    for (const domain::Environment &environment : m_project->environments()) {
        EnvironmentInfo info;
        info.name = environment.name;
        info.overlay = environment.overlay;
        info.context = m_connections.contextOf(m_project->root(), environment);
        info.nameSpace = environment.namespaceName;
        info.production = environment.production;
        info.readOnly = environment.readOnly;
        if (const LiveEnvironment *live = m_connections.live(environment.name)) {
            info.freshness = live->freshness();
            info.identity = live->identity();
            info.serverVersions = live->versions();
        }
        result.push_back(std::move(info));
    }
    return result;
}

void ProjectWorkspace::selectEnvironment(const QString &name)
{
    if (name == m_selected)
        return;
    m_selected = name;
    Q_EMIT selectionChanged();
}

void ProjectWorkspace::open(const QString &folder)
{
    openFolder(folder, false);
}

void ProjectWorkspace::create(const NewProjectOptions &options)
{
    manifest::NewProject wanted;
    if (!options.name.isEmpty())
        wanted.name = options.name;
    if (!options.image.isEmpty())
        wanted.image = options.image;
    const auto written = manifest::createProject(options.folder, wanted);
    if (!written) {
        Q_EMIT openFailed(written.error());
        return;
    }
    // Something alive at once; another cluster is chosen in the window.
    m_connections.chooseContext(options.folder, sandboxContextName());
    openFolder(options.folder, false);
}

void ProjectWorkspace::openSample()
{
    const QDir folder(m_tools.sampleFolder);
    if (!QFileInfo::exists(folder.filePath(QString::fromUtf16(manifest::projectFileName)))) {
        const auto written = manifest::createProject(m_tools.sampleFolder, {});
        if (!written) {
            Q_EMIT openFailed(written.error());
            return;
        }
    }
    m_connections.chooseContext(m_tools.sampleFolder, sandboxContextName());
    openFolder(m_tools.sampleFolder, true);
}

void ProjectWorkspace::openFolder(const QString &folder, bool seed)
{
    m_opening.ask([folder] { return readOpenedProject(folder); },
                  [this, seed](const base::Result<OpenedProject> &found) {
                      if (found)
                          adopt(*found, seed);
                      else
                          Q_EMIT openFailed(found.error());
                  });
}

void ProjectWorkspace::adopt(const OpenedProject &found, bool seed)
{
    close();
    m_project = std::make_shared<const manifest::Project>(found.project);
    // What was not saved last time comes back before anything here may replace it.
    const std::vector<ParameterChange> unsaved = m_journal.draft(m_project->root());
    if (auto notice = m_journal.takeNotice())
        m_notices.push_back(std::move(*notice));
    m_selected = m_project->environments().empty() ? QString() : m_project->environments().front().name;
    m_editor.setProject(m_project, found.parameters);
    m_manifests.setProject(m_project, found.findings, found.fixes);
    m_editor.restoreDraft(unsaved);
    m_files.add(*m_project);
    m_recent.remember({m_project->name(), m_project->root(), m_tools.watching.clock->now()});
    Q_EMIT recentProjectsChanged();
    m_seeding = std::stop_source();
    m_connections.reset(m_project->root(), m_project->environments());
    if (seed) {
        for (const auto &live : m_connections.all()) {
            if (live->context() == sandboxContextName())
                seedWhenConnected(live.get());
        }
    }
    m_connections.start();
    Q_EMIT opened();
    Q_EMIT selectionChanged();
    tellAll();
}

void ProjectWorkspace::close()
{
    m_opening.drop();
    m_reading.drop();
    if (!m_project)
        return;
    m_seeding.request_stop();
    m_logs.stop();
    m_planner.dismiss();
    m_connections.clear();
    m_project.reset();
    m_selected.clear();
    m_editor.setProject(nullptr, {});
    m_manifests.setProject(nullptr, {}, {});
    m_files.clear();
    Q_EMIT closed();
    tellAll();
}

void ProjectWorkspace::reload()
{
    m_files.settle();
    if (!m_project)
        return;
    m_reading.ask([folder = m_project->root()] { return readOpenedProject(folder); },
                  [this](const base::Result<OpenedProject> &found) {
                      if (found)
                          readAgain(*found);
                      else
                          Q_EMIT openFailed(found.error());
                  });
}

void ProjectWorkspace::readAgain(const OpenedProject &found)
{
    const bool sameEnvironments = found.project.environments() == m_project->environments();
    m_project = std::make_shared<const manifest::Project>(found.project);
    m_editor.setProject(m_project, found.parameters);
    m_manifests.setProject(m_project, found.findings, found.fixes);
    m_files.add(*m_project);
    if (!sameEnvironments) {
        m_connections.reset(m_project->root(), m_project->environments());
        m_connections.start();
    }
    for (const auto &live : m_connections.all())
        liveChanged(live.get());
    tellAll();
}

void ProjectWorkspace::tellAll()
{
    Q_EMIT environmentsChanged();
    Q_EMIT problemsChanged();
    m_overview.notify();
}

void ProjectWorkspace::refresh()
{
    reload();
    m_connections.retry();
}

void ProjectWorkspace::seedWhenConnected(LiveEnvironment *live)
{
    const auto connected = [this, live] {
        const domain::Environment *environment = m_project->environment(live->environment());
        if (!environment || !live->client())
            return;
        whenDone(
            seedCluster(*live->client(), *m_project, *environment, m_tools.render, m_seeding.get_token()),
            this, [this](const base::Result<void> &result) { seeded(result); });
    };
    connect(live, &LiveEnvironment::connectionChanged, this, connected, Qt::SingleShotConnection);
}

void ProjectWorkspace::seeded(const base::Result<void> &result)
{
    if (result || result.error().isCancelled())
        return;
    Problem problem;
    problem.key = QStringLiteral("sample");
    problem.title = {QStringLiteral("problem.sample"), {}};
    problem.error = result.error();
    m_notices.push_back(std::move(problem));
    Q_EMIT problemsChanged();
}

void ProjectWorkspace::liveChanged(LiveEnvironment *live)
{
    const QString service = m_editor.matrix().service;
    const ServiceHealth health = serviceHealth(live, service);
    LiveValue::State state = LiveValue::State::NotConnected;
    QMap<QString, QString> values;
    switch (live->freshness().state) {
    case FreshnessInfo::State::Live:
    case FreshnessInfo::State::Stale:
        if (const domain::Service *running = live->service(service)) {
            state = LiveValue::State::Known;
            values = running->parameters;
        } else {
            state = LiveValue::State::NotDeployed;
        }
        break;
    case FreshnessInfo::State::Connecting:
        state = LiveValue::State::Loading;
        break;
    case FreshnessInfo::State::Failed:
        state = LiveValue::State::Failed;
        break;
    case FreshnessInfo::State::NotConnected:
        break;
    }
    m_editor.setLive(live->environment(), state, values, health.health, health.words);
    m_overview.notify();
    Q_EMIT problemsChanged();
}

void ProjectWorkspace::connectTo(const QString &context)
{
    if (!m_project)
        return;
    m_connections.chooseContext(m_project->root(), context);
    reconnect();
}

void ProjectWorkspace::reconnect()
{
    if (m_project) {
        m_planner.dismiss();
        m_logs.stop();
        m_seeding.request_stop();
        m_connections.reset(m_project->root(), m_project->environments());
        m_connections.start();
        for (const auto &live : m_connections.all())
            liveChanged(live.get());
    }
    Q_EMIT environmentsChanged();
}

base::Result<std::vector<ClusterContext>> ProjectWorkspace::contexts() const
{
    return m_tools.clusters->contexts();
}

std::vector<RecentProject> ProjectWorkspace::recentProjects() const
{
    return m_recent.list();
}

void ProjectWorkspace::applied(const QString &environment, const ApplyPlan &plan, const ApplyProgress &result)
{
    const LiveEnvironment *live = m_connections.live(environment);
    const bool known = live && !live->identity().isEmpty();
    m_journal.recordApply(known ? live->identity() : m_tools.userName, plan, result);
    Q_EMIT activityChanged();
}

std::vector<ActivityEntry> ProjectWorkspace::activity(int limit) const
{
    return m_journal.activity(limit);
}

std::vector<Problem> ProjectWorkspace::problems() const
{
    std::vector<Problem> result = m_notices;
    for (const std::vector<Problem> &more :
         {fileProblems(m_manifests.findings()), connectionProblems(m_connections.all()),
          serviceProblems(overviewRows())})
        result.insert(result.end(), more.begin(), more.end());
    return result;
}

std::vector<OverviewRow> ProjectWorkspace::overviewRows() const
{
    std::vector<OverviewRow> rows;
    const Matrix &matrix = m_editor.matrix();
    for (const EnvironmentInfo &environment : environments()) {
        const auto column = std::find_if(
            matrix.columns.begin(), matrix.columns.end(),
            [&environment](const MatrixColumn &candidate) { return candidate.name == environment.name; });
        const std::vector<OverviewRow> own =
            session::overviewRows(environment, m_connections.live(environment.name), matrix.service,
                                  column == matrix.columns.end() ? nullptr : &*column);
        rows.insert(rows.end(), own.begin(), own.end());
    }
    return rows;
}

std::vector<Job> ProjectWorkspace::jobs() const
{
    std::vector<Job> result;
    const PlanController::State state = m_planner.state();
    if (state == PlanController::State::Making)
        result.push_back({1, {QStringLiteral("job.planning"), {m_planner.environment()}}, 0, 0, true});
    if (state == PlanController::State::Applying) {
        const ApplyProgress progress = m_planner.progress();
        result.push_back({1,
                          {QStringLiteral("job.applying"), {m_planner.environment()}},
                          progress.objectsSent,
                          progress.objectsTotal,
                          true});
    }
    return result;
}

void ProjectWorkspace::stopJob(int id)
{
    if (id == 1)
        m_planner.cancel();
}

} // namespace sluice::session
