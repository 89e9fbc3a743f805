// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy_server.h"

#include <QHostAddress>
#include <QPointer>
#include <QtEndian>
#include <memory>

namespace sluice::test {

struct ProxyServer::Client {
    QTcpSocket *socket = nullptr; ///< the client
    QPointer<QTcpSocket> remote; ///< once a way is asked for
    QByteArray read; ///< not yet understood
    enum class Step { Begin, Password, Request, Tunnel } step = Step::Begin;
};

ProxyServer::ProxyServer()
{
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("cannot listen");
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
        auto client = std::make_shared<Client>();
        client->socket = m_server.nextPendingConnection();
        QObject::connect(client->socket, &QTcpSocket::readyRead, client->socket,
                         [this, client] { read(client); });
        QObject::connect(client->socket, &QTcpSocket::disconnected, client->socket, [client] {
            if (client->remote)
                client->remote->disconnectFromHost();
            client->socket->deleteLater();
        });
    });
}

QUrl ProxyServer::url(const QString &scheme) const
{
    return QUrl(QStringLiteral("%1://127.0.0.1:%2").arg(scheme).arg(m_server.serverPort()));
}

void ProxyServer::read(const std::shared_ptr<Client> &client)
{
    if (client->step == Client::Step::Tunnel) {
        if (client->remote)
            client->remote->write(client->socket->readAll());
        return;
    }
    client->read += client->socket->readAll();
    if (client->read.startsWith('\5') || client->step != Client::Step::Begin)
        readSocks(*client);
    else
        readConnect(*client);
}

bool ProxyServer::open(Client &client, const QByteArray &target, const QByteArray &answer)
{
    targets.append(target);
    if (!ports.contains(target))
        return false;
    client.step = Client::Step::Tunnel;
    auto *remote = new QTcpSocket(client.socket);
    client.remote = remote;
    QObject::connect(remote, &QTcpSocket::connected, client.socket, [this, answer, socket = client.socket] {
        ++tunnels;
        socket->write(answer);
    });
    QObject::connect(remote, &QTcpSocket::readyRead, client.socket,
                     [remote, socket = client.socket] { socket->write(remote->readAll()); });
    QObject::connect(remote, &QTcpSocket::disconnected, client.socket,
                     [socket = client.socket] { socket->disconnectFromHost(); });
    remote->connectToHost(QHostAddress(QHostAddress::LocalHost), ports.value(target));
    return true;
}

void ProxyServer::readConnect(Client &client)
{
    const qsizetype end = client.read.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    const QByteArray head = client.read.left(end);
    client.read.remove(0, end + 4);
    const QByteArrayList words = head.left(head.indexOf("\r\n")).split(' ');
    if (words.first() != "CONNECT") {
        client.socket->write("HTTP/1.1 405 Method Not Allowed\r\nContent-Length: 0\r\n\r\n");
        return;
    }
    const QByteArray wanted = "Proxy-Authorization: Basic " + (user + ':' + password).toBase64();
    if (!user.isEmpty() && !head.contains(wanted)) {
        client.socket->write("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic "
                             "realm=\"test\"\r\nContent-Length: 0\r\n\r\n");
        return;
    }
    if (!open(client, words.value(1), "HTTP/1.1 200 Connection established\r\n\r\n"))
        client.socket->write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
}

void ProxyServer::readSocks(Client &client)
{
    using Step = Client::Step;
    QByteArray &in = client.read;
    if (client.step == Step::Begin) { // RFC 1928, 3: version, number of methods, methods
        if (in.size() < 2 || in.size() < 2 + in[1])
            return;
        in.remove(0, 2 + in[1]);
        client.step = user.isEmpty() ? Step::Request : Step::Password;
        client.socket->write(user.isEmpty() ? QByteArray("\5\0", 2) : QByteArray("\5\2", 2));
    }
    if (client.step == Step::Password) { // RFC 1929: 1, length, user, length, password
        if (in.size() < 2 || in.size() < 3 + in[1] || in.size() < 3 + in[1] + in[2 + in[1]])
            return;
        const bool right = in.mid(2, in[1]) == user && in.mid(3 + in[1], in[2 + in[1]]) == password;
        in.remove(0, 3 + in[1] + in[2 + in[1]]);
        client.step = Step::Request;
        client.socket->write(right ? QByteArray("\1\0", 2) : QByteArray("\1\1", 2));
        if (!right)
            client.socket->disconnectFromHost();
    }
    if (client.step == Step::Request) { // RFC 1928, 4: 5, 1, 0, kind of address, address, port
        if (in.size() < 5)
            return;
        const char kind = in[3];
        const int length = kind == 1 ? 4 : kind == 3 ? 1 + in[4] : 16;
        if (in.size() < 4 + length + 2)
            return;
        const QByteArray host = kind == 3
            ? in.mid(5, in[4])
            : QHostAddress(qFromBigEndian<quint32>(in.constData() + 4)).toString().toLatin1();
        const auto port = qFromBigEndian<quint16>(in.constData() + 4 + length);
        in.remove(0, 4 + length + 2);
        const QByteArray rest("\0\1\0\0\0\0\0\0", 8);
        if (!open(client, host + ':' + QByteArray::number(port), QByteArray("\5\0", 2) + rest)) {
            client.socket->write(QByteArray("\5\2", 2) + rest);
            client.socket->disconnectFromHost();
        }
    }
}

} // namespace sluice::test
