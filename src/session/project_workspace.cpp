// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/project_workspace.h"

#include "journal/journal.h"
#include "manifest/create.h"
#include "session/plan_maker.h"
#include "session/plan_runner.h"
#include "session/project_drafts.h"
#include "session/when_done.h"

#include <QDir>
#include <QFileInfo>

namespace sluice::session {

using base::Message;

namespace {

constexpr int reloadDelayMs = 150;
constexpr int maxRecent = 8;

QString recentKey()
{
    return QStringLiteral("projects/recent");
}

PlannerTools plannerTools(const WorkspaceTools &tools, ProjectEditor *editor)
{
    PlannerTools result;
    result.editor = editor;
    result.timers = tools.timers;
    result.render = tools.render;
    return result;
}

/// Puts the files' state on a fresh embedded cluster, so that there is something to look at and to change.
base::Task<void> seed(kube::ApiClient client, manifest::Project project, domain::Environment environment,
                      QString nameSpace, RenderTools tools, std::stop_token stop)
{
    auto rendered = co_await renderEnvironment(project, environment.name, tools, stop);
    if (!rendered)
        co_return base::fail(rendered.error());
    PlanRequest request;
    request.environment = environment.name;
    request.nameSpace = nameSpace;
    request.objects = objectsToSend(*rendered, nameSpace);
    auto plan = co_await makePlan(client, request, stop);
    if (!plan)
        co_return base::fail(plan.error());
    const auto shared = std::make_shared<const ApplyPlan>(std::move(*plan));
    if (shared->changesNothing())
        co_return base::Result<void>{};
    const ApplyConsent consent;
    const ProgressSink ignore = [](const ApplyProgress &) {};
    auto sent = co_await sendPlan(client, shared, consent, ignore, stop);
    if (!sent)
        co_return base::fail(sent.error());
    co_return base::Result<void>{};
}

} // namespace

ProjectWorkspace::ProjectWorkspace(WorkspaceTools tools, QObject *parent)
    : Workspace(parent)
    , m_tools(std::move(tools))
    , m_planner([this] {
        PlannerTools result = plannerTools(m_tools, &m_editor);
        result.live = [this](const QString &name) { return live(name); };
        result.filesSaved = [this] { reload(); };
        result.applied = [this](const QString &environment, const ApplyPlan &plan,
                                const ApplyProgress &progress) { recordApply(environment, plan, progress); };
        return result;
    }())
    , m_overview([this] { return overviewRows(); })
    , m_manifests(m_tools.render, [this](const QString &name) { return live(name); })
    , m_logs([this](const QString &name) { return live(name); })
{
    m_reload.setSingleShot(true);
    m_reload.setInterval(reloadDelayMs);
    connect(&m_reload, &QTimer::timeout, this, &ProjectWorkspace::reload);
    connect(&m_files, &QFileSystemWatcher::fileChanged, &m_reload, qOverload<>(&QTimer::start));
    connect(&m_files, &QFileSystemWatcher::directoryChanged, &m_reload, qOverload<>(&QTimer::start));
    connect(&m_editor, &EnvironmentEditor::unsavedChanged, this, [this] {
        saveDraft();
        m_overview.notify();
    });
    connect(&m_planner, &PlanController::changed, this, &Workspace::jobsChanged);
}

ProjectWorkspace::~ProjectWorkspace()
{
    m_seeding.request_stop();
    // What hangs on connections goes before they do.
    m_logs.stop();
    m_planner.cancel();
}

QString ProjectWorkspace::projectName() const
{
    return m_project ? m_project->name() : QString();
}

QString ProjectWorkspace::projectPath() const
{
    return m_project ? m_project->root() : QString();
}

LiveEnvironment *ProjectWorkspace::live(const QString &environment) const
{
    for (const auto &entry : m_live) {
        if (entry->environment() == environment)
            return entry.get();
    }
    return nullptr;
}

std::shared_ptr<kube::ApiClient> ProjectWorkspace::clientFor(const QString &environment) const
{
    const LiveEnvironment *connection = live(environment);
    return connection ? connection->client() : nullptr;
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
        info.context = contextOf(environment);
        info.nameSpace = environment.namespaceName;
        info.production = environment.production;
        info.readOnly = environment.readOnly;
        if (const LiveEnvironment *connection = live(environment.name)) {
            info.freshness = connection->freshness();
            info.identity = connection->identity();
            info.serverVersions = connection->versions();
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
    auto project = manifest::openProject(folder);
    if (project)
        adopt(std::move(*project), false);
    else
        Q_EMIT openFailed(project.error());
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
    chooseContext(options.folder, sandboxContextName());
    open(options.folder);
}

void ProjectWorkspace::chooseContext(const QString &folder, const QString &context)
{
    m_tools.settings->setValue(QStringLiteral("contexts/") + projectKey(folder), context);
}

void ProjectWorkspace::openSample()
{
    if (!QFileInfo::exists(
            QDir(m_tools.sampleFolder).filePath(QString::fromUtf16(manifest::projectFileName)))) {
        const auto written = manifest::createProject(m_tools.sampleFolder, {});
        if (!written) {
            Q_EMIT openFailed(written.error());
            return;
        }
    }
    chooseContext(m_tools.sampleFolder, sandboxContextName());
    auto project = manifest::openProject(m_tools.sampleFolder);
    if (project)
        adopt(std::move(*project), true);
    else
        Q_EMIT openFailed(project.error());
}

void ProjectWorkspace::adopt(manifest::Project project, bool seed)
{
    close();
    // What was not saved last time comes back before anything here may replace it.
    const std::vector<ParameterChange> unsaved = storedDraft(project.root());
    m_project = std::make_shared<const manifest::Project>(std::move(project));
    m_selected = m_project->environments().empty() ? QString() : m_project->environments().front().name;
    m_editor.setProject(m_project);
    m_manifests.setProject(m_project);
    m_editor.restoreDraft(unsaved);
    watchFiles();
    remember(m_project->root());
    connectEnvironments(seed);
    Q_EMIT opened();
    Q_EMIT environmentsChanged();
    Q_EMIT selectionChanged();
    Q_EMIT problemsChanged();
    m_overview.notify();
}

void ProjectWorkspace::close()
{
    if (!m_project)
        return;
    m_seeding.request_stop();
    m_logs.stop();
    m_planner.dismiss();
    m_live.clear();
    m_project.reset();
    m_selected.clear();
    m_editor.setProject(nullptr);
    m_manifests.setProject(nullptr);
    if (!m_files.files().isEmpty())
        m_files.removePaths(m_files.files());
    if (!m_files.directories().isEmpty())
        m_files.removePaths(m_files.directories());
    Q_EMIT closed();
    Q_EMIT environmentsChanged();
    Q_EMIT problemsChanged();
    m_overview.notify();
}

void ProjectWorkspace::reload()
{
    m_reload.stop();
    if (!m_project)
        return;
    auto project = manifest::openProject(m_project->root());
    if (!project) {
        Q_EMIT openFailed(project.error());
        return;
    }
    const bool sameEnvironments = project->environments() == m_project->environments();
    m_project = std::make_shared<const manifest::Project>(std::move(*project));
    m_editor.setProject(m_project);
    m_manifests.setProject(m_project);
    watchFiles();
    if (!sameEnvironments)
        connectEnvironments(false);
    for (const auto &entry : m_live)
        liveChanged(entry.get());
    Q_EMIT environmentsChanged();
    Q_EMIT problemsChanged();
    m_overview.notify();
}

void ProjectWorkspace::refresh()
{
    reload();
    for (const auto &entry : m_live) {
        if (entry->client())
            entry->retryNow();
        else
            entry->start(*m_tools.clusters);
    }
}

void ProjectWorkspace::watchFiles()
{
    QStringList paths;
    const QDir root(m_project->root());
    for (const QString &file : m_project->files()) {
        paths.append(root.filePath(file));
        const QString folder = QFileInfo(root.filePath(file)).absolutePath();
        if (!paths.contains(folder))
            paths.append(folder);
    }
    QStringList missing;
    const QStringList watched = m_files.files() + m_files.directories();
    for (const QString &path : std::as_const(paths)) {
        if (!watched.contains(path))
            missing.append(path);
    }
    if (!missing.isEmpty())
        m_files.addPaths(missing);
}

QString ProjectWorkspace::contextOf(const domain::Environment &environment) const
{
    const QString chosen =
        m_tools.settings->value(QStringLiteral("contexts/") + projectKey(m_project->root())).toString();
    return chosen.isEmpty() ? environment.context : chosen;
}

void ProjectWorkspace::connectEnvironments(bool seed)
{
    m_live.clear();
    m_seeding.request_stop();
    m_seeding = std::stop_source();
    for (const domain::Environment &environment : m_project->environments()) {
        const QString context = contextOf(environment);
        auto connection = std::make_unique<LiveEnvironment>(environment.name, context,
                                                            environment.namespaceName, m_tools.watching);
        LiveEnvironment *raw = connection.get();
        connect(raw, &LiveEnvironment::changed, this, [this, raw] { liveChanged(raw); });
        connect(raw, &LiveEnvironment::freshnessChanged, this, [this, raw] {
            liveChanged(raw);
            Q_EMIT environmentsChanged();
        });
        connect(raw, &LiveEnvironment::connectionChanged, this, &Workspace::environmentsChanged);
        m_live.push_back(std::move(connection));
        if (context.isEmpty())
            continue;
        if (seed && context == sandboxContextName())
            seedWhenConnected(raw);
        raw->start(*m_tools.clusters);
    }
}

void ProjectWorkspace::seedWhenConnected(LiveEnvironment *live)
{
    connect(
        live, &LiveEnvironment::connectionChanged, this,
        [this, live] {
            const domain::Environment *environment = m_project->environment(live->environment());
            if (!environment || !live->client())
                return;
            whenDone(session::seed(*live->client(), *m_project, *environment, live->nameSpace(),
                                   m_tools.render, m_seeding.get_token()),
                     this, [this](const base::Result<void> &result) {
                         if (!result && !result.error().isCancelled()) {
                             Problem problem;
                             problem.key = QStringLiteral("sample");
                             problem.title = {QStringLiteral("problem.sample"), {}};
                             problem.error = result.error();
                             m_notices.push_back(std::move(problem));
                             Q_EMIT problemsChanged();
                         }
                     });
        },
        Qt::SingleShotConnection);
}

void ProjectWorkspace::liveChanged(LiveEnvironment *connection)
{
    const QString service = m_editor.matrix().service;
    const FreshnessInfo freshness = connection->freshness();
    const ServiceHealth health = serviceHealth(connection, service);
    LiveValue::State state = LiveValue::State::NotConnected;
    QMap<QString, QString> values;
    switch (freshness.state) {
    case FreshnessInfo::State::Live:
    case FreshnessInfo::State::Stale:
        if (const domain::Service *running = connection->service(service)) {
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
    m_editor.setLive(connection->environment(), state, values, health.health, health.words);
    m_overview.notify();
    Q_EMIT problemsChanged();
}

void ProjectWorkspace::connectTo(const QString &context)
{
    if (!m_project)
        return;
    chooseContext(m_project->root(), context);
    reconnect();
}

void ProjectWorkspace::reconnect()
{
    if (m_project) {
        m_planner.dismiss();
        m_logs.stop();
        connectEnvironments(false);
        for (const auto &entry : m_live)
            liveChanged(entry.get());
    }
    Q_EMIT environmentsChanged();
}

base::Result<std::vector<ClusterContext>> ProjectWorkspace::contexts() const
{
    return m_tools.clusters->contexts();
}

std::vector<RecentProject> ProjectWorkspace::recentProjects() const
{
    std::vector<RecentProject> result;
    const QStringList stored = m_tools.settings->value(recentKey()).toStringList();
    for (const QString &line : stored) {
        const QStringList parts = line.split(QLatin1Char('\t'));
        if (parts.size() == 3 && QFileInfo::exists(parts[2]))
            result.push_back({parts[1], parts[2], QDateTime::fromString(parts[0], Qt::ISODate)});
    }
    return result;
}

void ProjectWorkspace::remember(const QString &path)
{
    QStringList lines{QStringLiteral("%1\t%2\t%3")
                          .arg(m_tools.watching.clock->now().toString(Qt::ISODate), m_project->name(), path)};
    for (const RecentProject &project : recentProjects()) {
        if (project.path != path && lines.size() < maxRecent) {
            lines.append(QStringLiteral("%1\t%2\t%3")
                             .arg(project.lastOpened.toString(Qt::ISODate), project.name, project.path));
        }
    }
    m_tools.settings->setValue(recentKey(), lines);
    Q_EMIT recentProjectsChanged();
}

void ProjectWorkspace::saveDraft()
{
    if (!m_project || !m_tools.journal)
        return;
    const QString key = projectKey(m_project->root());
    const std::vector<ParameterChange> changes = m_editor.changes();
    // A journal that cannot be written costs the draft only; what is edited stays in the window.
    if (changes.empty())
        (void)m_tools.journal->dropDraft(key);
    else
        (void)m_tools.journal->saveDraft({key, m_tools.watching.clock->now(), encodeDraft(changes)});
}

std::vector<ParameterChange> ProjectWorkspace::storedDraft(const QString &root)
{
    if (!m_tools.journal)
        return {};
    const auto draft = m_tools.journal->loadDraft(projectKey(root));
    if (const auto notice = m_tools.journal->takeNotice()) {
        Problem problem;
        problem.key = QStringLiteral("journal");
        problem.severity = Problem::Severity::Warning;
        problem.title = *notice;
        m_notices.push_back(std::move(problem));
    }
    return draft && *draft ? decodeDraft((*draft)->content) : std::vector<ParameterChange>();
}

void ProjectWorkspace::recordApply(const QString &environment, const ApplyPlan &plan,
                                   const ApplyProgress &result)
{
    if (!m_tools.journal)
        return;
    journal::Activity activity;
    activity.at = m_tools.watching.clock->now();
    const LiveEnvironment *connection = live(environment);
    activity.who =
        connection && !connection->identity().isEmpty() ? connection->identity() : m_tools.userName;
    activity.environment = environment;
    activity.context = plan.context;
    activity.namespaceName = plan.nameSpace;
    const bool cancelled = result.error && result.error->isCancelled();
    activity.outcome = !result.error ? journal::Outcome::Succeeded
        : cancelled                  ? journal::Outcome::Cancelled
                                     : journal::Outcome::Failed;
    activity.what = {!result.error   ? QStringLiteral("activity.applied")
                         : cancelled ? QStringLiteral("activity.apply-cancelled")
                                     : QStringLiteral("activity.apply-failed"),
                     {environment}};
    activity.evidence = planEvidence(plan, result);
    (void)m_tools.journal->append(activity);
    Q_EMIT activityChanged();
}

std::vector<ActivityEntry> ProjectWorkspace::activity(int limit) const
{
    std::vector<ActivityEntry> result;
    if (!m_tools.journal)
        return result;
    const auto recent = m_tools.journal->recent(limit);
    if (!recent)
        return result;
    for (const journal::Activity &entry : *recent) {
        const Health outcome = entry.outcome == journal::Outcome::Succeeded ? Health::Ok
            : entry.outcome == journal::Outcome::Running                    ? Health::Progressing
            : entry.outcome == journal::Outcome::Cancelled                  ? Health::Inactive
                                                                            : Health::Failed;
        result.push_back({entry.id, entry.at, entry.who, entry.environment, entry.what, outcome,
                          QString::fromUtf8(entry.evidence)});
    }
    return result;
}

std::vector<Problem> ProjectWorkspace::problems() const
{
    std::vector<Problem> result = m_notices;
    if (!m_project)
        return result;
    for (const ManifestFinding &finding : m_manifests.findings()) {
        Problem problem;
        problem.key = finding.file + QLatin1Char(':') + QString::number(finding.line) + finding.text.id;
        problem.severity = finding.isError ? Problem::Severity::Error : Problem::Severity::Warning;
        problem.title = finding.text;
        problem.place =
            finding.line > 0 ? QStringLiteral("%1:%2").arg(finding.file).arg(finding.line) : finding.file;
        problem.page = QStringLiteral("manifests");
        result.push_back(std::move(problem));
    }
    for (const auto &entry : m_live) {
        const FreshnessInfo freshness = entry->freshness();
        if (freshness.error) {
            // Environments that share a cluster share its trouble.
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
    }
    for (const OverviewRow &row : overviewRows()) {
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

std::vector<OverviewRow> ProjectWorkspace::overviewRows() const
{
    std::vector<OverviewRow> rows;
    const Matrix &matrix = m_editor.matrix();
    for (const EnvironmentInfo &environment : environments()) {
        const MatrixColumn *column = nullptr;
        for (const MatrixColumn &candidate : matrix.columns) {
            if (candidate.name == environment.name)
                column = &candidate;
        }
        const std::vector<OverviewRow> own =
            session::overviewRows(environment, live(environment.name), matrix.service, column);
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
