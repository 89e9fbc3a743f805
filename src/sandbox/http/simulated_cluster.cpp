// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/http/simulated_cluster.h"

#include "base/json.h"
#include "sandbox/http/protobuf_body.h"

#include <QByteArrayView>

namespace sluice::sandbox {
namespace {

/// The resources have to be known before the store's first user asks for them.
ResourceRegistry &filled(ResourceRegistry &registry)
{
    addBuiltInResources(registry);
    return registry;
}

/// Turns a body in Kubernetes' binary form into JSON; what cannot be turned is left for the API server to refuse.
void decodeBody(WireRequest &request)
{
    if (!request.header("Content-Type").starts_with(protobufType))
        return;
    const auto object = decodeProtobuf(request.body);
    if (!object)
        return;
    request.body = base::dump(*object);
    for (auto &[name, value] : request.headers) {
        if (QByteArrayView(name).compare("Content-Type", Qt::CaseInsensitive) == 0)
            value = "application/json";
    }
}

} // namespace

SimulatedCluster::SimulatedCluster(const QDateTime &start, std::uint64_t seed, const std::vector<User> &users)
    : m_clock(start)
    , m_store(filled(m_registry), m_clock, seed)
    , m_knative(m_store, m_clock, m_logs)
    , m_eventing(m_knative)
    , m_api(m_store, m_logs)
{
    m_store.addAdmission(&m_knative.admission());
    m_store.addAdmission(&m_eventing.admission());
    m_store.addAdmission(&m_eventing.bindingAdmission());
    for (const User &user : users)
        m_api.addUser(user);
}

void SimulatedCluster::start()
{
    m_knative.start();
    m_eventing.start();
    forgetHistory();
}

void SimulatedCluster::forgetHistory()
{
    m_store.compact(m_store.version());
}

void SimulatedCluster::handle(WireRequest request, const std::function<void(WireResponse)> &respond)
{
    decodeBody(request);
    HttpResponse answer = m_api.handle({std::move(request.method), std::move(request.target),
                                        std::move(request.headers), std::move(request.body)});
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
