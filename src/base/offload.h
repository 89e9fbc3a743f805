// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/mailbox.h"

#include <QCoroTask>
#include <QFuture>
#include <condition_variable>
#include <coroutine>
#include <deque>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

namespace sluice::base {

/// A few threads of our own for pure functions. Jobs still queued at destruction are dropped.
class WorkerPool {
public:
    explicit WorkerPool(int threads = 0); ///< 0: one fewer than the cores, at least one
    ~WorkerPool();
    WorkerPool(const WorkerPool &) = delete;
    WorkerPool &operator=(const WorkerPool &) = delete;
    void run(std::function<void()> job);

private:
    void work();
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_jobs;
    bool m_stopping = false;
    std::vector<std::thread> m_threads;
};

/// Awaits \a function, a pure function of what it captured by value, run on the pool; the coroutine continues
/// in the thread that awaited.
template <typename Function> class Offload {
public:
    using Value = std::invoke_result_t<Function>;
    Offload(WorkerPool &pool, Function function)
        : m_pool(pool)
        , m_function(std::move(function))
    {
    }
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> handle)
    {
        auto state = std::make_shared<State>();
        m_state = state;
        auto *mailbox = new Mailbox<std::optional<Value>>([state, handle](std::optional<Value> value) {
            state->value = std::move(value);
            state->mailbox->deleteLater();
            handle.resume();
        });
        state->mailbox = mailbox;
        m_pool.run([mailbox, function = std::move(m_function)]() mutable { mailbox->post(function()); });
    }
    Value await_resume() { return std::move(*m_state->value); }

private:
    struct State {
        std::optional<Value> value;
        QObject *mailbox = nullptr;
    };
    WorkerPool &m_pool;
    Function m_function;
    std::shared_ptr<State> m_state;
};
template <typename Function> Offload<Function> offload(WorkerPool &pool, Function function)
{
    return Offload<Function>(pool, std::move(function));
}

} // namespace sluice::base
