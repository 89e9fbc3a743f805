// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/project_editor.h"

#include "session/file_plan.h"

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

ProjectEditor::ProjectEditor(std::shared_ptr<base::WorkerPool> pool, QObject *parent)
    : EnvironmentEditor(parent)
    , m_previewing(std::move(pool))
{
}

ProjectEditor::~ProjectEditor() = default;

void ProjectEditor::setProject(std::shared_ptr<const manifest::Project> project,
                               std::optional<manifest::ParameterTable> saved)
{
    const bool sameFolder = m_project && project && m_project->root() == project->root();
    m_project = std::move(project);
    m_saved = std::move(saved);
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
    pendingChanged();
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
    pendingChanged();
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
    pendingChanged();
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
    pendingChanged();
}

void ProjectEditor::redo()
{
    if (m_redo.empty())
        return;
    m_undo.push_back(std::exchange(m_pending, std::move(m_redo.back())));
    m_redo.pop_back();
    pendingChanged();
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

std::vector<manifest::ParameterEdit> ProjectEditor::edits(const QString &column) const
{
    std::vector<manifest::ParameterEdit> result;
    for (const auto &[cell, value] : m_pending) {
        // What an environment is built on counts for it as well.
        if (column.isEmpty() || cell.first == column || cell.first == baseColumn())
            result.push_back({environmentOf(cell.first), cell.second, value});
    }
    return result;
}

std::vector<manifest::ParameterEdit> ProjectEditor::legalEdits() const
{
    std::vector<manifest::ParameterEdit> result = edits();
    // One environment's broken files are no reason to refuse what is edited in others.
    std::erase_if(result, [this](const manifest::ParameterEdit &edit) {
        return (edit.value && domain::checkValue(edit.parameter, *edit.value))
            || !isReadable(columnOf(edit.environment));
    });
    return result;
}

ProjectEditor::Preview ProjectEditor::previewOf(const manifest::Project &project,
                                                std::vector<manifest::ParameterEdit> edits)
{
    Preview preview{std::move(edits), {}, {}};
    const auto plan = planFiles(project, preview.edits);
    auto values = plan ? manifest::parameterTable(plan->project)
                       : base::Result<manifest::ParameterTable>(tl::unexpected(plan.error()));
    if (values)
        preview.values = std::move(*values);
    else
        preview.refusal = values.error();
    return preview;
}

void ProjectEditor::pendingChanged()
{
    m_preview.reset();
    rebuild();
    Q_EMIT matrixChanged();
    Q_EMIT unsavedChanged();
    askForPreview();
}

void ProjectEditor::askForPreview()
{
    std::vector<manifest::ParameterEdit> legal = legalEdits();
    if (!m_project || legal.empty()) {
        m_previewing.drop();
        return;
    }
    m_previewing.ask([project = m_project, edits = std::move(legal)] { return previewOf(*project, edits); },
                     [this](Preview preview) {
                         m_preview = std::move(preview);
                         rebuild();
                         Q_EMIT matrixChanged();
                     });
}

void ProjectEditor::rebuild()
{
    m_matrix = {};
    if (!m_project || !m_saved)
        return;
    m_matrix.service = m_saved->service;
    for (const domain::Parameter &parameter : domain::parameters())
        m_matrix.rows.push_back(&parameter);
    for (const ParameterColumn &saved : m_saved->columns)
        addColumn(saved);
    m_matrix.cells.resize(m_matrix.rows.size() * m_matrix.columns.size());
    for (int i = 0; i < int(m_matrix.columns.size()); ++i) {
        const ParameterColumn &saved = m_saved->columns[size_t(i)];
        fillColumn(i, saved,
                   m_preview && m_preview->values ? m_preview->values->column(saved.environment) : nullptr);
        markProblems(i);
        fillLive(i, saved);
        if (saved.error) {
            const auto [file, line] = placeOf(*saved.error);
            MatrixColumn &column = m_matrix.columns[size_t(i)];
            column.health = Health::Failed;
            column.healthWords = {QStringLiteral("matrix.files-broken"),
                                  {line > 0 ? QStringLiteral("%1:%2").arg(file).arg(line) : file}};
        }
        countCells(i);
    }
}

void ProjectEditor::addColumn(const ParameterColumn &saved)
{
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

/// What a cell comes to with the unsaved changes, as far as that can be said without the files: its own value, else the base's.
/// The preview, which comes from the renderer, has the last word.
manifest::ParameterCell ProjectEditor::expected(const QString &column, ParameterId id,
                                                const manifest::ParameterCell &saved) const
{
    manifest::ParameterCell cell = saved;
    const auto apply = [id](std::optional<manifest::ParameterValue> &value,
                            const std::optional<QString> &wanted) {
        if (!wanted || domain::checkValue(id, *wanted))
            value.reset();
        else if (value)
            value->text = *wanted;
        else
            value = manifest::ParameterValue{*wanted, {}};
    };
    if (const auto own = m_pending.find({column, id}); own != m_pending.end()) {
        apply(cell.own, own->second);
        cell.removedAt.reset();
    }
    const auto below = m_pending.find({baseColumn(), id});
    if (below != m_pending.end() && column != baseColumn())
        apply(cell.inherited, below->second);
    return cell;
}

void ProjectEditor::fillColumn(int column, const ParameterColumn &saved, const ParameterColumn *edited)
{
    const QString name = m_matrix.columns[size_t(column)].name;
    for (int row = 0; row < int(m_matrix.rows.size()); ++row) {
        const domain::Parameter &parameter = *m_matrix.rows[size_t(row)];
        const manifest::ParameterCell &now = saved.cell(parameter.id);
        const manifest::ParameterCell after =
            edited ? edited->cell(parameter.id) : expected(name, parameter.id, now);
        MatrixCell &cell = m_matrix.cell(row, column);
        if (now.own)
            cell.savedText = now.own->text;
        if (after.own) {
            cell.source = MatrixCell::Source::Own;
            cell.text = after.own->text;
        } else if (after.inherited && !after.removedAt) {
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

void ProjectEditor::markProblems(int column)
{
    domain::ParameterValues effective;
    for (int row = 0; row < int(m_matrix.rows.size()); ++row) {
        const MatrixCell &cell = m_matrix.cell(row, column);
        if (cell.source == MatrixCell::Source::Own || cell.source == MatrixCell::Source::Inherited)
            effective[m_matrix.rows[size_t(row)]->id] = cell.text;
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

void ProjectEditor::countCells(int column)
{
    MatrixColumn &target = m_matrix.columns[size_t(column)];
    for (int row = 0; row < int(m_matrix.rows.size()); ++row) {
        MatrixCell &cell = m_matrix.cell(row, column);
        if (m_preview && m_preview->refusal && cell.unsaved && !cell.invalid)
            cell.invalid = messageOf(*m_preview->refusal);
        target.unsavedCells += cell.unsaved ? 1 : 0;
        target.driftedCells += cell.drifted ? 1 : 0;
        target.invalidCells += cell.invalid ? 1 : 0;
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
