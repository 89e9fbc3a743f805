// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/http/clock_driver.h"

#include <utility> // before asio: Boost 1.74 uses std::exchange without it

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

namespace sluice::sandbox {
namespace {
/// Real time that timers may take at a stretch before requests get their turn.
constexpr std::chrono::milliseconds turn{20};
/// Real time that the simulation may lag behind before virtual time is slowed down.
constexpr qint64 toleratedLagMs = 1'000;
} // namespace

class ClockDriver::Private {
public:
    Private(boost::asio::io_context &context, VirtualClock &virtualClock, TimeMap &timeMap)
        : clock(virtualClock)
        , time(timeMap)
        , timer(context)
    {
    }

    void run()
    {
        if (running || stopped)
            return; // a timer's callback came back here
        running = true;
        const auto deadline = std::chrono::steady_clock::now() + turn;
        qint64 behind = clock.now().msecsTo(time.now());
        do {
            // From timer to timer: a stretch without any is crossed in one step, however long it is.
            clock.advance(std::max<qint64>(0, std::min(behind, clock.nextDueIn().value_or(behind))));
            behind = clock.now().msecsTo(time.now());
        } while (behind > 0 && std::chrono::steady_clock::now() < deadline);
        running = false;

        if (behind > qint64(double(toleratedLagMs) * time.speed()))
            time.shift(-behind);
        if (const auto due = clock.nextDueIn())
            sleep(std::max<qint64>(0, *due - behind));
        else
            timer.cancel();
    }

    void sleep(qint64 virtualMs)
    {
        timer.cancel();
        const auto real = time.realUntil(virtualMs);
        if (!real)
            return;
        timer.expires_after(*real);
        timer.async_wait([this](boost::system::error_code error) {
            if (!error)
                run();
        });
    }

    VirtualClock &clock;
    TimeMap &time;
    boost::asio::steady_timer timer;
    bool running = false;
    bool stopped = false;
};

ClockDriver::ClockDriver(boost::asio::io_context &context, VirtualClock &clock, TimeMap &time)
    : d(std::make_unique<Private>(context, clock, time))
{
}

ClockDriver::~ClockDriver() = default;

void ClockDriver::run()
{
    d->run();
}

void ClockDriver::advance(qint64 milliseconds)
{
    milliseconds = std::max<qint64>(milliseconds, 0);
    d->time.shift(milliseconds);
    d->clock.advance(milliseconds);
    d->run();
}

void ClockDriver::stop()
{
    d->stopped = true;
    d->timer.cancel();
}

} // namespace sluice::sandbox
