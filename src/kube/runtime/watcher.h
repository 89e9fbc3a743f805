// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kube/client/api_client.h"
#include "kube/runtime/health.h"
#include "kube/runtime/watch_step.h"

namespace sluice::kube {

/// What is watched: one kind in one namespace (empty: all).
struct WatchTarget {
    Gvk gvk;
    QString nameSpace;
    QString labelSelector;
    QString fieldSelector;
    [[nodiscard]] QString text() const;
};

/// Takes what a watcher reads. All calls come in the watcher's thread, in order, none after it was stopped. A line
/// that cannot be read leads to a list, where the object has its row whatever is wrong with it.
class WatchSink {
public:
    virtual ~WatchSink() = default;
    /// A list begins; what it does not name until listComplete() is gone.
    virtual void listBegins() = 0;
    /// One page. Returns when it is taken in, so that it may work on the pool.
    [[nodiscard]] virtual base::Task<void> page(ListPage page, std::stop_token stop) = 0;
    virtual void listComplete() = 0;
    virtual void listAbandoned() = 0;
    virtual void event(const WatchEvent &event) = 0;
    /// Complete, and changes arrive from now on.
    virtual void live() = 0;
    /// Not so any more; it is being tried again.
    virtual void trouble(const base::Error &error) = 0;
};

/// What a watcher needs from outside, so that tests hold every string.
struct WatcherTools {
    std::shared_ptr<base::Timers> timers;
    RandomBelow random;
    std::shared_ptr<const base::Clock> clock;
    std::shared_ptr<base::WorkerPool> pool; ///< may be null
    std::shared_ptr<ConnectionHealth> health; ///< may be null
};
/// The real ones.
[[nodiscard]] WatcherTools systemWatcherTools(std::shared_ptr<base::WorkerPool> pool,
                                              std::shared_ptr<ConnectionHealth> health);

/// Lists and then watches one kind for as long as it lives, through every kind of interruption (watch_step.h has the
/// rules). Destroying it stops it.
class Watcher final {
public:
    Watcher(ApiClient client, WatchTarget target, std::shared_ptr<WatchSink> sink, WatcherTools tools,
            WatcherSettings settings = {});
    ~Watcher();
    Watcher(const Watcher &) = delete;
    Watcher &operator=(const Watcher &) = delete;

    void start();
    void stop();
    [[nodiscard]] WatcherPhase phase() const;
    /// Ends a backoff now: the user pressed Retry.
    void retryNow();

    struct Shared;

private:
    std::shared_ptr<Shared> m_shared;
};

} // namespace sluice::kube
