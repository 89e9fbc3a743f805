// SPDX-License-Identifier: GPL-3.0-or-later
#include "https_fixture.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <set>
#include <thread>

namespace sluice::tests {
namespace asio = boost::asio;
using namespace sandbox;

namespace {

WireResponse text(std::string body)
{
    WireResponse response;
    response.headers = {{"Content-Type", "text/plain"}};
    response.body = std::move(body);
    return response;
}

/// N lines and the end.
class Lines final : public WireStream {
public:
    explicit Lines(int count)
        : m_left(count)
    {
    }
    std::string take(std::size_t) override
    {
        return m_left > 0 ? "line " + std::to_string(m_left--) + "\n" : std::string();
    }
    bool finished() const override { return m_left == 0; }
    void setWake(std::function<void()>) override { }

private:
    int m_left;
};

/// Always has more.
class Flood final : public WireStream {
public:
    std::string take(std::size_t maxBytes) override { return std::string(maxBytes - 1, 'x') + "\n"; }
    bool finished() const override { return false; }
    void setWake(std::function<void()>) override { }
};

class Subscription final : public WireStream {
public:
    explicit Subscription(std::set<Subscription *> &all)
        : m_all(all)
    {
        m_all.insert(this);
    }
    ~Subscription() override { m_all.erase(this); }
    std::string take(std::size_t) override { return std::exchange(m_text, {}); }
    bool finished() const override { return false; }
    void setWake(std::function<void()> wake) override { m_wake = std::move(wake); }
    void publish(const std::string &line)
    {
        m_text += line + "\n";
        if (m_wake)
            m_wake();
    }

private:
    std::set<Subscription *> &m_all;
    std::string m_text;
    std::function<void()> m_wake;
};

} // namespace

class HttpsFixture::Private {
public:
    explicit Private(ServerLimits limits)
        : work(asio::make_work_guard(context))
        , identity(makeServerIdentity().value())
        , server(context, limits, [this](WireRequest request, std::function<void(WireResponse)> respond) {
            handle(std::move(request), std::move(respond));
        })
    {
        port = server.listen(QStringLiteral("127.0.0.1"), 0, identity).value_or(0);
        thread = std::thread([this] { context.run(); });
    }

    void handle(WireRequest request, std::function<void(WireResponse)> respond)
    {
        const std::string path = request.target.substr(0, request.target.find('?'));
        const std::string query =
            path.size() < request.target.size() ? request.target.substr(path.size() + 1) : "";
        if (path == "/echo")
            return respond(text(request.method + " " + request.target + " " + request.body));
        if (path == "/size")
            return respond(text(std::to_string(request.body.size())));
        if (path == "/later")
            return held.push_back(std::move(respond));
        if (path == "/release") {
            for (const auto &answer : std::exchange(held, {}))
                answer(text("at last"));
            return respond(text("released"));
        }
        if (path == "/publish") {
            for (Subscription *subscription : subscriptions)
                subscription->publish(request.body);
            return respond(text(std::to_string(subscriptions.size())));
        }
        if (path == "/counters") {
            const auto counters = server.counters();
            return respond(text(std::to_string(counters.requests) + " " + std::to_string(counters.connections)
                                + " " + std::to_string(counters.streams)));
        }
        WireResponse response = text({});
        if (path == "/lines") {
            response.body = "first\n";
            response.stream = std::make_unique<Lines>(std::stoi(query));
        } else if (path == "/subscribe") {
            response.stream = std::make_unique<Subscription>(subscriptions);
        } else if (path == "/limited") {
            response.stream = std::make_unique<Subscription>(subscriptions);
            response.streamLimit = std::chrono::milliseconds(50);
        } else if (path == "/flood") {
            response.stream = std::make_unique<Flood>();
        } else {
            response = statusResponse(404, "NotFound", "not here");
        }
        respond(std::move(response));
    }

    void stop()
    {
        if (!thread.joinable())
            return;
        asio::post(context, [this] { server.stop([this] { work.reset(); }); });
        thread.join();
    }

    asio::io_context context{1};
    asio::executor_work_guard<asio::io_context::executor_type> work;
    ServerIdentity identity;
    std::set<Subscription *> subscriptions;
    std::vector<std::function<void(WireResponse)>> held;
    HttpsServer server;
    quint16 port = 0;
    std::thread thread;
};

HttpsFixture::HttpsFixture(ServerLimits limits)
    : d(std::make_unique<Private>(limits))
{
}

HttpsFixture::~HttpsFixture()
{
    stop();
}

quint16 HttpsFixture::port() const
{
    return d->port;
}

QByteArray HttpsFixture::caPem() const
{
    return d->identity.caPem;
}

void HttpsFixture::stop()
{
    d->stop();
}

} // namespace sluice::tests
