// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/http/sandbox_thread.h"

#include "sandbox/http/access_gate.h"
#include "sandbox/http/clock_driver.h"
#include "sandbox/http/https_server.h"
#include "sandbox/http/simulated_cluster.h"

#include <QDebug>
#include <thread>
#include <utility> // before asio: Boost 1.74 uses std::exchange without it

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

namespace sluice::sandbox {
namespace {
constexpr std::chrono::milliseconds statusInterval{100};

std::vector<std::string> namesOf(const SandboxOptions &options)
{
    std::vector<std::string> names;
    for (const QString &host : options.extraHosts)
        names.push_back(host.toStdString());
    return names;
}

} // namespace

/// Everything here is touched by the thread alone once it runs; before that by the one that made it.
class SandboxThread::Private {
public:
    Private(const SandboxOptions &sandboxOptions, const std::vector<User> &users, TimeMap &timeMap,
            base::Mailbox<SandboxStatus> &statusMailbox)
        : options(sandboxOptions)
        , gate(namesOf(sandboxOptions))
        , time(timeMap)
        , mailbox(statusMailbox)
        , cluster(timeMap.now(), sandboxOptions.seed, users)
        , driver(context, cluster.clock(), timeMap)
        , server(context, {},
                 [this](WireRequest request, std::function<void(WireResponse)> respond) {
                     handle(std::move(request), respond);
                 })
        , bookmarkTimer(context)
        , statusTimer(context)
    {
    }

    void run()
    {
        server.setChanged([this] { reportSoon(); });
        cluster.start();
        driver.run();
        armBookmarks();
        reportSoon();
        context.run();
    }

    void handle(WireRequest request, const std::function<void(WireResponse)> &respond)
    {
        if (auto refusal = gate.refusal(request))
            return respond(std::move(*refusal));
        driver.run();
        try {
            cluster.handle(std::move(request), respond);
        } catch (const std::exception &error) {
            // A defect here must cost one request, not the cluster.
            qWarning("sandbox: %s", error.what());
            respond(statusResponse(500, "InternalError", "Internal error occurred: sandbox failure"));
        }
        driver.run();
    }

    void armBookmarks()
    {
        bookmarkTimer.expires_after(std::chrono::seconds(options.bookmarkSeconds));
        bookmarkTimer.async_wait([this](boost::system::error_code error) {
            if (error)
                return;
            cluster.sendBookmarks();
            armBookmarks();
        });
    }

    void reportSoon()
    {
        if (std::exchange(reportPending, true))
            return;
        statusTimer.expires_after(statusInterval);
        statusTimer.async_wait([this](boost::system::error_code error) {
            reportPending = false;
            if (error)
                return;
            const auto [requests, connections, streams] = server.counters();
            mailbox.post({true, time.isPaused(), time.speed(), requests, connections, streams});
        });
    }

    void stop()
    {
        driver.stop();
        bookmarkTimer.cancel();
        server.stop([this] { context.stop(); });
    }

    const SandboxOptions options;
    AccessGate gate;
    TimeMap &time;
    base::Mailbox<SandboxStatus> &mailbox;
    boost::asio::io_context context{1};
    SimulatedCluster cluster;
    ClockDriver driver;
    HttpsServer server;
    boost::asio::steady_timer bookmarkTimer;
    boost::asio::steady_timer statusTimer;
    bool reportPending = false;
    std::thread thread;
};

SandboxThread::SandboxThread(const SandboxOptions &options, const std::vector<User> &users, TimeMap &time,
                             base::Mailbox<SandboxStatus> &mailbox)
    : d(std::make_unique<Private>(options, users, time, mailbox))
{
}

SandboxThread::~SandboxThread()
{
    stop();
}

base::Result<quint16> SandboxThread::start(const ServerIdentity &identity)
{
    const auto port = d->server.listen(d->options.listen, d->options.port, identity);
    if (!port)
        return port;
    d->cluster.setAddress(d->options.listen.toStdString() + ':' + std::to_string(*port));
    d->thread = std::thread([state = d.get()] { state->run(); });
    return port;
}

void SandboxThread::stop()
{
    if (!d->thread.joinable())
        return;
    boost::asio::post(d->context, [state = d.get()] { state->stop(); });
    d->thread.join();
}

void SandboxThread::controlsChanged()
{
    boost::asio::post(d->context, [state = d.get()] {
        state->driver.run();
        state->reportSoon();
    });
}

void SandboxThread::advance(qint64 milliseconds)
{
    boost::asio::post(d->context, [state = d.get(), milliseconds] { state->driver.advance(milliseconds); });
}

void SandboxThread::post(std::function<void(SimulatedCluster &)> work)
{
    boost::asio::post(d->context, [state = d.get(), work = std::move(work)] {
        work(state->cluster);
        state->driver.run();
    });
}

} // namespace sluice::sandbox
