// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/task.h"
#include "kube/core/request.h"

#include <memory>

namespace sluice::kube {

/// A whole answer. Redirects are not followed: they arrive here as they are.
struct Response {
    int status = 0;
    Headers headers;
    QByteArray body;
};

/// An answer that arrives piece by piece. Dropping it aborts the request.
class ResponseStream {
public:
    virtual ~ResponseStream() = default;
    [[nodiscard]] virtual int status() const = 0;
    [[nodiscard]] virtual const Headers &headers() const = 0;
    /// The bytes that have arrived since the last call, waiting for some; empty when the answer is complete. One
    /// call at a time. Errors: Transport, Tls, Cancelled.
    [[nodiscard]] virtual base::Task<QByteArray> next(std::stop_token stop) = 0;
};

/// Carries requests to one server. Any HTTP status is an answer, not an error. Decorators add one job each
/// (authorization, retry, headers). Errors: Transport, Tls, Auth, Timeout, Cancelled.
class Transport {
public:
    virtual ~Transport() = default;
    [[nodiscard]] virtual base::Task<Response> send(Request request, std::stop_token stop) = 0;
    /// Ends when the header of the answer is there.
    [[nodiscard]] virtual base::Task<std::shared_ptr<ResponseStream>> open(Request request,
                                                                           std::stop_token stop) = 0;
};

} // namespace sluice::kube
