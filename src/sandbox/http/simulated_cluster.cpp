// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/http/simulated_cluster.h"

namespace sluice::sandbox {
namespace {

/// The resources have to be known before the store's first user asks for them.
ResourceRegistry &filled(ResourceRegistry &registry)
{
    addBuiltInResources(registry);
    return registry;
}

} // namespace

SimulatedCluster::SimulatedCluster(const QDateTime &start, std::uint64_t seed, const std::vector<User> &users)
    : m_clock(start)
    , m_store(filled(m_registry), m_clock, seed)
    , m_api(m_store, m_logs)
{
    for (const User &user : users)
        m_api.addUser(user);
}

void SimulatedCluster::start() { }

void SimulatedCluster::handle(WireRequest request, const std::function<void(WireResponse)> &respond)
{
    HttpResponse answer = m_api.handle(
        {std::move(request.method), std::move(request.target), std::move(request.headers), std::move(request.body)});
    WireResponse response;
    response.status = answer.status;
    response.headers = std::move(answer.headers);
    response.body = std::move(answer.body);
    if (answer.stream) {
        if (const auto seconds = answer.stream->timeoutSeconds())
            response.streamLimit = std::chrono::seconds(*seconds);
        response.stream = std::make_unique<PushedStream>(std::move(answer.stream), m_streams);
    }
    respond(std::move(response));
}

void SimulatedCluster::sendBookmarks()
{
    for (PushedStream *stream : m_streams)
        stream->heartbeat();
}

} // namespace sluice::sandbox
