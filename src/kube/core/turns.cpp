// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/core/turns.h"

namespace sluice::kube {

/// Suspends in the queue until it is this one's turn or the token stops.
class Turns::Queue {
public:
    Queue(Turns &turns, Waiter &waiter)
        : m_turns(&turns)
        , m_waiter(&waiter)
    {
    }
    bool await_ready() const { return m_waiter->granted; }
    void await_suspend(std::coroutine_handle<> handle) const
    {
        m_waiter->handle = handle;
        m_turns->m_waiting.push_back(m_waiter);
    }
    void await_resume() const { }

private:
    Turns *m_turns;
    Waiter *m_waiter;
};

base::Task<std::shared_ptr<void>> Turns::take(std::stop_token stop)
{
    const std::shared_ptr<Turns> self = shared_from_this();
    if (stop.stop_requested())
        co_return base::fail(base::Cancelled{});
    Waiter waiter;
    if (!self->m_taken) {
        self->m_taken = true;
        waiter.granted = true;
    }
    {
        const std::stop_callback onStop(stop, [&] {
            if (std::erase(self->m_waiting, &waiter) > 0)
                waiter.handle.resume();
        });
        co_await Queue(*self, waiter);
    }
    if (!waiter.granted)
        co_return base::fail(base::Cancelled{});
    co_return self->ticket();
}

std::shared_ptr<void> Turns::ticket()
{
    return std::shared_ptr<void>(this, [self = shared_from_this()](void *) { self->passOn(); });
}

void Turns::passOn()
{
    if (m_waiting.empty()) {
        m_taken = false;
        return;
    }
    Waiter *next = m_waiting.front();
    m_waiting.pop_front();
    next->granted = true;
    next->handle.resume();
}

} // namespace sluice::kube
