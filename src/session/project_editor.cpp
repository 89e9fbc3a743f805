// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/project_editor.h"

#include "manifest/edits.h"

#include <tuple>

namespace sluice::session {

using domain::ParameterId;
using manifest::ParameterColumn;

namespace {

QString baseColumn()
{
    return QStringLiteral("base");
}

/// The manifest's name of a column: the base has none there.
QString environmentOf(const QString &column)
{
    return column == baseColumn() ? QString() : column;
}

QString columnOf(const QString &environment)
{
    return environment.isEmpty() ? baseColumn() : environment;
}

base::Message messageOf(const base::Error &error)
{
    if (const auto *validation = error.get_if<base::ValidationError>())
        return validation->what;
    if (const auto *decode = error.get_if<base::DecodeError>())
        return decode->what;
    return {QStringLiteral("problem.project"), {base::debugText(error)}};
}

/// File and line of what is wrong.
std::pair<QString, int> placeOf(const base::Error &error)
{
    if (const auto *validation = error.get_if<base::ValidationError>())
        return {validation->source, validation->line};
    if (const auto *decode = error.get_if<base::DecodeError>())
        return {decode->source, decode->line};
    return {};
}

} // namespace

ProjectEditor::ProjectEditor(QObject *parent)
    : EnvironmentEditor(parent)
{
}

ProjectEditor::~ProjectEditor() = default;

void ProjectEditor::setProject(std::shared_ptr<const manifest::Project> project)
{
    const bool sameFolder = m_project && project && m_project->root() == project->root();
    m_project = std::move(project);
    m_saved.reset();
    if (m_project) {
        if (auto table = manifest::parameterTable(*m_project))
            m_saved = std::move(*table);
    }
    if (!sameFolder) {
        m_pending.clear();
        m_undo.clear();
        m_redo.clear();
        m_live.clear();
    } else {
        // What files that cannot be read hold is not known, so no change counts as saved by now.
        std::erase_if(m_pending, [this](const auto &entry) {
            return isReadable(entry.first.first)
                && savedOwn(entry.first.first, entry.first.second) == entry.second;
        });
    }
    rebuild();
    Q_EMIT matrixChanged();
    Q_EMIT unsavedChanged();
}

bool ProjectEditor::isReadable(const QString &column) const
{
    const ParameterColumn *saved = m_saved ? m_saved->column(environmentOf(column)) : nullptr;
    return saved && !saved->error;
}

std::optional<QString> ProjectEditor::savedOwn(const QString &column, ParameterId id) const
{
    const ParameterColumn *saved = m_saved ? m_saved->column(environmentOf(column)) : nullptr;
    if (!saved || !saved->cell(id).own)
        return std::nullopt;
    return saved->cell(id).own->text;
}

void ProjectEditor::setLive(const QString &column, LiveValue::State state,
                            const QMap<QString, QString> &values, Health health,
                            const base::Message &healthWords)
{
    m_live[column] = {state, values, health, healthWords};
    rebuild();
    Q_EMIT matrixChanged();
}

void ProjectEditor::restoreDraft(const std::vector<ParameterChange> &changes)
{
    Pending next = m_pending;
    for (const ParameterChange &entry : changes) {
        if (!isReadable(entry.column) || savedOwn(entry.column, entry.parameter) != entry.after)
            next[{entry.column, entry.parameter}] = entry.after;
    }
    m_pending = std::move(next);
    rebuild();
    Q_EMIT matrixChanged();
    Q_EMIT unsavedChanged();
}

void ProjectEditor::put(Pending &pending, int row, int column, const std::optional<QString> &value) const
{
    if (row < 0 || column < 0 || row >= int(m_matrix.rows.size()) || column >= int(m_matrix.columns.size()))
        return;
    if (m_matrix.cell(row, column).readOnlyReason)
        return;
    const ParameterId id = m_matrix.rows[size_t(row)]->id;
    const QString name = m_matrix.columns[size_t(column)].name;
    std::optional<QString> wanted = value;
    if (wanted) {
        *wanted = domain::normalisedValue(id, *wanted);
        if (wanted->isEmpty())
            wanted.reset();
    }
    if (wanted == savedOwn(name, id))
        pending.erase({name, id});
    else
        pending[{name, id}] = wanted;
}

void ProjectEditor::change(Pending next)
{
    if (next == m_pending)
        return;
    m_undo.push_back(std::exchange(m_pending, std::move(next)));
    m_redo.clear();
    rebuild();
    Q_EMIT matrixChanged();
    Q_EMIT unsavedChanged();
}

void ProjectEditor::setValue(int row, int column, const QString &text)
{
    Pending next = m_pending;
    put(next, row, column, text);
    change(std::move(next));
}

void ProjectEditor::clearValue(int row, int column)
{
    Pending next = m_pending;
    put(next, row, column, std::nullopt);
    change(std::move(next));
}

void ProjectEditor::paste(int row, int column, const std::vector<QStringList> &cells)
{
    Pending next = m_pending;
    for (size_t y = 0; y < cells.size(); ++y) {
        for (qsizetype x = 0; x < cells[y].size(); ++x)
            put(next, row + int(y), column + int(x), cells[y][x]);
    }
    change(std::move(next));
}

void ProjectEditor::promote(int row, int column)
{
    if (row < 0 || column < 0 || row >= int(m_matrix.rows.size())
        || column + 1 >= int(m_matrix.columns.size()))
        return;
    const MatrixCell &cell = m_matrix.cell(row, column);
    if (cell.text.isEmpty())
        return;
    setValue(row, column + 1, cell.text);
}

void ProjectEditor::discard(const QString &column)
{
    Pending next = m_pending;
    std::erase_if(next,
                  [&column](const auto &entry) { return column.isEmpty() || entry.first.first == column; });
    change(std::move(next));
}

void ProjectEditor::undo()
{
    if (m_undo.empty())
        return;
    m_redo.push_back(std::exchange(m_pending, std::move(m_undo.back())));
    m_undo.pop_back();
    rebuild();
    Q_EMIT matrixChanged();
    Q_EMIT unsavedChanged();
}

void ProjectEditor::redo()
{
    if (m_redo.empty())
        return;
    m_undo.push_back(std::exchange(m_pending, std::move(m_redo.back())));
    m_redo.pop_back();
    rebuild();
    Q_EMIT matrixChanged();
    Q_EMIT unsavedChanged();
}

std::vector<ParameterChange> ProjectEditor::changes(const QString &column) const
{
    std::vector<ParameterChange> result;
    for (const auto &[cell, value] : m_pending) {
        if (column.isEmpty() || cell.first == column)
            result.push_back({cell.first, cell.second, savedOwn(cell.first, cell.second), value});
    }
    return result;
}

bool ProjectEditor::hasInvalid(const QString &column) const
{
    for (const MatrixColumn &entry : m_matrix.columns) {
        if (entry.name == column)
            return entry.invalidCells > 0;
    }
    return false;
}

std::vector<manifest::ParameterEdit> ProjectEditor::edits(const QString &column, bool onlyLegal) const
{
    std::vector<manifest::ParameterEdit> result;
    for (const auto &[cell, value] : m_pending) {
        // What an environment is built on counts for it as well.
        const bool wanted = column.isEmpty() || cell.first == column || cell.first == baseColumn();
        const bool legal = !value || !domain::checkValue(cell.second, *value);
        // One environment's broken files are no reason to refuse what is edited in others.
        if (wanted && (!onlyLegal || (legal && isReadable(cell.first))))
            result.push_back({environmentOf(cell.first), cell.second, value});
    }
    return result;
}

base::Result<std::vector<manifest::FileEdit>> ProjectEditor::fileEdits(const QString &column) const
{
    if (!m_project)
        return std::vector<manifest::FileEdit>{};
    return manifest::planEdits(*m_project, edits(column, false));
}

base::Result<manifest::Project> ProjectEditor::editedProject(const QString &column) const
{
    const auto planned = fileEdits(column);
    if (!planned)
        return tl::unexpected(planned.error());
    return manifest::withEdits(*m_project, *planned);
}

base::Result<std::vector<FileDiff>> ProjectEditor::fileDiffs(const QString &column) const
{
    const auto planned = fileEdits(column);
    if (!planned)
        return tl::unexpected(planned.error());
    std::vector<FileDiff> diffs;
    for (const manifest::FileEdit &edit : *planned) {
        FileDiff diff = diffLines(edit.file, QString::fromUtf8(edit.before), QString::fromUtf8(edit.after));
        diff.created = edit.before.isNull();
        diffs.push_back(std::move(diff));
    }
    return diffs;
}

void ProjectEditor::rebuild()
{
    m_matrix = {};
    if (!m_project || !m_saved)
        return;
    m_matrix.service = m_saved->service;
    for (const domain::Parameter &parameter : domain::parameters())
        m_matrix.rows.push_back(&parameter);

    // The effective values come from the project as it would be: inheritance is the renderer's business alone.
    std::optional<manifest::ParameterTable> edited;
    std::optional<base::Error> refusal;
    const std::vector<manifest::ParameterEdit> legal = edits({}, true);
    if (!legal.empty()) {
        const auto planned = manifest::planEdits(*m_project, legal);
        const auto next = planned ? manifest::withEdits(*m_project, *planned)
                                  : base::Result<manifest::Project>(tl::unexpected(planned.error()));
        auto table = next ? manifest::parameterTable(*next)
                          : base::Result<manifest::ParameterTable>(tl::unexpected(next.error()));
        if (table)
            edited = std::move(*table);
        else
            refusal = table.error();
    }

    for (const ParameterColumn &saved : m_saved->columns) {
        MatrixColumn column;
        column.name = columnOf(saved.environment);
        column.base = saved.environment.isEmpty();
        if (const domain::Environment *environment = m_project->environment(saved.environment)) {
            column.overlay = environment->overlay;
            column.context = environment->context;
            column.nameSpace = environment->namespaceName;
            column.production = environment->production;
            column.readOnly = environment->readOnly;
        } else {
            column.overlay = m_project->basePath();
        }
        m_matrix.columns.push_back(std::move(column));
    }
    m_matrix.cells.resize(m_matrix.rows.size() * m_matrix.columns.size());
    for (int i = 0; i < int(m_matrix.columns.size()); ++i) {
        const ParameterColumn &saved = m_saved->columns[size_t(i)];
        const ParameterColumn *after = edited ? edited->column(saved.environment) : nullptr;
        fillColumn(i, saved, after);
        markProblems(i, after ? *after : saved);
        fillLive(i, saved);
        MatrixColumn &column = m_matrix.columns[size_t(i)];
        if (saved.error) {
            const auto [file, line] = placeOf(*saved.error);
            column.health = Health::Failed;
            column.healthWords = {QStringLiteral("matrix.files-broken"),
                                  {line > 0 ? QStringLiteral("%1:%2").arg(file).arg(line) : file}};
        }
        for (int row = 0; row < int(m_matrix.rows.size()); ++row) {
            MatrixCell &cell = m_matrix.cell(row, i);
            if (refusal && cell.unsaved && !cell.invalid)
                cell.invalid = messageOf(*refusal);
            column.unsavedCells += cell.unsaved ? 1 : 0;
            column.driftedCells += cell.drifted ? 1 : 0;
            column.invalidCells += cell.invalid ? 1 : 0;
        }
    }
}

void ProjectEditor::fillColumn(int column, const ParameterColumn &saved, const ParameterColumn *edited)
{
    const QString name = m_matrix.columns[size_t(column)].name;
    for (int row = 0; row < int(m_matrix.rows.size()); ++row) {
        const domain::Parameter &parameter = *m_matrix.rows[size_t(row)];
        const manifest::ParameterCell &now = saved.cell(parameter.id);
        const manifest::ParameterCell &after = edited ? edited->cell(parameter.id) : now;
        MatrixCell &cell = m_matrix.cell(row, column);
        if (now.own)
            cell.savedText = now.own->text;
        if (after.own) {
            cell.source = MatrixCell::Source::Own;
            cell.text = after.own->text;
        } else if (after.inherited) {
            cell.source = MatrixCell::Source::Inherited;
            cell.text = after.inherited->text;
            cell.inheritedFrom = baseColumn();
        } else if (!parameter.clusterDefault.isEmpty() && !saved.error) {
            cell.source = MatrixCell::Source::ClusterDefault;
            cell.text = parameter.clusterDefault;
        }
        if (const auto &effective = after.effective()) {
            cell.file = effective->origin.file;
            cell.line = effective->origin.line;
        }
        const auto pending = m_pending.find({name, parameter.id});
        if (pending != m_pending.end()) {
            cell.unsaved = true;
            cell.clears = !pending->second.has_value();
            if (pending->second) {
                cell.source = MatrixCell::Source::Own;
                cell.text = *pending->second;
            }
        }
        if (saved.error) {
            cell.readOnlyReason = messageOf(*saved.error);
            std::tie(cell.file, cell.line) = placeOf(*saved.error);
        } else if (!parameter.editable) {
            cell.readOnlyReason = base::Message{QStringLiteral("matrix.not-editable"), {}};
        }
    }
}

void ProjectEditor::markProblems(int column, const ParameterColumn &values)
{
    domain::ParameterValues effective = values.values();
    const QString name = m_matrix.columns[size_t(column)].name;
    for (const auto &[cell, value] : m_pending) {
        if (cell.first == name && value)
            effective[cell.second] = *value;
    }
    for (const domain::ParameterProblem &problem : domain::checkValues(effective)) {
        for (const ParameterId id : problem.parameters) {
            for (int row = 0; row < int(m_matrix.rows.size()); ++row) {
                MatrixCell &cell = m_matrix.cell(row, column);
                if (m_matrix.rows[size_t(row)]->id == id && !cell.invalid)
                    cell.invalid = problem.what;
            }
        }
    }
}

void ProjectEditor::fillLive(int column, const ParameterColumn &saved)
{
    MatrixColumn &target = m_matrix.columns[size_t(column)];
    const auto found = m_live.find(target.name);
    if (target.base || found == m_live.end())
        return;
    const Live &live = found->second;
    target.health = live.health;
    target.healthWords = live.words;
    for (int row = 0; row < int(m_matrix.rows.size()); ++row) {
        const domain::Parameter &parameter = *m_matrix.rows[size_t(row)];
        MatrixCell &cell = m_matrix.cell(row, column);
        cell.live.state = live.state;
        cell.live.text = live.values.value(parameter.name);
        if (live.state != LiveValue::State::Known || saved.error)
            continue;
        const auto &effective = saved.cell(parameter.id).effective();
        // Absent on one side and the cluster's default on the other mean the same.
        const QString inFiles = effective ? effective->text : parameter.clusterDefault;
        const QString running = cell.live.text.isEmpty() ? parameter.clusterDefault : cell.live.text;
        cell.drifted = inFiles != running && !domain::sameValue(parameter.id, inFiles, running);
    }
}

} // namespace sluice::session
