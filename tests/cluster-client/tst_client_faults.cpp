// SPDX-License-Identifier: GPL-3.0-or-later
// Through a proxy that makes trouble: once a fault is over, the store equals a fresh list. Runs on the embedded cluster;
// with --cluster on a real control plane.
#include "support/fault_proxy.h"
#include "support/patience.h"
#include "test_cluster.h"
#include "witness.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QTest>
#include <deque>

using namespace sluice;
using namespace sluice::test;
using base::Json;
using kube::ApiClient;
using kube::Watcher;
using Kind = Fault::Kind;

namespace {

constexpr int objects = 60;
constexpr int objectBytes = 2000;
constexpr int bigObjectBytes = 40'000; ///< several TLS records

/// Text that does not get much smaller when it is compressed.
std::string noise(int bytes)
{
    std::string text(size_t(bytes), ' ');
    for (char &c : text)
        c = char('!' + QRandomGenerator::global()->bounded(90));
    return text;
}

enum class When { WhileListing, WhileWatching };

} // namespace

class ClientFaultsTest : public QObject {
    Q_OBJECT
public:
    explicit ClientFaultsTest(bool real)
        : m_real(real)
    {
    }

private:
    bool m_real;
    std::unique_ptr<TestCluster> m_cluster;
    kube::Connection m_admin;
    std::unique_ptr<ApiClient> m_direct; ///< around the proxy
    std::unique_ptr<FaultProxy> m_proxy;
    QString m_space;
    QString m_set; ///< label of the objects of the present case
    int m_count = 0;

    [[nodiscard]] Json object(int number, int bytes = objectBytes) const
    {
        return configMap(m_space, QStringLiteral("%1-%2").arg(m_set).arg(number, 3, 10, QLatin1Char('0')),
                         m_set, noise(bytes));
    }
    [[nodiscard]] kube::ObjectRef ref(int number) const { return kube::refOf(object(number, 1)); }
    [[nodiscard]] kube::WatchTarget target() const
    {
        return {configMapKind, m_space, QStringLiteral("set=") + m_set, {}};
    }

    void populate()
    {
        std::deque<base::Task<kube::ObjectAnswer>> running;
        for (int i = 0; i < objects; ++i)
            running.push_back(m_direct->create(object(i), {}, {}));
        for (auto &task : running)
            VERIFY_RESULT(wait(std::move(task)));
    }
    /// Each kind of change: update, removal, creation, another object of the same name, a big one.
    void change()
    {
        for (const int number : {0, 1, 2, 1}) {
            VERIFY_RESULT(wait(m_direct->patch(ref(number), kube::PatchType::Merge,
                                               {{"data", {{"value", noise(objectBytes)}}}}, {}, {})));
        }
        VERIFY_RESULT(wait(m_direct->remove(ref(3), {}, {})));
        VERIFY_RESULT(wait(m_direct->create(object(objects), {}, {})));
        VERIFY_RESULT(wait(m_direct->remove(ref(4), {}, {})));
        VERIFY_RESULT(wait(m_direct->create(object(4), {}, {})));
        VERIFY_RESULT(wait(m_direct->create(object(objects + 1, bigObjectBytes), {}, {})));
    }
    [[nodiscard]] kube::ListPage freshList() const
    {
        kube::ListOptions options;
        options.labelSelector = target().labelSelector;
        const auto listed = wait(m_direct->listAll(configMapKind, m_space, options, {}));
        return listed ? listed->page : kube::ListPage();
    }
    static kube::WatcherSettings settings(int pageSize)
    {
        kube::WatcherSettings settings;
        settings.pageSize = pageSize;
        settings.minBackoffMs = 1;
        settings.maxBackoffMs = 50;
        return settings;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (m_real) {
            if (const QString reason = RealCluster::whyNot(); !reason.isEmpty())
                QSKIP(qPrintable(reason));
            m_cluster = std::make_unique<RealCluster>();
        } else {
            m_cluster = startSandbox();
        }
        const auto admin = m_cluster->connection(QStringLiteral("admin"));
        VERIFY_RESULT(admin);
        m_admin = *admin;
        m_direct = std::make_unique<ApiClient>(clientFor(m_admin));
        m_space = QStringLiteral("faults-%1").arg(QRandomGenerator::global()->generate(), 0, 36);
        VERIFY_RESULT(wait(m_direct->create(nameSpace(m_space), {}, {})));
    }
    void cleanupTestCase()
    {
        if (m_direct)
            (void)wait(m_direct->remove({namespaceKind, {}, m_space}, {}, {}));
        m_direct.reset();
        m_cluster.reset();
    }
    void init()
    {
        m_set = QStringLiteral("s%1").arg(++m_count);
        m_proxy = std::make_unique<FaultProxy>(quint16(m_admin.server.port()));
    }
    void cleanup() { m_proxy.reset(); }

    void theStoreEqualsAFreshListAfterwards_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<When>("when");
        QTest::addColumn<int>("pageSize");
        const std::pair<const char *, Fault> ends[] = {
            {"cut at once", {Kind::Cut, 0}},
            {"cut inside a TLS record's header", {Kind::Cut, 3}},
            {"cut inside a TLS record", {Kind::Cut, 700}},
            {"cut after the handshake", {Kind::Cut, 6000}},
            {"cut inside a chunk", {Kind::Cut, 20'000}},
            {"cut inside the request", {Kind::Cut, 300, Fault::Way::ToServer}},
            {"reset at once", {Kind::Reset, 0}},
            {"reset inside a TLS record's header", {Kind::Reset, 3}},
            {"reset inside a TLS record", {Kind::Reset, 700}},
            {"reset inside a chunk", {Kind::Reset, 20'000}},
            {"reset inside the request", {Kind::Reset, 300, Fault::Way::ToServer}},
            {"refused", {Kind::Refused}},
            {"stalled at once", {Kind::Stalled, 0}},
            {"stalled inside a TLS record's header", {Kind::Stalled, 3}},
            {"stalled inside a chunk", {Kind::Stalled, 20'000}},
            {"stalled inside the request", {Kind::Stalled, 10, Fault::Way::ToServer}},
            {"slow", {Kind::Slow}},
            {"slices of seven bytes", {Kind::Sliced, 0, Fault::Way::ToClient, 7}},
            {"slices of the request", {Kind::Sliced, 0, Fault::Way::ToServer, 1}},
        };
        const Fault oneByte{Kind::Sliced, 0, Fault::Way::ToClient, 1};
        QTest::newRow("pages, slices of one byte") << oneByte << When::WhileListing << 7;
        QTest::newRow("watch, slices of one byte") << oneByte << When::WhileWatching << 500;
        for (const auto &[name, fault] : ends) {
            QTest::newRow(qPrintable(QStringLiteral("pages, ") + QLatin1String(name)))
                << fault << When::WhileListing << 7;
            QTest::newRow(qPrintable(QStringLiteral("one compressed page, ") + QLatin1String(name)))
                << fault << When::WhileListing << 500;
            // A stream sends nothing to the server once it is open.
            if (fault.way == Fault::Way::ToClient)
                QTest::newRow(qPrintable(QStringLiteral("watch, ") + QLatin1String(name)))
                    << fault << When::WhileWatching << 500;
        }
    }
    void theStoreEqualsAFreshListAfterwards()
    {
        QFETCH(Fault, fault);
        QFETCH(When, when);
        QFETCH(int, pageSize);
        populate();
        const ApiClient client = clientFor(m_admin, m_proxy->port());
        VERIFY_RESULT(wait(client.discover(false, {})));
        const kube::WatcherTools tools = kube::systemWatcherTools(nullptr, nullptr);
        const auto witness = std::make_shared<Witness>(tools, 1);
        Watcher watcher(client, target(), witness, tools, settings(pageSize));
        if (when == When::WhileListing) {
            m_proxy->strike(fault);
            watcher.start();
        } else {
            watcher.start();
            QTRY_VERIFY(witness->isLive());
            m_proxy->strike(fault);
        }
        change();
        QTRY_VERIFY(m_proxy->strikes() > 0);
        const bool harmless = fault.kind == Kind::Slow || fault.kind == Kind::Sliced;
        if (!harmless)
            m_proxy->heal();
        const kube::ListPage fresh = freshList();
        QCOMPARE(fresh.items.size(), size_t(objects + 1));
        QTRY_COMPARE(witness->difference(fresh), QString());
        QTRY_VERIFY(witness->isLive());
        if (harmless)
            QVERIFY(witness->troubles().empty());
        // A lost connection is no reason to list again.
        QCOMPARE(witness->lists(), 1);
        QCOMPARE(witness->complaints(), QStringList());
        QVERIFY2(m_proxy->mostHeld() <= FaultProxy::windowBytes,
                 qPrintable(QString::number(m_proxy->mostHeld())));
        // Of requests one connection is kept, and that of the watch.
        QTRY_VERIFY(m_proxy->open() <= 2);
    }

    void aStreamThatIsSilentForGoodIsGivenUp()
    {
        populate();
        kube::WatcherTools tools = kube::systemWatcherTools(nullptr, nullptr);
        const auto timers = std::make_shared<base::ManualTimers>(
            std::make_shared<base::ManualClock>(QDateTime::currentDateTimeUtc()));
        tools.timers = timers;
        const auto witness = std::make_shared<Witness>(tools, 16);
        const kube::WatcherSettings plain;
        Watcher watcher(clientFor(m_admin, m_proxy->port()), target(), witness, tools, plain);
        watcher.start();
        const auto isLive = [&] {
            timers->advance(16);
            return witness->isLive();
        };
        QTRY_VERIFY(isLive());
        // As a router that forgot the connection does: no byte, no end.
        m_proxy->abandon();
        change();
        QVERIFY(!witness->difference(freshList()).isEmpty());
        timers->advance(plain.maxTimeoutSeconds * 1000 + plain.graceMs);
        const kube::ListPage fresh = freshList();
        const auto isEqual = [&] {
            timers->advance(16);
            return witness->difference(fresh).isEmpty();
        };
        QTRY_VERIFY(isEqual());
        QVERIFY(witness->isLive());
        QCOMPARE(witness->lists(), 1);
        QCOMPARE(witness->complaints(), QStringList());
        QCOMPARE(witness->troubles().size(), size_t(1));
        QVERIFY(witness->troubles().front().is<base::TimeoutError>());
    }

    void aCreationWhoseAnswerIsLostIsNotRepeated_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::newRow("cut") << Kind::Cut;
        QTest::newRow("reset") << Kind::Reset;
    }
    void aCreationWhoseAnswerIsLostIsNotRepeated()
    {
        QFETCH(Kind, kind);
        const ApiClient client = clientFor(m_admin, m_proxy->port());
        VERIFY_RESULT(wait(client.discover(false, {})));
        Fault lost{kind, 1};
        lost.connections = 1;
        m_proxy->strike(lost);
        Json object = configMap(m_space, {}, m_set, "1");
        object["metadata"].erase("name");
        object["metadata"]["generateName"] = m_set.toStdString() + "-";
        const auto created = wait(client.create(object, {}, {}));
        QCOMPARE(m_proxy->strikes(), 1);
        QVERIFY(!created);
        const auto *error = created.error().get_if<base::TransportError>();
        QVERIFY2(error && error->kind == base::TransportError::Kind::ConnectionLost,
                 why(created.error()).constData());
        QCOMPARE(freshList().items.size(), size_t(1));
        // Nothing is wrong with the next one.
        VERIFY_RESULT(wait(client.create(object, {}, {})));
        QCOMPARE(freshList().items.size(), size_t(2));
    }
};

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QStringList arguments = app.arguments();
    ClientFaultsTest test(arguments.removeAll(QStringLiteral("--cluster")) > 0);
    return QTest::qExec(&test, arguments);
}

#include "tst_client_faults.moc"
