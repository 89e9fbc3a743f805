// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/diff_model.h"
#include "session/overview.h"

#include <memory>

namespace sluice::models {

/// Services in their environments as a table, in groups on demand. Facts only; see the page's proxy for words.
/// Follows the session by differences, so a selected row stays selected.
class OverviewModel final : public DiffModel {
    Q_OBJECT
public:
    enum class Grouping { Environment, Service, None };
    Q_ENUM(Grouping)
    enum Column { Name, State, Serving, Split, Pods, Files, LastRelease, ColumnCount };
    enum Role {
        GroupRole = Qt::UserRole, ///< bool: this row is a group's header
        SortRole, ///< a value that orders the column
        FilterRole, ///< QStringList: what a filter looks into, in every column
        CountRole, ///< int, of a group: its Services
    };

    explicit OverviewModel(QObject *parent = nullptr);
    ~OverviewModel() override;

    /// \a overview outlives the model.
    void setOverview(session::Overview *overview);
    void setRows(const std::vector<session::OverviewRow> &rows);
    void setGrouping(Grouping grouping);
    [[nodiscard]] Grouping grouping() const { return m_grouping; }

    /// The Service at \a index; for a group its first one; null for an invalid index.
    [[nodiscard]] const session::OverviewRow *rowAt(const QModelIndex &index) const;
    [[nodiscard]] bool isGroup(const QModelIndex &index) const;
    /// The place of a Service, or an invalid index.
    [[nodiscard]] QModelIndex find(const QString &environment, const QString &service) const;
    [[nodiscard]] const std::vector<session::OverviewRow> &services() const { return m_source; }

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    using QObject::parent;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Node;
    void rebuild();
    [[nodiscard]] QVariant sortValue(const session::OverviewRow &row, int column) const;

    session::Overview *m_overview = nullptr;
    Grouping m_grouping = Grouping::Environment;
    std::vector<session::OverviewRow> m_source;
    std::unique_ptr<Node> m_root;
};

} // namespace sluice::models
