// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/log_model.h"

namespace sluice::models {

using session::LogsSession;

void LogModel::setSession(LogsSession *session)
{
    const auto startOver = [this] {
        beginResetModel();
        m_pods.clear();
        m_lines.clear();
        if (m_session)
            take(0, int(m_session->lines().size()));
        endResetModel();
    };
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    startOver();
    if (!session)
        return;
    connect(session, &LogsSession::restarted, this, startOver);
    connect(session, &LogsSession::linesAppended, this, [this](int first, int count) {
        if (count <= 0)
            return;
        const int end = int(m_lines.size());
        beginInsertRows({}, end, end + count - 1);
        take(first, count);
        endInsertRows();
    });
    connect(session, &LogsSession::linesDropped, this, [this](int count) {
        const int dropped = std::min(count, int(m_lines.size()));
        if (dropped <= 0)
            return;
        beginRemoveRows({}, 0, dropped - 1);
        m_lines.erase(m_lines.begin(), m_lines.begin() + dropped);
        endRemoveRows();
    });
}

void LogModel::take(int first, int count)
{
    const std::vector<session::LogLine> &source = m_session->lines();
    for (int i = first; i < first + count; ++i) {
        m_lines.push_back(source[size_t(i)]);
        if (!m_pods.contains(source[size_t(i)].pod))
            m_pods.insert(source[size_t(i)].pod, int(m_pods.size()));
    }
}

const session::LogLine &LogModel::line(int row) const
{
    return m_lines[size_t(row)];
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
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
