// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QTimer>
#include <algorithm>
#include <ctime>
#include <vector>

/// Looks how late the event loop of its thread calls a timer. What it adds up is what a click would have waited that
/// comes at any time: a stall counts once for each period it lasts, with what was left of it.
class EventLoopProbe final {
public:
    EventLoopProbe()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { tick(); });
    }
    void start()
    {
        m_stalls.clear();
        m_ownStalls.clear();
        m_last = milliseconds(CLOCK_MONOTONIC);
        m_lastOwn = milliseconds(CLOCK_THREAD_CPUTIME_ID);
        m_timer.start(int(period));
    }
    /// Milliseconds of wall time, with what other threads and processes took of the processor.
    [[nodiscard]] const std::vector<double> &stalls() const { return m_stalls; }
    /// The same, never more than the processor time that this thread used meanwhile.
    [[nodiscard]] const std::vector<double> &ownStalls() const { return m_ownStalls; }

private:
    static constexpr double period = 5;

    static double milliseconds(clockid_t clock)
    {
        timespec time{};
        clock_gettime(clock, &time);
        return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
    }
    static void add(std::vector<double> &to, double stall)
    {
        to.push_back(std::max(stall, 0.0));
        for (double left = stall - period; left > 0; left -= period)
            to.push_back(left);
    }
    void tick()
    {
        const double now = milliseconds(CLOCK_MONOTONIC);
        const double own = milliseconds(CLOCK_THREAD_CPUTIME_ID);
        const double late = now - m_last - period;
        add(m_stalls, late);
        add(m_ownStalls, std::min(late, own - m_lastOwn));
        m_last = now;
        m_lastOwn = own;
    }

    QTimer m_timer;
    double m_last = 0;
    double m_lastOwn = 0;
    std::vector<double> m_stalls;
    std::vector<double> m_ownStalls;
};
