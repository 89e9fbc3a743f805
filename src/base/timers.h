// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "base/task.h"

#include <functional>
#include <map>
#include <memory>

namespace sluice::base {

/// One-shot timers, injected so that tests fire them by hand. Used in the thread that made it.
class Timers {
public:
    /// A running timer; destroying or resetting it cancels.
    class Handle {
    public:
        Handle() = default;
        explicit Handle(std::shared_ptr<void> keepAlive)
            : m_keepAlive(std::move(keepAlive))
        {
        }
        void cancel() { m_keepAlive.reset(); }

    private:
        std::shared_ptr<void> m_keepAlive;
    };

    virtual ~Timers() = default;
    /// Calls \a fire once, \a milliseconds from now, from the event loop, while the handle lives.
    [[nodiscard]] virtual Handle after(int milliseconds, std::function<void()> fire) = 0;
};

/// Real time through QTimer.
class SystemTimers final : public Timers {
public:
    [[nodiscard]] Handle after(int milliseconds, std::function<void()> fire) override;
};

/// Fires only inside advance(), in order of their times, and moves the clock with them.
class ManualTimers final : public Timers {
public:
    explicit ManualTimers(std::shared_ptr<ManualClock> clock)
        : m_clock(std::move(clock))
    {
    }
    [[nodiscard]] Handle after(int milliseconds, std::function<void()> fire) override;
    void advance(int milliseconds);
    /// Milliseconds until the next one fires, or -1.
    [[nodiscard]] int nextDueIn() const;

private:
    std::shared_ptr<ManualClock> m_clock;
    std::multimap<qint64, std::weak_ptr<std::function<void()>>> m_pending;
};

/// Ends after \a milliseconds, or with Cancelled when \a stop is requested.
[[nodiscard]] Task<void> sleepFor(std::shared_ptr<Timers> timers, int milliseconds, std::stop_token stop);

} // namespace sluice::base
