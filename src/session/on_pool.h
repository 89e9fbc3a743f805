// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/offload.h"

#include <QtDebug>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace sluice::session {

/// Awaits \a function, a pure function of what it captured by value: on \a pool, or in place where that is null (the command line
/// and tests). The coroutine continues in its own thread.
template <typename Function>
QCoro::Task<std::invoke_result_t<Function>> onPool(std::shared_ptr<base::WorkerPool> pool, Function function)
{
    if (!pool) {
        auto value = function();
        co_return value;
    }
    auto value = co_await base::offload(*pool, std::move(function));
    co_return value;
}

/// Pure work that is asked for again and again, of which only the newest counts: one piece runs at a time, of those asked for
/// meanwhile only the last one runs, and a result is told only when nothing was asked for or dropped since. Lives in one thread;
/// its end drops what runs. Without a pool the work is done at once, in place.
template <typename T> class LatestWork {
public:
    using Work = std::function<T()>;
    using Done = std::function<void(T)>;

    explicit LatestWork(std::shared_ptr<base::WorkerPool> pool)
        : m_pool(std::move(pool))
    {
    }
    LatestWork(const LatestWork &) = delete;
    LatestWork &operator=(const LatestWork &) = delete;

    /// \a work runs on the pool, \a done in this thread.
    void ask(Work work, Done done)
    {
        ++m_state->serial;
        if (!m_pool) {
            done(work());
            return;
        }
        m_state->next = Job{std::move(work), std::move(done), m_state->serial};
        if (!std::exchange(m_state->running, true))
            run(m_pool, m_state);
    }

    /// What was asked for is not wanted any more.
    void drop()
    {
        ++m_state->serial;
        m_state->next.reset();
    }

private:
    struct Job {
        Work work;
        Done done;
        quint64 serial = 0;
    };
    struct State {
        std::optional<Job> next;
        quint64 serial = 0;
        bool running = false;
    };

    static QCoro::Task<void> run(std::shared_ptr<base::WorkerPool> pool, std::weak_ptr<State> weak)
    {
        for (;;) {
            Job job;
            if (!takeNext(weak, job))
                co_return;
            auto value = co_await base::offload(*pool, std::move(job.work));
            if (!isWanted(weak, job.serial))
                continue;
            try {
                job.done(std::move(value));
            } catch (const std::exception &error) { // must not keep what is asked for next from running
                qCritical("A result could not be taken: %s", error.what());
            }
        }
    }
    static bool takeNext(const std::weak_ptr<State> &weak, Job &job)
    {
        const std::shared_ptr<State> state = weak.lock();
        if (!state)
            return false;
        state->running = state->next.has_value();
        if (state->running)
            job = *std::exchange(state->next, std::nullopt);
        return state->running;
    }
    static bool isWanted(const std::weak_ptr<State> &weak, quint64 serial)
    {
        const std::shared_ptr<State> state = weak.lock();
        return state && state->serial == serial;
    }

    std::shared_ptr<base::WorkerPool> m_pool;
    std::shared_ptr<State> m_state = std::make_shared<State>();
};

} // namespace sluice::session
