// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/net/decorators.h"

namespace sluice::kube {

namespace {

constexpr int unauthorized = 401;

Request authorized(Request request, const Credential &credential)
{
    if (!credential.authorization.isEmpty())
        request.headers.set("Authorization", credential.authorization);
    if (credential.certificate)
        request.clientCertificate = credential.certificate;
    return request;
}

base::Task<Response> sendAuthorized(std::shared_ptr<Transport> inner,
                                    std::shared_ptr<CredentialSource> source, Request request,
                                    std::stop_token stop)
{
    base::Result<Credential> credential = co_await source->credential(stop);
    if (!credential)
        co_return tl::unexpected(credential.error());
    base::Result<Response> response = co_await inner->send(authorized(request, *credential), stop);
    if (!response || response->status != unauthorized || !source->refused(*credential))
        co_return response;
    base::Result<Credential> renewed = co_await source->credential(stop);
    if (!renewed)
        co_return tl::unexpected(renewed.error());
    base::Result<Response> second = co_await inner->send(authorized(request, *renewed), stop);
    if (second && second->status == unauthorized)
        (void)source->refused(*renewed);
    co_return second;
}

base::Task<std::shared_ptr<ResponseStream>> openAuthorized(std::shared_ptr<Transport> inner,
                                                           std::shared_ptr<CredentialSource> source,
                                                           Request request, std::stop_token stop)
{
    using Opened = base::Result<std::shared_ptr<ResponseStream>>;
    base::Result<Credential> credential = co_await source->credential(stop);
    if (!credential)
        co_return tl::unexpected(credential.error());
    Opened stream = co_await inner->open(authorized(request, *credential), stop);
    if (!stream || (*stream)->status() != unauthorized || !source->refused(*credential))
        co_return stream;
    base::Result<Credential> renewed = co_await source->credential(stop);
    if (!renewed)
        co_return tl::unexpected(renewed.error());
    Opened second = co_await inner->open(authorized(request, *renewed), stop);
    if (second && (*second)->status() == unauthorized)
        (void)source->refused(*renewed);
    co_return second;
}

class CredentialsTransport final : public Transport {
public:
    CredentialsTransport(std::shared_ptr<Transport> inner, std::shared_ptr<CredentialSource> source)
        : m_inner(std::move(inner))
        , m_source(std::move(source))
    {
    }
    base::Task<Response> send(Request request, std::stop_token stop) override
    {
        return sendAuthorized(m_inner, m_source, std::move(request), std::move(stop));
    }
    base::Task<std::shared_ptr<ResponseStream>> open(Request request, std::stop_token stop) override
    {
        return openAuthorized(m_inner, m_source, std::move(request), std::move(stop));
    }

private:
    std::shared_ptr<Transport> m_inner;
    std::shared_ptr<CredentialSource> m_source;
};

} // namespace

std::shared_ptr<Transport> withCredentials(std::shared_ptr<Transport> inner,
                                           std::shared_ptr<CredentialSource> source)
{
    return std::make_shared<CredentialsTransport>(std::move(inner), std::move(source));
}

} // namespace sluice::kube
