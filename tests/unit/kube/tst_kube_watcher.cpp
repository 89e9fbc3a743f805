// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "kube/runtime/informer.h"
#include "support/kube/fake_transport.h"

#include <QTest>
#include <nlohmann/json.hpp>

using namespace sluice;
using namespace sluice::kube;
using base::Json;
using store::Freshness;

namespace {

const Gvk podGvk{{}, QStringLiteral("v1"), QStringLiteral("Pod")};

Json pod(const std::string &name, const std::string &image, const std::string &uid = "u",
         const std::string &version = "1")
{
    return {{"metadata", {{"name", name}, {"namespace", "ns"}, {"uid", uid}, {"resourceVersion", version}}},
            {"spec", {{"image", image}}}};
}

QByteArray listBody(const std::string &version, const std::vector<Json> &items, const std::string &next = {})
{
    const Json body{{"kind", "PodList"},
                    {"apiVersion", "v1"},
                    {"metadata", {{"resourceVersion", version}, {"continue", next}}},
                    {"items", items}};
    return QByteArray::fromStdString(body.dump());
}

QByteArray line(const std::string &type, const Json &object)
{
    return QByteArray::fromStdString(Json{{"type", type}, {"object", object}}.dump()) + '\n';
}

QByteArray bookmark(const std::string &version)
{
    return line("BOOKMARK", {{"kind", "Pod"}, {"metadata", {{"resourceVersion", version}}}});
}

constexpr char coreDiscovery[] =
    R"({"kind":"APIGroupDiscoveryList","items":[{"metadata":{},"versions":[{"version":"v1",)"
    R"("resources":[{"resource":"pods","responseKind":{"kind":"Pod"},"scope":"Namespaced"}]}]}]})";

/// A whole client over a transport, timers and dice in the test's hand.
struct Bench {
    std::shared_ptr<base::ManualClock> clock =
        std::make_shared<base::ManualClock>(QDateTime::fromSecsSinceEpoch(1'000'000, Qt::UTC));
    std::shared_ptr<base::ManualTimers> timers = std::make_shared<base::ManualTimers>(clock);
    std::shared_ptr<test::FakeTransport> transport = std::make_shared<test::FakeTransport>();
    std::shared_ptr<ConnectionHealth> health = std::make_shared<ConnectionHealth>(clock);
    std::deque<base::Result<Response>> lists; ///< answers to list requests, the last one for good
    std::optional<base::Result<Response>> watchAnswer; ///< instead of a stream
    std::unique_ptr<Informer<std::string>> informer;

    Bench()
    {
        transport->answer = [this](const Request &request) -> base::Result<Response> {
            if (request.path == QLatin1String("/api"))
                return Response{200, {}, coreDiscovery};
            if (request.path == QLatin1String("/apis"))
                return Response{200, {}, R"({"kind":"APIGroupDiscoveryList","items":[]})"};
            if (!request.queryValue(QStringLiteral("watch")).isEmpty())
                return watchAnswer.value_or(Response{200, {}, {}});
            base::Result<Response> answer = lists.front();
            if (lists.size() > 1)
                lists.pop_front();
            return answer;
        };
        WatcherTools tools{timers, [](int) { return 0; }, clock, nullptr, health};
        Projection<std::string> project = [](const Json &object) -> base::Result<std::string> {
            const std::string image = base::textAt(object, "spec.image");
            if (image == "bad")
                return base::fail(base::ValidationError{});
            return image;
        };
        informer = std::make_unique<Informer<std::string>>(
            ApiClient(transport, nullptr, QStringLiteral("test")),
            WatchTarget{podGvk, QStringLiteral("ns"), {}, {}}, project, tools);
    }

    void start(const QByteArray &list)
    {
        lists = {Response{200, {}, list}};
        informer->start();
        timers->advance(16);
    }
    test::FakeStream::State &stream() const { return *transport->streams.back(); }

    /// The content as "a=img1 b=img2".
    [[nodiscard]] QString content() const
    {
        QStringList parts;
        for (const auto &[key, entry] : informer->store()->entries())
            parts.append(key.name + QLatin1Char('=')
                         + (entry.value() ? QString::fromStdString(*entry.value()) : QStringLiteral("!")));
        return parts.join(QLatin1Char(' '));
    }
    [[nodiscard]] Freshness::State freshness() const { return informer->store()->freshness().state; }
    [[nodiscard]] QString lastRequest() const { return transport->log().last(); }
};

/// Holds each page until it is let go.
class HoldingSink final : public WatchSink {
public:
    int pages = 0;
    bool complete = false;

    void letGo() { std::exchange(m_held, {}).resume(); }

    void listBegins() override { }
    base::Task<void> page(ListPage, std::stop_token) override { return hold(this); }
    void listComplete() override { complete = true; }
    void listAbandoned() override { }
    void event(const WatchEvent &) override { }
    void live() override { }
    void trouble(const base::Error &) override { }

private:
    struct Hold {
        HoldingSink *sink;
        bool await_ready() const { return false; }
        void await_suspend(std::coroutine_handle<> handle) const { sink->m_held = handle; }
        void await_resume() const { }
    };
    static base::Task<void> hold(HoldingSink *sink)
    {
        ++sink->pages;
        co_await Hold{sink};
        co_return base::Result<void>{};
    }
    std::coroutine_handle<> m_held;
};

} // namespace

class WatcherTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void listsAndFollows()
    {
        Bench bench;
        bench.lists = {Response{200, {}, listBody("10", {pod("a", "1", "ua", "7")}, "next")},
                       Response{200, {}, listBody("10", {pod("b", "1"), pod("c", "bad")})}};
        bench.informer->start();
        bench.timers->advance(16);
        QCOMPARE(bench.content(), QStringLiteral("a=1 b=1 c=!"));
        QCOMPARE(bench.freshness(), Freshness::State::Live);
        QCOMPARE(bench.health->state(), ConnectionHealth::State::Connected);
        QCOMPARE(bench.transport->log().mid(2),
                 (QStringList{QStringLiteral("GET /api/v1/namespaces/ns/pods?limit=50"),
                              QStringLiteral("GET /api/v1/namespaces/ns/pods?limit=500&continue=next"),
                              QStringLiteral("GET /api/v1/namespaces/ns/pods?watch=1&resourceVersion=10&"
                                             "allowWatchBookmarks=true&timeoutSeconds=300")}));
        bench.stream().push(line("ADDED", pod("d", "1")) + line("MODIFIED", pod("a", "2", "ua", "12")));
        bench.stream().push(line("DELETED", pod("b", "1")));
        bench.timers->advance(16);
        QCOMPARE(bench.content(), QStringLiteral("a=2 c=! d=1"));
    }

    void onePageIsAskedForWhileOneIsTaken()
    {
        Bench bench;
        bench.lists = {Response{200, {}, listBody("10", {pod("a", "1")}, "second")},
                       Response{200, {}, listBody("10", {pod("b", "1")}, "third")},
                       Response{200, {}, listBody("10", {pod("c", "1")})}};
        const auto sink = std::make_shared<HoldingSink>();
        Watcher watcher(ApiClient(bench.transport, nullptr, QStringLiteral("test")),
                        WatchTarget{podGvk, QStringLiteral("ns"), {}, {}}, sink,
                        WatcherTools{bench.timers, [](int) { return 0; }, bench.clock, nullptr, nullptr});
        const auto asked = [&] { return bench.transport->log().filter(QStringLiteral("limit=")).size(); };
        watcher.start();
        QCOMPARE(sink->pages, 1);
        QCOMPARE(asked(), 2);
        sink->letGo();
        QCOMPARE(sink->pages, 2);
        QCOMPARE(asked(), 3);
        sink->letGo();
        QCOMPARE(sink->pages, 3);
        QVERIFY(!sink->complete);
        sink->letGo();
        QVERIFY(sink->complete);
    }

    void anUnreadableSecondPageListsAgain()
    {
        Bench bench;
        const QByteArray noItems = R"({"metadata":{"resourceVersion":"10","continue":"third"},"items":7})";
        bench.lists = {Response{200, {}, listBody("10", {pod("a", "1")}, "second")},
                       Response{200, {}, noItems}, Response{200, {}, listBody("11", {pod("a", "2")})}};
        bench.informer->start();
        bench.timers->advance(16);
        QCOMPARE(bench.freshness(), Freshness::State::Failed);
        bench.timers->advance(1600);
        QCOMPARE(bench.content(), QStringLiteral("a=2"));
        QCOMPARE(bench.freshness(), Freshness::State::Live);
    }

    void goesOnFromTheLastVersionAfterTheServersTimeout()
    {
        Bench bench;
        bench.start(listBody("10", {pod("a", "1")}));
        bench.stream().push(line("MODIFIED", pod("a", "2", "u", "15")) + bookmark("19"));
        bench.stream().push(QByteArray());
        QVERIFY(bench.lastRequest().contains(QLatin1String("watch=1&resourceVersion=19&")));
        bench.timers->advance(16);
        QCOMPARE(bench.content(), QStringLiteral("a=2"));
        QCOMPARE(bench.freshness(), Freshness::State::Live);
    }

    void silenceAfterABookmarkReconnects()
    {
        Bench bench;
        bench.start(listBody("10", {pod("a", "1")}));
        bench.timers->advance(300'000); // no bookmark yet: an idle stream may be quiet
        QCOMPARE(bench.transport->streams.size(), size_t(1));
        bench.stream().push(bookmark("11"));
        bench.timers->advance(149'000);
        QCOMPARE(bench.transport->streams.size(), size_t(1));
        bench.stream().push(bookmark("12"));
        bench.timers->advance(149'999);
        QCOMPARE(bench.transport->streams.size(), size_t(1));
        const auto dead = bench.transport->streams.back();
        bench.timers->advance(1);
        QVERIFY(dead->dropped);
        QCOMPARE(bench.transport->streams.size(), size_t(2));
        QVERIFY(bench.lastRequest().contains(QLatin1String("resourceVersion=12&")));
    }

    void aStreamThatOutlivesItsTimeIsOpenedAgain()
    {
        Bench bench;
        bench.start(listBody("10", {pod("a", "1")}));
        bench.stream().push(line("MODIFIED", pod("a", "2", "u", "15")));
        bench.timers->advance(329'999);
        QCOMPARE(bench.transport->streams.size(), size_t(1));
        const auto dead = bench.transport->streams.back();
        bench.timers->advance(1);
        QVERIFY(dead->dropped);
        QCOMPARE(bench.transport->streams.size(), size_t(2));
        QVERIFY(bench.lastRequest().contains(QLatin1String("resourceVersion=15&")));
    }

    void whatCameBeforeAnErrorIsNotReadAgain()
    {
        Bench bench;
        bench.start(listBody("10", {pod("a", "1")}));
        bench.stream().push(
            line("MODIFIED", pod("a", "2", "u", "12"))
            + line("ERROR", {{"kind", "Status"}, {"code", 500}, {"reason", "InternalError"}}));
        bench.timers->advance(800);
        QVERIFY2(bench.lastRequest().contains(QLatin1String("resourceVersion=12&")),
                 qPrintable(bench.lastRequest()));
        QCOMPARE(bench.content(), QStringLiteral("a=2"));
    }

    void tooOldListsAgainAndTellsTheDifference()
    {
        Bench bench;
        bench.start(listBody("10", {pod("a", "1"), pod("b", "1"), pod("c", "1", "old")}));
        QStringList batches;
        connect(bench.informer->store().get(), &store::StoreBase::changed, this,
                [&](const store::ChangeBatch &batch) {
                    batches.append(QStringLiteral("+%1 ~%2 !%3 -%4")
                                       .arg(batch.added.size())
                                       .arg(batch.updated.size())
                                       .arg(batch.recreated.size())
                                       .arg(batch.removed.size()));
                });
        bench.lists = {
            Response{200, {}, listBody("20", {pod("a", "1"), pod("c", "1", "new"), pod("d", "1")})}};
        bench.stream().push(line("ERROR", {{"kind", "Status"}, {"code", 410}, {"reason", "Expired"}}));
        bench.timers->advance(16);
        QCOMPARE(batches, QStringList{QStringLiteral("+1 ~0 !1 -1")});
        QVERIFY(bench.lastRequest().contains(QLatin1String("resourceVersion=20&")));
    }

    void aLostServerMakesItStaleAndComesBack()
    {
        Bench bench;
        bench.start(listBody("10", {pod("a", "1")}));
        const QDateTime lostAt = bench.clock->now();
        const base::Error refused =
            base::TransportError{base::TransportError::Kind::Refused, QStringLiteral("h:1"), {}};
        bench.watchAnswer = tl::unexpected(refused);
        bench.stream().push(base::fail(base::TransportError{}));
        bench.timers->advance(16);
        QCOMPARE(bench.freshness(), Freshness::State::Stale);
        QCOMPARE(bench.informer->store()->freshness().since, lostAt);
        QCOMPARE(bench.health->state(), ConnectionHealth::State::Disconnected);
        QCOMPARE(bench.content(), QStringLiteral("a=1"));
        bench.timers->advance(5000); // still gone, still since then
        QCOMPARE(bench.informer->store()->freshness().since, lostAt);
        bench.watchAnswer.reset();
        bench.informer->retryNow();
        bench.timers->advance(16);
        QCOMPARE(bench.freshness(), Freshness::State::Live);
        QVERIFY(bench.lastRequest().contains(QLatin1String("resourceVersion=10&")));
        QCOMPARE(bench.health->state(), ConnectionHealth::State::Connected);
    }

    void aForbiddenKindIsFailedWithItsReason()
    {
        Bench bench;
        bench.lists = {Response{403,
                                {},
                                "{\"kind\":\"Status\",\"status\":\"Failure\",\"code\":403,\"reason\":"
                                "\"Forbidden\",\"message\":\"no\"}"}};
        bench.informer->start();
        bench.timers->advance(16);
        QCOMPARE(bench.freshness(), Freshness::State::Failed);
        QVERIFY(bench.informer->store()->freshness().error->api()->isForbidden());
        bench.lists = {Response{200, {}, listBody("10", {pod("a", "1")})}};
        bench.timers->advance(800 + 16);
        QCOMPARE(bench.freshness(), Freshness::State::Live);
        QCOMPARE(bench.content(), QStringLiteral("a=1"));
    }

    void anUnreadableLineListsAgain()
    {
        Bench bench;
        bench.start(listBody("10", {pod("a", "1")}));
        bench.lists = {Response{200, {}, listBody("20", {pod("a", "3")})}};
        bench.stream().push("this is no event\n");
        bench.timers->advance(800 + 16);
        QCOMPARE(bench.content(), QStringLiteral("a=3"));
        QCOMPARE(bench.freshness(), Freshness::State::Live);
    }

    void aLineCutOffByTheEndIsReadFromTheNextStream()
    {
        Bench bench;
        bench.start(listBody("10", {pod("a", "1")}));
        const QByteArray change = line("MODIFIED", pod("a", "2", "u", "12"));
        bench.stream().push(bookmark("11") + change.left(20));
        bench.stream().push(QByteArray());
        QVERIFY(bench.lastRequest().contains(QLatin1String("resourceVersion=11&")));
        bench.stream().push(change);
        bench.timers->advance(16);
        QCOMPARE(bench.content(), QStringLiteral("a=2"));
    }

    void stoppingInEachPhase_data()
    {
        QTest::addColumn<int>("phase");
        QTest::newRow("watching") << 0;
        QTest::newRow("backoff") << 1;
        QTest::newRow("before the start") << 2;
    }
    void stoppingInEachPhase()
    {
        QFETCH(int, phase);
        Bench bench;
        if (phase < 2)
            bench.start(listBody("10", {pod("a", "1")}));
        if (phase == 1)
            bench.stream().push(base::fail(base::TransportError{}));
        const auto streams = bench.transport->streams;
        const auto store = bench.informer->store();
        bench.informer.reset();
        const qsizetype requests = qsizetype(bench.transport->requests.size());
        bench.timers->advance(3'600'000);
        QCOMPARE(qsizetype(bench.transport->requests.size()), requests);
        QVERIFY(std::ranges::all_of(streams, [](const auto &stream) { return stream->dropped; }));
        QCOMPARE(bench.health->state(), ConnectionHealth::State::Unknown);
        QCOMPARE(bench.timers->nextDueIn(), -1);
    }

    void healthOfSeveral()
    {
        Bench bench;
        const base::Error lost = base::TransportError{};
        bench.health->report(QStringLiteral("a"), std::nullopt);
        bench.health->report(QStringLiteral("b"), lost);
        QCOMPARE(bench.health->state(), ConnectionHealth::State::Degraded);
        QVERIFY(bench.health->trouble());
        bench.health->report(QStringLiteral("a"), lost);
        QCOMPARE(bench.health->state(), ConnectionHealth::State::Disconnected);
        bench.health->forget(QStringLiteral("a"));
        bench.health->report(QStringLiteral("b"), std::nullopt);
        QCOMPARE(bench.health->state(), ConnectionHealth::State::Connected);
        QVERIFY(!bench.health->trouble());
    }
};

QTEST_GUILESS_MAIN(WatcherTest)
#include "tst_kube_watcher.moc"
