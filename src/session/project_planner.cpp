// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/project_planner.h"

#include "session/file_plan.h"
#include "session/live_environment.h"
#include "session/on_pool.h"
#include "session/plan_maker.h"
#include "session/plan_runner.h"
#include "session/project_editor.h"
#include "session/when_done.h"

namespace sluice::session {

using base::Message;

namespace {

/// JSON pointers into the Service of the keys that unsaved changes remove.
std::vector<QString> clearedPointers(const std::vector<ParameterChange> &changes)
{
    std::vector<QString> pointers;
    for (const ParameterChange &change : changes) {
        if (change.after)
            continue;
        const domain::Parameter &parameter = domain::parameter(change.parameter);
        QString key = parameter.key;
        key.replace(QLatin1Char('~'), QLatin1String("~0")).replace(QLatin1Char('/'), QLatin1String("~1"));
        if (parameter.place == domain::ParameterPlace::TemplateAnnotation)
            pointers.push_back(QStringLiteral("/spec/template/metadata/annotations/") + key);
        else if (parameter.place == domain::ParameterPlace::TemplateSpec)
            pointers.push_back(QStringLiteral("/spec/template/spec/") + key);
    }
    return pointers;
}

bool isStale(const base::Error &error)
{
    const auto *conflict = error.get_if<base::ConflictError>();
    return conflict && conflict->what.id.startsWith(QLatin1String("plan.stale"));
}

base::Task<ApplyProgress> sendAndWait(kube::ApiClient client, std::shared_ptr<const ApplyPlan> plan,
                                      ApplyConsent consent, WaitOptions wait, ProgressSink progress,
                                      std::stop_token stop)
{
    auto sent = co_await sendPlan(client, plan, consent, progress, stop);
    if (!sent)
        co_return sent;
    auto ready = co_await waitUntilReady(client, plan, wait, progress, stop);
    co_return ready;
}

} // namespace

/// What a plan is made from: the files after saving, and what they come to.
struct ProjectPlanner::Prepared {
    FilePlan files;
    manifest::Render render;
};

base::Task<ProjectPlanner::Prepared> ProjectPlanner::prepare(manifest::Project project,
                                                             std::vector<manifest::ParameterEdit> edits,
                                                             QString environment, RenderTools tools,
                                                             std::stop_token stop)
{
    const auto work = [project, edits, stop]() -> base::Result<FilePlan> {
        if (stop.stop_requested()) // while it waited for its turn
            return base::fail(base::Cancelled{});
        return planFiles(project, edits);
    };
    auto files = co_await onPool(tools.pool, work);
    if (!files)
        co_return base::fail(files.error());
    tools.onDisk = files->edits.empty();
    auto render = co_await renderEnvironment(files->project, environment, tools, stop);
    if (!render)
        co_return base::fail(render.error());
    Prepared result{std::move(*files), std::move(*render)};
    co_return result;
}

ProjectPlanner::ProjectPlanner(PlannerTools tools, QObject *parent)
    : PlanController(parent)
    , m_tools(std::move(tools))
{
}

ProjectPlanner::~ProjectPlanner()
{
    m_stop.request_stop();
}

void ProjectPlanner::enter(State state)
{
    m_state = state;
    Q_EMIT changed();
}

void ProjectPlanner::make(const QString &environment)
{
    m_environment = environment;
    makeAgain(false);
}

void ProjectPlanner::makeAgain(bool remade)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_plan.reset();
    m_error.reset();
    m_progress = {};
    m_remade = remade;
    auto made = request();
    if (!made) {
        m_error = made.error();
        enter(State::Failed);
        return;
    }
    m_request = std::make_shared<PlanRequest>(std::move(*made));
    m_edits.clear();
    enter(State::Making);
    const ProjectEditor &editor = *m_tools.editor;
    whenDone(prepare(*editor.project(), editor.edits(m_environment), m_environment, m_tools.render,
                     m_stop.get_token()),
             this, [this, stop = m_stop.get_token()](const base::Result<Prepared> &result) {
                 if (!stop.stop_requested())
                     prepared(result);
             });
}

base::Result<PlanRequest> ProjectPlanner::request() const
{
    const manifest::Project *project = m_tools.editor->project();
    if (!project)
        return base::fail(base::ValidationError{{}, 0, {}, {QStringLiteral("project.not-open"), {}}});
    const domain::Environment *environment = project->environment(m_environment);
    if (!environment)
        return base::fail(unknownEnvironment(*project, m_environment));
    if (m_tools.editor->hasInvalid(m_environment)) {
        return base::fail(base::ValidationError{
            {}, 0, m_environment, {QStringLiteral("plan.invalid-values"), {m_environment}}});
    }
    LiveEnvironment *live = m_tools.live(m_environment);
    if (!live || !live->client()) {
        const auto known = live ? live->freshness().error : std::nullopt;
        if (known)
            return base::fail(*known);
        return base::fail(base::ValidationError{
            {}, 0, m_environment, {QStringLiteral("plan.no-context"), {m_environment}}});
    }
    PlanRequest result;
    result.environment = m_environment;
    result.context = live->context();
    result.nameSpace = live->nameSpace();
    result.overlay = environment->overlay;
    result.production = environment->production;
    result.readOnly = environment->readOnly;
    std::vector<ParameterChange> changes = m_tools.editor->changes(m_environment);
    const std::vector<ParameterChange> ofBase = m_tools.editor->changes(QStringLiteral("base"));
    changes.insert(changes.end(), ofBase.begin(), ofBase.end());
    result.cleared = clearedPointers(changes);
    return result;
}

void ProjectPlanner::prepared(const base::Result<Prepared> &result)
{
    LiveEnvironment *live = m_tools.live(m_environment);
    if (!result || !live || !live->client()) {
        m_error = result ? base::Error(base::Cancelled{}) : result.error();
        enter(State::Failed);
        return;
    }
    m_edits = result->files.edits;
    m_request->files = result->files.diffs;
    m_request->objects = objectsToSend(result->render, m_request->nameSpace);
    whenDone(makePlan(*live->client(), *m_request, m_stop.get_token()), this,
             [this, stop = m_stop.get_token()](const base::Result<ApplyPlan> &plan) {
                 if (stop.stop_requested())
                     return;
                 if (plan) {
                     m_plan = std::make_shared<const ApplyPlan>(*plan);
                     enter(State::Ready);
                 } else {
                     m_error = plan.error();
                     enter(State::Failed);
                 }
             });
}

void ProjectPlanner::confirm(const ApplyConsent &consent)
{
    if (m_state != State::Ready || !m_plan || m_plan->isBlocked())
        return;
    m_progress = {};
    m_progress.objectsTotal = int(m_plan->objects.size());
    m_progress.words = Message{QStringLiteral("apply.saving"), {}};
    enter(State::Applying);
    if (!m_edits.empty()) {
        const manifest::SaveReport report = manifest::saveEdits(m_tools.editor->project()->root(), m_edits);
        if (!report.ok()) {
            failApply(*report.error);
            return;
        }
        m_edits.clear();
        m_tools.filesSaved();
    }
    send(consent);
}

void ProjectPlanner::send(const ApplyConsent &consent)
{
    LiveEnvironment *live = m_tools.live(m_environment);
    if (!live || !live->client()) {
        failApply(base::TransportError{base::TransportError::Kind::ConnectionLost, m_plan->context, {}});
        return;
    }
    const WaitOptions wait{m_tools.waitMs, m_tools.timers};
    const std::stop_token stop = m_stop.get_token();
    const ProgressSink sink = [guarded = QPointer<ProjectPlanner>(this),
                               stop](const ApplyProgress &progress) {
        if (!guarded || stop.stop_requested())
            return;
        guarded->m_progress = progress;
        Q_EMIT guarded->changed();
    };
    whenDone(sendAndWait(*live->client(), m_plan, consent, wait, sink, stop), this,
             [this](const base::Result<ApplyProgress> &result) {
                 if (m_state != State::Applying)
                     return;
                 if (!result) {
                     if (isStale(result.error()) && m_progress.objectsSent == 0)
                         makeAgain(true);
                     else
                         failApply(result.error());
                     return;
                 }
                 m_progress = *result;
                 if (m_progress.error) {
                     failApply(*m_progress.error);
                     return;
                 }
                 m_tools.applied(m_environment, *m_plan, m_progress);
                 enter(State::Applied);
             });
}

void ProjectPlanner::failApply(const base::Error &error)
{
    m_error = error;
    m_progress.step = ApplyProgress::Step::Failed;
    m_progress.error = error;
    m_tools.applied(m_environment, *m_plan, m_progress);
    enter(State::ApplyFailed);
}

void ProjectPlanner::cancel()
{
    m_stop.request_stop();
    if (m_state == State::Making)
        enter(State::Idle);
    else if (m_state == State::Applying)
        failApply(base::Cancelled{});
}

void ProjectPlanner::dismiss()
{
    m_stop.request_stop();
    m_plan.reset();
    m_error.reset();
    m_progress = {};
    m_remade = false;
    m_environment.clear();
    enter(State::Idle);
}

} // namespace sluice::session
