// SPDX-License-Identifier: GPL-3.0-or-later
#include "https_fixture.h"
#include "support/tls_client.h"

#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTest>
#include <memory>
#include <vector>

using namespace sluice;
using namespace sluice::tests;
using std::chrono::milliseconds;

class TestSandboxHttps : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keepsConnectionsAlive();
    void answersRequestsSentAhead();
    void closesWhenAsked();
    void sendsContinue();
    void answersLater();
    void refusesBadRequests_data();
    void refusesBadRequests();
    void refusesLargeBodies_data();
    void refusesLargeBodies();
    void givesUpOnHalfRequests_data();
    void givesUpOnHalfRequests();
    void givesUpOnHalfHandshakes_data();
    void givesUpOnHalfHandshakes();
    void isTrustedOnlyThroughItsAuthority();
    void refusesOldProtocols();
    void streamsInChunks();
    void endsStreamsAtTheirLimit();
    void noticesClientsThatLeave();
    void servesManyStreamsAndRequests();
    void slowReadersHoldBackOnlyThemselves();
    void capsConnections();
    void stopEndsStreams();
    void stopDoesNotWaitForever();

private:
    /// Asks /counters until \a streams are open; false when that never happens.
    static bool waitForStreams(TlsClient &client, int streams)
    {
        QElapsedTimer guard;
        guard.start();
        while (guard.elapsed() < TlsClient::guardMs) {
            client.request("GET", "/counters");
            const auto answer = client.answer();
            if (!answer)
                return false;
            if (answer->body.split(' ').value(2).toInt() == streams)
                return true;
        }
        return false;
    }
};

void TestSandboxHttps::keepsConnectionsAlive()
{
    HttpsFixture server;
    TlsClient client;
    QVERIFY(client.connectTo(server.port(), server.caPem()));
    for (int i = 0; i < 20; ++i) {
        const QByteArray target = "/echo?n=" + QByteArray::number(i);
        client.request("POST", target, "body");
        const auto answer = client.answer();
        QVERIFY(answer.has_value());
        QCOMPARE(answer->status, 200);
        QCOMPARE(answer->header("Content-Type"), QByteArray("text/plain"));
        QCOMPARE(answer->body, "POST " + target + " body");
    }
}

void TestSandboxHttps::answersRequestsSentAhead()
{
    HttpsFixture server;
    TlsClient client;
    QVERIFY(client.connectTo(server.port(), server.caPem()));
    client.send("GET /echo?1 HTTP/1.1\r\nHost: h\r\n\r\nGET /lines?2 HTTP/1.1\r\nHost: h\r\n\r\n"
                "GET /echo?3 HTTP/1.1\r\nHost: h\r\n\r\n");
    QCOMPARE(client.answer().value().body, QByteArray("GET /echo?1 "));
    QCOMPARE(client.answer().value().body, QByteArray("first\nline 2\nline 1\n"));
    QCOMPARE(client.answer().value().body, QByteArray("GET /echo?3 "));
}

void TestSandboxHttps::closesWhenAsked()
{
    HttpsFixture server;
    TlsClient client;
    QVERIFY(client.connectTo(server.port(), server.caPem()));
    client.request("GET", "/echo", {}, {"Connection: close"});
    const auto answer = client.answer();
    QVERIFY(answer.has_value());
    QCOMPARE(answer->header("Connection"), QByteArray("close"));
    QVERIFY(client.waitForClosed());
}

void TestSandboxHttps::sendsContinue()
{
    HttpsFixture server;
    TlsClient client;
    QVERIFY(client.connectTo(server.port(), server.caPem()));
    client.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n");
    const auto interim = client.header();
    QVERIFY(interim.has_value());
    QCOMPARE(interim->status, 100);
    client.send("body");
    QCOMPARE(client.answer().value().body, QByteArray("POST /echo body"));
}

void TestSandboxHttps::answersLater()
{
    HttpsFixture server;
    TlsClient waiting;
    TlsClient other;
    QVERIFY(waiting.connectTo(server.port(), server.caPem()));
    QVERIFY(other.connectTo(server.port(), server.caPem()));
    for (int round = 0; round < 3; ++round) {
        waiting.request("GET", "/later");
        // Until the server has read it there is nothing to release.
        QByteArray body;
        do {
            other.request("GET", "/counters");
            QVERIFY(other.answer().has_value());
            other.request("GET", "/release");
            QCOMPARE(other.answer().value().body, QByteArray("released"));
        } while (!waiting.socket().waitForReadyRead(10));
        QCOMPARE(waiting.answer().value().body, QByteArray("at last"));
    }
}

void TestSandboxHttps::refusesBadRequests_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::newRow("no HTTP") << QByteArray("hello there\r\n\r\n") << 400;
    QTest::newRow("version") << QByteArray("GET / HTTP/9.9\r\n\r\n") << 400;
    QTest::newRow("length") << QByteArray("POST / HTTP/1.1\r\nContent-Length: many\r\n\r\n") << 400;
    QTest::newRow("two lengths") << QByteArray(
        "POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx")
                                 << 400;
    QTest::newRow("chunk") << QByteArray("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")
                           << 400;
    QTest::newRow("large header") << "GET / HTTP/1.1\r\nX: " + QByteArray(100'000, 'x') + "\r\n\r\n" << 431;
}

void TestSandboxHttps::refusesBadRequests()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    HttpsFixture server;
    TlsClient client;
    QVERIFY(client.connectTo(server.port(), server.caPem()));
    client.send(bytes);
    const auto answer = client.answer();
    QVERIFY(answer.has_value());
    QCOMPARE(answer->status, status);
    QVERIFY2(answer->body.contains("\"kind\":\"Status\""), answer->body.constData());
    QVERIFY(client.waitForClosed());
}

void TestSandboxHttps::refusesLargeBodies_data()
{
    QTest::addColumn<bool>("chunked");
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("status");
    QTest::newRow("at the limit") << false << 100'000 << 200;
    QTest::newRow("over it") << false << 100'001 << 413;
    QTest::newRow("far over it") << false << 5'000'000 << 413;
    QTest::newRow("chunked, within") << true << 100'000 << 200;
    QTest::newRow("chunked, over") << true << 100'001 << 413;
}

void TestSandboxHttps::refusesLargeBodies()
{
    QFETCH(bool, chunked);
    QFETCH(int, size);
    QFETCH(int, status);
    sandbox::ServerLimits limits;
    limits.bodyBytes = 100'000;
    HttpsFixture server(limits);
    TlsClient client;
    QVERIFY(client.connectTo(server.port(), server.caPem()));
    const QByteArray body(size, 'b');
    if (chunked)
        client.send("POST /size HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + QByteArray::number(size, 16) + "\r\n" + body + "\r\n0\r\n\r\n");
    else
        client.request("POST", "/size", body);
    const auto answer = client.answer();
    QVERIFY(answer.has_value());
    QCOMPARE(answer->status, status);
    if (status == 200)
        QCOMPARE(answer->body, QByteArray::number(size));
    else
        QVERIFY2(answer->body.contains("\"reason\":\"RequestEntityTooLarge\""), answer->body.constData());
}

void TestSandboxHttps::givesUpOnHalfRequests_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("one byte") << QByteArray("G");
    QTest::newRow("half a header") << QByteArray("GET /echo HTTP/1.1\r\nHost: h\r\n");
    QTest::newRow("half a body") << QByteArray(
        "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\nabc");
    QTest::newRow("half a chunk") << QByteArray(
        "POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nabc");
}

void TestSandboxHttps::givesUpOnHalfRequests()
{
    QFETCH(QByteArray, bytes);
    sandbox::ServerLimits limits;
    limits.idle = milliseconds(100);
    limits.request = milliseconds(100);
    HttpsFixture server(limits);
    TlsClient client;
    QVERIFY(client.connectTo(server.port(), server.caPem()));
    client.send(bytes);
    QVERIFY(client.waitForClosed());
    TlsClient next;
    QVERIFY(next.connectTo(server.port(), server.caPem()));
    next.request("GET", "/echo");
    QVERIFY(next.answer().has_value());
}

void TestSandboxHttps::givesUpOnHalfHandshakes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("plain HTTP") << QByteArray("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
    QTest::newRow("half a ClientHello") << QByteArray::fromHex("160301020001000") + "x";
    QTest::newRow("noise") << QByteArray(5000, '\xff');
}

void TestSandboxHttps::givesUpOnHalfHandshakes()
{
    QFETCH(QByteArray, bytes);
    sandbox::ServerLimits limits;
    limits.handshake = milliseconds(100);
    HttpsFixture server(limits);
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), server.port());
    QVERIFY(socket.waitForConnected(TlsClient::guardMs));
    socket.write(bytes);
    QVERIFY(socket.state() != QAbstractSocket::ConnectedState
            || socket.waitForDisconnected(TlsClient::guardMs));
    TlsClient next;
    QVERIFY(next.connectTo(server.port(), server.caPem()));
}

void TestSandboxHttps::isTrustedOnlyThroughItsAuthority()
{
    HttpsFixture server;
    for (const char *host : {"127.0.0.1", "localhost", "::1"}) {
        TlsClient client;
        QVERIFY2(client.connectTo(server.port(), server.caPem(), QString::fromLatin1(host)), host);
    }
    TlsClient otherHost;
    QVERIFY(!otherHost.connectTo(server.port(), server.caPem(), QStringLiteral("example.com")));
    const HttpsFixture other;
    TlsClient otherAuthority;
    QVERIFY(!otherAuthority.connectTo(server.port(), other.caPem()));
}

void TestSandboxHttps::refusesOldProtocols()
{
    HttpsFixture server;
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates(QSslCertificate::fromData(server.caPem()));
    QT_WARNING_PUSH
    QT_WARNING_DISABLE_DEPRECATED
    configuration.setProtocol(QSsl::TlsV1_1);
    QT_WARNING_POP
    QSslSocket socket;
    socket.setSslConfiguration(configuration);
    socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), server.port());
    QVERIFY(!socket.waitForEncrypted(TlsClient::guardMs));
}

void TestSandboxHttps::streamsInChunks()
{
    HttpsFixture server;
    TlsClient client;
    QVERIFY(client.connectTo(server.port(), server.caPem()));
    for (int i = 0; i < 3; ++i) {
        client.request("GET", "/lines?3");
        const auto head = client.header();
        QVERIFY(head.has_value());
        QCOMPARE(head->header("Transfer-Encoding"), QByteArray("chunked"));
        QVERIFY(head->header("Content-Length").isEmpty());
        QList<QByteArray> lines;
        while (const auto line = client.line())
            lines.append(*line);
        QCOMPARE(lines, (QList<QByteArray>{"first", "line 3", "line 2", "line 1"}));
    }
}

void TestSandboxHttps::endsStreamsAtTheirLimit()
{
    HttpsFixture server;
    TlsClient client;
    QVERIFY(client.connectTo(server.port(), server.caPem()));
    client.request("GET", "/limited");
    const auto answer = client.answer();
    QVERIFY(answer.has_value());
    QCOMPARE(answer->body, QByteArray());
    client.request("GET", "/echo");
    QCOMPARE(client.answer().value().body, QByteArray("GET /echo "));
}

void TestSandboxHttps::noticesClientsThatLeave()
{
    HttpsFixture server;
    TlsClient control;
    QVERIFY(control.connectTo(server.port(), server.caPem()));
    TlsClient client;
    QVERIFY(client.connectTo(server.port(), server.caPem()));
    client.request("GET", "/subscribe");
    QVERIFY(client.header().has_value());
    QVERIFY(waitForStreams(control, 1));
    client.close();
    QVERIFY(waitForStreams(control, 0));
}

void TestSandboxHttps::servesManyStreamsAndRequests()
{
    constexpr int streams = 50;
    HttpsFixture server;
    std::vector<std::unique_ptr<TlsClient>> clients;
    for (int i = 0; i < streams; ++i) {
        clients.push_back(std::make_unique<TlsClient>());
        QVERIFY(clients.back()->connectTo(server.port(), server.caPem()));
        clients.back()->request("GET", "/subscribe");
        QVERIFY(clients.back()->header().has_value());
    }
    TlsClient publisher;
    QVERIFY(publisher.connectTo(server.port(), server.caPem()));
    QVERIFY(waitForStreams(publisher, streams));
    constexpr int lines = 40;
    for (int n = 0; n < lines; ++n) {
        publisher.request("POST", "/publish", "event " + QByteArray::number(n));
        QCOMPARE(publisher.answer().value().body, QByteArray::number(streams));
    }
    for (const auto &client : clients) {
        for (int n = 0; n < lines; ++n)
            QCOMPARE(client->line().value_or("cut"), "event " + QByteArray::number(n));
    }
}

void TestSandboxHttps::slowReadersHoldBackOnlyThemselves()
{
    sandbox::ServerLimits limits;
    limits.stalledWrite = milliseconds(300);
    HttpsFixture server(limits);
    TlsClient slow;
    slow.setReadBufferSize(1024);
    QVERIFY(slow.connectTo(server.port(), server.caPem()));
    slow.request("GET", "/flood");
    QVERIFY(slow.header().has_value());

    TlsClient other;
    QVERIFY(other.connectTo(server.port(), server.caPem()));
    for (int i = 0; i < 50; ++i) {
        other.request("GET", "/echo");
        QVERIFY(other.answer().has_value());
    }
    // It reads nothing: what is in its socket fills up, and then it is closed.
    QVERIFY(waitForStreams(other, 0));
}

void TestSandboxHttps::capsConnections()
{
    sandbox::ServerLimits limits;
    limits.connections = 3;
    HttpsFixture server(limits);
    std::vector<std::unique_ptr<TlsClient>> clients;
    for (int i = 0; i < 3; ++i) {
        clients.push_back(std::make_unique<TlsClient>());
        QVERIFY(clients.back()->connectTo(server.port(), server.caPem()));
    }
    TlsClient fourth;
    QVERIFY(!fourth.connectTo(server.port(), server.caPem()));
    clients.front()->request("GET", "/echo");
    QVERIFY(clients.front()->answer().has_value());
    clients.back()->request("GET", "/echo", {}, {"Connection: close"});
    QVERIFY(clients.back()->answer().has_value());
    QVERIFY(clients.back()->waitForClosed());
    clients.back()->close();
    // The server may see the end a moment later than we do.
    bool admitted = false;
    for (int attempt = 0; attempt < 1000 && !admitted; ++attempt)
        admitted = TlsClient().connectTo(server.port(), server.caPem());
    QVERIFY(admitted);
}

void TestSandboxHttps::stopEndsStreams()
{
    HttpsFixture server;
    TlsClient stream;
    QVERIFY(stream.connectTo(server.port(), server.caPem()));
    stream.request("GET", "/subscribe");
    QVERIFY(stream.header().has_value());
    TlsClient idle;
    QVERIFY(idle.connectTo(server.port(), server.caPem()));
    QVERIFY(waitForStreams(idle, 1));
    idle.request("POST", "/publish", "the last event");
    QVERIFY(idle.answer().has_value());
    server.stop();
    QCOMPARE(stream.line().value_or("cut"), QByteArray("the last event"));
    QCOMPARE(stream.chunk().value_or("cut"), QByteArray()); // a proper end
    QVERIFY(idle.waitForClosed());
    QVERIFY(!TlsClient().connectTo(server.port(), server.caPem()));
}

void TestSandboxHttps::stopDoesNotWaitForever()
{
    sandbox::ServerLimits limits;
    limits.shutdownGrace = milliseconds(50);
    HttpsFixture server(limits);
    TlsClient unanswered;
    QVERIFY(unanswered.connectTo(server.port(), server.caPem()));
    unanswered.request("GET", "/later");
    TlsClient slow;
    slow.setReadBufferSize(1024);
    QVERIFY(slow.connectTo(server.port(), server.caPem()));
    slow.request("GET", "/flood");
    QVERIFY(slow.header().has_value());
    server.stop(); // returns: that is the test
    QVERIFY(unanswered.waitForClosed());
}

QTEST_GUILESS_MAIN(TestSandboxHttps)
#include "tst_sandbox_https.moc"
