// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/environment_editor.h"

#include <QAbstractTableModel>

namespace sluice::models {

/// The matrix as a table: a row for each group followed by its parameters; the first column names the parameter, then one
/// for base and two for each environment, its value and what is live. Editing goes to the editor, which answers with the
/// new matrix. Rows and columns stay while the project's stay; only then is nothing reset.
class MatrixModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum class ColumnKind { Parameter, Value, Live };
    Q_ENUM(ColumnKind)
    enum Role {
        GroupRole = Qt::UserRole, ///< bool: the row heads a group
        GroupIdRole, ///< domain::ParameterGroup as int
        SourceRole, ///< session::MatrixCell::Source as int
        SavedTextRole,
        OriginRole, ///< where an inherited value comes from
        UnsavedRole,
        ClearsRole,
        InvalidRole, ///< bool
        ReadOnlyRole, ///< bool
        DriftedRole,
        LiveStateRole, ///< session::LiveValue::State as int
        LiveTextRole,
        DiffersRole, ///< bool, of a row: not all environments mean the same
        ColumnKindRole, ///< also of the header
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// \a editor outlives the model.
    void setEditor(session::EnvironmentEditor *editor);
    [[nodiscard]] session::EnvironmentEditor *editor() const { return m_editor; }

    [[nodiscard]] bool isGroup(int row) const;
    [[nodiscard]] domain::ParameterGroup group(int row) const { return m_rows[size_t(row)].group; }
    [[nodiscard]] ColumnKind columnKind(int column) const { return m_columns[size_t(column)].kind; }
    /// Row and column of session::Matrix, or -1.
    [[nodiscard]] int matrixRow(int row) const { return m_rows[size_t(row)].matrixRow; }
    [[nodiscard]] int matrixColumn(int column) const { return m_columns[size_t(column)].matrixColumn; }
    /// The model's column for a matrix column.
    [[nodiscard]] int columnOf(int matrixColumn, ColumnKind kind = ColumnKind::Value) const;
    [[nodiscard]] const session::Matrix &matrix() const { return m_matrix; }
    /// Null for a group's row or the first column.
    [[nodiscard]] const session::MatrixCell *cellAt(const QModelIndex &index) const;
    [[nodiscard]] const session::MatrixColumn *columnAt(int column) const;
    [[nodiscard]] const domain::Parameter *parameterAt(int row) const;
    /// Whether two matrix columns mean different things in a row.
    [[nodiscard]] bool differs(int row, int matrixColumnA, int matrixColumnB) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

private:
    struct Row {
        domain::ParameterGroup group{};
        int matrixRow = -1;
        bool operator==(const Row &) const = default;
    };
    struct Column {
        ColumnKind kind = ColumnKind::Parameter;
        int matrixColumn = -1;
        bool operator==(const Column &) const = default;
    };
    void follow();
    void tell(const session::Matrix &before);

    session::EnvironmentEditor *m_editor = nullptr;
    session::Matrix m_matrix; ///< what views have been told
    std::vector<Row> m_rows;
    std::vector<Column> m_columns{{}};
};

} // namespace sluice::models
