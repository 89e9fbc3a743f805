// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/http/https_server.h"

#include "sandbox/http/https_connection.h"

#include <algorithm>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <vector>

namespace sluice::sandbox {
namespace asio = boost::asio;
using boost::system::error_code;

namespace {

/// HTTP/1.1 is all that is spoken here; clients that offer HTTP/2 beside it are told so.
int selectProtocol(SSL *, const unsigned char **out, unsigned char *outLength, const unsigned char *in,
                   unsigned int inLength, void *)
{
    static constexpr unsigned char ours[] = "\x08http/1.1";
    unsigned char *chosen = nullptr;
    if (SSL_select_next_proto(&chosen, outLength, ours, sizeof ours - 1, in, inLength)
        != OPENSSL_NPN_NEGOTIATED)
        return SSL_TLSEXT_ERR_ALERT_FATAL;
    *out = chosen;
    return SSL_TLSEXT_ERR_OK;
}

base::TransportError transportError(const QString &host, const error_code &error)
{
    return {base::TransportError::Kind::Other, host, QString::fromStdString(error.message())};
}

} // namespace

class HttpsServer::Private : public std::enable_shared_from_this<HttpsServer::Private> {
public:
    Private(asio::io_context &io, ServerLimits limits, WireHandler handler)
        : context(io)
        , acceptor(io)
        , timer(io)
        , tls(asio::ssl::context::tls_server)
        , shared(std::make_shared<ServerShared>())
    {
        shared->limits = limits;
        shared->handler = std::move(handler);
    }

    base::Result<void> useIdentity(const ServerIdentity &identity)
    {
        error_code error;
        tls.set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_tlsv1
                            | asio::ssl::context::no_tlsv1_1 | asio::ssl::context::no_compression,
                        error);
        if (!error)
            tls.use_certificate_chain(
                asio::buffer(identity.certificatePem.data(), size_t(identity.certificatePem.size())), error);
        if (!error)
            tls.use_private_key(asio::buffer(identity.keyPem.data(), size_t(identity.keyPem.size())),
                                asio::ssl::context::pem, error);
        if (error)
            return base::fail(base::TlsError{base::TlsError::Kind::Handshake, QStringLiteral("localhost"),
                                             QString::fromStdString(error.message())});
        SSL_CTX_set_alpn_select_cb(tls.native_handle(), selectProtocol, nullptr);
        return {};
    }

    base::Result<quint16> open(const QString &address, quint16 port)
    {
        const QString host = address + u':' + QString::number(port);
        error_code error;
        const auto ip = asio::ip::make_address(address.toStdString(), error);
        if (error)
            return base::fail(transportError(host, error));
        const asio::ip::tcp::endpoint endpoint(ip, port);
        acceptor.open(endpoint.protocol(), error);
        if (!error)
            acceptor.set_option(asio::ip::tcp::acceptor::reuse_address(true), error);
        if (!error)
            acceptor.bind(endpoint, error);
        if (!error)
            acceptor.listen(asio::socket_base::max_listen_connections, error);
        if (error)
            return base::fail(transportError(host, error));
        return acceptor.local_endpoint().port();
    }

    void accept()
    {
        acceptor.async_accept([self = shared_from_this()](error_code error, asio::ip::tcp::socket socket) {
            if (self->shared->stopping || error == asio::error::operation_aborted)
                return;
            if (error)
                return self->acceptLater();
            self->forgetClosed();
            if (self->shared->counters.connections < self->shared->limits.connections)
                self->connections.push_back(
                    HttpsConnection::start(std::move(socket), self->tls, self->shared));
            self->accept();
        });
    }

    /// Out of file descriptors, most likely: trying again at once would only spin.
    void acceptLater()
    {
        timer.expires_after(std::chrono::milliseconds(100));
        timer.async_wait([self = shared_from_this()](error_code error) {
            if (!error && !self->shared->stopping)
                self->accept();
        });
    }

    void forgetClosed()
    {
        connections.erase(std::remove_if(connections.begin(), connections.end(),
                                         [](const auto &weak) {
                                             const auto connection = weak.lock();
                                             return !connection || !connection->isOpen();
                                         }),
                          connections.end());
    }

    void close()
    {
        shared->stopping = true;
        error_code ignored;
        acceptor.close(ignored);
        timer.cancel();
    }

    void forEachOpen(const std::function<void(HttpsConnection &)> &visit)
    {
        const auto open = connections; // visiting may close and change the list
        for (const auto &weak : open) {
            if (const auto connection = weak.lock())
                visit(*connection);
        }
        forgetClosed();
    }

    void stop(std::function<void()> done)
    {
        close();
        forEachOpen([](HttpsConnection &connection) { connection.finish(); });
        deadline = std::chrono::steady_clock::now() + shared->limits.shutdownGrace;
        waitForClosed(std::move(done));
    }

    void waitForClosed(std::function<void()> done)
    {
        forgetClosed();
        if (connections.empty())
            return done();
        if (std::chrono::steady_clock::now() >= deadline)
            forEachOpen([](HttpsConnection &connection) { connection.abort(); });
        timer.expires_after(std::chrono::milliseconds(5));
        timer.async_wait([self = shared_from_this(), done = std::move(done)](error_code) mutable {
            self->waitForClosed(std::move(done));
        });
    }

    asio::io_context &context;
    asio::ip::tcp::acceptor acceptor;
    asio::steady_timer timer;
    asio::ssl::context tls;
    std::shared_ptr<ServerShared> shared;
    std::vector<std::weak_ptr<HttpsConnection>> connections;
    std::chrono::steady_clock::time_point deadline;
};

HttpsServer::HttpsServer(asio::io_context &context, ServerLimits limits, WireHandler handler)
    : d(std::make_shared<Private>(context, limits, std::move(handler)))
{
}

HttpsServer::~HttpsServer()
{
    d->shared->handler = {};
    d->shared->changed = {};
    d->close();
    d->forEachOpen([](HttpsConnection &connection) { connection.abort(); });
}

base::Result<quint16> HttpsServer::listen(const QString &address, quint16 port,
                                          const ServerIdentity &identity)
{
    if (const auto used = d->useIdentity(identity); !used)
        return base::fail(used.error());
    const auto opened = d->open(address, port);
    if (opened)
        d->accept();
    return opened;
}

void HttpsServer::stop(std::function<void()> done)
{
    d->stop(std::move(done));
}

HttpsServer::Counters HttpsServer::counters() const
{
    return d->shared->counters;
}

void HttpsServer::setChanged(std::function<void()> changed)
{
    d->shared->changed = std::move(changed);
}

} // namespace sluice::sandbox
