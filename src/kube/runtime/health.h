// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "base/error.h"

#include <QHash>
#include <QObject>
#include <memory>
#include <optional>

namespace sluice::kube {

/// Whether a connection works, put together from the reports of its watchers.
class ConnectionHealth final : public QObject {
    Q_OBJECT
public:
    enum class State { Unknown, Connected, Degraded, Disconnected };

    explicit ConnectionHealth(std::shared_ptr<const base::Clock> clock, QObject *parent = nullptr);

    /// Unknown before the first report; Connected when every reporter is well; Disconnected when none is.
    [[nodiscard]] State state() const { return m_state; }
    /// UTC; since when it is in this state.
    [[nodiscard]] QDateTime since() const { return m_since; }
    /// The latest trouble of a reporter that still has it.
    [[nodiscard]] std::optional<base::Error> trouble() const;

    /// \a reporter: any id that stays the same, such as the watched kind and namespace.
    void report(const QString &reporter, std::optional<base::Error> trouble);
    void forget(const QString &reporter);

Q_SIGNALS:
    void changed();

private:
    void update();
    std::shared_ptr<const base::Clock> m_clock;
    struct Report {
        std::optional<base::Error> trouble;
        qint64 order = 0;
    };
    QHash<QString, Report> m_reports;
    qint64 m_order = 0;
    State m_state = State::Unknown;
    QDateTime m_since;
};

} // namespace sluice::kube
