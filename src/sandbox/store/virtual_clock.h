// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDateTime>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace sluice::sandbox {

/// Virtual time and what is due in it. Used only in the sandbox's thread.
class Scheduler {
public:
    using TimerId = std::uint64_t;
    virtual ~Scheduler() = default;
    /// Virtual now in UTC, millisecond resolution.
    [[nodiscard]] virtual QDateTime now() const = 0;
    /// Runs \a callback once, \a milliseconds of virtual time from now (0 or less: at the next advance).
    virtual TimerId after(qint64 milliseconds, std::function<void()> callback) = 0;
    /// Forgets a timer; unknown and finished ids are ignored.
    virtual void cancel(TimerId id) = 0;
};

/// Stands still until it is advanced. Timers run in order of their time, then of their making, and each sees
/// its own time as now(); the same seed and calls therefore give the same run.
class VirtualClock final : public Scheduler {
public:
    explicit VirtualClock(QDateTime start);
    [[nodiscard]] QDateTime now() const override { return m_start.addMSecs(m_elapsed); }
    TimerId after(qint64 milliseconds, std::function<void()> callback) override;
    void cancel(TimerId id) override;

    /// Moves time on and runs everything that falls due, also what falls due by running it. Not re-entrant.
    void advance(qint64 milliseconds);
    /// Runs what is due now without moving time.
    void runDue() { advance(0); }
    /// Milliseconds until the next timer; 0 when one is due, nothing when there is none.
    [[nodiscard]] std::optional<qint64> nextDueIn() const;
    /// Moves to the next timer and runs what is due there; false when there was none.
    bool step();

private:
    QDateTime m_start;
    qint64 m_elapsed = 0;
    TimerId m_lastId = 0;
    std::map<std::pair<qint64, TimerId>, std::function<void()>> m_timers;
    std::map<TimerId, qint64> m_dueById;
};

/// "2026-11-23T01:32:12Z", as metav1.Time is written.
[[nodiscard]] std::string rfc3339(const QDateTime &time);
/// "2026-11-23T01:32:12.345000Z", as metav1.MicroTime is written.
[[nodiscard]] std::string rfc3339Micro(const QDateTime &time);
/// Invalid when \a text is no RFC 3339 time.
[[nodiscard]] QDateTime parseRfc3339(const std::string &text);

} // namespace sluice::sandbox
