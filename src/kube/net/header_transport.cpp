// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/net/decorators.h"

#include <QUrl>

namespace sluice::kube {

namespace {

Headers impersonationHeaders(const Impersonation &who)
{
    Headers headers;
    if (!who.user.isEmpty())
        headers.add("Impersonate-User", who.user.toUtf8());
    if (!who.uid.isEmpty())
        headers.add("Impersonate-Uid", who.uid.toUtf8());
    for (const QString &group : who.groups)
        headers.add("Impersonate-Group", group.toUtf8());
    for (auto it = who.extra.cbegin(); it != who.extra.cend(); ++it) {
        // Keys are percent-encoded and compared in lower case (kube-apiserver, impersonation filter).
        const QByteArray name = "Impersonate-Extra-" + QUrl::toPercentEncoding(it.key().toLower());
        for (const QString &value : it.value())
            headers.add(name, value.toUtf8());
    }
    return headers;
}

class HeaderTransport final : public Transport {
public:
    HeaderTransport(std::shared_ptr<Transport> inner, Headers headers)
        : m_inner(std::move(inner))
        , m_headers(std::move(headers))
    {
    }
    base::Task<Response> send(Request request, std::stop_token stop) override
    {
        return m_inner->send(with(std::move(request)), std::move(stop));
    }
    base::Task<std::shared_ptr<ResponseStream>> open(Request request, std::stop_token stop) override
    {
        return m_inner->open(with(std::move(request)), std::move(stop));
    }

private:
    [[nodiscard]] Request with(Request request) const
    {
        for (const auto &[name, value] : m_headers.fields())
            request.headers.add(name, value);
        return request;
    }
    std::shared_ptr<Transport> m_inner;
    Headers m_headers;
};

} // namespace

std::shared_ptr<Transport> withHeaders(std::shared_ptr<Transport> inner, QByteArray userAgent,
                                       const Impersonation &impersonate)
{
    Headers headers = impersonationHeaders(impersonate);
    if (!userAgent.isEmpty())
        headers.add("User-Agent", std::move(userAgent));
    return std::make_shared<HeaderTransport>(std::move(inner), std::move(headers));
}

} // namespace sluice::kube
