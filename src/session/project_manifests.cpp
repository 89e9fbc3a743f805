// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/project_manifests.h"

#include "lint/lint.h"
#include "session/live_environment.h"
#include "session/on_pool.h"
#include "session/plan_maker.h"
#include "session/when_done.h"

namespace sluice::session {

struct FixedFiles {
    QString root;
    std::vector<manifest::FileEdit> edits;
};

namespace {

base::Error notOpen()
{
    return base::ValidationError{{}, 0, {}, {QStringLiteral("project.not-open"), {}}};
}

base::Task<std::vector<FileDiff>> compareWithLive(kube::ApiClient client, manifest::Project project,
                                                  domain::Environment environment, QString nameSpace,
                                                  RenderTools tools, std::stop_token stop)
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
    const auto work = [shared] { return liveDifferences(*shared); };
    auto differences = co_await onPool(tools.pool, work);
    co_return differences;
}

base::Task<QString> renderedText(manifest::Project project, QString environment, RenderTools tools,
                                 std::stop_token stop)
{
    auto rendered = co_await renderEnvironment(project, environment, tools, stop);
    if (!rendered)
        co_return base::fail(rendered.error());
    const auto shared = std::make_shared<const manifest::Render>(std::move(*rendered));
    const auto work = [shared] { return QString::fromUtf8(manifest::toYaml(*shared)); };
    auto text = co_await onPool(tools.pool, work);
    co_return text;
}

} // namespace

ProjectManifests::ProjectManifests(RenderTools tools, Lookup lookup, QObject *parent)
    : ManifestsSession(parent)
    , m_tools(std::move(tools))
    , m_lookup(std::move(lookup))
{
}

ProjectManifests::~ProjectManifests()
{
    m_renderStop.request_stop();
    m_compareStop.request_stop();
}

void ProjectManifests::setProject(std::shared_ptr<const manifest::Project> project,
                                  std::vector<ManifestFinding> findings,
                                  std::vector<std::optional<lint::Fix>> fixes)
{
    m_renderStop.request_stop();
    m_compareStop.request_stop();
    m_project = std::move(project);
    m_findings = std::move(findings);
    m_fixes = std::move(fixes);
    Q_EMIT projectChanged();
}

std::vector<ManifestEntry> ProjectManifests::entries() const
{
    std::vector<ManifestEntry> entries;
    if (!m_project)
        return entries;
    const auto count = [this](const QString &path, bool folder, bool errors) {
        int n = 0;
        for (const ManifestFinding &finding : m_findings) {
            const bool here =
                folder ? finding.file.startsWith(path + QLatin1Char('/')) : finding.file == path;
            n += here && !finding.isNote && finding.isError == errors ? 1 : 0;
        }
        return n;
    };
    QStringList open; // folders on the way to the last file
    for (const QString &file : m_project->files()) {
        const QStringList parts = file.split(QLatin1Char('/'));
        for (int depth = 0; depth + 1 < parts.size(); ++depth) {
            if (open.size() > depth && open[depth] == parts[depth])
                continue;
            open = parts.mid(0, depth + 1);
            const QString path = open.join(QLatin1Char('/'));
            entries.push_back({path, true, depth, count(path, true, true), count(path, true, false)});
        }
        open = parts.mid(0, parts.size() - 1);
        entries.push_back(
            {file, false, int(parts.size()) - 1, count(file, false, true), count(file, false, false)});
    }
    return entries;
}

QStringList ProjectManifests::environments() const
{
    QStringList names;
    if (m_project) {
        for (const domain::Environment &environment : m_project->environments())
            names.append(environment.name);
    }
    return names;
}

base::Result<QString> ProjectManifests::source(const QString &path) const
{
    if (!m_project)
        return tl::unexpected(notOpen());
    const QByteArray bytes = m_project->bytes(path);
    if (bytes.isNull())
        return base::fail(base::FileError{base::FileError::Kind::NotFound, path, {}});
    return QString::fromUtf8(bytes);
}

void ProjectManifests::render(const QString &environment)
{
    m_renderStop.request_stop();
    m_renderStop = std::stop_source();
    if (!m_project) {
        Q_EMIT rendered(environment, tl::unexpected(notOpen()));
        return;
    }
    whenDone(renderedText(*m_project, environment, m_tools, m_renderStop.get_token()), this,
             [this, environment, stop = m_renderStop.get_token()](const base::Result<QString> &text) {
                 if (!stop.stop_requested())
                     Q_EMIT rendered(environment, text);
             });
}

void ProjectManifests::compare(const QString &environment)
{
    m_compareStop.request_stop();
    m_compareStop = std::stop_source();
    const domain::Environment *target = m_project ? m_project->environment(environment) : nullptr;
    LiveEnvironment *live = m_lookup(environment);
    if (!target || !live || !live->client()) {
        const auto known = live ? live->freshness().error : std::nullopt;
        Q_EMIT compared(
            environment,
            tl::unexpected(known
                               ? *known
                               : base::Error(base::ValidationError{
                                   {}, 0, environment, {QStringLiteral("plan.no-context"), {environment}}})));
        return;
    }
    whenDone(compareWithLive(*live->client(), *m_project, *target, live->nameSpace(), m_tools,
                             m_compareStop.get_token()),
             this,
             [this, environment,
              stop = m_compareStop.get_token()](const base::Result<std::vector<FileDiff>> &difference) {
                 if (!stop.stop_requested())
                     Q_EMIT compared(environment, difference);
             });
}

base::Result<FixPreview> ProjectManifests::previewFix(const std::vector<ManifestFinding> &findings) const
{
    std::vector<lint::Fix> fixes;
    for (std::size_t i = 0; i < m_findings.size() && i < m_fixes.size(); ++i) {
        if (m_fixes[i] && std::find(findings.begin(), findings.end(), m_findings[i]) != findings.end())
            fixes.push_back(*m_fixes[i]);
    }
    if (!m_project || fixes.empty()) {
        const ManifestFinding first = findings.empty() ? ManifestFinding() : findings.front();
        return base::fail(base::ValidationError{
            first.file, first.line, first.rule, {QStringLiteral("project.fix-gone"), {}}});
    }
    auto files = std::make_shared<FixedFiles>();
    files->root = m_project->root();
    files->edits = lint::fixEdits(*m_project, fixes);
    FixPreview preview;
    for (const manifest::FileEdit &edit : files->edits) {
        FileDiff diff = diffLines(edit.file, QString::fromUtf8(edit.before), QString::fromUtf8(edit.after));
        diff.created = edit.before.isNull();
        preview.files.push_back(std::move(diff));
    }
    preview.edits = std::move(files);
    return preview;
}

base::Result<void> ProjectManifests::applyFix(const FixPreview &preview)
{
    const manifest::SaveReport saved = manifest::saveEdits(preview.edits->root, preview.edits->edits);
    if (saved.error)
        return tl::unexpected(*saved.error);
    Q_EMIT filesWritten();
    return {};
}

} // namespace sluice::session
