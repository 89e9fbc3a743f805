// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "certificates.h"
#include "kube/core/request.h"

#include <QPointer>
#include <QSslServer>
#include <QSslSocket>
#include <functional>

namespace sluice::test {

/// A request as it came in, and the socket to answer it on, whole or piece by piece.
struct Incoming {
    QByteArray method;
    QByteArray target;
    kube::Headers headers;
    QByteArray body;
    QByteArray peerCommonName; ///< of the client's certificate
    QPointer<QSslSocket> socket;

    void answer(int status, const QByteArray &body, const QByteArrayList &headers = {}) const;
    /// A chunked answer: begin, any chunks, end.
    void begin(int status, const QByteArrayList &headers = {}) const;
    void chunk(const QByteArray &bytes) const;
    void end() const;
    /// Breaks the connection.
    void cut() const;
};

/// A small https server in the test's own thread.
class HttpsServer {
public:
    explicit HttpsServer(const Identity &identity, const QByteArray &clientCaPem = {});
    [[nodiscard]] QUrl url(const QString &host = QStringLiteral("127.0.0.1")) const;
    std::function<void(const Incoming &)> handler;
    QList<Incoming> seen;
    int connections = 0;
    int open = 0; ///< connections that are open now

private:
    void read(QSslSocket *socket);
    QSslServer m_server;
};

} // namespace sluice::test
