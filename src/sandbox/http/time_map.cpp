// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/http/time_map.h"

#include <algorithm>
#include <cmath>

namespace sluice::sandbox {

TimeMap::TimeMap(const base::Clock &clock, const QDateTime &start, double speed, bool paused)
    : m_clock(clock)
    , m_start(start.toUTC())
    , m_realAtAnchor(clock.monotonicMs())
    , m_speed(std::clamp(speed, minimumSpeed, maximumSpeed))
    , m_paused(paused)
{
}

double TimeMap::elapsed() const
{
    return m_paused ? m_virtualAtAnchor
                    : m_virtualAtAnchor + double(m_clock.monotonicMs() - m_realAtAnchor) * m_speed;
}

void TimeMap::anchor()
{
    m_virtualAtAnchor = elapsed();
    m_realAtAnchor = m_clock.monotonicMs();
}

QDateTime TimeMap::now() const
{
    const std::lock_guard lock(m_mutex);
    return m_start.addMSecs(qint64(elapsed()));
}

double TimeMap::speed() const
{
    const std::lock_guard lock(m_mutex);
    return m_speed;
}

bool TimeMap::isPaused() const
{
    const std::lock_guard lock(m_mutex);
    return m_paused;
}

void TimeMap::setPaused(bool paused)
{
    const std::lock_guard lock(m_mutex);
    anchor();
    m_paused = paused;
}

void TimeMap::setSpeed(double factor)
{
    const std::lock_guard lock(m_mutex);
    anchor();
    m_speed = std::clamp(factor, minimumSpeed, maximumSpeed);
}

void TimeMap::shift(qint64 milliseconds)
{
    const std::lock_guard lock(m_mutex);
    m_virtualAtAnchor += double(milliseconds);
}

std::optional<std::chrono::milliseconds> TimeMap::realUntil(qint64 milliseconds) const
{
    const std::lock_guard lock(m_mutex);
    if (m_paused)
        return std::nullopt;
    return std::chrono::milliseconds(qint64(std::ceil(double(std::max<qint64>(milliseconds, 0)) / m_speed)));
}

} // namespace sluice::sandbox
