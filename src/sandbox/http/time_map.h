// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"

#include <QDateTime>
#include <chrono>
#include <mutex>
#include <optional>

namespace sluice::sandbox {

/// Maps real time to the simulation's: a start, a speed and a pause. Any thread may call any function.
class TimeMap {
public:
    /// \a clock must outlive the map. Virtual time starts at \a start now.
    TimeMap(const base::Clock &clock, const QDateTime &start, double speed, bool paused);

    [[nodiscard]] QDateTime now() const;
    [[nodiscard]] double speed() const;
    [[nodiscard]] bool isPaused() const;
    void setPaused(bool paused);
    /// Virtual seconds per real second, clamped to minimumSpeed … maximumSpeed.
    void setSpeed(double factor);
    /// Moves virtual time by \a milliseconds, backwards too (when the simulation cannot keep up).
    void shift(qint64 milliseconds);
    /// Real time until virtual time has moved by \a milliseconds; nothing while paused.
    [[nodiscard]] std::optional<std::chrono::milliseconds> realUntil(qint64 milliseconds) const;

    static constexpr double minimumSpeed = 0.1;
    static constexpr double maximumSpeed = 600;

private:
    [[nodiscard]] double elapsed() const; ///< virtual milliseconds since the start
    void anchor(); ///< begins a new straight line at now

    const base::Clock &m_clock;
    const QDateTime m_start;
    mutable std::mutex m_mutex;
    double m_virtualAtAnchor = 0; ///< milliseconds since m_start
    qint64 m_realAtAnchor = 0;
    double m_speed = 1;
    bool m_paused = false;
};

} // namespace sluice::sandbox
