// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sandbox/http/time_map.h"
#include "sandbox/store/virtual_clock.h"

#include <functional>
#include <memory>

namespace boost::asio {
class io_context;
}

namespace sluice::sandbox {

/// Lets a VirtualClock follow a TimeMap in the thread that runs \a context: sleeps in real time until the next virtual timer and
/// runs it. Where the simulation cannot keep up, requests are answered in between and virtual time slows down.
class ClockDriver {
public:
    ClockDriver(boost::asio::io_context &context, VirtualClock &clock, TimeMap &time);
    ~ClockDriver();
    ClockDriver(const ClockDriver &) = delete;
    ClockDriver &operator=(const ClockDriver &) = delete;

    /// Brings the clock to the map's now, or a slice nearer to it, and sleeps until the next timer. To be called
    /// before a request looks at the time, after it may have set timers, and after the map has changed.
    void run();
    /// Moves clock and map forward at once.
    void advance(qint64 milliseconds);
    void stop();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace sluice::sandbox
