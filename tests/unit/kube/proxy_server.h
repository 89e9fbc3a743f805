// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QHash>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

namespace sluice::test {

/// A small proxy in the test's own thread that speaks HTTP CONNECT and SOCKS5, whichever the client begins with.
class ProxyServer {
public:
    ProxyServer();
    /// "http://127.0.0.1:40123" and the like.
    [[nodiscard]] QUrl url(const QString &scheme) const;

    /// Where a target really is; only those listed can be reached.
    QHash<QByteArray, quint16> ports;
    QByteArray user; ///< with a password, these are asked for
    QByteArray password;
    QByteArrayList targets; ///< that were asked for, "api.internal:443"
    int tunnels = 0; ///< that were opened

private:
    struct Client;
    void read(const std::shared_ptr<Client> &client);
    void readConnect(Client &client);
    void readSocks(Client &client);
    /// Opens the way to \a target; false when it may not be reached.
    bool open(Client &client, const QByteArray &target, const QByteArray &answer);
    QTcpServer m_server;
};

} // namespace sluice::test
