// SPDX-License-Identifier: GPL-3.0-or-later
// What a real control plane does to a client over the weeks: it forgets, restarts, hangs, loses its database. Skipped
// with the reason where none is running.
#include "counting.h"
#include "support/fault_proxy.h"
#include "support/patience.h"
#include "test_cluster.h"
#include "witness.h"

#include <QRandomGenerator>
#include <QTest>

using namespace sluice;
using namespace sluice::test;
using kube::ApiClient;

namespace {

const QString server = QStringLiteral("kube-apiserver");
const QString database = QStringLiteral("etcd");

#define VERIFY_DONE(problem)                                                                                 \
    do {                                                                                                     \
        const QString said = (problem);                                                                      \
        QVERIFY2(said.isEmpty(), qPrintable(said));                                                          \
    } while (false)

/// Calls out when the first page of the first list has arrived.
class Interrupted final : public kube::WatchSink {
public:
    Interrupted(std::shared_ptr<Witness> inner, std::function<void()> interrupt)
        : m_inner(std::move(inner))
        , m_interrupt(std::move(interrupt))
    {
    }
    int begun = 0;
    int abandoned = 0;
    void listBegins() override
    {
        ++begun;
        m_inner->listBegins();
    }
    base::Task<void> page(kube::ListPage page, std::stop_token stop) override
    {
        if (m_interrupt)
            std::exchange(m_interrupt, {})();
        return m_inner->page(std::move(page), std::move(stop));
    }
    void listComplete() override { m_inner->listComplete(); }
    void listAbandoned() override
    {
        ++abandoned;
        m_inner->listAbandoned();
    }
    void event(const kube::WatchEvent &event) override { m_inner->event(event); }
    void live() override { m_inner->live(); }
    void trouble(const base::Error &error) override { m_inner->trouble(error); }

private:
    std::shared_ptr<Witness> m_inner;
    std::function<void()> m_interrupt;
};

} // namespace

class ClientOutagesTest : public QObject {
    Q_OBJECT
private:
    RealCluster m_cluster;
    kube::Connection m_connection;
    std::unique_ptr<ApiClient> m_client;
    kube::WatcherTools m_tools = kube::systemWatcherTools(nullptr, nullptr);
    QString m_space;
    QString m_set;
    int m_count = 0;

    [[nodiscard]] kube::WatchTarget target() const
    {
        return {configMapKind, m_space, QStringLiteral("set=") + m_set, {}};
    }
    [[nodiscard]] base::Json object(int number) const
    {
        return configMap(m_space, QStringLiteral("%1-%2").arg(m_set).arg(number), m_set,
                         std::to_string(number));
    }
    void create(int from, int to)
    {
        for (int i = from; i < to; ++i)
            VERIFY_RESULT(wait(m_client->create(object(i), {}, {})));
    }
    void change(int number, const std::string &value)
    {
        VERIFY_RESULT(wait(m_client->patch(kube::refOf(object(number)), kube::PatchType::Merge,
                                           {{"data", {{"value", value}}}}, {}, {})));
    }
    void remove(int number) { VERIFY_RESULT(wait(m_client->remove(kube::refOf(object(number)), {}, {}))); }
    [[nodiscard]] kube::ListPage freshList() const
    {
        kube::ListOptions options;
        options.labelSelector = target().labelSelector;
        const auto listed = wait(m_client->listAll(configMapKind, m_space, options, {}));
        if (!listed)
            qFatal("%s", why(listed.error()).constData());
        return listed->page;
    }
    /// Live, equal to a fresh list and without a broken promise on the way.
    void verifyEqual(const Witness &witness)
    {
        QTRY_COMPARE(witness.difference(freshList()), QString());
        QTRY_VERIFY(witness.isLive());
        QCOMPARE(witness.complaints(), QStringList());
    }
    static kube::WatcherSettings settings()
    {
        kube::WatcherSettings settings;
        settings.pageSize = 3;
        settings.minBackoffMs = 20;
        settings.maxBackoffMs = 500;
        return settings;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString reason = RealCluster::whyNot(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        const auto connection = m_cluster.connection(QStringLiteral("admin"));
        VERIFY_RESULT(connection);
        m_connection = *connection;
        m_client = std::make_unique<ApiClient>(clientFor(m_connection));
        m_space = QStringLiteral("outages-%1").arg(QRandomGenerator::global()->generate(), 0, 36);
        VERIFY_RESULT(wait(m_client->create(nameSpace(m_space), {}, {})));
    }
    void init() { m_set = QStringLiteral("s%1").arg(++m_count); }
    void cleanupTestCase()
    {
        if (m_client)
            (void)wait(m_client->remove({namespaceKind, {}, m_space}, {}, {}));
    }

    void aCompactionDoesNotDisturbAWatch()
    {
        create(0, 5);
        const auto witness = std::make_shared<Witness>(m_tools, 1);
        kube::Watcher watcher(*m_client, target(), witness, m_tools, settings());
        watcher.start();
        QTRY_VERIFY(witness->isLive());
        change(0, "before");
        VERIFY_DONE(m_cluster.compact());
        change(1, "after");
        remove(2);
        verifyEqual(*witness);
        QCOMPARE(witness->lists(), 1);
        QVERIFY(witness->troubles().empty());
    }

    void aPlaceInAListThatWasForgotten()
    {
        create(0, 7);
        kube::ListOptions options;
        options.limit = 3;
        options.labelSelector = target().labelSelector;
        const auto first = wait(m_client->list(configMapKind, m_space, options, {}));
        VERIFY_RESULT(first);
        QVERIFY(!first->page.continueToken.isEmpty());
        change(0, "later");
        VERIFY_DONE(m_cluster.compact());
        VERIFY_DONE(m_cluster.component(QStringLiteral("restart"), server)); // it remembers for the database
        options.continueToken = first->page.continueToken;
        const auto next = wait(m_client->list(configMapKind, m_space, options, {}));
        QVERIFY(!next);
        QVERIFY2(next.error().api() && next.error().api()->isGone(), why(next.error()).constData());
        QCOMPARE(next.error().api()->reason, QStringLiteral("Expired"));
        QCOMPARE(freshList().items.size(), size_t(7));
    }

    void aListThatIsForgottenHalfWay()
    {
        create(0, 7);
        const auto witness = std::make_shared<Witness>(m_tools, 1);
        const auto interrupted = std::make_shared<Interrupted>(witness, [this] {
            change(0, "changed between the pages");
            remove(1);
            VERIFY_DONE(m_cluster.compact());
            VERIFY_DONE(m_cluster.component(QStringLiteral("restart"), server));
        });
        kube::Watcher watcher(*m_client, target(), interrupted, m_tools, settings());
        watcher.start();
        QTRY_VERIFY(witness->isLive());
        verifyEqual(*witness);
        QCOMPARE(interrupted->abandoned, 1);
        QVERIFY(interrupted->begun >= 2);
        QCOMPARE(witness->lists(), 1);
        change(3, "the watch goes on");
        verifyEqual(*witness);
    }

    void aWatchWhoseVersionIsForgottenWhileItIsAway()
    {
        create(0, 5);
        FaultProxy proxy(quint16(m_connection.server.port()));
        const auto witness = std::make_shared<Witness>(m_tools, 1);
        kube::Watcher watcher(clientFor(m_connection, proxy.port()), target(), witness, m_tools, settings());
        watcher.start();
        QTRY_VERIFY(witness->isLive());
        proxy.strike({Fault::Kind::Refused});
        QTRY_COMPARE(witness->store()->freshness().state, store::Freshness::State::Stale);
        change(0, "while away");
        remove(1);
        create(5, 7);
        VERIFY_DONE(m_cluster.compact());
        VERIFY_DONE(m_cluster.component(QStringLiteral("restart"), server));
        QCOMPARE(witness->store()->size(), 5); // what was known is still shown
        proxy.heal();
        verifyEqual(*witness);
        QCOMPARE(witness->lists(), 2);
        change(0, "the watch goes on");
        verifyEqual(*witness);
        QCOMPARE(witness->lists(), 2);
    }

    void aServerThatRestarts()
    {
        create(0, 5);
        const auto witness = std::make_shared<Witness>(m_tools, 1);
        kube::Watcher watcher(*m_client, target(), witness, m_tools, settings());
        watcher.start();
        QTRY_VERIFY(witness->isLive());
        VERIFY_DONE(m_cluster.component(QStringLiteral("stop"), server));
        QTRY_COMPARE(witness->store()->freshness().state, store::Freshness::State::Stale);
        const auto refused = wait(m_client->get(kube::refOf(object(0)), {}));
        QVERIFY(!refused);
        QVERIFY2(refused.error().is<base::TransportError>(), why(refused.error()).constData());
        VERIFY_DONE(m_cluster.component(QStringLiteral("start"), server));
        change(0, "afterwards");
        remove(1);
        verifyEqual(*witness);
    }

    void aServerThatHangs()
    {
        create(0, 3);
        const ApiClient impatient = clientFor(m_connection, 0, 500);
        VERIFY_RESULT(wait(impatient.get(kube::refOf(object(0)), {})));
        VERIFY_DONE(m_cluster.component(QStringLiteral("pause"), server));
        const auto silent = wait(impatient.get(kube::refOf(object(0)), {}));
        VERIFY_DONE(m_cluster.component(QStringLiteral("resume"), server));
        QVERIFY(!silent);
        QVERIFY2(silent.error().is<base::TimeoutError>(), why(silent.error()).constData());
        const auto answers = [&] { return wait(m_client->get(kube::refOf(object(0)), {})).has_value(); };
        QTRY_VERIFY(answers());
    }

    void aDatabaseThatIsGone()
    {
        create(0, 5);
        const auto witness = std::make_shared<Witness>(m_tools, 1);
        kube::Watcher watcher(*m_client, target(), witness, m_tools, settings());
        watcher.start();
        QTRY_VERIFY(witness->isLive());
        VERIFY_DONE(m_cluster.component(QStringLiteral("stop"), database));
        const auto refused = wait(clientFor(m_connection, 0, 5000).create(object(7), {}, {}));
        QVERIFY(!refused);
        const base::ApiStatus *status = refused.error().api();
        QVERIFY2((status && status->code >= 500) || refused.error().is<base::TimeoutError>(),
                 why(refused.error()).constData());
        VERIFY_DONE(m_cluster.component(QStringLiteral("start"), database));
        const auto writes = [&] {
            return wait(m_client->patch(kube::refOf(object(0)), kube::PatchType::Merge,
                                        {{"data", {{"value", "afterwards"}}}}, {}, {}))
                .has_value();
        };
        QTRY_VERIFY(writes());
        remove(1);
        verifyEqual(*witness);
    }
};

QTEST_GUILESS_MAIN(ClientOutagesTest)
#include "tst_client_outages.moc"
