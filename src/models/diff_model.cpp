// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/diff_model.h"

#include <QSet>

namespace sluice::models {

QStringList DiffModel::uniqueKeys(QStringList keys)
{
    QSet<QString> seen;
    seen.reserve(keys.size());
    for (QString &key : keys) {
        const QString plain = key;
        for (int count = 2; seen.contains(key); ++count)
            key = plain + QLatin1Char('\n') + QString::number(count);
        seen.insert(key);
    }
    return keys;
}

void DiffModel::beginReorder(const QModelIndex &parentIndex)
{
    Q_EMIT layoutAboutToBeChanged({QPersistentModelIndex(parentIndex)}, VerticalSortHint);
    m_reordered.clear();
    const QModelIndexList persistent = persistentIndexList();
    for (const QModelIndex &index : persistent) {
        if (index.parent() == parentIndex)
            m_reordered.append(index);
    }
}

void DiffModel::endReorder(const QModelIndex &parentIndex, const std::vector<int> &order)
{
    std::vector<int> newPlace(order.size());
    for (size_t place = 0; place < order.size(); ++place)
        newPlace[size_t(order[place])] = int(place);
    QModelIndexList moved;
    moved.reserve(m_reordered.size());
    for (const QModelIndex &old : std::as_const(m_reordered))
        moved.append(index(newPlace[size_t(old.row())], old.column(), parentIndex));
    changePersistentIndexList(m_reordered, moved);
    m_reordered.clear();
    Q_EMIT layoutChanged({QPersistentModelIndex(parentIndex)}, VerticalSortHint);
}

void DiffModel::emitRowsChanged(const QModelIndex &parentIndex, int first, int last)
{
    Q_EMIT dataChanged(index(first, 0, parentIndex), index(last, columnCount(parentIndex) - 1, parentIndex));
}

} // namespace sluice::models
