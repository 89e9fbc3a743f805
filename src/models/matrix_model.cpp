// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/matrix_model.h"

namespace sluice::models {

using session::Matrix;
using session::MatrixCell;

namespace {

bool sameShape(const Matrix &a, const Matrix &b)
{
    return a.service == b.service && a.rows == b.rows
        && std::equal(a.columns.begin(), a.columns.end(), b.columns.begin(), b.columns.end(),
                      [](const auto &x, const auto &y) { return x.name == y.name && x.base == y.base; });
}

} // namespace

void MatrixModel::setEditor(session::EnvironmentEditor *editor)
{
    if (m_editor)
        m_editor->disconnect(this);
    m_editor = editor;
    if (editor)
        connect(editor, &session::EnvironmentEditor::matrixChanged, this, &MatrixModel::follow);
    follow();
}

void MatrixModel::follow()
{
    const Matrix wanted = m_editor ? m_editor->matrix() : Matrix();
    if (sameShape(m_matrix, wanted)) {
        const Matrix before = std::exchange(m_matrix, wanted);
        tell(before);
        return;
    }
    beginResetModel();
    m_matrix = wanted;
    m_rows.clear();
    for (int row = 0; row < int(m_matrix.rows.size()); ++row) {
        const domain::ParameterGroup group = m_matrix.rows[size_t(row)]->group;
        if (row == 0 || m_matrix.rows[size_t(row - 1)]->group != group)
            m_rows.push_back({group, -1});
        m_rows.push_back({group, row});
    }
    m_columns = {{}};
    for (int column = 0; column < int(m_matrix.columns.size()); ++column) {
        m_columns.push_back({ColumnKind::Value, column});
        if (!m_matrix.columns[size_t(column)].base)
            m_columns.push_back({ColumnKind::Live, column});
    }
    endResetModel();
}

void MatrixModel::tell(const Matrix &before)
{
    // A changed cell also moves what its row and its group say of it, so whole rows are told, in runs.
    const size_t width = m_matrix.columns.size();
    int runFrom = -1;
    int groupRow = -1;
    bool groupChanged = false;
    const auto flush = [&](int end) {
        if (runFrom >= 0)
            Q_EMIT dataChanged(index(runFrom, 0), index(end, columnCount() - 1));
        runFrom = -1;
    };
    for (int row = 0; row < rowCount(); ++row) {
        if (isGroup(row)) {
            if (groupChanged)
                Q_EMIT dataChanged(index(groupRow, 0), index(groupRow, columnCount() - 1));
            flush(row - 1);
            groupRow = row;
            groupChanged = false;
            continue;
        }
        const auto first = std::ptrdiff_t(size_t(matrixRow(row)) * width);
        const bool changed =
            !std::equal(m_matrix.cells.begin() + first,
                        m_matrix.cells.begin() + first + std::ptrdiff_t(width), before.cells.begin() + first);
        groupChanged = groupChanged || changed;
        if (changed && runFrom < 0)
            runFrom = row;
        if (!changed)
            flush(row - 1);
    }
    if (groupChanged)
        Q_EMIT dataChanged(index(groupRow, 0), index(groupRow, columnCount() - 1));
    flush(rowCount() - 1);
    if (m_matrix.columns != before.columns)
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

bool MatrixModel::isGroup(int row) const
{
    return m_rows[size_t(row)].matrixRow < 0;
}

int MatrixModel::columnOf(int matrixColumn, ColumnKind kind) const
{
    const auto found = std::find(m_columns.begin(), m_columns.end(), Column{kind, matrixColumn});
    return found == m_columns.end() ? -1 : int(found - m_columns.begin());
}

const MatrixCell *MatrixModel::cellAt(const QModelIndex &index) const
{
    if (!index.isValid() || isGroup(index.row()) || index.column() == 0)
        return nullptr;
    return &m_matrix.cell(matrixRow(index.row()), matrixColumn(index.column()));
}

const session::MatrixColumn *MatrixModel::columnAt(int column) const
{
    if (column <= 0 || column >= columnCount())
        return nullptr;
    return &m_matrix.columns[size_t(matrixColumn(column))];
}

const domain::Parameter *MatrixModel::parameterAt(int row) const
{
    return row < 0 || row >= rowCount() || isGroup(row) ? nullptr : m_matrix.rows[size_t(matrixRow(row))];
}

bool MatrixModel::differs(int row, int matrixColumnA, int matrixColumnB) const
{
    if (isGroup(row))
        return false;
    const QString &a = m_matrix.cell(matrixRow(row), matrixColumnA).text;
    const QString &b = m_matrix.cell(matrixRow(row), matrixColumnB).text;
    return a != b && !domain::sameValue(parameterAt(row)->id, a, b);
}

int MatrixModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int MatrixModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant MatrixModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const int row = index.row();
    switch (role) {
    case GroupRole:
        return isGroup(row);
    case GroupIdRole:
        return int(group(row));
    case ColumnKindRole:
        return int(columnKind(index.column()));
    case DiffersRole: {
        int first = -1; // of the environments; base is no environment
        for (int column = 0; column < int(m_matrix.columns.size()) && !isGroup(row); ++column) {
            if (m_matrix.columns[size_t(column)].base)
                continue;
            if (first >= 0 && differs(row, first, column))
                return true;
            if (first < 0)
                first = column;
        }
        return false;
    }
    default:
        break;
    }
    if (index.column() == 0) {
        const domain::Parameter *parameter = parameterAt(row);
        return role == Qt::DisplayRole && parameter ? parameter->name : QVariant();
    }
    const MatrixCell *cell = cellAt(index);
    if (!cell)
        return {};
    const bool live = columnKind(index.column()) == ColumnKind::Live;
    switch (role) {
    case Qt::DisplayRole:
        return live ? cell->live.text : cell->text;
    case Qt::EditRole:
        return cell->text;
    case SourceRole:
        return int(cell->source);
    case SavedTextRole:
        return cell->savedText;
    case OriginRole:
        return cell->inheritedFrom;
    case UnsavedRole:
        return cell->unsaved;
    case ClearsRole:
        return cell->clears;
    case InvalidRole:
        return cell->invalid.has_value();
    case ReadOnlyRole:
        return live || cell->readOnlyReason.has_value();
    case DriftedRole:
        return cell->drifted;
    case LiveStateRole:
        return int(cell->live.state);
    case LiveTextRole:
        return cell->live.text;
    default:
        return {};
    }
}

QVariant MatrixModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || section < 0 || section >= columnCount())
        return {};
    const session::MatrixColumn *column = columnAt(section);
    if (role == Qt::DisplayRole)
        return column ? column->name : QString();
    if (role == ColumnKindRole)
        return int(columnKind(section));
    return {};
}

Qt::ItemFlags MatrixModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    Qt::ItemFlags flags = QAbstractTableModel::flags(index) | Qt::ItemNeverHasChildren;
    const MatrixCell *cell = cellAt(index);
    if (cell && columnKind(index.column()) == ColumnKind::Value && !cell->readOnlyReason
        && !columnAt(index.column())->readOnly)
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool MatrixModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    const MatrixCell &cell = *cellAt(index);
    const QString text = value.toString();
    if (text == cell.text)
        return true; // nothing was typed: an inherited value stays inherited
    if (text.trimmed().isEmpty())
        m_editor->clearValue(matrixRow(index.row()), matrixColumn(index.column()));
    else
        m_editor->setValue(matrixRow(index.row()), matrixColumn(index.column()), text);
    return true;
}

} // namespace sluice::models
