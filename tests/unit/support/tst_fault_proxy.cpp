// SPDX-License-Identifier: GPL-3.0-or-later
// Each fault of the proxy, seen with plain sockets.
#include "support/fault_proxy.h"
#include "support/patience.h"

#include <QTest>

using namespace sluice::test;
using Kind = Fault::Kind;

namespace {

/// Accepts connections and keeps what they bring.
struct Peer {
    QTcpServer server;
    QList<QTcpSocket *> sockets;
    QByteArray received;

    Peer()
    {
        server.listen(QHostAddress::LocalHost);
        QObject::connect(&server, &QTcpServer::newConnection, &server, [this] {
            QTcpSocket *socket = server.nextPendingConnection();
            sockets.append(socket);
            QObject::connect(socket, &QTcpSocket::readyRead, &server,
                             [this, socket] { received += socket->readAll(); });
        });
    }
};

/// A client that notes each piece it gets, and how it ended.
struct Client {
    QTcpSocket socket;
    QByteArrayList pieces;
    std::optional<QAbstractSocket::SocketError> error;

    explicit Client(const FaultProxy &proxy)
    {
        QObject::connect(&socket, &QTcpSocket::readyRead, &socket,
                         [this] { pieces.append(socket.readAll()); });
        QObject::connect(&socket, &QTcpSocket::errorOccurred, &socket,
                         [this](QAbstractSocket::SocketError e) { error = e; });
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), proxy.port());
    }
    [[nodiscard]] QByteArray text() const { return pieces.join(); }
};

} // namespace

class FaultProxyTest : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<Peer> m_peer;
    std::unique_ptr<FaultProxy> m_proxy;
    std::unique_ptr<Client> m_client;

    void sendToClient(const QByteArray &bytes) { m_peer->sockets.last()->write(bytes); }

private Q_SLOTS:
    void init()
    {
        m_peer = std::make_unique<Peer>();
        m_proxy = std::make_unique<FaultProxy>(m_peer->server.serverPort());
        m_client = std::make_unique<Client>(*m_proxy);
        QTRY_COMPARE(m_peer->sockets.size(), 1);
        QTRY_COMPARE(m_client->socket.state(), QAbstractSocket::ConnectedState);
    }
    void cleanup()
    {
        m_client.reset();
        m_proxy.reset();
        m_peer.reset();
    }

    void bytesGoBothWaysAndEndsAreFollowed()
    {
        m_client->socket.write("question");
        QTRY_COMPARE(m_peer->received, QByteArray("question"));
        sendToClient("answer");
        m_peer->sockets.first()->disconnectFromHost();
        QTRY_COMPARE(m_client->socket.state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(m_client->text(), QByteArray("answer"));
        QCOMPARE(m_proxy->bytesToClients(), 6);
        QCOMPARE(m_proxy->bytesToServer(), 8);
        QTRY_COMPARE(m_proxy->open(), 0);
    }

    void endingConnections_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<qint64>("after");
        QTest::newRow("cut at once") << Kind::Cut << qint64(0);
        QTest::newRow("cut after three bytes") << Kind::Cut << qint64(3);
        QTest::newRow("reset at once") << Kind::Reset << qint64(0);
        QTest::newRow("reset after three bytes") << Kind::Reset << qint64(3);
        QTest::newRow("refused") << Kind::Refused << qint64(0);
    }
    void endingConnections()
    {
        QFETCH(Kind, kind);
        QFETCH(qint64, after);
        m_client->socket.write("hello");
        QTRY_COMPARE(m_peer->received, QByteArray("hello"));
        m_proxy->strike({kind, after});
        sendToClient("abcdef");
        QTRY_COMPARE(m_client->socket.state(), QAbstractSocket::UnconnectedState);
        QTRY_COMPARE(m_peer->sockets.first()->state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(m_proxy->strikes(), 1);
        if (kind == Kind::Cut)
            QCOMPARE(m_client->text(), QByteArray("abcdef").left(after)); // a reset may lose them
        Client second(*m_proxy);
        second.socket.write("hello");
        if (kind == Kind::Refused)
            QTRY_COMPARE(second.error, QAbstractSocket::ConnectionRefusedError);
        else if (after == 0)
            QTRY_COMPARE(second.socket.state(), QAbstractSocket::UnconnectedState);
        m_proxy->heal();
        const qsizetype before = m_peer->sockets.size();
        Client third(*m_proxy);
        QTRY_VERIFY(m_peer->sockets.size() > before);
        sendToClient("well again");
        QTRY_COMPARE(third.text(), QByteArray("well again"));
    }

    void stalledBytesArriveWhenItIsOver()
    {
        m_proxy->strike({Kind::Stalled, 2});
        sendToClient("abcdef");
        QTRY_COMPARE(m_client->text(), QByteArray("ab"));
        QTRY_COMPARE(m_proxy->strikes(), 1);
        m_client->socket.write("the other way goes on");
        QTRY_COMPARE(m_peer->received, QByteArray("the other way goes on"));
        QCOMPARE(m_client->text(), QByteArray("ab"));
        m_proxy->heal();
        QTRY_COMPARE(m_client->text(), QByteArray("abcdef"));
    }

    void anAbandonedConnectionStaysSilent()
    {
        m_proxy->strike({Kind::Stalled});
        sendToClient("abc");
        QTRY_COMPARE(m_proxy->strikes(), 1);
        m_proxy->abandon();
        Client second(*m_proxy);
        QTRY_COMPARE(m_peer->sockets.size(), 2);
        sendToClient("xyz");
        QTRY_COMPARE(second.text(), QByteArray("xyz"));
        QCOMPARE(m_client->text(), QByteArray());
        QCOMPARE(m_client->socket.state(), QAbstractSocket::ConnectedState);
        m_client->socket.abort();
        QTRY_COMPARE(m_proxy->open(), 1);
    }

    void slicedAndSlow()
    {
        m_proxy->strike({Kind::Sliced, 0, Fault::Way::ToClient, 2});
        sendToClient("abcdefg");
        QTRY_COMPARE(m_client->text(), QByteArray("abcdefg"));
        QCOMPARE(m_client->pieces.first(), QByteArray("ab"));
        m_client->pieces.clear();
        m_proxy->strike({Kind::Slow, 0, Fault::Way::ToClient, 1, 5});
        sendToClient("hijklmn");
        QTRY_COMPARE(m_client->text(), QByteArray("hijklmn"));
    }

    void theOtherWay()
    {
        m_proxy->strike({Kind::Stalled, 4, Fault::Way::ToServer});
        m_client->socket.write("question");
        QTRY_COMPARE(m_peer->received, QByteArray("ques"));
        sendToClient("early answer");
        QTRY_COMPARE(m_client->text(), QByteArray("early answer"));
        m_proxy->heal();
        QTRY_COMPARE(m_peer->received, QByteArray("question"));
    }

    void aReaderWhoDoesNotReadBlocksTheWriter()
    {
        m_client->socket.disconnect(&m_client->socket);
        m_client->socket.setReadBufferSize(1024);
        const qint64 size = 64 * 1024 * 1024;
        QTcpSocket *writer = m_peer->sockets.first();
        writer->write(QByteArray(size, 'x'));
        const auto isBlocked = [&] {
            const qint64 before = m_proxy->bytesToClients();
            QTest::qWait(0);
            return before > 0 && m_proxy->bytesToClients() == before;
        };
        QTRY_VERIFY(isBlocked());
        QVERIFY2(m_proxy->bytesToClients() < size / 4,
                 qPrintable(QString::number(m_proxy->bytesToClients())));
        QVERIFY(m_proxy->mostHeld() <= FaultProxy::windowBytes);
        qint64 read = 0;
        m_client->socket.setReadBufferSize(0);
        QObject::connect(&m_client->socket, &QTcpSocket::readyRead, &m_client->socket,
                         [&] { read += m_client->socket.readAll().size(); });
        read += m_client->socket.readAll().size();
        QTRY_COMPARE(read, size);
        QVERIFY(m_proxy->mostHeld() <= FaultProxy::windowBytes);
    }
};

QTEST_GUILESS_MAIN(FaultProxyTest)
#include "tst_fault_proxy.moc"
