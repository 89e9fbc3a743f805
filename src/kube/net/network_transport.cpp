// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/net/network_transport.h"

#include "kube/net/decorators.h"
#include "kube/net/exchange.h"
#include "kube/net/request_headers.h"
#include "kube/net/sent_once.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QNetworkCookieJar>
#include <QNetworkProxy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>

namespace sluice::kube {

using base::Cancelled;
using base::fail;
using base::Result;
using base::Task;
using base::TlsError;
using base::TransportError;

namespace {

constexpr qint64 maxBodyBytes = 256 * 1024 * 1024;
constexpr qint64 idleMs = 20'000; ///< after which a kept connection is not trusted with a write
constexpr qint64 streamBufferBytes =
    1024 * 1024; ///< of a stream that is not read; then the server has to wait

struct Identity {
    QList<QSslCertificate> chain;
    QSslKey key;
};

std::optional<Identity> readIdentity(const ClientCertificate &pair)
{
    Identity identity;
    identity.chain = QSslCertificate::fromData(pair.certificatePem, QSsl::Pem);
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Ec, QSsl::Rsa, QSsl::Dsa}) {
        identity.key = QSslKey(pair.keyPem, algorithm, QSsl::Pem);
        if (!identity.key.isNull())
            break;
    }
    if (identity.chain.isEmpty() || identity.key.isNull())
        return std::nullopt;
    return identity;
}

void useIdentity(QSslConfiguration &configuration, const Identity &identity)
{
    configuration.setLocalCertificateChain(identity.chain);
    configuration.setPrivateKey(identity.key);
}

/// A manager may be dropped by what one of its replies' signals resumes.
struct DeleteLater {
    void operator()(QObject *object) const { object->deleteLater(); }
};
using ManagerPtr = std::unique_ptr<QNetworkAccessManager, DeleteLater>;

/// What all requests of one transport share.
struct Net {
    QUrl server; ///< without a trailing slash in its path
    QString host; ///< host:port, for errors
    QString verifyName;
    bool skipVerify = false;
    bool compress = true;
    QSslConfiguration tls;
    QNetworkProxy proxy{QNetworkProxy::NoProxy};
    std::shared_ptr<QNetworkAccessManager> requests; ///< each request on its way holds it too
    std::optional<ClientCertificate> lastCertificate; ///< that `requests` has connected with
    QElapsedTimer lastUse; ///< of `requests`

    [[nodiscard]] ManagerPtr makeManager() const
    {
        ManagerPtr manager(new QNetworkAccessManager);
        manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
        manager->setProxy(proxy);
        manager->setAutoDeleteReplies(false);
        return manager;
    }
};

QUrl urlOf(const Net &net, const Request &request)
{
    const QByteArray base =
        net.server.toEncoded(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::StripTrailingSlash);
    return QUrl::fromEncoded(base + request.target(), QUrl::StrictMode);
}

Result<QNetworkRequest> networkRequest(const Net &net, const Request &request, bool stream)
{
    QNetworkRequest result(urlOf(net, request));
    result.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    result.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    result.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    result.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    result.setDecompressedSafetyCheckThreshold(-1); // the body has a limit of its own
    QSslConfiguration tls = net.tls;
    if (request.clientCertificate) {
        const std::optional<Identity> identity = readIdentity(*request.clientCertificate);
        if (!identity)
            return fail(TlsError{TlsError::Kind::ClientCertificate, net.host, {}});
        useIdentity(tls, *identity);
    }
    result.setSslConfiguration(tls);
    if (!net.verifyName.isEmpty())
        result.setPeerVerifyName(net.verifyName);
    Headers headers = request.headers;
    if (stream || !net.compress)
        headers.set("Accept-Encoding", "identity");
    setHeaders(result, headers);
    return result;
}

QNetworkReply *start(QNetworkAccessManager &manager, QNetworkRequest network, const Request &request)
{
    if (request.method == "GET")
        return manager.get(network);
    if (request.isRead() || request.body.isEmpty())
        return manager.sendCustomRequest(network, request.method);
    network.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    network.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
    auto *body = new SentOnce(request.body, nullptr);
    QNetworkReply *reply = request.method == "POST" ? manager.post(network, body)
        : request.method == "PUT"                   ? manager.put(network, body)
                                  : manager.sendCustomRequest(network, request.method, body);
    body->setParent(reply);
    return reply;
}

/// Waits for the header; aborts when \a stop is requested.
Task<void> awaitHeader(std::shared_ptr<Exchange> exchange, std::stop_token stop)
{
    const std::stop_callback onStop(stop, [raw = exchange.get()] { raw->abort(Cancelled{}); });
    co_await exchange->waitFor(Exchange::Wait::For::Header);
    if (exchange->error())
        co_return fail(*exchange->error());
    co_return Result<void>{};
}

/// The bytes that have arrived, waiting for some; empty at the end.
Task<QByteArray> awaitBytes(std::shared_ptr<Exchange> exchange, std::stop_token stop)
{
    if (stop.stop_requested())
        exchange->abort(Cancelled{});
    const std::stop_callback onStop(stop, [raw = exchange.get()] { raw->abort(Cancelled{}); });
    co_await exchange->waitFor(Exchange::Wait::For::Bytes);
    if (exchange->hasBytes())
        co_return exchange->takeBytes();
    if (exchange->error())
        co_return fail(*exchange->error());
    co_return QByteArray();
}

class NetworkStream final : public ResponseStream {
public:
    explicit NetworkStream(std::shared_ptr<Exchange> exchange)
        : m_exchange(std::move(exchange))
        , m_status(m_exchange->status())
        , m_headers(m_exchange->headers())
    {
    }
    ~NetworkStream() override { m_exchange->abort(Cancelled{}); }
    NetworkStream(const NetworkStream &) = delete;
    NetworkStream &operator=(const NetworkStream &) = delete;

    int status() const override { return m_status; }
    const Headers &headers() const override { return m_headers; }
    Task<QByteArray> next(std::stop_token stop) override { return awaitBytes(m_exchange, std::move(stop)); }

private:
    std::shared_ptr<Exchange> m_exchange;
    int m_status;
    Headers m_headers;
};

Task<Response> sendRequest(std::shared_ptr<Net> net, Request request, std::stop_token stop)
{
    if (stop.stop_requested())
        co_return fail(Cancelled{});
    const Result<QNetworkRequest> network = networkRequest(*net, request, false);
    if (!network)
        co_return tl::unexpected(network.error());
    // Connections that are open show the old certificate. And when none was used for a while, what lies between may have
    // forgotten them, and a write is not sent again when it finds out. A new manager makes new ones; clearing the old
    // one's would end the requests that are on their way.
    const bool idle = net->lastUse.isValid() && net->lastUse.hasExpired(idleMs);
    if (request.clientCertificate != net->lastCertificate || (idle && !request.isRead()))
        net->requests = net->makeManager();
    net->lastCertificate = request.clientCertificate;
    net->lastUse.start();
    const std::shared_ptr<QNetworkAccessManager> manager = net->requests;
    auto exchange = std::make_shared<Exchange>(start(*manager, *network, request), nullptr, net->host,
                                               net->skipVerify, Exchange::Limits{request.timeoutMs, true});
    const Result<void> header = co_await awaitHeader(exchange, stop);
    if (!header)
        co_return tl::unexpected(header.error());
    Response response{exchange->status(), exchange->headers(), {}};
    for (;;) {
        Result<QByteArray> bytes = co_await awaitBytes(exchange, stop);
        if (!bytes)
            co_return tl::unexpected(bytes.error());
        if (bytes->isEmpty())
            co_return response;
        response.body += *bytes;
        if (response.body.size() > maxBodyBytes) {
            co_return fail(TransportError{TransportError::Kind::Protocol, net->host,
                                          QStringLiteral("> %1 bytes").arg(maxBodyBytes)});
        }
    }
}

Task<std::shared_ptr<ResponseStream>> openStream(std::shared_ptr<Net> net, Request request,
                                                 std::stop_token stop)
{
    if (stop.stop_requested())
        co_return fail(Cancelled{});
    const Result<QNetworkRequest> network = networkRequest(*net, request, true);
    if (!network)
        co_return tl::unexpected(network.error());
    ManagerPtr manager = net->makeManager();
    QNetworkReply *reply = start(*manager, *network, request);
    reply->setReadBufferSize(streamBufferBytes);
    auto exchange = std::make_shared<Exchange>(reply, manager.release(), net->host, net->skipVerify,
                                               Exchange::Limits{request.timeoutMs, false});
    const Result<void> header = co_await awaitHeader(exchange, stop);
    if (!header)
        co_return tl::unexpected(header.error());
    std::shared_ptr<ResponseStream> stream = std::make_shared<NetworkStream>(std::move(exchange));
    co_return stream;
}

class NetworkTransport final : public Transport {
public:
    explicit NetworkTransport(std::shared_ptr<Net> net)
        : m_net(std::move(net))
    {
    }
    Task<Response> send(Request request, std::stop_token stop) override
    {
        return sendRequest(m_net, std::move(request), std::move(stop));
    }
    Task<std::shared_ptr<ResponseStream>> open(Request request, std::stop_token stop) override
    {
        return openStream(m_net, std::move(request), std::move(stop));
    }

private:
    std::shared_ptr<Net> m_net;
};

Result<QSslConfiguration> tlsConfiguration(const Connection &connection, const QString &host)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(connection.tls.insecureSkipVerify ? QSslSocket::VerifyNone
                                                            : QSslSocket::VerifyPeer);
    if (!connection.tls.caPem.isEmpty()) {
        const QList<QSslCertificate> authorities = QSslCertificate::fromData(connection.tls.caPem, QSsl::Pem);
        if (authorities.isEmpty())
            return fail(TlsError{TlsError::Kind::Untrusted, host, QStringLiteral("certificate-authority")});
        tls.setCaCertificates(authorities);
    }
    if (connection.tls.clientCertificate) {
        const std::optional<Identity> identity = readIdentity(*connection.tls.clientCertificate);
        if (!identity)
            return fail(TlsError{TlsError::Kind::ClientCertificate, host, {}});
        useIdentity(tls, *identity);
    }
    return tls;
}

Result<QNetworkProxy> proxyOf(const QUrl &url)
{
    if (url.isEmpty())
        return QNetworkProxy(QNetworkProxy::NoProxy);
    const QString scheme = url.scheme();
    QNetworkProxy proxy;
    int defaultPort = 80;
    if (scheme == QLatin1String("http")) {
        proxy.setType(QNetworkProxy::HttpProxy);
    } else if (scheme == QLatin1String("socks5") || scheme == QLatin1String("socks5h")) {
        proxy.setType(QNetworkProxy::Socks5Proxy);
        defaultPort = 1080;
    } else {
        return fail(TransportError{TransportError::Kind::Proxy, url.host(), scheme});
    }
    proxy.setHostName(url.host());
    proxy.setPort(quint16(url.port(defaultPort)));
    proxy.setUser(url.userName(QUrl::FullyDecoded));
    proxy.setPassword(url.password(QUrl::FullyDecoded));
    return proxy;
}

} // namespace

Result<std::shared_ptr<Transport>> makeNetworkTransport(const Connection &connection)
{
    auto net = std::make_shared<Net>();
    net->server = connection.server;
    const bool https = connection.server.scheme() == QLatin1String("https");
    net->host = connection.server.host() + QLatin1Char(':')
        + QString::number(connection.server.port(https ? 443 : 80));
    if (connection.server.host().isEmpty()
        || (!https && connection.server.scheme() != QLatin1String("http"))) {
        return fail(base::ValidationError{
            {},
            0,
            QStringLiteral("server"),
            {QStringLiteral("kube.server-url"), {connection.server.toDisplayString()}}});
    }
    Result<QSslConfiguration> tls = tlsConfiguration(connection, net->host);
    if (!tls)
        return tl::unexpected(tls.error());
    net->tls = *tls;
    Result<QNetworkProxy> proxy = proxyOf(connection.proxy);
    if (!proxy)
        return tl::unexpected(proxy.error());
    net->proxy = *proxy;
    net->verifyName = connection.tls.serverName;
    net->skipVerify = connection.tls.insecureSkipVerify;
    net->compress = !connection.disableCompression;
    net->requests = net->makeManager();
    return std::make_shared<NetworkTransport>(std::move(net));
}

Result<std::shared_ptr<Transport>> makeTransport(const Connection &connection,
                                                 std::shared_ptr<CredentialSource> credentials,
                                                 std::shared_ptr<base::Timers> timers, QByteArray userAgent)
{
    Result<std::shared_ptr<Transport>> network = makeNetworkTransport(connection);
    if (!network)
        return network;
    std::shared_ptr<Transport> transport = withRetry(std::move(*network), std::move(timers));
    if (credentials && connection.server.scheme() == QLatin1String("https"))
        transport = withCredentials(std::move(transport), std::move(credentials));
    if (connection.tls.clientCertificate)
        transport =
            withCertificateDates(std::move(transport), *connection.tls.clientCertificate, connection.user);
    return withHeaders(std::move(transport), std::move(userAgent), connection.impersonate);
}

} // namespace sluice::kube
