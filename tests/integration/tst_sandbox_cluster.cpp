// SPDX-License-Identifier: GPL-3.0-or-later
// The sandbox as the application uses it: start, controls, kubeconfig, stop.
#include "base/json.h"
#include "sandbox/http/sandbox_cluster.h"
#include "support/patience.h"
#include "support/tls_client.h"

#include <QFileInfo>
#include <QLocale>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

using namespace sluice;
using namespace sluice::tests;
using sandbox::SandboxCluster;
using sandbox::SandboxOptions;
using sandbox::SandboxStatus;

class TestSandboxCluster : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void startsAndStops();
    void refusesWhatItCannotDo();
    void keepsCredentialsPrivate();
    void usersDiffer();
    void timeFollowsItsControls();
    void bookmarksComeWhilePaused();
    void watchesEndWithTheSandbox();
    void reportsItsStatus();
    void sameSeedSameRun();

private:
    static TlsClient::Answer get(const sandbox::Endpoint &endpoint, const QByteArray &target,
                                 const QString &token)
    {
        TlsClient client;
        client.token = token.toLatin1();
        if (!client.connectTo(endpoint.port, endpoint.caPem))
            return {};
        client.request("GET", target);
        return client.answer().value_or(TlsClient::Answer{});
    }
    /// The Date header of an answer.
    static QDateTime dateOf(const sandbox::Endpoint &endpoint)
    {
        const QByteArray date = get(endpoint, "/version", endpoint.token).header("Date");
        QDateTime time = QLocale::c().toDateTime(QString::fromLatin1(date),
                                                 QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
        time.setTimeSpec(Qt::UTC);
        return time;
    }
    static SandboxOptions pausedAt(const QDateTime &start)
    {
        SandboxOptions options;
        options.paused = true;
        options.startTime = start;
        return options;
    }

    const QDateTime m_start{QDate(2026, 3, 1), QTime(12, 0), Qt::UTC};
};

void TestSandboxCluster::startsAndStops()
{
    SandboxCluster cluster;
    QVERIFY(!cluster.isRunning());
    QVERIFY(cluster.kubeconfig().isEmpty());
    for (int round = 0; round < 3; ++round) {
        const auto endpoint = cluster.start();
        QVERIFY(endpoint.has_value());
        QVERIFY(cluster.isRunning());
        QCOMPARE(endpoint->url, QStringLiteral("https://127.0.0.1:%1").arg(endpoint->port));
        QCOMPARE(get(*endpoint, "/version", endpoint->token).status, 200);
        QVERIFY(!cluster.start().has_value()); // once
        cluster.stop();
        QVERIFY(!cluster.isRunning());
        QVERIFY(!TlsClient().connectTo(endpoint->port, endpoint->caPem));
        cluster.stop(); // again does nothing
    }
}

void TestSandboxCluster::refusesWhatItCannotDo()
{
    SandboxCluster first;
    const auto endpoint = first.start();
    QVERIFY(endpoint.has_value());

    SandboxCluster second;
    SandboxOptions taken;
    taken.port = endpoint->port;
    const auto refused = second.start(taken);
    QVERIFY(!refused.has_value());
    QVERIFY(refused.error().is<base::TransportError>());
    QVERIFY(!second.isRunning());
    SandboxOptions elsewhere;
    elsewhere.listen = QStringLiteral("192.0.2.1"); // reserved for documentation
    QVERIFY(second.start(elsewhere).error().is<base::TransportError>());
    SandboxOptions noAddress;
    noAddress.listen = QStringLiteral("nonsense");
    QVERIFY(second.start(noAddress).error().is<base::TransportError>());
    SandboxOptions tooFast;
    tooFast.speed = 1e6;
    QVERIFY(second.start(tooFast).error().is<base::ValidationError>());
    QVERIFY(second.start().has_value()); // none of that lasts
}

void TestSandboxCluster::keepsCredentialsPrivate()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("kubeconfig"));
    SandboxCluster cluster;
    QVERIFY(!cluster.writeKubeconfig(path).has_value());
    QVERIFY(cluster.start().has_value());
    QVERIFY(cluster.writeKubeconfig(path).has_value());
    QCOMPARE(QFileInfo(path).permissions()
                 & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
             QFile::Permissions());
    QVERIFY(cluster.kubeconfig().contains("current-context: sandbox\n"));
    const auto missing = cluster.writeKubeconfig(folder.filePath(QStringLiteral("missing/kubeconfig")));
    QVERIFY(!missing.has_value() && missing.error().is<base::FileError>());
}

void TestSandboxCluster::usersDiffer()
{
    SandboxCluster cluster;
    const auto endpoint = cluster.start(pausedAt(m_start));
    QVERIFY(endpoint.has_value());
    const QByteArray secrets = "/api/v1/namespaces/kube-system/secrets";
    QCOMPARE(get(*endpoint, secrets, endpoint->token).status, 200);
    QCOMPARE(get(*endpoint, secrets, endpoint->viewerToken).status, 403);
    QCOMPARE(get(*endpoint, secrets, endpoint->developerToken).status, 403);
    QCOMPARE(get(*endpoint, "/api/v1/namespaces/default/secrets", endpoint->developerToken).status, 200);
    QCOMPARE(get(*endpoint, "/api/v1/namespaces", endpoint->viewerToken).status, 200);
    QCOMPARE(get(*endpoint, secrets, QStringLiteral("guess")).status, 401);
    QCOMPARE(get(*endpoint, secrets, QString()).status, 401);
}

void TestSandboxCluster::timeFollowsItsControls()
{
    SandboxCluster cluster;
    const auto endpoint = cluster.start(pausedAt(m_start));
    QVERIFY(endpoint.has_value());
    QCOMPARE(cluster.virtualNow(), m_start);
    QCOMPARE(dateOf(*endpoint), m_start);
    cluster.advance(3'600'000);
    QCOMPARE(dateOf(*endpoint), m_start.addSecs(3600));
    QCOMPARE(cluster.virtualNow(), m_start.addSecs(3600));
    cluster.setSpeed(60);
    QCOMPARE(cluster.virtualNow(), m_start.addSecs(3600)); // still paused
    QCOMPARE(cluster.status().speed, 60.0);
    cluster.resume();
    QTRY_VERIFY(dateOf(*endpoint) > m_start.addSecs(3610));
    cluster.pause();
    const QDateTime stopped = cluster.virtualNow();
    QTRY_COMPARE(dateOf(*endpoint),
                 QDateTime(stopped.date(),
                           QTime(stopped.time().hour(), stopped.time().minute(), stopped.time().second()),
                           Qt::UTC));
    QCOMPARE(cluster.virtualNow(), stopped);
}

void TestSandboxCluster::bookmarksComeWhilePaused()
{
    SandboxOptions options = pausedAt(m_start);
    options.bookmarkSeconds = 1;
    SandboxCluster cluster;
    const auto endpoint = cluster.start(options);
    QVERIFY(endpoint.has_value());
    TlsClient client;
    client.token = endpoint->token.toLatin1();
    QVERIFY(client.connectTo(endpoint->port, endpoint->caPem));
    client.request(
        "GET", "/api/v1/namespaces/default/configmaps?watch=1&allowWatchBookmarks=true&resourceVersion=0");
    QVERIFY(client.header().has_value());
    QByteArray line;
    while (!line.startsWith("{\"type\":\"BOOKMARK\"")) {
        const auto next = client.line();
        QVERIFY(next.has_value());
        line = *next;
    }
    QCOMPARE(cluster.virtualNow(), m_start);
}

void TestSandboxCluster::watchesEndWithTheSandbox()
{
    SandboxCluster cluster;
    const auto endpoint = cluster.start();
    QVERIFY(endpoint.has_value());
    std::vector<std::unique_ptr<TlsClient>> clients;
    for (int i = 0; i < 20; ++i) {
        clients.push_back(std::make_unique<TlsClient>());
        clients.back()->token = endpoint->token.toLatin1();
        QVERIFY(clients.back()->connectTo(endpoint->port, endpoint->caPem));
        clients.back()->request("GET", "/api/v1/pods?watch=1");
        QVERIFY(clients.back()->header().has_value());
    }
    cluster.stop();
    for (const auto &client : clients) {
        while (client->line().has_value()) { }
        QVERIFY(client->waitForClosed());
    }
}

void TestSandboxCluster::reportsItsStatus()
{
    qRegisterMetaType<SandboxStatus>();
    SandboxCluster cluster;
    QSignalSpy spy(&cluster, &SandboxCluster::statusChanged);
    const auto endpoint = cluster.start(pausedAt(m_start));
    QVERIFY(endpoint.has_value());
    QCOMPARE(spy.size(), 1);
    QVERIFY(cluster.status().running && cluster.status().paused);
    {
        TlsClient client;
        client.token = endpoint->token.toLatin1();
        QVERIFY(client.connectTo(endpoint->port, endpoint->caPem));
        client.request("GET", "/api/v1/pods?watch=1");
        QVERIFY(client.header().has_value());
        QTRY_COMPARE(cluster.status().streams, 1);
        QCOMPARE(cluster.status().connections, 1);
        QCOMPARE(cluster.status().requests, quint64(1));
    }
    QTRY_COMPARE(cluster.status().streams, 0);
    cluster.resume();
    QVERIFY(!cluster.status().paused);
    cluster.stop();
    QCOMPARE(cluster.status(), SandboxStatus());
    QCOMPARE(spy.last().first().value<SandboxStatus>(), SandboxStatus());
}

void TestSandboxCluster::sameSeedSameRun()
{
    QByteArray first;
    for (int round = 0; round < 2; ++round) {
        SandboxCluster cluster;
        const auto endpoint = cluster.start(pausedAt(m_start));
        QVERIFY(endpoint.has_value());
        cluster.advance(30'000);
        QByteArray objects;
        for (const char *plural : {"namespaces", "configmaps", "serviceaccounts", "pods", "events"})
            objects += get(*endpoint, QByteArray("/api/v1/") + plural, endpoint->token).body;
        QVERIFY(objects.contains("knative-serving"));
        if (round == 0)
            first = objects;
        else
            QCOMPARE(objects, first);
    }
}

QTEST_GUILESS_MAIN(TestSandboxCluster)
#include "tst_sandbox_cluster.moc"
