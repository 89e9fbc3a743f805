// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/net/network_errors.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>

namespace sluice::kube {

using base::TlsError;
using base::TransportError;

namespace {

std::optional<TlsError::Kind> kindOf(QSslError::SslError error)
{
    using Kind = TlsError::Kind;
    switch (error) {
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
    case QSslError::CertificateRejected:
    case QSslError::CertificateBlacklisted:
    case QSslError::CertificateRevoked:
    case QSslError::CertificateSignatureFailed:
    case QSslError::InvalidCaCertificate:
    case QSslError::PathLengthExceeded:
    case QSslError::InvalidPurpose:
        return Kind::Untrusted;
    case QSslError::HostNameMismatch:
    case QSslError::SubjectIssuerMismatch:
        return Kind::HostMismatch;
    case QSslError::CertificateExpired:
    case QSslError::InvalidNotAfterField:
        return Kind::Expired;
    case QSslError::CertificateNotYetValid:
    case QSslError::InvalidNotBeforeField:
        return Kind::NotYetValid;
    case QSslError::NoError:
        return std::nullopt;
    default:
        return Kind::Handshake;
    }
}

/// How much a kind says; lower is told first.
int rank(TlsError::Kind kind)
{
    switch (kind) {
    case TlsError::Kind::Untrusted:
        return 0;
    case TlsError::Kind::HostMismatch:
        return 1;
    case TlsError::Kind::Expired:
        return 2;
    case TlsError::Kind::NotYetValid:
        return 3;
    case TlsError::Kind::ClientCertificate:
        return 4;
    case TlsError::Kind::Handshake:
        break;
    }
    return 5;
}

/// The TLS alerts by which a server refuses our certificate or its absence (RFC 8446, 6.2).
bool isClientCertificateAlert(const QString &text)
{
    for (const char *alert : {"certificate required", "bad certificate", "alert certificate unknown",
                              "alert unknown ca", "certificate expired"}) {
        if (text.contains(QLatin1String(alert), Qt::CaseInsensitive))
            return true;
    }
    return false;
}

bool usesProxy(const QNetworkReply &reply)
{
    const QNetworkAccessManager *manager = reply.manager();
    return manager && manager->proxy().type() != QNetworkProxy::NoProxy;
}

bool isTlsText(const QString &text)
{
    return text.contains(QLatin1String("ssl"), Qt::CaseInsensitive)
        || text.contains(QLatin1String("tls"), Qt::CaseInsensitive);
}

} // namespace

TlsError tlsErrorOf(const QList<QSslError> &errors, const QString &host, const QString &detail)
{
    TlsError result{TlsError::Kind::Handshake, host, detail};
    bool found = false;
    for (const QSslError &error : errors) {
        const std::optional<TlsError::Kind> kind = kindOf(error.error());
        if (kind && (!found || rank(*kind) < rank(result.kind))) {
            result.kind = *kind;
            result.detail = error.errorString();
            found = true;
        }
    }
    if (!found && isClientCertificateAlert(detail))
        result.kind = TlsError::Kind::ClientCertificate;
    return result;
}

std::optional<base::Error> replyError(const QNetworkReply &reply, const QList<QSslError> &sslErrors,
                                      const QString &host)
{
    const QNetworkReply::NetworkError error = reply.error();
    if (error == QNetworkReply::NoError)
        return std::nullopt;
    const QString detail = reply.errorString();
    // The connection was lost, and a write is not sent again: the server may have carried it out.
    if (error == QNetworkReply::ContentReSendError)
        return TransportError{TransportError::Kind::ConnectionLost, host, detail};
    const bool answered = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() > 0;
    // From ContentAccessDenied (201) on, Qt reports HTTP statuses as errors.
    if (answered && error >= QNetworkReply::ContentAccessDenied)
        return std::nullopt;
    using Kind = TransportError::Kind;
    // Only the proxy looks names up and connects; Qt reports its failures as if they were our own.
    const bool byProxy = !answered && usesProxy(reply);
    switch (error) {
    case QNetworkReply::SslHandshakeFailedError:
        return tlsErrorOf(sslErrors, host, detail);
    case QNetworkReply::ConnectionRefusedError:
        return TransportError{byProxy ? Kind::Proxy : Kind::Refused, host, detail};
    case QNetworkReply::HostNotFoundError:
        return TransportError{byProxy ? Kind::Proxy : Kind::HostNotFound, host, detail};
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::TimeoutError:
        return TransportError{Kind::ConnectionLost, host, detail};
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return TransportError{Kind::Proxy, host, detail};
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolInvalidOperationError:
        return TransportError{Kind::Protocol, host, detail};
    default:
        break;
    }
    // TLS 1.3 servers refuse a client's certificate after the handshake, as an error while reading.
    if (isClientCertificateAlert(detail) && isTlsText(detail))
        return tlsErrorOf(sslErrors, host, detail);
    return TransportError{answered      ? Kind::ConnectionLost
                              : byProxy ? Kind::Proxy
                                        : Kind::Other,
                          host, detail};
}

} // namespace sluice::kube
