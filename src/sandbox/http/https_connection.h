// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sandbox/http/https_server.h"

#include <memory>
#include <utility> // before asio: Boost 1.74 uses std::exchange without it

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>

namespace sluice::sandbox {

/// What a connection shares with its server. The server clears `handler` when it goes.
struct ServerShared {
    ServerLimits limits;
    WireHandler handler;
    HttpsServer::Counters counters;
    std::function<void()> changed;
    bool stopping = false;

    void noteChange() const
    {
        if (changed)
            changed();
    }
};

/// One client's connection. Keeps itself alive by its pending operations and ends with them.
class HttpsConnection {
public:
    virtual ~HttpsConnection() = default;
    /// Begins with the TLS handshake.
    [[nodiscard]] static std::shared_ptr<HttpsConnection> start(boost::asio::ip::tcp::socket socket,
                                                                boost::asio::ssl::context &tls,
                                                                std::shared_ptr<ServerShared> shared);
    /// Closes when idle; otherwise ends the stream, or lets the answer under way finish, and closes then.
    virtual void finish() = 0;
    /// Closes the socket now.
    virtual void abort() = 0;
    /// False once the socket is closed, even while a request that will be answered later keeps the object.
    [[nodiscard]] virtual bool isOpen() const = 0;
};

} // namespace sluice::sandbox
