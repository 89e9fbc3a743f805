// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/core/turns.h"
#include "kube/net/decorators.h"
#include "support/kube/fake_transport.h"
#include "support/kube/pending.h"

#include <QTest>

using namespace sluice;
using namespace sluice::kube;
using test::begin;

namespace {

/// Gives out "one", then "two"...; knows how often it was refused.
class CountingSource final : public CredentialSource {
public:
    int given = 0;
    int refusals = 0;
    bool hasMore = true;
    base::Task<Credential> credential(std::stop_token) override
    {
        return give({"Bearer " + QByteArray::number(given = refusals + 1), std::nullopt});
    }
    bool refused(const Credential &) override
    {
        ++refusals;
        return hasMore;
    }

private:
    static base::Task<Credential> give(Credential credential)
    {
        co_return base::Result<Credential>(credential);
    }
};

struct Bench {
    std::shared_ptr<base::ManualClock> clock =
        std::make_shared<base::ManualClock>(QDateTime::fromSecsSinceEpoch(0, Qt::UTC));
    std::shared_ptr<base::ManualTimers> timers = std::make_shared<base::ManualTimers>(clock);
    std::shared_ptr<test::FakeTransport> inner = std::make_shared<test::FakeTransport>();
    std::shared_ptr<CountingSource> source = std::make_shared<CountingSource>();

    /// Answers 401 unless the token is \a good.
    void accept(const QByteArray &good)
    {
        inner->answer = [good](const Request &request) -> base::Result<Response> {
            return Response{request.headers.value("Authorization") == good ? 200 : 401, {}, {}};
        };
    }
    void always(int status, const QByteArray &retryAfter)
    {
        inner->answer = [=](const Request &) -> base::Result<Response> {
            Response response{status, {}, {}};
            if (!retryAfter.isEmpty())
                response.headers.set("Retry-After", retryAfter);
            return response;
        };
    }
};

} // namespace

class KubeDecoratorsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aRefusedCredentialIsRenewedOnce_data()
    {
        QTest::addColumn<QByteArray>("good");
        QTest::addColumn<bool>("hasMore");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("sent");
        QTest::newRow("good") << QByteArray("Bearer 1") << true << 200 << 1;
        QTest::newRow("renewed") << QByteArray("Bearer 2") << true << 200 << 2;
        QTest::newRow("refused again") << QByteArray("Bearer 3") << true << 401 << 2;
        QTest::newRow("nothing else to show") << QByteArray("Bearer 2") << false << 401 << 1;
    }
    void aRefusedCredentialIsRenewedOnce()
    {
        QFETCH(QByteArray, good);
        QFETCH(bool, hasMore);
        QFETCH(int, status);
        QFETCH(int, sent);
        for (const bool stream : {false, true}) {
            Bench bench;
            bench.accept(good);
            bench.source->hasMore = hasMore;
            const auto transport = withCredentials(bench.inner, bench.source);
            Request request;
            request.method = "POST";
            request.body = "{}";
            if (stream)
                QCOMPARE((**begin(transport->open(request, {}))->result)->status(), status);
            else
                QCOMPARE((*begin(transport->send(request, {}))->result)->status, status);
            QCOMPARE(int(bench.inner->requests.size()), sent);
            QCOMPARE(bench.inner->requests.back().body, request.body);
        }
    }

    void retryOnlyWhenToldTo_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("retryAfter");
        QTest::addColumn<bool>("again");
        QTest::newRow("429 with it") << 429 << QByteArray("1") << true;
        QTest::newRow("429 without") << 429 << QByteArray() << false;
        QTest::newRow("503 with it") << 503 << QByteArray("2") << true;
        QTest::newRow("500 without") << 500 << QByteArray() << false;
        QTest::newRow("409 with it") << 409 << QByteArray("1") << false;
        QTest::newRow("200 with it") << 200 << QByteArray("1") << false;
        QTest::newRow("a date") << 503 << QByteArray("Mon, 23 Nov 2026 01:32:12 GMT") << false;
        QTest::newRow("negative") << 503 << QByteArray("-1") << false;
    }
    void retryOnlyWhenToldTo()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, retryAfter);
        QFETCH(bool, again);
        Bench bench;
        bench.always(status, retryAfter);
        const auto transport = withRetry(bench.inner, bench.timers);
        const auto response = begin(transport->send({}, {}));
        QCOMPARE(!response->result, again);
        if (!again)
            return;
        QCOMPARE(bench.timers->nextDueIn(), retryAfter.toInt() * 1000);
        bench.timers->advance(3'600'000);
        QCOMPARE((*response->result)->status, status); // gave up
        QCOMPARE(bench.inner->requests.size(), size_t(11));
    }

    void retryWaitsAtMostAMinuteAndCanBeStopped()
    {
        Bench bench;
        bench.always(429, "86400");
        const auto transport = withRetry(bench.inner, bench.timers);
        std::stop_source stop;
        const auto response = begin(transport->open({}, stop.get_token()));
        QCOMPARE(bench.timers->nextDueIn(), 60000);
        QVERIFY(bench.inner->streams.back()->dropped);
        stop.request_stop();
        QVERIFY(response->result && response->result->error().isCancelled());
        QCOMPARE(bench.timers->nextDueIn(), -1);
    }

    void turnsComeInOrderAndCanBeGivenUp()
    {
        const auto turns = Turns::make();
        auto first = begin(turns->take({}));
        std::stop_source stop;
        const auto second = begin(turns->take(stop.get_token()));
        const auto third = begin(turns->take({}));
        const auto fourth = begin(turns->take({}));
        QVERIFY(first->result && !second->result && !third->result);
        stop.request_stop();
        QVERIFY(second->result->error().isCancelled());
        first->result.reset();
        QVERIFY(third->result && !fourth->result);
        third->result.reset();
        QVERIFY(fourth->result);
        fourth->result.reset();
        QVERIFY(begin(turns->take({}))->result);
    }
};

QTEST_GUILESS_MAIN(KubeDecoratorsTest)
#include "tst_kube_decorators.moc"
