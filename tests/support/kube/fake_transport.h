// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kube/core/transport.h"

#include <QCoroTask>
#include <coroutine>
#include <deque>
#include <functional>

namespace sluice::test {

/// A stream whose bytes the test sends by hand.
class FakeStream final : public kube::ResponseStream {
public:
    struct State {
        std::deque<base::Result<QByteArray>> queue;
        std::coroutine_handle<> waiter;
        bool dropped = false; ///< by its reader

        void push(base::Result<QByteArray> bytes)
        {
            queue.push_back(std::move(bytes));
            if (waiter)
                std::exchange(waiter, {}).resume();
        }
    };

    FakeStream(int status, kube::Headers headers, std::shared_ptr<State> state)
        : m_status(status)
        , m_headers(std::move(headers))
        , m_state(std::move(state))
    {
    }
    ~FakeStream() override { m_state->dropped = true; }
    int status() const override { return m_status; }
    const kube::Headers &headers() const override { return m_headers; }
    base::Task<QByteArray> next(std::stop_token stop) override { return read(m_state, std::move(stop)); }

private:
    struct Wait {
        State *state;
        bool await_ready() const { return !state->queue.empty(); }
        void await_suspend(std::coroutine_handle<> handle) const { state->waiter = handle; }
        void await_resume() const { }
    };
    static base::Task<QByteArray> read(std::shared_ptr<State> state, std::stop_token stop)
    {
        if (stop.stop_requested())
            co_return base::fail(base::Cancelled{});
        const std::stop_callback onStop(stop,
                                        [raw = state.get()] { raw->push(base::fail(base::Cancelled{})); });
        co_await Wait{state.get()};
        base::Result<QByteArray> bytes = std::move(state->queue.front());
        state->queue.pop_front();
        co_return bytes;
    }
    int m_status;
    kube::Headers m_headers;
    std::shared_ptr<State> m_state;
};

/// Answers requests as the test says, keeps a log of them, and hands out streams that the test feeds.
class FakeTransport final : public kube::Transport {
public:
    using Answer = std::function<base::Result<kube::Response>(const kube::Request &)>;

    Answer answer; ///< for send(), and for open() when it is not 2xx
    std::vector<kube::Request> requests;
    std::vector<std::shared_ptr<FakeStream::State>> streams;

    [[nodiscard]] QStringList log() const
    {
        QStringList lines;
        for (const kube::Request &request : requests)
            lines.append(QString::fromLatin1(request.method + ' ' + request.target()));
        return lines;
    }

    base::Task<kube::Response> send(kube::Request request, std::stop_token stop) override
    {
        requests.push_back(request);
        if (stop.stop_requested())
            return give<kube::Response>(base::fail(base::Cancelled{}));
        return give(answer(request));
    }
    base::Task<std::shared_ptr<kube::ResponseStream>> open(kube::Request request,
                                                           std::stop_token stop) override
    {
        using Stream = std::shared_ptr<kube::ResponseStream>;
        requests.push_back(request);
        if (stop.stop_requested())
            return give<Stream>(base::fail(base::Cancelled{}));
        base::Result<kube::Response> response = answer(request);
        if (!response)
            return give<Stream>(tl::unexpected(response.error()));
        auto state = std::make_shared<FakeStream::State>();
        streams.push_back(state);
        if (response->status >= 300) {
            state->push(response->body);
            state->push(QByteArray());
        }
        return give<Stream>(std::make_shared<FakeStream>(response->status, response->headers, state));
    }

private:
    template <typename T> static base::Task<T> give(base::Result<T> result) { co_return result; }
};

} // namespace sluice::test
