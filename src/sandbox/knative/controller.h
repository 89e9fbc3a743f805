// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sandbox/knative/cluster.h"

#include <compare>
#include <functional>
#include <map>
#include <memory>
#include <string>

namespace sluice::sandbox {

/// Namespace and name.
struct Key {
    std::string nameSpace;
    std::string name;
    auto operator<=>(const Key &) const = default;
};

/// One pass over one object. Children are written at once; what the pass says about the object itself is written when
/// the time that these writes take is over, as a real controller's status comes after its children.
class Pass {
public:
    /// Another write to some child was made.
    void wrote(int count = 1) { m_writes += count; }
    /// Runs at the end of the pass.
    void finally(std::function<void()> commit) { m_commits.push_back(std::move(commit)); }
    /// The pass failed: the key comes again after a growing while.
    void retry() { m_retry = true; }

private:
    friend class Controller;
    int m_writes = 0;
    bool m_retry = false;
    std::vector<std::function<void()>> m_commits;
};

/// A work queue with one worker for each key: an object that changes while it is waiting is looked at once, one that
/// changes while it is looked at, once more afterwards. Runs on the cluster's scheduler.
class Controller {
public:
    /// \a latency: milliseconds from a change to the look at it.
    Controller(Cluster &cluster, std::string name, qint64 latency);
    virtual ~Controller();
    Controller(const Controller &) = delete;
    Controller &operator=(const Controller &) = delete;

    void enqueue(const Key &key) { enqueueAfter(key, 0); }
    /// \a delay on top of the latency. An earlier appointment stays.
    void enqueueAfter(const Key &key, qint64 delay);
    /// A change of something that may concern this controller.
    virtual void observe(const StoreEvent &event) = 0;
    [[nodiscard]] const std::string &name() const { return m_name; }

protected:
    virtual void reconcile(const Key &key, Pass &pass) = 0;

    /// Queues the controller of \a object when it is a \a kind.
    void enqueueOwner(const base::Json &object, std::string_view kind);
    static Key keyOf(const base::Json &object);
    Cluster &m_cluster;

private:
    struct Item {
        Scheduler::TimerId timer = 0;
        qint64 due = 0;
        bool waiting = false;
        bool busy = false;
        bool again = false;
        int failures = 0;
    };
    void run(const Key &key);
    void finish(const Key &key, Pass pass);
    void forgetIdle(const Key &key);

    std::string m_name;
    qint64 m_latency;
    std::map<Key, Item> m_items;
    std::shared_ptr<char> m_alive = std::make_shared<char>(); ///< gone with this
};

} // namespace sluice::sandbox
