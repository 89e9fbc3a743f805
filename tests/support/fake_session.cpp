// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fake_session.h"

#include "manifest/edits.h"

namespace sluice::test {

using domain::ParameterId;
using session::MatrixCell;

FakeEditor::FakeEditor()
{
    m_matrix.service = QStringLiteral("python-api-base");
    for (const domain::Parameter &parameter : domain::parameters())
        m_matrix.rows.push_back(&parameter);
    const struct {
        ParameterId id;
        const char *values[4]; // base, dev, staging, prod
    } sample[] = {
        {ParameterId::MinScale, {"", "0", "1", "2"}},
        {ParameterId::MaxScale, {"", "3", "5", "20"}},
        {ParameterId::Target, {"100", "50", "80", ""}},
        {ParameterId::ScaleDownDelay, {"", "15s", "30s", "60s"}},
        {ParameterId::CpuRequest, {"100m", "50m", "", "200m"}},
        {ParameterId::CpuLimit, {"1000m", "500m", "750m", "2000m"}},
        {ParameterId::MemoryRequest, {"256Mi", "128Mi", "", "512Mi"}},
        {ParameterId::MemoryLimit, {"512Mi", "", "768Mi", "2Gi"}},
        {ParameterId::TimeoutSeconds, {"300", "", "", ""}},
        {ParameterId::Image, {"ghcr.io/acme/python-api-base:2.3.1", "", "", ""}},
    };
    const QStringList columns{QStringLiteral("base"), QStringLiteral("dev"), QStringLiteral("staging"),
                              QStringLiteral("prod")};
    for (const auto &row : sample) {
        for (int i = 0; i < 4; ++i) {
            if (*row.values[i])
                m_saved[{columns[i], row.id}] = QString::fromLatin1(row.values[i]);
        }
    }
    setEnvironments(columns.mid(1));
}

void FakeEditor::clear()
{
    m_matrix = {};
    Q_EMIT matrixChanged();
}

void FakeEditor::setEnvironments(const QStringList &names)
{
    m_matrix.columns.clear();
    session::MatrixColumn base;
    base.name = QStringLiteral("base");
    base.base = true;
    m_matrix.columns.push_back(base);
    for (const QString &name : names) {
        session::MatrixColumn column;
        column.name = name;
        column.overlay = QStringLiteral("overlays/") + name;
        column.context = QStringLiteral("sandbox");
        column.nameSpace =
            name == QLatin1String("prod") ? QStringLiteral("my-api") : QStringLiteral("my-api-") + name;
        column.production = name == QLatin1String("prod");
        m_matrix.columns.push_back(column);
    }
    rebuild();
    Q_EMIT matrixChanged();
}

void FakeEditor::setSaved(const QString &column, ParameterId id, const QString &text)
{
    m_saved[{column, id}] = text;
    rebuild();
    Q_EMIT matrixChanged();
}

void FakeEditor::setLive(const QString &column, ParameterId id, const QString &text)
{
    m_live[{column, id}] = text;
    rebuild();
    Q_EMIT matrixChanged();
}

void FakeEditor::setHealth(const QString &name, session::Health health, const base::Message &words)
{
    session::MatrixColumn &at = m_matrix.columns[size_t(column(name))];
    at.health = health;
    at.healthWords = words;
    Q_EMIT matrixChanged();
}

int FakeEditor::row(ParameterId id) const
{
    for (size_t i = 0; i < m_matrix.rows.size(); ++i) {
        if (m_matrix.rows[i]->id == id)
            return int(i);
    }
    return -1;
}

int FakeEditor::column(const QString &name) const
{
    for (size_t i = 0; i < m_matrix.columns.size(); ++i) {
        if (m_matrix.columns[i].name == name)
            return int(i);
    }
    return -1;
}

const MatrixCell &FakeEditor::cell(const QString &columnName, ParameterId id) const
{
    return m_matrix.cell(row(id), column(columnName));
}

void FakeEditor::rebuild()
{
    m_matrix.cells.assign(m_matrix.rows.size() * m_matrix.columns.size(), {});
    for (int c = 0; c < int(m_matrix.columns.size()); ++c) {
        session::MatrixColumn &column = m_matrix.columns[size_t(c)];
        column.driftedCells = column.unsavedCells = column.invalidCells = 0;
        domain::ParameterValues values;
        for (int r = 0; r < int(m_matrix.rows.size()); ++r) {
            const domain::Parameter &parameter = *m_matrix.rows[size_t(r)];
            MatrixCell &cell = m_matrix.cell(r, c);
            const auto saved = m_saved.find({column.name, parameter.id});
            const auto pending = m_pending.find({column.name, parameter.id});
            cell.savedText = saved == m_saved.end() ? QString() : saved->second;
            cell.unsaved = pending != m_pending.end();
            cell.clears = cell.unsaved && !pending->second;
            const QString own = cell.unsaved ? pending->second.value_or(QString()) : cell.savedText;
            const MatrixCell &base = m_matrix.cell(r, 0);
            if (!own.isEmpty()) {
                cell.source = MatrixCell::Source::Own;
                cell.text = own;
                cell.file = column.base ? QStringLiteral("base/service.yaml")
                                        : column.overlay + QStringLiteral("/service-scaling.yaml");
                cell.line = 10 + r;
            } else if (!column.base && base.source == MatrixCell::Source::Own) {
                cell.source = MatrixCell::Source::Inherited;
                cell.text = base.text;
                cell.inheritedFrom = QStringLiteral("base");
                cell.file = base.file;
                cell.line = base.line;
            } else if (!parameter.clusterDefault.isEmpty() && parameter.id == ParameterId::StableWindow) {
                cell.source = MatrixCell::Source::ClusterDefault;
                cell.text = parameter.clusterDefault;
            }
            if (const auto live = m_live.find({column.name, parameter.id}); live != m_live.end()) {
                cell.live = {session::LiveValue::State::Known, live->second};
                const QString inFiles = cell.unsaved ? cell.savedText : cell.text;
                cell.drifted = !domain::sameValue(parameter.id, live->second, inFiles);
            }
            if (!cell.text.isEmpty())
                values[parameter.id] = cell.text;
            column.unsavedCells += cell.unsaved ? 1 : 0;
            column.driftedCells += cell.drifted ? 1 : 0;
        }
        for (const domain::ParameterProblem &problem : domain::checkValues(values)) {
            MatrixCell &cell = m_matrix.cell(row(problem.parameters.front()), c);
            if (!cell.invalid)
                ++column.invalidCells;
            cell.invalid = problem.what;
        }
    }
}

void FakeEditor::change(Pending next)
{
    if (next == m_pending)
        return;
    m_undo.push_back(std::exchange(m_pending, std::move(next)));
    m_redo.clear();
    rebuild();
    Q_EMIT matrixChanged();
    Q_EMIT unsavedChanged();
}

void FakeEditor::put(Pending &pending, int row, int column, const QString &text) const
{
    if (row >= int(m_matrix.rows.size()) || column >= int(m_matrix.columns.size()))
        return;
    const Key key{m_matrix.columns[size_t(column)].name, m_matrix.rows[size_t(row)]->id};
    const auto saved = m_saved.find(key);
    if (text == (saved == m_saved.end() ? QString() : saved->second))
        pending.erase(key);
    else
        pending[key] = text.isEmpty() ? std::optional<QString>() : text;
}

void FakeEditor::setValue(int row, int column, const QString &text)
{
    paste(row, column, {{text}});
}

void FakeEditor::clearValue(int row, int column)
{
    paste(row, column, {{QString()}});
}

void FakeEditor::paste(int row, int column, const std::vector<QStringList> &cells)
{
    Pending next = m_pending;
    for (size_t y = 0; y < cells.size(); ++y) {
        for (qsizetype x = 0; x < cells[y].size(); ++x)
            put(next, row + int(y), column + int(x), cells[y][x]);
    }
    change(std::move(next));
}

void FakeEditor::promote(int row, int column)
{
    setValue(row, column + 1, m_matrix.cell(row, column).text);
}

void FakeEditor::discard(const QString &column)
{
    Pending next = m_pending;
    std::erase_if(next, [&](const auto &entry) { return column.isEmpty() || entry.first.first == column; });
    change(std::move(next));
}

void FakeEditor::undo()
{
    if (m_undo.empty())
        return;
    m_redo.push_back(std::exchange(m_pending, m_undo.back()));
    m_undo.pop_back();
    rebuild();
    Q_EMIT matrixChanged();
    Q_EMIT unsavedChanged();
}

void FakeEditor::redo()
{
    if (m_redo.empty())
        return;
    m_undo.push_back(std::exchange(m_pending, m_redo.back()));
    m_redo.pop_back();
    rebuild();
    Q_EMIT matrixChanged();
    Q_EMIT unsavedChanged();
}

std::vector<session::ParameterChange> FakeEditor::changes(const QString &column) const
{
    std::vector<session::ParameterChange> list;
    for (const auto &[key, value] : m_pending) {
        if (column.isEmpty() || key.first == column)
            list.push_back({key.first, key.second, std::nullopt, value});
    }
    return list;
}

const session::ApplyPlan *FakePlanner::plan() const
{
    return m_state == State::Idle || m_state == State::Making || m_state == State::Failed ? nullptr
                                                                                          : &nextPlan;
}

void FakePlanner::make(const QString &environment)
{
    log << QStringLiteral("make ") + environment;
    m_environment = environment;
    nextPlan.environment = environment;
    m_remade = false;
    m_error = outcome == State::Failed ? nextError : std::nullopt;
    m_state = outcome;
    Q_EMIT changed();
}

void FakePlanner::confirm(const session::ApplyConsent &given)
{
    consent = given;
    log << QStringLiteral("confirm ") + m_environment;
    session::ApplyProgress saving;
    saving.objectsTotal = int(nextPlan.objects.size());
    show(State::Applying, saving);
}

void FakePlanner::cancel()
{
    log << QStringLiteral("cancel");
    dismiss();
}

void FakePlanner::dismiss()
{
    log << QStringLiteral("dismiss");
    m_state = State::Idle;
    Q_EMIT changed();
}

void FakePlanner::show(State state, const session::ApplyProgress &progress,
                       const std::optional<base::Error> &error)
{
    m_state = state;
    m_progress = progress;
    m_error = error;
    Q_EMIT changed();
}

void FakePlanner::remake()
{
    m_remade = true;
    m_state = State::Ready;
    Q_EMIT changed();
}

void FakeOverview::setRows(std::vector<session::OverviewRow> rows)
{
    m_rows = std::move(rows);
    Q_EMIT changed();
}

base::Result<QString> FakeManifests::source(const QString &path) const
{
    if (!m_sources.contains(path))
        return base::fail(base::FileError{base::FileError::Kind::NotFound, path, {}});
    return m_sources.value(path);
}

void FakeManifests::render(const QString &environment)
{
    if (answers)
        Q_EMIT rendered(environment, renderedText);
}

void FakeManifests::compare(const QString &environment)
{
    if (answers)
        Q_EMIT compared(environment, difference);
}

base::Result<session::FixPreview>
FakeManifests::previewFix(const std::vector<session::ManifestFinding> &findings) const
{
    session::FixPreview preview;
    for (const session::ManifestFinding &finding : findings)
        preview.files.push_back(
            session::diffLines(finding.file, QStringLiteral("a\n"), QStringLiteral("b\n")));
    return preview;
}

base::Result<void> FakeManifests::applyFix(const session::FixPreview &preview)
{
    fixed.push_back(preview);
    return fixAnswer;
}

void FakeManifests::setProject(std::vector<session::ManifestEntry> entries,
                               std::vector<session::ManifestFinding> findings,
                               const QStringList &environments, const QMap<QString, QString> &sources)
{
    m_entries = std::move(entries);
    m_findings = std::move(findings);
    m_environments = environments;
    m_sources = sources;
    Q_EMIT projectChanged();
}

void FakeLogs::start(const session::LogScope &scope)
{
    ++starts;
    m_scope = scope;
    m_lines.clear();
    Q_EMIT restarted();
}

void FakeLogs::stop()
{
    m_lines.clear();
    Q_EMIT restarted();
}

QStringList FakeLogs::containers() const
{
    return {QStringLiteral("user-container"), QStringLiteral("queue-proxy")};
}

void FakeLogs::setOptions(const QStringList &revisions, const QStringList &pods)
{
    m_revisions = revisions;
    m_pods = pods;
    Q_EMIT scopeOptionsChanged();
}

void FakeLogs::setFreshness(const session::FreshnessInfo &freshness)
{
    m_freshness = freshness;
    Q_EMIT freshnessChanged();
}

void FakeLogs::append(const QStringList &texts, const QString &pod)
{
    const int first = int(m_lines.size());
    const QDateTime start(QDate(2026, 3, 1), QTime(14, 32), Qt::UTC);
    for (const QString &text : texts)
        m_lines.push_back(
            {start.addMSecs(qint64(m_lines.size()) * 137), pod, QStringLiteral("user-container"), text});
    Q_EMIT linesAppended(first, int(texts.size()));
}

void FakeLogs::drop(int count)
{
    m_lines.erase(m_lines.begin(), m_lines.begin() + count);
    Q_EMIT linesDropped(count);
}

FakeWorkspace::FakeWorkspace() = default;
FakeWorkspace::~FakeWorkspace() = default;

void FakeWorkspace::selectEnvironment(const QString &name)
{
    m_selected = name;
    Q_EMIT selectionChanged();
}

base::Result<std::vector<session::ClusterContext>> FakeWorkspace::contexts() const
{
    return std::vector<session::ClusterContext>();
}

std::vector<session::ActivityEntry> FakeWorkspace::activity(int limit) const
{
    return {m_activity.begin(),
            m_activity.begin() + std::min<std::ptrdiff_t>(limit, std::ptrdiff_t(m_activity.size()))};
}

void FakeWorkspace::shut()
{
    m_open = false;
    m_environments.clear();
    m_activity.clear();
    editorFake.clear();
    overviewFake.setRows({});
    manifestsFake.setProject({}, {}, {}, {});
    Q_EMIT closed();
}

void FakeWorkspace::setEnvironments(std::vector<session::EnvironmentInfo> environments)
{
    m_environments = std::move(environments);
    Q_EMIT environmentsChanged();
}

void FakeWorkspace::setActivity(std::vector<session::ActivityEntry> entries)
{
    m_activity = std::move(entries);
    Q_EMIT activityChanged();
}

} // namespace sluice::test
