// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDateTime>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace sluice::sandbox {

/// One line of a container's output, without its newline.
struct LogLine {
    QDateTime time; ///< virtual
    std::string text; ///< UTF-8
};

/// What the containers of the cluster's pods have written. Each container keeps its run and the one before it.
/// Used only in the sandbox's thread.
class PodLogs {
public:
    using FollowId = std::uint64_t;
    /// Gets each new line; nullptr once, when the container has ended or the pod is gone. May unfollow.
    using Follower = std::function<void(const LogLine *)>;

    /// Lines kept per run; older ones are dropped.
    static constexpr size_t maximumLines = 10000;

    void append(std::string_view nameSpace, std::string_view pod, std::string_view container, LogLine line);
    /// The container starts again: its lines become those of the previous run; followers are told that it ended.
    void restart(std::string_view nameSpace, std::string_view pod, std::string_view container);
    /// The pod is gone: forgets its lines and ends its followers.
    void drop(std::string_view nameSpace, std::string_view pod);

    [[nodiscard]] std::vector<LogLine> read(std::string_view nameSpace, std::string_view pod,
                                            std::string_view container, bool previous = false) const;
    [[nodiscard]] bool hasPrevious(std::string_view nameSpace, std::string_view pod,
                                   std::string_view container) const;

    FollowId follow(std::string_view nameSpace, std::string_view pod, std::string_view container,
                    Follower follower);
    void unfollow(FollowId id);

private:
    using Key = std::tuple<std::string, std::string, std::string>; // namespace, pod, container
    struct Container {
        std::deque<LogLine> lines;
        std::deque<LogLine> previous;
        bool restarted = false;
    };
    struct Following {
        Key key;
        Follower follower;
    };
    void tell(const Key &key, const LogLine *line);

    std::map<Key, Container> m_containers;
    std::map<FollowId, Following> m_followers;
    FollowId m_lastFollow = 0;
};

} // namespace sluice::sandbox
