// SPDX-License-Identifier: GPL-3.0-or-later
#include "https_server.h"
#include "kube/client/api_client.h"
#include "kube/net/network_transport.h"
#include "support/kube/pending.h"
#include "support/patience.h"

#include <QCoroTask>
#include <QLocale>
#include <QTcpServer>
#include <QTest>

using namespace sluice;
using namespace sluice::kube;
using base::TlsError;
using base::TransportError;
using test::begin;
using test::CertificateSpec;
using test::HttpsServer;
using test::Incoming;
using test::Pending;

namespace {

const QList<QByteArray> localNames{"DNS:localhost", "IP:127.0.0.1"};

CertificateSpec serverSpec()
{
    CertificateSpec spec;
    spec.names = localNames;
    return spec;
}

Connection connectionTo(const HttpsServer &server, const QByteArray &caPem)
{
    Connection connection;
    connection.server = server.url();
    connection.tls.caPem = caPem;
    return connection;
}

std::shared_ptr<Transport> transportFor(const Connection &connection)
{
    const auto transport = makeNetworkTransport(connection);
    return transport ? *transport : nullptr;
}

Request getRequest(const char *path)
{
    Request request;
    request.path = QString::fromLatin1(path);
    return request;
}

base::Result<Response> send(const std::shared_ptr<Transport> &transport, Request request)
{
    return QCoro::waitFor(transport->send(std::move(request), std::stop_token()));
}

} // namespace

class KubeNetworkTest : public QObject {
    Q_OBJECT
private:
    test::Authority m_authority;
    test::Authority m_stranger;

    /// The server's certificate by \a spec, the client's trust in \a ca.
    TlsError::Kind refusal(const CertificateSpec &spec, const QByteArray &ca, const QString &host = {})
    {
        HttpsServer server(m_authority.issue(spec));
        server.handler = [](const Incoming &in) { in.answer(200, "{}"); };
        Connection connection = connectionTo(server, ca);
        if (!host.isEmpty())
            connection.server = server.url(host);
        const auto response = send(transportFor(connection), getRequest("/"));
        if (response || !server.seen.isEmpty())
            qFatal("the request was sent");
        const auto *error = response.error().get_if<TlsError>();
        if (!error)
            qFatal("%s", qPrintable(base::debugText(response.error())));
        return error->kind;
    }

private Q_SLOTS:
    void aRequestAndItsAnswer()
    {
        HttpsServer server(m_authority.issue(serverSpec()));
        server.handler = [](const Incoming &in) {
            in.answer(201, "made", {"Warning: 299 - \"a\"", "Date: Mon, 23 Nov 2026 01:32:12 GMT"});
        };
        Connection connection = connectionTo(server, m_authority.caPem());
        connection.server.setPath(QStringLiteral("/k8s/c-1/"));
        const auto transport = transportFor(connection);
        Request request = getRequest("/api/v1/a%2Fb");
        request.method = "PATCH";
        request.addQuery(QStringLiteral("fieldManager"), QStringLiteral("a b+c&d"));
        request.body = "{\"x\":1}";
        request.headers.set("Content-Type", "application/apply-patch+yaml");
        const auto response = send(transport, request);
        QVERIFY2(response, response ? "" : qPrintable(base::debugText(response.error())));
        QCOMPARE(response->status, 201);
        QCOMPARE(response->body, QByteArray("made"));
        QCOMPARE(response->headers.value("warning"), QByteArray("299 - \"a\""));
        QCOMPARE(server.seen.first().method, QByteArray("PATCH"));
        QCOMPARE(server.seen.first().target, QByteArray("/k8s/c-1/api/v1/a%2Fb?fieldManager=a%20b%2Bc%26d"));
        QCOMPARE(server.seen.first().body, request.body);
        QCOMPARE(server.seen.first().headers.value("Content-Type"),
                 QByteArray("application/apply-patch+yaml"));
    }

    void everyStatusIsAnAnswer_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {200, 302, 400, 401, 403, 404, 409, 410, 418, 422, 429, 500, 503, 504})
            QTest::newRow(qPrintable(QString::number(status))) << status;
    }
    void everyStatusIsAnAnswer()
    {
        QFETCH(int, status);
        HttpsServer server(m_authority.issue(serverSpec()));
        server.handler = [status](const Incoming &in) { in.answer(status, "body"); };
        const auto transport = transportFor(connectionTo(server, m_authority.caPem()));
        for (const char *method : {"GET", "POST", "PUT", "PATCH", "DELETE"}) {
            Request request = getRequest("/x");
            request.method = method;
            request.headers.set("Content-Type", "application/json");
            request.body = request.isRead() ? "" : "{}";
            const auto response = send(transport, request);
            QVERIFY2(response, response ? "" : qPrintable(base::debugText(response.error())));
            QCOMPARE(response->status, status);
            QCOMPARE(response->body, QByteArray("body"));
        }
        QCOMPARE(server.seen.size(), 5);
    }

    void untrusted() { QCOMPARE(refusal(serverSpec(), m_stranger.caPem()), TlsError::Kind::Untrusted); }
    void untrustedBySystem() { QCOMPARE(refusal(serverSpec(), {}), TlsError::Kind::Untrusted); }
    void otherHost()
    {
        CertificateSpec spec;
        spec.names = {"DNS:elsewhere.example"};
        QCOMPARE(refusal(spec, m_authority.caPem()), TlsError::Kind::HostMismatch);
        QCOMPARE(refusal(spec, m_authority.caPem(), QStringLiteral("localhost")),
                 TlsError::Kind::HostMismatch);
    }
    void expired()
    {
        CertificateSpec spec = serverSpec();
        spec.notAfter = -60;
        QCOMPARE(refusal(spec, m_authority.caPem()), TlsError::Kind::Expired);
    }
    void notYetValid()
    {
        CertificateSpec spec = serverSpec();
        spec.notBefore = 1800;
        QCOMPARE(refusal(spec, m_authority.caPem()), TlsError::Kind::NotYetValid);
    }

    void anotherServerName()
    {
        CertificateSpec spec;
        spec.names = {"DNS:api.internal"};
        HttpsServer server(m_authority.issue(spec));
        server.handler = [](const Incoming &in) { in.answer(200, "{}"); };
        Connection connection = connectionTo(server, m_authority.caPem());
        connection.tls.serverName = QStringLiteral("api.internal");
        QVERIFY(send(transportFor(connection), getRequest("/")));
    }

    void verificationIsOffOnlyWhenAsked()
    {
        CertificateSpec spec;
        spec.notAfter = -60;
        HttpsServer server(m_stranger.issue(spec));
        server.handler = [](const Incoming &in) { in.answer(200, "{}"); };
        Connection connection = connectionTo(server, {});
        QVERIFY(!send(transportFor(connection), getRequest("/")));
        connection.tls.insecureSkipVerify = true;
        QVERIFY(send(transportFor(connection), getRequest("/")));
    }

    void clientCertificates()
    {
        HttpsServer server(m_authority.issue(serverSpec()), m_authority.caPem());
        server.handler = [](const Incoming &in) { in.answer(200, in.peerCommonName); };
        Connection connection = connectionTo(server, m_authority.caPem());
        CertificateSpec ana;
        ana.commonName = "ana";
        const test::Identity identity = m_authority.issue(ana);
        connection.tls.clientCertificate = ClientCertificate{identity.certificatePem, identity.keyPem};
        const auto transport = transportFor(connection);
        const auto first = send(transport, getRequest("/"));
        QVERIFY2(first, first ? "" : qPrintable(base::debugText(first.error())));
        QCOMPARE(first->body, QByteArray("ana"));
        // A plugin's new certificate is shown at once, not the one of an open connection.
        CertificateSpec ben;
        ben.commonName = "ben";
        const test::Identity other = m_authority.issue(ben);
        Request request = getRequest("/");
        request.clientCertificate = ClientCertificate{other.certificatePem, other.keyPem};
        QCOMPARE(send(transport, request)->body, QByteArray("ben"));
    }

    void aServerThatWantsACertificate()
    {
        HttpsServer server(m_authority.issue(serverSpec()), m_authority.caPem());
        server.handler = [](const Incoming &in) { in.answer(200, "{}"); };
        const auto response = send(transportFor(connectionTo(server, m_authority.caPem())), getRequest("/"));
        QVERIFY(!response);
        QVERIFY2(response.error().is<TlsError>() || response.error().is<TransportError>(),
                 qPrintable(base::debugText(response.error())));
        QVERIFY(server.seen.isEmpty());
    }

    void aClientCertificateOutOfItsDates_data()
    {
        QTest::addColumn<QByteArray>("date");
        QTest::addColumn<int>("kind");
        const auto at = [](qint64 seconds) {
            const QDateTime time = QDateTime::currentDateTimeUtc().addSecs(seconds);
            return QLocale::c().toString(time, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'").toLatin1();
        };
        QTest::newRow("expired") << at(7200) << int(base::AuthError::Kind::Expired);
        QTest::newRow("not valid yet") << at(-7200) << int(base::AuthError::Kind::Unauthorized);
        QTest::newRow("good, but refused") << at(0) << -1;
        QTest::newRow("a server without a date") << QByteArray() << -1;
    }
    void aClientCertificateOutOfItsDates()
    {
        QFETCH(QByteArray, date);
        QFETCH(int, kind);
        HttpsServer server(m_authority.issue(serverSpec()), m_authority.caPem());
        const QByteArrayList headers = date.isEmpty() ? QByteArrayList() : QByteArrayList{"Date: " + date};
        server.handler = [&headers](const Incoming &in) { in.answer(401, "{}", headers); };
        Connection connection = connectionTo(server, m_authority.caPem());
        connection.user = QStringLiteral("ana");
        const test::Identity ana = m_authority.issue(CertificateSpec());
        connection.tls.clientCertificate = ClientCertificate{ana.certificatePem, ana.keyPem};
        const auto transport =
            makeTransport(connection, nullptr, std::make_shared<base::SystemTimers>(), QByteArray());
        QVERIFY(transport);
        const auto response = send(*transport, getRequest("/"));
        const auto stream = QCoro::waitFor((*transport)->open(getRequest("/"), {}));
        if (kind < 0) {
            QCOMPARE(response->status, 401);
            QCOMPARE((*stream)->status(), 401);
            return;
        }
        QVERIFY(!response && !stream);
        const auto *error = response.error().get_if<base::AuthError>();
        QVERIFY(error);
        QCOMPARE(int(error->kind), kind);
        QCOMPARE(error->subject, QStringLiteral("ana"));
        QVERIFY(error->detail.contains(QLatin1String("client-certificate: not")));
        QCOMPARE(stream.error(), response.error());
    }

    void brokenValuesAreRefusedBeforeAnythingIsSent()
    {
        Connection connection;
        connection.server = QUrl(QStringLiteral("https://127.0.0.1:1"));
        connection.tls.caPem = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        QVERIFY(makeNetworkTransport(connection).error().is<TlsError>());
        connection.tls.caPem.clear();
        connection.tls.clientCertificate = ClientCertificate{"x", "y"};
        QCOMPARE(makeNetworkTransport(connection).error().get_if<TlsError>()->kind,
                 TlsError::Kind::ClientCertificate);
        connection.tls.clientCertificate.reset();
        connection.proxy = QUrl(QStringLiteral("ftp://proxy"));
        QCOMPARE(makeNetworkTransport(connection).error().get_if<TransportError>()->kind,
                 TransportError::Kind::Proxy);
        connection.proxy.clear();
        connection.server = QUrl(QStringLiteral("ftp://127.0.0.1"));
        QVERIFY(makeNetworkTransport(connection).error().is<base::ValidationError>());
    }

    void aRedirectIsNotFollowed()
    {
        HttpsServer elsewhere(m_authority.issue(serverSpec()));
        elsewhere.handler = [](const Incoming &in) { in.answer(200, "{}"); };
        HttpsServer server(m_authority.issue(serverSpec()));
        server.handler = [&](const Incoming &in) {
            in.answer(307, {}, {"Location: " + elsewhere.url().toEncoded() + "/stolen"});
        };
        const ApiClient client(transportFor(connectionTo(server, m_authority.caPem())), nullptr,
                               QStringLiteral("test"));
        const auto version = QCoro::waitFor(client.serverVersion({}));
        QVERIFY(!version);
        QCOMPARE(version.error().get_if<TransportError>()->kind, TransportError::Kind::Protocol);
        QCOMPARE(elsewhere.connections, 0);
    }

    void nobodyListens()
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        Connection connection;
        connection.server = QUrl(QStringLiteral("https://127.0.0.1:%1").arg(closed.serverPort()));
        closed.close();
        const auto response = send(transportFor(connection), getRequest("/"));
        QCOMPARE(response.error().get_if<TransportError>()->kind, TransportError::Kind::Refused);
        QVERIFY(response.error().get_if<TransportError>()->host.startsWith(QLatin1String("127.0.0.1:")));
    }

    void aServerThatSaysNothing()
    {
        HttpsServer server(m_authority.issue(serverSpec()));
        server.handler = [](const Incoming &) {};
        Request request = getRequest("/");
        request.timeoutMs = 50;
        const auto response = send(transportFor(connectionTo(server, m_authority.caPem())), request);
        QVERIFY(response.error().is<base::TimeoutError>());
    }

    void aBodyCutOff()
    {
        HttpsServer server(m_authority.issue(serverSpec()));
        server.handler = [](const Incoming &in) {
            in.begin(200);
            in.chunk("half");
            in.cut();
        };
        const auto response = send(transportFor(connectionTo(server, m_authority.caPem())), getRequest("/"));
        QVERIFY(!response);
        QVERIFY2(response.error().is<TransportError>(), qPrintable(base::debugText(response.error())));
    }

    void chunksArriveOneByOne()
    {
        HttpsServer server(m_authority.issue(serverSpec()));
        server.handler = [](const Incoming &in) { in.begin(200, {"Content-Type: application/json"}); };
        const auto transport = transportFor(connectionTo(server, m_authority.caPem()));
        const auto stream = QCoro::waitFor(transport->open(getRequest("/watch"), {}));
        QVERIFY(stream);
        QCOMPARE((*stream)->status(), 200);
        QCOMPARE(server.seen.first().headers.value("Accept-Encoding"), QByteArray("identity"));
        for (int i = 0; i < 20; ++i) {
            const auto next = begin((*stream)->next({}));
            const QByteArray line = "line " + QByteArray::number(i) + '\n';
            server.seen.first().chunk(line);
            QTRY_VERIFY(next->result);
            QCOMPARE(**next->result, line);
        }
        const auto last = begin((*stream)->next({}));
        server.seen.first().end();
        QTRY_VERIFY(last->result);
        QVERIFY((*last->result)->isEmpty());
    }

    void aStreamThatBreaks()
    {
        HttpsServer server(m_authority.issue(serverSpec()));
        server.handler = [](const Incoming &in) { in.begin(200); };
        const auto transport = transportFor(connectionTo(server, m_authority.caPem()));
        const auto stream = QCoro::waitFor(transport->open(getRequest("/watch"), {}));
        const auto next = begin((*stream)->next({}));
        server.seen.first().cut();
        QTRY_VERIFY(next->result);
        QVERIFY(next->result->error().is<TransportError>());
    }

    void stoppingEndsEveryWait()
    {
        HttpsServer server(m_authority.issue(serverSpec()));
        server.handler = [](const Incoming &in) {
            if (in.target == "/stream")
                in.begin(200);
        };
        const auto transport = transportFor(connectionTo(server, m_authority.caPem()));
        std::stop_source stop;
        const auto response = begin(transport->send(getRequest("/silent"), stop.get_token()));
        const auto opening = begin(transport->open(getRequest("/silent"), stop.get_token()));
        const auto stream = QCoro::waitFor(transport->open(getRequest("/stream"), {}));
        const auto next = begin((*stream)->next(stop.get_token()));
        QTRY_COMPARE(server.seen.size(), 3);
        stop.request_stop();
        QVERIFY(response->result && response->result->error().isCancelled());
        QVERIFY(opening->result && opening->result->error().isCancelled());
        QVERIFY(next->result && next->result->error().isCancelled());
        QTRY_COMPARE(server.open, 0); // the requests were aborted
        const auto late = begin(transport->send(getRequest("/silent"), stop.get_token()));
        QVERIFY(late->result->error().isCancelled());
    }

    void droppingAStreamAbortsIt()
    {
        HttpsServer server(m_authority.issue(serverSpec()));
        server.handler = [](const Incoming &in) { in.begin(200); };
        const auto transport = transportFor(connectionTo(server, m_authority.caPem()));
        auto stream = QCoro::waitFor(transport->open(getRequest("/watch"), {}));
        QCOMPARE(server.open, 1);
        stream->reset();
        QTRY_COMPARE(server.open, 0);
    }

    void sevenWatchesDoNotStarveRequests()
    {
        HttpsServer server(m_authority.issue(serverSpec()));
        server.handler = [](const Incoming &in) {
            if (in.target == "/watch")
                in.begin(200);
            else
                in.answer(200, "{}");
        };
        const auto transport = transportFor(connectionTo(server, m_authority.caPem()));
        std::vector<std::shared_ptr<ResponseStream>> streams;
        for (int i = 0; i < 7; ++i) {
            const auto stream = QCoro::waitFor(transport->open(getRequest("/watch"), {}));
            QVERIFY(stream);
            streams.push_back(*stream);
        }
        std::vector<std::shared_ptr<Pending<Response>>> responses;
        for (int i = 0; i < 20; ++i)
            responses.push_back(begin(transport->send(getRequest("/get"), {})));
        for (const auto &response : responses) {
            QTRY_VERIFY(response->result);
            QVERIFY(*response->result);
        }
        std::vector<std::shared_ptr<Pending<QByteArray>>> events;
        for (const auto &stream : streams)
            events.push_back(begin(stream->next({})));
        for (const Incoming &in : server.seen) {
            if (in.target == "/watch")
                in.chunk("event\n");
        }
        for (const auto &event : events) {
            QTRY_VERIFY(event->result);
            QCOMPARE(**event->result, QByteArray("event\n"));
        }
    }

    void bigStreamsArriveWhole()
    {
        HttpsServer server(m_authority.issue(serverSpec()));
        const QByteArray piece(700'001, 'x');
        server.handler = [&](const Incoming &in) {
            in.begin(200);
            for (int i = 0; i < 10; ++i)
                in.chunk(piece);
            in.end();
        };
        const auto transport = transportFor(connectionTo(server, m_authority.caPem()));
        const auto stream = QCoro::waitFor(transport->open(getRequest("/"), {}));
        qsizetype size = 0;
        for (;;) {
            const auto bytes = QCoro::waitFor((*stream)->next({}));
            QVERIFY(bytes);
            if (bytes->isEmpty())
                break;
            size += bytes->size();
        }
        QCOMPARE(size, 10 * piece.size());
        QCOMPARE(send(transport, getRequest("/"))->body.size(), size);
    }

    void headersCannotBeForged()
    {
        HttpsServer server(m_authority.issue(serverSpec()));
        server.handler = [](const Incoming &in) { in.answer(200, "{}"); };
        Connection connection = connectionTo(server, m_authority.caPem());
        connection.impersonate.user = QStringLiteral("ana\r\nImpersonate-Group: system:masters");
        connection.impersonate.groups = {QStringLiteral("devs"), QStringLiteral("ops")};
        connection.impersonate.extra.insert(QStringLiteral("Example.com/Scope"),
                                            {QStringLiteral("a"), QStringLiteral("b")});
        const auto transport =
            makeTransport(connection, nullptr, std::make_shared<base::SystemTimers>(), "sluice/test");
        QVERIFY(send(*transport, getRequest("/")));
        const Headers &headers = server.seen.first().headers;
        QCOMPARE(headers.value("User-Agent"), QByteArray("sluice/test"));
        QCOMPARE(headers.values("Impersonate-User").size(), size_t(1));
        QCOMPARE(headers.values("Impersonate-Group"), (std::vector<QByteArray>{"devs", "ops"}));
        QCOMPARE(headers.values("Impersonate-Extra-example.com%2Fscope"),
                 (std::vector<QByteArray>{"a", "b"}));
    }

    void aLogIsFollowedLineByLine()
    {
        HttpsServer server(m_authority.issue(serverSpec()));
        server.handler = [](const Incoming &in) { in.begin(200, {"Content-Type: text/plain"}); };
        const ApiClient client(transportFor(connectionTo(server, m_authority.caPem())), nullptr,
                               QStringLiteral("test"));
        const auto log =
            QCoro::waitFor(client.followLogs(QStringLiteral("shop"), QStringLiteral("p"), {}, {}));
        QVERIFY(log);
        const auto first = begin((*log)->next({}));
        server.seen.first().chunk("one\ntw");
        QTRY_VERIFY(first->result);
        QCOMPARE(**first->result, std::vector<QByteArray>{"one"});
        const auto second = begin((*log)->next({}));
        server.seen.first().chunk("o\nthree");
        QTRY_VERIFY(second->result);
        QCOMPARE(**second->result, std::vector<QByteArray>{"two"});
        const auto third = begin((*log)->next({}));
        server.seen.first().end();
        QTRY_VERIFY(third->result);
        QCOMPARE(**third->result, std::vector<QByteArray>{"three"});
        QVERIFY(QCoro::waitFor((*log)->next({}))->empty());
    }
};

QTEST_GUILESS_MAIN(KubeNetworkTest)
#include "tst_kube_network.moc"
