// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/core/warning.h"
#include "kube/net/decorators.h"

#include <QSslCertificate>

namespace sluice::kube {

namespace {

/// When one user's client certificate is good.
struct Validity {
    QString user;
    QDateTime begins;
    QDateTime ends;

    /// Why a server whose clock shows \a now refuses it, or nothing when its dates are good.
    [[nodiscard]] std::optional<base::Error> trouble(const QDateTime &now) const
    {
        using Kind = base::AuthError::Kind;
        if (now > ends)
            return base::AuthError{Kind::Expired, user,
                                   QStringLiteral("client-certificate: notAfter ")
                                       + ends.toString(Qt::ISODate)};
        if (now < begins)
            return base::AuthError{Kind::Unauthorized, user,
                                   QStringLiteral("client-certificate: notBefore ")
                                       + begins.toString(Qt::ISODate)};
        return std::nullopt;
    }
    [[nodiscard]] std::optional<base::Error> trouble(int status, const Headers &headers) const
    {
        const QDateTime now = dateOf(headers);
        return status == 401 && now.isValid() ? trouble(now) : std::nullopt;
    }
};

base::Task<Response> sendChecked(std::shared_ptr<Transport> inner, Validity validity, Request request,
                                 std::stop_token stop)
{
    base::Result<Response> answer = co_await inner->send(std::move(request), std::move(stop));
    if (answer) {
        if (std::optional<base::Error> trouble = validity.trouble(answer->status, answer->headers))
            co_return tl::unexpected(std::move(*trouble));
    }
    co_return answer;
}

base::Task<std::shared_ptr<ResponseStream>> openChecked(std::shared_ptr<Transport> inner, Validity validity,
                                                        Request request, std::stop_token stop)
{
    base::Result<std::shared_ptr<ResponseStream>> answer =
        co_await inner->open(std::move(request), std::move(stop));
    if (answer) {
        if (std::optional<base::Error> trouble = validity.trouble((*answer)->status(), (*answer)->headers()))
            co_return tl::unexpected(std::move(*trouble));
    }
    co_return answer;
}

class CertificateDatesTransport final : public Transport {
public:
    CertificateDatesTransport(std::shared_ptr<Transport> inner, Validity validity)
        : m_inner(std::move(inner))
        , m_validity(std::move(validity))
    {
    }
    base::Task<Response> send(Request request, std::stop_token stop) override
    {
        return sendChecked(m_inner, m_validity, std::move(request), std::move(stop));
    }
    base::Task<std::shared_ptr<ResponseStream>> open(Request request, std::stop_token stop) override
    {
        return openChecked(m_inner, m_validity, std::move(request), std::move(stop));
    }

private:
    std::shared_ptr<Transport> m_inner;
    Validity m_validity;
};

} // namespace

std::shared_ptr<Transport> withCertificateDates(std::shared_ptr<Transport> inner,
                                                const ClientCertificate &certificate, const QString &user)
{
    const QSslCertificate own(certificate.certificatePem);
    return std::make_shared<CertificateDatesTransport>(
        std::move(inner), Validity{user, own.effectiveDate().toUTC(), own.expiryDate().toUTC()});
}

} // namespace sluice::kube
