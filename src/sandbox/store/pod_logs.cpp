// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/store/pod_logs.h"

namespace sluice::sandbox {

namespace {
std::tuple<std::string, std::string, std::string> keyOf(std::string_view nameSpace, std::string_view pod,
                                                        std::string_view container)
{
    return {std::string(nameSpace), std::string(pod), std::string(container)};
}
} // namespace

void PodLogs::append(std::string_view nameSpace, std::string_view pod, std::string_view container,
                     LogLine line)
{
    const Key key = keyOf(nameSpace, pod, container);
    std::deque<LogLine> &lines = m_containers[key].lines;
    lines.push_back(line);
    if (lines.size() > maximumLines)
        lines.pop_front();
    tell(key, &line);
}

void PodLogs::restart(std::string_view nameSpace, std::string_view pod, std::string_view container)
{
    const Key key = keyOf(nameSpace, pod, container);
    Container &state = m_containers[key];
    state.previous = std::exchange(state.lines, {});
    state.restarted = true;
    tell(key, nullptr);
}

void PodLogs::drop(std::string_view nameSpace, std::string_view pod)
{
    std::vector<Key> gone;
    for (const auto &[id, following] : m_followers) {
        if (std::get<0>(following.key) == nameSpace && std::get<1>(following.key) == pod)
            gone.push_back(following.key);
    }
    for (auto it = m_containers.begin(); it != m_containers.end();) {
        if (std::get<0>(it->first) == nameSpace && std::get<1>(it->first) == pod)
            it = m_containers.erase(it);
        else
            ++it;
    }
    for (const Key &key : gone)
        tell(key, nullptr);
}

std::vector<LogLine> PodLogs::read(std::string_view nameSpace, std::string_view pod,
                                   std::string_view container, bool previous) const
{
    const auto found = m_containers.find(keyOf(nameSpace, pod, container));
    if (found == m_containers.end())
        return {};
    const std::deque<LogLine> &lines = previous ? found->second.previous : found->second.lines;
    return {lines.begin(), lines.end()};
}

bool PodLogs::hasPrevious(std::string_view nameSpace, std::string_view pod, std::string_view container) const
{
    const auto found = m_containers.find(keyOf(nameSpace, pod, container));
    return found != m_containers.end() && found->second.restarted;
}

PodLogs::FollowId PodLogs::follow(std::string_view nameSpace, std::string_view pod,
                                  std::string_view container, Follower follower)
{
    const FollowId id = ++m_lastFollow;
    m_followers.emplace(id, Following{keyOf(nameSpace, pod, container), std::move(follower)});
    return id;
}

void PodLogs::unfollow(FollowId id)
{
    m_followers.erase(id);
}

void PodLogs::tell(const Key &key, const LogLine *line)
{
    // Followers may leave while they are told, so only ids are kept across calls.
    std::vector<FollowId> ids;
    for (const auto &[id, following] : m_followers) {
        if (following.key == key)
            ids.push_back(id);
    }
    for (const FollowId id : ids) {
        const auto found = m_followers.find(id);
        if (found == m_followers.end())
            continue;
        const Follower follower = found->second.follower;
        if (!line)
            m_followers.erase(found);
        follower(line);
    }
}

} // namespace sluice::sandbox
