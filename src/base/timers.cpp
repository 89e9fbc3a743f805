// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/timers.h"

#include <QTimer>
#include <coroutine>

namespace sluice::base {

Timers::Handle SystemTimers::after(int milliseconds, std::function<void()> fire)
{
    auto timer = std::shared_ptr<QTimer>(new QTimer, [](QTimer *t) {
        t->stop();
        t->deleteLater(); // the handle may be dropped by what the timer calls
    });
    timer->setSingleShot(true);
    timer->setTimerType(Qt::PreciseTimer);
    // Called through a copy: the handle, and with it this connection, may go while it runs.
    QObject::connect(timer.get(), &QTimer::timeout, timer.get(), [fire = std::move(fire)] {
        const std::function<void()> call = fire;
        call();
    });
    timer->start(milliseconds);
    return Handle(std::move(timer));
}

Timers::Handle ManualTimers::after(int milliseconds, std::function<void()> fire)
{
    auto shared = std::make_shared<std::function<void()>>(std::move(fire));
    m_pending.emplace(m_clock->monotonicMs() + milliseconds, shared);
    return Handle(std::move(shared));
}

void ManualTimers::advance(int milliseconds)
{
    const qint64 until = m_clock->monotonicMs() + milliseconds;
    while (!m_pending.empty() && m_pending.begin()->first <= until) {
        const auto first = m_pending.begin();
        const qint64 due = first->first;
        const std::shared_ptr<std::function<void()>> fire = first->second.lock();
        m_pending.erase(first);
        if (!fire)
            continue;
        m_clock->advance(std::max<qint64>(0, due - m_clock->monotonicMs()));
        (*fire)();
    }
    m_clock->advance(until - m_clock->monotonicMs());
}

int ManualTimers::nextDueIn() const
{
    for (const auto &[due, fire] : m_pending) {
        if (!fire.expired())
            return int(std::max<qint64>(0, due - m_clock->monotonicMs()));
    }
    return -1;
}

namespace {

/// Suspends until the timer fires or the token stops; both happen in the awaiting thread.
class Sleep {
public:
    Sleep(Timers &timers, int milliseconds, const std::stop_token &stop)
        : m_timers(timers)
        , m_milliseconds(milliseconds)
        , m_stop(stop)
    {
    }
    bool await_ready() const { return m_stop.stop_requested(); }
    void await_suspend(std::coroutine_handle<> handle)
    {
        m_handle = handle;
        m_timer = m_timers.get().after(m_milliseconds, [this] { resume(); });
        m_callback = std::make_unique<Callback>(m_stop, [this] { resume(); });
    }
    void await_resume() const { }

private:
    using Callback = std::stop_callback<std::function<void()>>;

    void resume()
    {
        if (const std::coroutine_handle<> handle = std::exchange(m_handle, {}))
            handle.resume();
    }
    std::reference_wrapper<Timers> m_timers;
    int m_milliseconds;
    std::stop_token m_stop;
    std::coroutine_handle<> m_handle;
    Timers::Handle m_timer;
    std::unique_ptr<Callback> m_callback;
};

} // namespace

Task<void> sleepFor(std::shared_ptr<Timers> timers, int milliseconds, std::stop_token stop)
{
    Sleep sleep(*timers, milliseconds, stop);
    co_await std::move(sleep); // QCoro hands on by value; nothing points to it before it suspends
    if (stop.stop_requested())
        co_return fail(Cancelled{});
    co_return Result<void>{};
}

} // namespace sluice::base
