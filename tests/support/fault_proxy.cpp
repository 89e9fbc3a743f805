// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fault_proxy.h"

#include <QHostAddress>
#include <QTimer>
#include <algorithm>
#include <sys/socket.h>

namespace sluice::test {

using Kind = Fault::Kind;
using Way = Fault::Way;

/// One way of a connection.
class FaultProxy::Pipe {
public:
    QTcpSocket *from = nullptr;
    QTcpSocket *to = nullptr;
    qint64 carried = 0; ///< since the fault began or the connection came
    bool hit = false;
    QTimer pause; ///< runs while the next piece waits
};

/// One connection of a client, and ours to the server for it. Lives until both have ended.
class FaultProxy::Link {
public:
    Link(FaultProxy &proxy, QTcpSocket *client)
        : m_proxy(proxy)
        , m_client(client)
    {
        client->setParent(nullptr);
        connectPipe(m_toClient, &m_serverSide, client, Way::ToClient);
        connectPipe(m_toServer, client, &m_serverSide, Way::ToServer);
        // Small buffers of the system's as well, so that a reader who does not read is felt soon.
        client->setSocketOption(QAbstractSocket::SendBufferSizeSocketOption, windowBytes);
        client->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        QObject::connect(&m_serverSide, &QTcpSocket::connected, &m_serverSide,
                         [this] { m_serverSide.setSocketOption(QAbstractSocket::LowDelayOption, 1); });
        m_serverSide.connectToHost(QHostAddress(QHostAddress::LocalHost), proxy.m_target);
        restart();
    }
    ~Link()
    {
        m_client->disconnect();
        m_serverSide.disconnect();
        m_client->deleteLater();
    }
    Link(const Link &) = delete;
    Link &operator=(const Link &) = delete;

    [[nodiscard]] bool isOpen() const { return m_client->state() != QAbstractSocket::UnconnectedState; }
    [[nodiscard]] bool ended() const
    {
        return !isOpen() && (m_dead || m_serverSide.state() == QAbstractSocket::UnconnectedState);
    }

    /// A fault begins or ends.
    void restart()
    {
        // A client that is reset before it has seen that it is connected waits for long: not before its first byte.
        if (!m_dead && isAtOnce() && (m_used || m_proxy.m_fault.kind == Kind::Cut)) {
            strike(m_toClient);
            return;
        }
        for (Pipe *pipe : {&m_toClient, &m_toServer}) {
            pipe->carried = 0;
            pipe->hit = false;
            pipe->pause.stop();
        }
        pump(m_toClient, Way::ToClient);
        pump(m_toServer, Way::ToServer);
    }

    void abandon() { m_dead = true; }

    void reset()
    {
        m_dead = true;
        abort(*m_client);
        abort(m_serverSide);
    }

private:
    void connectPipe(Pipe &pipe, QTcpSocket *from, QTcpSocket *to, Way way)
    {
        pipe.from = from;
        pipe.to = to;
        from->setReadBufferSize(windowBytes);
        pipe.pause.setSingleShot(true);
        const auto go = [this, &pipe, way] { pump(pipe, way); };
        QObject::connect(&pipe.pause, &QTimer::timeout, from, [this, &pipe, way] {
            movePiece(pipe, way);
            pump(pipe, way);
        });
        QObject::connect(from, &QTcpSocket::readyRead, from, go);
        QObject::connect(from, &QTcpSocket::disconnected, from, go);
        QObject::connect(from, &QTcpSocket::errorOccurred, from, go);
        QObject::connect(to, &QTcpSocket::bytesWritten, from, go);
        QObject::connect(to, &QTcpSocket::connected, from, go);
    }

    /// Reset rather than closed.
    static void abort(QTcpSocket &socket)
    {
        const linger atOnce{1, 0};
        if (socket.socketDescriptor() >= 0)
            ::setsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
        socket.abort();
    }

    [[nodiscard]] bool isAtOnce() const
    {
        const Fault &fault = m_proxy.m_fault;
        return fault.afterBytes == 0 && (fault.kind == Kind::Cut || fault.kind == Kind::Reset);
    }

    [[nodiscard]] bool isStruck(const Pipe &pipe, Way way) const
    {
        const Fault &fault = m_proxy.m_fault;
        if (fault.connections > 0 && m_proxy.m_strikes >= fault.connections && !pipe.hit)
            return false;
        if (isAtOnce())
            return true;
        return fault.kind != Kind::None && fault.way == way && pipe.carried >= fault.afterBytes;
    }

    void strike(Pipe &pipe)
    {
        if (!pipe.hit)
            ++m_proxy.m_strikes;
        pipe.hit = true;
        switch (m_proxy.m_fault.kind) {
        case Kind::Cut:
            m_dead = true;
            // What was passed on before still arrives.
            m_client->disconnectFromHost();
            m_serverSide.disconnectFromHost();
            break;
        case Kind::Reset:
        case Kind::Refused:
            reset();
            break;
        default:
            break;
        }
    }

    /// Bytes that may go on now, as far as windows and fault allow.
    [[nodiscard]] qint64 room(const Pipe &pipe, Way way) const
    {
        if (pipe.to->state() != QAbstractSocket::ConnectedState)
            return 0;
        qint64 most = std::min(pipe.from->bytesAvailable(), windowBytes - pipe.to->bytesToWrite());
        const Fault &fault = m_proxy.m_fault;
        if (fault.kind == Kind::None || fault.way != way)
            return most;
        if (pipe.carried < fault.afterBytes)
            return std::min(most, fault.afterBytes - pipe.carried);
        return fault.kind == Kind::Sliced ? std::min<qint64>(most, fault.pieceBytes) : most;
    }

    void movePiece(Pipe &pipe, Way way)
    {
        const qint64 bytes = room(pipe, way);
        if (bytes <= 0 || m_dead)
            return;
        // First, because writing may call us again.
        pipe.carried += bytes;
        m_used = true;
        (way == Way::ToClient ? m_proxy.m_toClients : m_proxy.m_toServer) += bytes;
        pipe.to->write(pipe.from->read(bytes));
        pipe.to->flush();
    }

    void pump(Pipe &pipe, Way way)
    {
        m_proxy.m_mostHeld =
            std::max({m_proxy.m_mostHeld, pipe.from->bytesAvailable(), pipe.to->bytesToWrite()});
        while (!m_dead && !pipe.pause.isActive() && pipe.from->bytesAvailable() > 0 && room(pipe, way) > 0) {
            const Kind kind = m_proxy.m_fault.kind;
            if (!isStruck(pipe, way)) {
                movePiece(pipe, way);
                continue;
            }
            strike(pipe);
            if (kind == Kind::Slow || kind == Kind::Sliced)
                pipe.pause.start(kind == Kind::Slow ? m_proxy.m_fault.delayMs : 0);
            return;
        }
        // Who closed is followed once all it said has been passed on.
        if (pipe.from->state() == QAbstractSocket::UnconnectedState && pipe.from->bytesAvailable() == 0
            && !m_dead && pipe.to->state() != QAbstractSocket::UnconnectedState) {
            pipe.to->disconnectFromHost();
        }
    }

    FaultProxy &m_proxy;
    QTcpSocket *m_client;
    QTcpSocket m_serverSide;
    Pipe m_toClient;
    Pipe m_toServer;
    bool m_used = false; ///< something was passed on
    bool m_dead = false; ///< nothing is passed on any more
};

FaultProxy::FaultProxy(quint16 target)
    : m_target(target)
{
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { accept(); });
    listen(0);
}

FaultProxy::~FaultProxy() = default;

QUrl FaultProxy::url() const
{
    return QUrl(QStringLiteral("https://127.0.0.1:%1").arg(m_port));
}

void FaultProxy::listen(quint16 port)
{
    if (!m_server.isListening() && !m_server.listen(QHostAddress::LocalHost, port))
        qFatal("the proxy cannot listen: %s", qPrintable(m_server.errorString()));
    m_port = m_server.serverPort();
}

void FaultProxy::accept()
{
    std::erase_if(m_links, [](const auto &link) { return link->ended(); });
    while (QTcpSocket *client = m_server.nextPendingConnection()) {
        ++m_accepted;
        m_links.push_back(std::make_unique<Link>(*this, client));
    }
}

void FaultProxy::strike(const Fault &fault)
{
    m_fault = fault;
    m_strikes = 0;
    if (fault.kind == Kind::Refused) {
        m_server.close();
        for (const auto &link : m_links)
            link->reset();
        ++m_strikes;
        return;
    }
    for (const auto &link : m_links)
        link->restart();
}

void FaultProxy::heal()
{
    m_fault = {};
    listen(m_port);
    for (const auto &link : m_links)
        link->restart();
}

void FaultProxy::abandon()
{
    for (const auto &link : m_links)
        link->abandon();
    heal();
}

int FaultProxy::open() const
{
    return int(std::ranges::count_if(m_links, [](const auto &link) { return link->isOpen(); }));
}

} // namespace sluice::test
