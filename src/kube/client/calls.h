// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kube/client/api_client.h"
#include "kube/core/turns.h"

// Private to this folder: the coroutines behind ApiClient. They own all they use.
namespace sluice::kube {

struct ApiClient::Shared {
    std::shared_ptr<Transport> transport;
    std::shared_ptr<base::WorkerPool> pool;
    QString name;
    int requestTimeoutMs = 30000;
    DecodeLimits limits;
    std::shared_ptr<const Discovery> discovery; ///< null until read
    quint64 discoveryCount = 0; ///< how often it was read
    std::shared_ptr<Turns> discoveryTurns = Turns::make();
};

namespace calls {

using SharedPtr = std::shared_ptr<ApiClient::Shared>;

/// Sends and turns a refusal into its ApiStatus; a redirect into a Transport error.
[[nodiscard]] base::Task<Response> send(SharedPtr shared, Request request, std::stop_token stop);
/// Opens a stream; a refusal's body is read and becomes its ApiStatus.
[[nodiscard]] base::Task<std::shared_ptr<ResponseStream>> open(SharedPtr shared, Request request,
                                                               std::stop_token stop);
/// Sends and reads the answer as one object.
[[nodiscard]] base::Task<ObjectAnswer> object(SharedPtr shared, Request request, std::stop_token stop);
[[nodiscard]] base::Task<ListAnswer> list(SharedPtr shared, Request request, std::stop_token stop);
[[nodiscard]] base::Task<ListText> listText(SharedPtr shared, Request request, std::stop_token stop);
/// A list's text as a page, on the pool when it is long.
[[nodiscard]] base::Task<ListPage> decodePage(SharedPtr shared, QByteArray body, QString source,
                                              std::stop_token stop);

[[nodiscard]] base::Task<std::shared_ptr<const Discovery>> discover(SharedPtr shared, bool refresh,
                                                                    std::stop_token stop);
[[nodiscard]] base::Task<ApiResource> resource(SharedPtr shared, Gvk gvk, std::stop_token stop);

/// "host GET /path", as errors name it.
[[nodiscard]] QString sourceOf(const ApiClient::Shared &shared, const Request &request);

} // namespace calls

} // namespace sluice::kube
