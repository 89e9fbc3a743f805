// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/net/decorators.h"

namespace sluice::kube {

namespace {

constexpr int maxRetries = 10;
constexpr int maxWaitSeconds = 60;

/// Milliseconds to wait before sending again, or nothing when the answer stands.
std::optional<int> waitBeforeRetry(int status, const Headers &headers)
{
    if (status != 429 && status < 500)
        return std::nullopt;
    bool ok = false;
    const int seconds = headers.value("Retry-After").trimmed().toInt(&ok);
    if (!ok || seconds < 0)
        return std::nullopt;
    return std::min(seconds, maxWaitSeconds) * 1000;
}

base::Task<Response> sendWithRetry(std::shared_ptr<Transport> inner, std::shared_ptr<base::Timers> timers,
                                   Request request, std::stop_token stop)
{
    for (int attempt = 0;; ++attempt) {
        base::Result<Response> response = co_await inner->send(request, stop);
        if (!response || attempt == maxRetries)
            co_return response;
        const std::optional<int> wait = waitBeforeRetry(response->status, response->headers);
        if (!wait)
            co_return response;
        const base::Result<void> waited = co_await base::sleepFor(timers, *wait, stop);
        if (!waited)
            co_return tl::unexpected(waited.error());
    }
}

base::Task<std::shared_ptr<ResponseStream>> openWithRetry(std::shared_ptr<Transport> inner,
                                                          std::shared_ptr<base::Timers> timers,
                                                          Request request, std::stop_token stop)
{
    for (int attempt = 0;; ++attempt) {
        base::Result<std::shared_ptr<ResponseStream>> stream = co_await inner->open(request, stop);
        if (!stream || attempt == maxRetries)
            co_return stream;
        const std::optional<int> wait = waitBeforeRetry((*stream)->status(), (*stream)->headers());
        if (!wait)
            co_return stream;
        stream->reset();
        const base::Result<void> waited = co_await base::sleepFor(timers, *wait, stop);
        if (!waited)
            co_return tl::unexpected(waited.error());
    }
}

class RetryTransport final : public Transport {
public:
    RetryTransport(std::shared_ptr<Transport> inner, std::shared_ptr<base::Timers> timers)
        : m_inner(std::move(inner))
        , m_timers(std::move(timers))
    {
    }
    base::Task<Response> send(Request request, std::stop_token stop) override
    {
        return sendWithRetry(m_inner, m_timers, std::move(request), std::move(stop));
    }
    base::Task<std::shared_ptr<ResponseStream>> open(Request request, std::stop_token stop) override
    {
        return openWithRetry(m_inner, m_timers, std::move(request), std::move(stop));
    }

private:
    std::shared_ptr<Transport> m_inner;
    std::shared_ptr<base::Timers> m_timers;
};

} // namespace

std::shared_ptr<Transport> withRetry(std::shared_ptr<Transport> inner, std::shared_ptr<base::Timers> timers)
{
    return std::make_shared<RetryTransport>(std::move(inner), std::move(timers));
}

} // namespace sluice::kube
