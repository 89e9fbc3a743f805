// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/store/watch_log.h"

#include <algorithm>

namespace sluice::sandbox {

WatchLog::WatchLog(size_t capacity)
    : m_capacity(capacity)
{
}

void WatchLog::append(StoreEvent event)
{
    m_events.push_back(std::move(event));
    while (m_events.size() > m_capacity) {
        m_oldestStart = m_events.front().version;
        m_events.pop_front();
    }
}

void WatchLog::compact(std::uint64_t version)
{
    while (!m_events.empty() && m_events.front().version <= version)
        m_events.pop_front();
    m_oldestStart = std::max(m_oldestStart, version);
}

std::vector<StoreEvent> WatchLog::since(std::uint64_t version) const
{
    const auto first =
        std::upper_bound(m_events.begin(), m_events.end(), version,
                         [](std::uint64_t v, const StoreEvent &event) { return v < event.version; });
    return {first, m_events.end()};
}

} // namespace sluice::sandbox
