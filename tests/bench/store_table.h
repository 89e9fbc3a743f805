// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "store/store.h"

#include <QAbstractListModel>

/// All of a store as a list, in the order of the keys, that follows it batch by batch.
template <typename T> class StoreTable final : public QAbstractListModel {
public:
    explicit StoreTable(std::shared_ptr<const sluice::store::Store<T>> store)
        : m_store(std::move(store))
    {
        QObject::connect(m_store.get(), &sluice::store::StoreBase::changed, this,
                         [this](const sluice::store::ChangeBatch &batch) { follow(batch); });
    }

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_keys.size());
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        return role == Qt::DisplayRole && index.isValid() ? m_keys[size_t(index.row())].name : QVariant();
    }
    /// Null for an object that could not be read.
    const T *at(int row) const { return m_store->value(m_keys[size_t(row)]); }

private:
    using Key = sluice::store::ObjectKey;
    using Keys = std::vector<Key>;

    void follow(const sluice::store::ChangeBatch &batch)
    {
        removeRuns(batch.removed);
        insertRuns(batch.added);
        refreshRuns(batch.updated);
        refreshRuns(batch.recreated);
    }
    int rowOf(const Key &key) const
    {
        return int(std::lower_bound(m_keys.begin(), m_keys.end(), key) - m_keys.begin());
    }
    void removeRuns(const Keys &keys)
    {
        for (size_t end = keys.size(); end > 0;) {
            const int last = rowOf(keys[end - 1]);
            int first = last;
            --end;
            while (end > 0 && first > 0 && m_keys[size_t(first - 1)] == keys[end - 1]) {
                --first;
                --end;
            }
            beginRemoveRows({}, first, last);
            m_keys.erase(m_keys.begin() + first, m_keys.begin() + last + 1);
            endRemoveRows();
        }
    }
    void insertRuns(const Keys &keys)
    {
        for (size_t begin = 0; begin < keys.size();) {
            const int row = rowOf(keys[begin]);
            size_t end = begin + 1;
            while (end < keys.size() && (row == int(m_keys.size()) || keys[end] < m_keys[size_t(row)]))
                ++end;
            beginInsertRows({}, row, row + int(end - begin) - 1);
            m_keys.insert(m_keys.begin() + row, keys.begin() + std::ptrdiff_t(begin),
                          keys.begin() + std::ptrdiff_t(end));
            endInsertRows();
            begin = end;
        }
    }
    void refreshRuns(const Keys &keys)
    {
        for (size_t begin = 0; begin < keys.size();) {
            const int first = rowOf(keys[begin]);
            int last = first;
            for (++begin; begin < keys.size() && last + 1 < int(m_keys.size())
                 && m_keys[size_t(last + 1)] == keys[begin];
                 ++begin)
                ++last;
            Q_EMIT dataChanged(index(first), index(last));
        }
    }

    std::shared_ptr<const sluice::store::Store<T>> m_store;
    Keys m_keys;
};
