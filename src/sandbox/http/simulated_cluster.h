// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sandbox/api/api_server.h"
#include "sandbox/eventing/eventing_simulation.h"
#include "sandbox/http/exchange.h"
#include "sandbox/http/pushed_stream.h"
#include "sandbox/knative/simulation.h"
#include "sandbox/store/object_store.h"
#include "sandbox/store/pod_logs.h"
#include "sandbox/store/resource_type.h"
#include "sandbox/store/virtual_clock.h"

#include <QDateTime>
#include <string>
#include <vector>

namespace sluice::sandbox {

/// The cluster itself, put together: time, objects, API server and controllers, without sockets and threads.
/// Everything happens in calls of handle() and in the clock's timers.
class SimulatedCluster {
public:
    SimulatedCluster(const QDateTime &start, std::uint64_t seed, const std::vector<User> &users);
    SimulatedCluster(const SimulatedCluster &) = delete;
    SimulatedCluster &operator=(const SimulatedCluster &) = delete;

    [[nodiscard]] VirtualClock &clock() { return m_clock; }
    /// host:port under which clients reach it.
    void setAddress(const std::string &address) { m_api.setAddress(address); }
    /// Installs Knative and lets the controllers begin. Watches can start from there, not from before.
    void start();
    /// Watches from before now must list again.
    void forgetHistory();
    /// Load and faults.
    [[nodiscard]] KnativeSimulation &knative() { return m_knative; }

    void handle(WireRequest request, const std::function<void(WireResponse)> &respond);
    /// Lets every watch that wants bookmarks send one.
    void sendBookmarks();

private:
    VirtualClock m_clock;
    ResourceRegistry m_registry;
    ObjectStore m_store;
    PodLogs m_logs;
    KnativeSimulation m_knative;
    EventingSimulation m_eventing;
    ApiServer m_api;
    PushedStream::Registry m_streams;
};

} // namespace sluice::sandbox
