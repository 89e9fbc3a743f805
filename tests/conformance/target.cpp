// SPDX-License-Identifier: GPL-3.0-or-later
#include "target.h"

namespace sluice::tests {

std::unique_ptr<TlsClient> Target::connection() const
{
    auto client = std::make_unique<TlsClient>();
    return client->connectTo(m_port, m_caPem) ? std::move(client) : nullptr;
}

void Target::ask(TlsClient &client, const Request &request) const
{
    const auto token = m_tokens.find(request.user);
    client.token = token == m_tokens.end() ? QByteArray() : token->second;
    if (request.user == "stranger")
        client.token = "nobody-has-this-token";
    client.request(request.method, request.target, request.body, request.headerLines);
}

std::optional<TlsClient::Answer> Target::send(const Request &request)
{
    if (m_client)
        m_client->socket().waitForReadyRead(0); // notices that the server closed it meanwhile
    if (!m_client || m_client->socket().state() != QAbstractSocket::ConnectedState)
        m_client = connection();
    if (!m_client)
        return std::nullopt;
    ask(*m_client, request);
    auto answer = m_client->answer();
    if (!answer || answer->header("Connection") == "close")
        m_client.reset();
    return answer;
}

std::optional<WatchStream> Target::watch(const Request &request)
{
    WatchStream stream{connection(), {}};
    if (!stream.client)
        return std::nullopt;
    ask(*stream.client, request);
    auto header = stream.client->header();
    if (!header)
        return std::nullopt;
    stream.header = std::move(*header);
    if (stream.header.status != 200 && !stream.client->readBody(stream.header))
        return std::nullopt;
    return stream;
}

void Target::closeNamespace(const std::string &name)
{
    (void)send({"DELETE", "/api/v1/namespaces/" + QByteArray::fromStdString(name), {}, {}, "admin"});
}

} // namespace sluice::tests
