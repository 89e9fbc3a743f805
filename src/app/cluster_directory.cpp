// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cluster_directory.h"

#include "app/sandbox_host.h"
#include "kube/client/api_client.h"
#include "kube/net/network_transport.h"

namespace sluice::app {

using session::ClusterConnection;
using session::ClusterContext;

namespace {

/// Gives every request the time limit of --request-timeout.
class TimeLimit final : public kube::Transport {
public:
    TimeLimit(std::shared_ptr<kube::Transport> inner, int milliseconds)
        : m_inner(std::move(inner))
        , m_milliseconds(milliseconds)
    {
    }
    [[nodiscard]] base::Task<kube::Response> send(kube::Request request, std::stop_token stop) override
    {
        request.timeoutMs = m_milliseconds;
        return m_inner->send(std::move(request), std::move(stop));
    }
    [[nodiscard]] base::Task<std::shared_ptr<kube::ResponseStream>> open(kube::Request request,
                                                                         std::stop_token stop) override
    {
        request.timeoutMs = m_milliseconds;
        return m_inner->open(std::move(request), std::move(stop));
    }

private:
    std::shared_ptr<kube::Transport> m_inner;
    int m_milliseconds;
};

} // namespace

ClusterDirectory::ClusterDirectory(PlacesSource places, kube::ConnectionOverrides overrides,
                                   ConnectionTools tools, SandboxHost *sandbox)
    : m_places(std::move(places))
    , m_overrides(std::move(overrides))
    , m_tools(std::move(tools))
    , m_sandbox(sandbox)
{
}

base::Result<QString> ClusterDirectory::currentContext() const
{
    const auto config = kube::loadKubeconfig(m_places());
    if (!config)
        return tl::unexpected(config.error());
    return config->currentContext;
}

base::Result<std::vector<ClusterContext>> ClusterDirectory::contexts()
{
    std::vector<ClusterContext> contexts;
    if (m_sandbox) {
        ClusterContext sandbox;
        sandbox.name = session::sandboxContextName();
        sandbox.cluster = sandbox.name;
        sandbox.sandbox = true;
        sandbox.defaultNamespace = QStringLiteral("default");
        if (m_sandbox->isRunning())
            sandbox.server = m_sandbox->cluster().endpoint().url;
        contexts.push_back(std::move(sandbox));
    }
    const auto config = kube::loadKubeconfig(m_places());
    if (!config)
        return tl::unexpected(config.error());
    for (const auto &entry : config->contexts) {
        ClusterContext context;
        context.name = entry.name;
        context.cluster = entry.value.cluster;
        context.user = entry.value.user;
        context.defaultNamespace =
            entry.value.nameSpace.isEmpty() ? QStringLiteral("default") : entry.value.nameSpace;
        context.current = entry.name == config->currentContext;
        if (const auto *cluster = config->cluster(entry.value.cluster)) {
            context.server = cluster->value.server;
            context.insecure = cluster->value.insecureSkipTlsVerify;
        }
        contexts.push_back(std::move(context));
    }
    return contexts;
}

base::Result<ClusterConnection> ClusterDirectory::make(const kube::Connection &connection,
                                                       ClusterContext context) const
{
    const kube::CredentialTools credentialTools{m_tools.runner, m_tools.clock, m_tools.consent};
    auto transport = kube::makeTransport(connection, kube::makeCredentialSource(connection, credentialTools),
                                         m_tools.timers, QByteArrayLiteral("sluice/" SLUICE_VERSION));
    if (!transport)
        return tl::unexpected(transport.error());
    if (m_tools.requestTimeoutMs > 0)
        transport = std::make_shared<TimeLimit>(*transport, m_tools.requestTimeoutMs);
    ClusterConnection result;
    result.context = std::move(context);
    result.client = std::make_shared<kube::ApiClient>(*transport, m_tools.pool, connection.server.toString());
    return result;
}

base::Result<ClusterConnection> ClusterDirectory::connectSandbox()
{
    const auto endpoint = m_sandbox->ensureStarted();
    if (!endpoint)
        return tl::unexpected(endpoint.error());
    kube::Connection connection;
    connection.context = session::sandboxContextName();
    connection.cluster = connection.context;
    connection.user = QStringLiteral("sandbox-admin");
    connection.nameSpace = QStringLiteral("default");
    connection.server = QUrl(endpoint->url);
    connection.tls.caPem = endpoint->caPem;
    connection.credentials = kube::StaticToken{endpoint->token.toUtf8()};
    connection.impersonate = m_overrides.impersonate;
    ClusterContext context;
    context.name = connection.context;
    context.cluster = connection.cluster;
    context.server = endpoint->url;
    context.user = connection.user;
    context.defaultNamespace = connection.nameSpace;
    context.sandbox = true;
    return make(connection, std::move(context));
}

base::Task<ClusterConnection> ClusterDirectory::connect(QString contextName, std::stop_token)
{
    if (contextName == session::sandboxContextName() && m_sandbox)
        co_return connectSandbox();
    const auto config = kube::loadKubeconfig(m_places());
    if (!config)
        co_return tl::unexpected(config.error());
    kube::ConnectionOverrides overrides = m_overrides;
    overrides.context = contextName;
    const auto connection = kube::resolveConnection(*config, overrides);
    if (!connection)
        co_return tl::unexpected(connection.error());
    ClusterContext context;
    context.name = connection->context;
    context.cluster = connection->cluster;
    context.server = connection->server.toString();
    context.user = connection->user;
    context.defaultNamespace = connection->nameSpace;
    context.insecure = connection->tls.insecureSkipVerify;
    context.current = connection->context == config->currentContext;
    co_return make(*connection, std::move(context));
}

} // namespace sluice::app
