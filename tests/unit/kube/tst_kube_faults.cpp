// SPDX-License-Identifier: GPL-3.0-or-later
// What the network does to a request or a stream half-way, and what the transport makes of it.
#include "https_server.h"
#include "kube/client/api_client.h"
#include "kube/net/network_transport.h"
#include "support/fault_proxy.h"
#include "support/kube/pending.h"
#include "support/patience.h"

#include <QCoroTask>
#include <QTest>

using namespace sluice;
using namespace sluice::kube;
using base::TransportError;
using test::begin;
using test::FaultProxy;
using test::HttpsServer;
using test::Incoming;

namespace {

Request requestOf(const char *method, const char *path = "/x")
{
    Request request;
    request.method = method;
    request.path = QString::fromLatin1(path);
    if (!request.isRead()) {
        request.body = "{\"kind\":\"ConfigMap\"}";
        request.headers.set("Content-Type", "application/json");
    }
    return request;
}

} // namespace

class KubeFaultsTest : public QObject {
    Q_OBJECT
private:
    test::Authority m_authority;
    std::unique_ptr<HttpsServer> m_server;
    std::unique_ptr<FaultProxy> m_proxy;

    /// Through the proxy.
    [[nodiscard]] std::shared_ptr<Transport> transport() const
    {
        Connection connection;
        connection.server = m_proxy->url();
        connection.tls.caPem = m_authority.caPem();
        const auto made = makeNetworkTransport(connection);
        return made ? *made : nullptr;
    }

private Q_SLOTS:
    void init()
    {
        test::CertificateSpec spec;
        spec.names = {"DNS:localhost", "IP:127.0.0.1"};
        m_server = std::make_unique<HttpsServer>(m_authority.issue(spec));
        m_proxy = std::make_unique<FaultProxy>(quint16(m_server->url().port()));
    }
    void cleanup()
    {
        m_proxy.reset();
        m_server.reset();
    }

    void anAnswerThatBreaksOff_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("inside the status line") << QByteArray("HTTP/1.1 20");
        QTest::newRow("after the status line") << QByteArray("HTTP/1.1 200 OK\r\n");
        QTest::newRow("inside a header") << QByteArray("HTTP/1.1 200 OK\r\nContent-Le");
        QTest::newRow("after a header") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n");
        QTest::newRow("before the body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n");
        QTest::newRow("inside the body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
        const QByteArray chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        QTest::newRow("before a chunk") << chunked;
        QTest::newRow("inside a chunk's length") << chunked + "1";
        QTest::newRow("inside a chunk") << chunked + "a\r\nhalf";
        QTest::newRow("between chunks") << chunked + "4\r\nhalf\r\n";
        QTest::newRow("before the last line end") << chunked + "4\r\nhalf\r\n0\r\n";
    }
    void anAnswerThatBreaksOff()
    {
        QFETCH(QByteArray, sent);
        m_server->handler = [sent](const Incoming &in) {
            in.socket->write(sent);
            in.cut();
        };
        const auto transport = this->transport();
        const auto response = QCoro::waitFor(transport->send(requestOf("GET"), {}));
        QVERIFY2(!response, response ? qPrintable(QString::number(response->status)) : "");
        QVERIFY2(response.error().is<TransportError>(), qPrintable(base::debugText(response.error())));
        const auto stream = QCoro::waitFor(transport->open(requestOf("GET"), {}));
        if (!stream) {
            QVERIFY2(stream.error().is<TransportError>(), qPrintable(base::debugText(stream.error())));
            return;
        }
        QCOMPARE((*stream)->status(), 200);
        for (;;) {
            const auto bytes = QCoro::waitFor((*stream)->next({}));
            if (!bytes) {
                QVERIFY(bytes.error().is<TransportError>());
                break;
            }
            QVERIFY2(!bytes->isEmpty(), "a broken stream looks complete");
        }
    }

    /// Whether the server has carried it out is not known, so it is for the caller to look and decide.
    void aWriteIsSentOnce_data()
    {
        QTest::addColumn<QByteArray>("method");
        for (const char *method : {"POST", "PUT", "PATCH", "DELETE"})
            QTest::newRow(method) << QByteArray(method);
    }
    void aWriteIsSentOnce()
    {
        QFETCH(QByteArray, method);
        bool broken = false;
        m_server->handler = [&broken](const Incoming &in) {
            if (broken)
                in.cut();
            else
                in.answer(200, "{}");
        };
        const auto transport = this->transport();
        QVERIFY(QCoro::waitFor(transport->send(requestOf(method.constData()), {})));
        QCOMPARE(m_server->seen.size(), 1);
        QCOMPARE(m_server->seen.last().method, method);
        QCOMPARE(m_server->seen.last().body, requestOf(method.constData()).body);
        broken = true;
        const auto response = QCoro::waitFor(transport->send(requestOf(method.constData()), {}));
        QVERIFY(!response);
        const auto *error = response.error().get_if<TransportError>();
        QVERIFY2(error && error->kind == TransportError::Kind::ConnectionLost,
                 qPrintable(base::debugText(response.error())));
        QCOMPARE(m_server->seen.size(), 2);
    }

    void aKeptConnectionThatTheServerClosedIsNoTrouble()
    {
        m_server->handler = [](const Incoming &in) { in.answer(200, "{}"); };
        const auto transport = this->transport();
        for (int i = 0; i < 3; ++i) {
            // The read may meet the closed connection, and connects anew.
            for (const char *method : {"GET", "POST"}) {
                const auto response = QCoro::waitFor(transport->send(requestOf(method), {}));
                QVERIFY2(response, response ? "" : qPrintable(base::debugText(response.error())));
            }
            m_server->seen.last().cut();
        }
        QCOMPARE(m_server->seen.size(), 6);
    }

    void aRefusalWhoseBodyNeverComes()
    {
        m_server->handler = [](const Incoming &in) { in.begin(403); };
        Request request = requestOf("GET");
        request.timeoutMs = 500;
        const auto stream = QCoro::waitFor(transport()->open(request, {}));
        QVERIFY2(stream, stream ? "" : qPrintable(base::debugText(stream.error())));
        QCOMPARE((*stream)->status(), 403);
        const auto body = QCoro::waitFor((*stream)->next({}));
        QVERIFY(!body && body.error().is<base::TimeoutError>());
    }

    void aRequestUnderWayOutlivesAChangeOfCertificate()
    {
        m_server->handler = [](const Incoming &in) {
            if (in.target != "/slow")
                in.answer(200, "fast");
        };
        const auto transport = this->transport();
        const auto slow = begin(transport->send(requestOf("GET", "/slow"), {}));
        QTRY_COMPARE(m_server->seen.size(), 1);
        Request other = requestOf("GET");
        const test::Identity identity = m_authority.issue({});
        other.clientCertificate = ClientCertificate{identity.certificatePem, identity.keyPem};
        QVERIFY(QCoro::waitFor(transport->send(other, {})));
        m_server->seen.first().answer(200, "slow");
        QTRY_VERIFY(slow->result);
        QVERIFY2(*slow->result, *slow->result ? "" : qPrintable(base::debugText(slow->result->error())));
        QCOMPARE((*slow->result)->body, QByteArray("slow"));
    }

    void aStreamThatNobodyReadsHoldsTheServerBack()
    {
        const QByteArray piece(1024 * 1024, 'x');
        constexpr int pieces = 64;
        m_server->handler = [&piece](const Incoming &in) {
            in.begin(200);
            for (int i = 0; i < pieces; ++i)
                in.chunk(piece);
            in.end();
        };
        const auto stream = QCoro::waitFor(transport()->open(requestOf("GET"), {}));
        QVERIFY(stream);
        qint64 before = -1;
        int unchanged = 0;
        const auto isBlocked = [&] {
            unchanged = m_proxy->bytesToClients() == before ? unchanged + 1 : 0;
            before = m_proxy->bytesToClients();
            return unchanged > 4;
        };
        QTRY_VERIFY(isBlocked());
        QVERIFY2(before < pieces * piece.size() / 4, qPrintable(QString::number(before)));
        qint64 size = 0;
        for (;;) {
            const auto bytes = QCoro::waitFor((*stream)->next({}));
            QVERIFY(bytes);
            if (bytes->isEmpty())
                break;
            size += bytes->size();
        }
        QCOMPARE(size, pieces * piece.size());
    }
};

QTEST_GUILESS_MAIN(KubeFaultsTest)
#include "tst_kube_faults.moc"
