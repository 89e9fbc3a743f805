// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/logs_session.h"

#include <QAbstractListModel>
#include <deque>

namespace sluice::models {

/// The lines of a LogsSession in arrival order; grows at the end and loses lines at the front.
class LogModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        TimeRole = Qt::UserRole,
        PodRole,
        ContainerRole,
        PodIndexRole /**< of pods(), for its series */
    };

    using QAbstractListModel::QAbstractListModel;

    /// \a session outlives the model.
    void setSession(session::LogsSession *session);
    [[nodiscard]] const session::LogLine &line(int row) const;
    /// A small number for a pod that stays the same until the session is restarted.
    [[nodiscard]] int podIndex(const QString &pod) const { return m_pods.value(pod, 0); }
    /// The pods that have written a line since the restart.
    [[nodiscard]] int podCount() const { return int(m_pods.size()); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    void take(int first, int count);

    session::LogsSession *m_session = nullptr;
    std::deque<session::LogLine>
        m_lines; ///< shares its texts with the session, which drops lines before it tells
    QHash<QString, int> m_pods;
};

} // namespace sluice::models
