// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/knative/controller.h"

#include "base/json.h"
#include "sandbox/knative/fields.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace sluice::sandbox {

Controller::Controller(Cluster &cluster, std::string name, qint64 latency)
    : m_cluster(cluster)
    , m_name(std::move(name))
    , m_latency(latency)
{
}

Controller::~Controller()
{
    for (const auto &[key, item] : m_items)
        m_cluster.scheduler.cancel(item.timer);
}

void Controller::enqueueAfter(const Key &key, qint64 delay)
{
    Item &item = m_items[key];
    if (item.busy && delay == 0) {
        item.again = true;
        return;
    }
    const qint64 due = m_cluster.nowMs() + m_latency + delay;
    if (item.waiting && item.due <= due)
        return;
    if (item.busy) {
        // An appointment made during the pass, by the pass itself: kept apart from its end.
        m_cluster.scheduler.after(m_latency + delay, [this, key, alive = std::weak_ptr(m_alive)] {
            if (alive.lock())
                enqueue(key);
        });
        return;
    }
    if (item.waiting)
        m_cluster.scheduler.cancel(item.timer);
    item.waiting = true;
    item.due = due;
    item.timer = m_cluster.scheduler.after(m_latency + delay, [this, key] { run(key); });
}

void Controller::run(const Key &key)
{
    Item &item = m_items[key];
    item.waiting = false;
    item.busy = true;
    Pass pass;
    reconcile(key, pass);
    const qint64 cost = pass.m_writes * m_cluster.options.writeCost;
    if (cost == 0) {
        finish(key, std::move(pass));
        return;
    }
    item.timer = m_cluster.scheduler.after(cost, [this, key, pass = std::move(pass)] { finish(key, pass); });
}

void Controller::finish(const Key &key, Pass pass)
{
    for (const auto &commit : pass.m_commits)
        commit();
    Item &item = m_items[key];
    item.busy = false;
    item.timer = 0;
    const bool again = std::exchange(item.again, false);
    if (pass.m_retry) {
        constexpr qint64 first = 200;
        constexpr qint64 longest = 300000;
        const qint64 delay = std::min(longest, first << std::min(item.failures, 12));
        ++item.failures;
        enqueueAfter(key, delay);
    } else {
        item.failures = 0;
        if (again)
            enqueue(key);
    }
    forgetIdle(key);
}

void Controller::forgetIdle(const Key &key)
{
    const auto found = m_items.find(key);
    if (found != m_items.end() && !found->second.waiting && !found->second.busy
        && found->second.failures == 0)
        m_items.erase(found);
}

void Controller::enqueueOwner(const base::Json &object, std::string_view kind)
{
    const base::Json &owner = controllerOf(object);
    if (!owner.is_null() && text(owner, {"kind"}) == kind)
        enqueue({namespaceOf(object), text(owner, {"name"})});
}

Key Controller::keyOf(const base::Json &object)
{
    return {namespaceOf(object), nameOf(object)};
}

} // namespace sluice::sandbox
