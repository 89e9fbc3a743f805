// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/process_runner.h"
#include "kube/core/transport.h"
#include "kube/net/decorators.h"
#include "kube/net/network_transport.h"
#include "support/kube/pending.h"

#include <QCoroTask>
#include <optional>
#include <vector>

namespace sluice::test {

/// Passes on, and keeps what the server answered.
class CountingTransport final : public kube::Transport {
public:
    explicit CountingTransport(std::shared_ptr<kube::Transport> inner)
        : m_inner(std::move(inner))
    {
    }
    size_t sent = 0;
    std::vector<int> statuses;
    int lastRetryAfter = 0; ///< seconds; of the latest 429

    base::Task<kube::Response> send(kube::Request request, std::stop_token stop) override
    {
        ++sent;
        base::Result<kube::Response> answer = co_await m_inner->send(std::move(request), std::move(stop));
        if (answer)
            note(answer->status, answer->headers);
        co_return answer;
    }
    base::Task<std::shared_ptr<kube::ResponseStream>> open(kube::Request request,
                                                           std::stop_token stop) override
    {
        ++sent;
        base::Result<std::shared_ptr<kube::ResponseStream>> answer =
            co_await m_inner->open(std::move(request), std::move(stop));
        if (answer)
            note((*answer)->status(), (*answer)->headers());
        co_return answer;
    }

private:
    void note(int status, const kube::Headers &headers)
    {
        statuses.push_back(status);
        if (status == 429)
            lastRetryAfter = headers.value("Retry-After").toInt();
    }
    std::shared_ptr<kube::Transport> m_inner;
};

/// Passes on, and counts the programs that were run.
class CountingRunner final : public base::ProcessRunner {
public:
    explicit CountingRunner(std::shared_ptr<base::ProcessRunner> inner)
        : m_inner(std::move(inner))
    {
    }
    int runs = 0;
    base::Task<base::ProcessOutput> run(base::ProcessRequest request, std::stop_token stop) override
    {
        ++runs;
        return m_inner->run(std::move(request), std::move(stop));
    }
    QString find(const QString &program) const override { return m_inner->find(program); }

private:
    std::shared_ptr<base::ProcessRunner> m_inner;
};

} // namespace sluice::test
