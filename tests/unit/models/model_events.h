// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QAbstractItemModel>
#include <QStringList>

/// Writes down what a model tells its views, one line a signal, so that a test can compare the whole story.
class ModelEvents : public QObject {
public:
    explicit ModelEvents(QAbstractItemModel &model)
    {
        const auto at = [](const QModelIndex &parent) {
            return parent.isValid() ? parent.data().toString() + QLatin1Char(' ') : QString();
        };
        const auto range = [at](const char *what, const QModelIndex &parent, int first, int last) {
            return QStringLiteral("%1%2 %3-%4").arg(at(parent), QLatin1String(what)).arg(first).arg(last);
        };
        connect(&model, &QAbstractItemModel::rowsInserted, this,
                [=, this](const QModelIndex &p, int f, int l) { m_events << range("insert", p, f, l); });
        connect(&model, &QAbstractItemModel::rowsRemoved, this,
                [=, this](const QModelIndex &p, int f, int l) { m_events << range("remove", p, f, l); });
        connect(&model, &QAbstractItemModel::dataChanged, this,
                [=, this](const QModelIndex &a, const QModelIndex &b) {
                    m_events << range("change", a.parent(), a.row(), b.row());
                });
        connect(&model, &QAbstractItemModel::layoutChanged, this,
                [this] { m_events << QStringLiteral("reorder"); });
        connect(&model, &QAbstractItemModel::modelReset, this,
                [this] { m_events << QStringLiteral("reset"); });
    }
    /// What happened since the last call.
    QStringList take() { return std::exchange(m_events, {}); }

private:
    QStringList m_events;
};
