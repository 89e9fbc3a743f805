// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/log_model.h"

namespace sluice::models {

using session::LogsSession;

void LogModel::setSession(LogsSession *session)
{
    beginResetModel();
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    m_pods.clear();
    m_count = session ? int(session->lines().size()) : 0;
    notePods(0, m_count);
    endResetModel();
    if (!session)
        return;
    connect(session, &LogsSession::linesAppended, this, [this](int first, int count) {
        if (count <= 0)
            return;
        notePods(first, count);
        beginInsertRows({}, m_count, m_count + count - 1);
        m_count += count;
        endInsertRows();
    });
    connect(session, &LogsSession::linesDropped, this, [this](int count) {
        const int dropped = std::min(count, m_count);
        if (dropped <= 0)
            return;
        beginRemoveRows({}, 0, dropped - 1);
        m_count -= dropped;
        endRemoveRows();
    });
    connect(session, &LogsSession::restarted, this, [this] {
        beginResetModel();
        m_pods.clear();
        m_count = int(m_session->lines().size());
        notePods(0, m_count);
        endResetModel();
    });
}

void LogModel::notePods(int first, int count)
{
    for (int i = first; i < first + count; ++i) {
        const QString &pod = m_session->lines()[size_t(i)].pod;
        if (!m_pods.contains(pod))
            m_pods.insert(pod, int(m_pods.size()));
    }
}

const session::LogLine &LogModel::line(int row) const
{
    return m_session->lines()[size_t(row)];
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_count;
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || size_t(index.row()) >= m_session->lines().size())
        return {};
    const session::LogLine &at = line(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return at.text;
    case TimeRole:
        return at.time;
    case PodRole:
        return at.pod;
    case ContainerRole:
        return at.container;
    case PodIndexRole:
        return podIndex(at.pod);
    default:
        return {};
    }
}

} // namespace sluice::models
