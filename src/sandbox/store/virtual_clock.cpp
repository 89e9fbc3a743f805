// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/store/virtual_clock.h"

#include <algorithm>

namespace sluice::sandbox {

VirtualClock::VirtualClock(QDateTime start)
    : m_start(start.toUTC())
{
}

Scheduler::TimerId VirtualClock::after(qint64 milliseconds, std::function<void()> callback)
{
    const TimerId id = ++m_lastId;
    const qint64 due = m_elapsed + std::max<qint64>(0, milliseconds);
    m_timers.emplace(std::pair{due, id}, std::move(callback));
    m_dueById.emplace(id, due);
    return id;
}

void VirtualClock::cancel(TimerId id)
{
    const auto found = m_dueById.find(id);
    if (found == m_dueById.end())
        return;
    m_timers.erase({found->second, id});
    m_dueById.erase(found);
}

void VirtualClock::advance(qint64 milliseconds)
{
    const qint64 target = m_elapsed + std::max<qint64>(0, milliseconds);
    while (!m_timers.empty() && m_timers.begin()->first.first <= target) {
        const auto first = m_timers.begin();
        const auto [due, id] = first->first;
        const std::function<void()> callback = std::move(first->second);
        m_timers.erase(first);
        m_dueById.erase(id);
        m_elapsed = std::max(m_elapsed, due);
        callback();
    }
    m_elapsed = target;
}

std::optional<qint64> VirtualClock::nextDueIn() const
{
    if (m_timers.empty())
        return std::nullopt;
    return std::max<qint64>(0, m_timers.begin()->first.first - m_elapsed);
}

bool VirtualClock::step()
{
    const std::optional<qint64> next = nextDueIn();
    if (!next)
        return false;
    advance(*next);
    return true;
}

std::string rfc3339(const QDateTime &time)
{
    return time.toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ssZ")).toStdString();
}

std::string rfc3339Micro(const QDateTime &time)
{
    return time.toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz000Z")).toStdString();
}

QDateTime parseRfc3339(const std::string &text)
{
    return QDateTime::fromString(QString::fromStdString(text), Qt::ISODateWithMs).toUTC();
}

} // namespace sluice::sandbox
