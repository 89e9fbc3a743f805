// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QAbstractItemModel>
#include <QHash>
#include <algorithm>
#include <vector>

namespace sluice::models {

/// An item model whose lists of rows follow a new list by differences: rows that stay keep their indexes, selection and
/// expansion, and nothing is ever reset while rows are the same.
class DiffModel : public QAbstractItemModel {
    Q_OBJECT
public:
    using QAbstractItemModel::QAbstractItemModel;

protected:
    /// Brings \a rows below \a parent to the order and content of \a keys, which are unique (see uniqueKeys).
    /// keyOf(row) names a row, make(i) builds the row for keys[i], refresh(row, i) updates it and tells whether it changed.
    /// Emits removals, at most one reordering, insertions, and changes as runs, in this order. Indexes of children must
    /// not depend on the row of their parent.
    template <typename Row, typename KeyOf, typename Make, typename Refresh>
    void updateRows(const QModelIndex &parentIndex, std::vector<Row> &rows, const QStringList &keys,
                    KeyOf keyOf, Make make, Refresh refresh)
    {
        const QPersistentModelIndex parent(parentIndex);
        QHash<QString, int> wanted;
        wanted.reserve(keys.size());
        for (int i = 0; i < keys.size(); ++i)
            wanted.insert(keys[i], i);

        for (int last = int(rows.size()) - 1; last >= 0;) {
            if (wanted.contains(keyOf(rows[size_t(last)]))) {
                --last;
                continue;
            }
            int first = last;
            while (first > 0 && !wanted.contains(keyOf(rows[size_t(first - 1)])))
                --first;
            beginRemoveRows(parent, first, last);
            rows.erase(rows.begin() + first, rows.begin() + last + 1);
            endRemoveRows();
            last = first - 1;
        }

        std::vector<int> order(rows.size()); // order[new place] = old place
        for (int i = 0; i < int(order.size()); ++i)
            order[size_t(i)] = i;
        std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
            return wanted.value(keyOf(rows[size_t(a)])) < wanted.value(keyOf(rows[size_t(b)]));
        });
        if (!std::is_sorted(order.begin(), order.end())) {
            beginReorder(parent);
            std::vector<Row> sorted;
            sorted.reserve(rows.size());
            for (const int old : order)
                sorted.push_back(std::move(rows[size_t(old)]));
            rows = std::move(sorted);
            endReorder(parent, order);
        }

        for (int i = 0; i < keys.size();) {
            if (i < int(rows.size()) && keyOf(rows[size_t(i)]) == keys[i]) {
                ++i;
                continue;
            }
            // Everything up to the next row that is already here is new.
            int last = i;
            const QString next = i < int(rows.size()) ? keyOf(rows[size_t(i)]) : QString();
            while (last + 1 < keys.size() && (next.isNull() || keys[last + 1] != next))
                ++last;
            std::vector<Row> fresh;
            fresh.reserve(size_t(last - i + 1));
            for (int at = i; at <= last; ++at)
                fresh.push_back(make(at));
            beginInsertRows(parent, i, last);
            rows.insert(rows.begin() + i, std::make_move_iterator(fresh.begin()),
                        std::make_move_iterator(fresh.end()));
            endInsertRows();
            i = last + 1;
        }

        int changedFrom = -1;
        for (int i = 0; i <= int(rows.size()); ++i) {
            const bool changed = i < int(rows.size()) && refresh(rows[size_t(i)], i);
            if (changed && changedFrom < 0)
                changedFrom = i;
            if (!changed && changedFrom >= 0) {
                emitRowsChanged(parent, changedFrom, i - 1);
                changedFrom = -1;
            }
        }
    }

    /// \a keys with repeated ones made unique by their count, so that a broken source cannot break the model.
    [[nodiscard]] static QStringList uniqueKeys(QStringList keys);

private:
    void beginReorder(const QModelIndex &parent);
    void endReorder(const QModelIndex &parent, const std::vector<int> &order);
    void emitRowsChanged(const QModelIndex &parent, int first, int last);

    QModelIndexList m_reordered;
};

/// A DiffModel without children, over rows that have a key and compare by value.
template <typename Row> class DiffListModel : public DiffModel {
public:
    using DiffModel::DiffModel;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override
    {
        return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
    }
    [[nodiscard]] QModelIndex parent(const QModelIndex &) const override { return {}; }
    using QObject::parent;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }
    [[nodiscard]] const Row &at(int row) const { return m_rows[size_t(row)].value; }

    /// Follows \a wanted by differences.
    void setRows(const std::vector<Row> &wanted)
    {
        QStringList keys;
        keys.reserve(qsizetype(wanted.size()));
        for (const Row &row : wanted)
            keys.append(keyOf(row));
        keys = uniqueKeys(std::move(keys));
        updateRows(
            {}, m_rows, keys, [](const Keyed &row) { return row.key; },
            [&](int i) {
                return Keyed{keys[i], wanted[size_t(i)]};
            },
            [&](Keyed &row, int i) {
                if (row.value == wanted[size_t(i)])
                    return false;
                row.value = wanted[size_t(i)];
                return true;
            });
    }

protected:
    [[nodiscard]] virtual QString keyOf(const Row &row) const = 0;

private:
    struct Keyed {
        QString key;
        Row value;
    };
    std::vector<Keyed> m_rows;
};

} // namespace sluice::models
