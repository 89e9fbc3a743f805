// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/http/simulated_cluster.h"

namespace sluice::sandbox {

SimulatedCluster::SimulatedCluster(const QDateTime &start, std::uint64_t seed)
    : m_clock(start)
    , m_store(m_registry, m_clock, seed)
{
    addBuiltInResources(m_registry);
}

SimulatedCluster::~SimulatedCluster() = default;

void SimulatedCluster::handle(const AccessUser &, WireRequest request,
                              const std::function<void(WireResponse)> &respond)
{
    if (request.target == "/version") {
        return respond({200,
                        {{"Content-Type", "application/json"}},
                        "{\"major\":\"1\",\"minor\":\"34\",\"gitVersion\":\"v1.34.1\"}\n",
                        nullptr});
    }
    respond({404, {{"Content-Type", "text/plain; charset=utf-8"}}, "404 page not found\n", nullptr});
}

void SimulatedCluster::sendBookmarks() { }

} // namespace sluice::sandbox
