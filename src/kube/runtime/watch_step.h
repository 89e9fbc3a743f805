// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"

#include <QString>
#include <functional>
#include <optional>
#include <variant>

namespace sluice::kube {

/// Numbers of the watch contract.
struct WatcherSettings {
    int firstPageSize = 50; ///< a screenful, so that there are rows soon; at most pageSize
    int pageSize = 500;
    int minTimeoutSeconds = 300; ///< each watch asks for a random time between these
    int maxTimeoutSeconds = 600;
    int bookmarkPeriodMs = 60000; ///< how often a server sends bookmarks (kube-apiserver: every minute)
    int silencePercent = 250; ///< of the period: silence after which a stream with bookmarks counts as dead
    int graceMs = 30000; ///< beyond the time it asked for: silence after which any stream counts as dead
    int minBackoffMs = 800; ///< doubles with each failure in a row up to the maximum, plus up to 100 % jitter
    int maxBackoffMs = 30000;
};

enum class WatcherPhase { Listing, Watching, Backoff, Stopped };

/// All that a watcher remembers; only step() changes it.
struct WatcherState {
    WatcherPhase phase = WatcherPhase::Listing;
    QString resourceVersion; ///< of the list or the last event of the watch; never a list item's
    QString continueToken; ///< of the page to ask for next; empty: the first
    bool listed = false; ///< the list is complete: what follows is a watch
    bool streamSpoke = false; ///< the present stream has sent something
    bool bookmarkSeen = false; ///< on the present stream
    int timeoutSeconds = 0; ///< after which the server should end the present stream
    int failures = 0; ///< in a row, without an event or bookmark in between
    bool operator==(const WatcherState &) const = default;
};

// What happened.
struct WatcherStarted { };
struct PageListed {
    QString resourceVersion;
    QString continueToken;
};
struct ListFailed {
    base::Error error;
};
struct WatchOpened { };
/// Could not be opened, broke, or sent what cannot be read.
struct WatchFailed {
    base::Error error;
};
struct EventSeen {
    QString resourceVersion;
    bool bookmark = false;
};
struct ErrorEventSeen {
    base::ApiStatus status;
};
struct WatchEnded { }; ///< the server ended it, as it does at its timeout
struct WatchSilent { }; ///< the time of ReadWatch passed without a byte
struct BackoffOver { };
struct StopRequested { };
using WatcherInput = std::variant<WatcherStarted, PageListed, ListFailed, WatchOpened, WatchFailed, EventSeen,
                                  ErrorEventSeen, WatchEnded, WatchSilent, BackoffOver, StopRequested>;

// What to do next.
struct ListNextPage {
    int limit = 0;
    QString continueToken;
    bool first = false; ///< a relist begins
};
struct OpenWatch {
    QString resourceVersion;
    int timeoutSeconds = 0;
};
struct ReadWatch {
    int silenceMs = 0; ///< without a byte for so long the stream counts as dead
};
struct WaitBackoff {
    int milliseconds = 0;
};
struct Halt { };
using WatcherAction = std::variant<ListNextPage, OpenWatch, ReadWatch, WaitBackoff, Halt>;

/// What readers should know about it.
struct WatcherNews {
    bool listComplete = false; ///< the relist that began with the first page is complete
    bool listAbandoned = false; ///< what began with a first page will begin again
    bool live = false; ///< complete and watching
    std::optional<base::Error> trouble; ///< it stopped being so
};

struct WatcherStep {
    WatcherAction action;
    WatcherNews news;
};

/// True when the server, or who knows the credentials, said no: what is shown may not be read any more, and trying
/// again helps only once somebody has changed something.
[[nodiscard]] bool isRefusal(const base::Error &error);

/// A number in [0, bound).
using RandomBelow = std::function<int(int bound)>;

/// The whole behaviour of a watcher, without sockets, timers or threads: from the state and what happened to the one
/// next action. 410 leads to a relist; 429, 5xx and a server that cannot be reached to a backoff that keeps the place
/// (page or version); what is refused or cannot be read to a backoff and a relist.
[[nodiscard]] WatcherStep step(WatcherState &state, const WatcherInput &input,
                               const WatcherSettings &settings, const RandomBelow &random);

} // namespace sluice::kube
