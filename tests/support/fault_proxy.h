// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>
#include <memory>
#include <vector>

namespace sluice::test {

/// What goes wrong with the connections through a FaultProxy.
struct Fault {
    enum class Kind {
        None,
        Slow, ///< each piece waits `delayMs` before it goes on
        Sliced, ///< arrives in pieces of `pieceBytes`
        Stalled, ///< nothing more arrives, and nobody says so
        Cut, ///< the connection is closed
        Reset, ///< the connection is reset (RST)
        Refused, ///< reset, and nobody listens any more
    };
    enum class Way { ToClient, ToServer };
    Kind kind = Kind::None;
    qint64 afterBytes =
        0; ///< each connection carries so many before it is hit, counted from strike(); 0 cuts at once
    Way way = Way::ToClient; ///< the way whose bytes are counted and hit; Cut and Reset end both
    int pieceBytes = 1;
    int delayMs = 1;
    int connections = 0; ///< so many are hit; 0: all
};

/// A TCP proxy in the test's own thread that makes trouble on order. It passes bytes on as they are, holds at most a
/// window for each socket, and lets a reader who does not read block the writer, so that what a client takes can be
/// counted.
class FaultProxy {
public:
    static constexpr qint64 windowBytes = 64 * 1024;

    explicit FaultProxy(quint16 target);
    ~FaultProxy();
    FaultProxy(const FaultProxy &) = delete;
    FaultProxy &operator=(const FaultProxy &) = delete;

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QUrl url() const;

    /// From now on, for the connections that are open and all that come, until heal().
    void strike(const Fault &fault);
    /// The fault is over: what was held goes on, connections are accepted again. What was cut stays cut.
    void heal();
    /// The connections that are open stay without a byte for good; new ones are healthy.
    void abandon();

    [[nodiscard]] int strikes() const { return m_strikes; } ///< connections hit since the last strike()
    [[nodiscard]] int accepted() const { return m_accepted; } ///< since the beginning
    [[nodiscard]] int open() const; ///< connections that clients have open now
    [[nodiscard]] qint64 bytesToClients() const { return m_toClients; } ///< since the beginning
    [[nodiscard]] qint64 bytesToServer() const { return m_toServer; }
    [[nodiscard]] qint64 mostHeld() const { return m_mostHeld; } ///< bytes for or from any one socket

private:
    class Link;
    class Pipe;
    void accept();
    void listen(quint16 port);

    QTcpServer m_server;
    quint16 m_target;
    quint16 m_port = 0;
    Fault m_fault;
    std::vector<std::unique_ptr<Link>> m_links;
    int m_strikes = 0;
    int m_accepted = 0;
    qint64 m_toClients = 0;
    qint64 m_toServer = 0;
    qint64 m_mostHeld = 0;
};

} // namespace sluice::test
