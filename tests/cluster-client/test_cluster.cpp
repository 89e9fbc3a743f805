// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_cluster.h"

#include "allow_all.h"
#include "kube/config/credential_sources.h"
#include "kube/config/kubeconfig.h"
#include "kube/net/network_transport.h"
#include "sandbox/http/sandbox_cluster.h"

#include <QProcess>

namespace sluice::test {

using base::Result;

namespace {

class Sandbox final : public TestCluster {
public:
    Sandbox()
    {
        sandbox::SandboxOptions options;
        options.bookmarkSeconds = 1;
        const auto endpoint = m_cluster.start(options);
        if (!endpoint)
            qFatal("%s", why(endpoint.error()).constData());
        m_endpoint = *endpoint;
    }
    Result<kube::Connection> connection(const QString &context) const override
    {
        kube::Connection connection;
        connection.context = context;
        connection.server = QUrl(m_endpoint.url);
        connection.tls.caPem = m_endpoint.caPem;
        connection.credentials = kube::StaticToken{m_endpoint.token.toUtf8()};
        return connection;
    }
    QString compact() override
    {
        m_cluster.forgetHistory();
        return {};
    }

private:
    sandbox::SandboxCluster m_cluster;
    sandbox::Endpoint m_endpoint;
};

/// Runs the harness with \a arguments; answers its complaint.
QString runHarness(const QStringList &arguments)
{
    QProcess harness;
    harness.start(qEnvironmentVariable("SLUICE_CLUSTER_PROGRAM"), arguments);
    if (!harness.waitForFinished(180'000))
        return QStringLiteral("%1: %2").arg(harness.program(), harness.errorString());
    return harness.exitCode() == 0 ? QString() : QString::fromUtf8(harness.readAllStandardError()).trimmed();
}

} // namespace

std::unique_ptr<TestCluster> startSandbox()
{
    return std::make_unique<Sandbox>();
}

QString RealCluster::whyNot()
{
    for (const char *name : {"SLUICE_CLUSTER_KUBECONFIG", "SLUICE_CLUSTER_PROGRAM", "SLUICE_CLUSTER_NAME"}) {
        if (qEnvironmentVariableIsEmpty(name))
            return QStringLiteral("no real control plane: %1 is not set (./dev test --cluster sets it)")
                .arg(QLatin1String(name));
    }
    return {};
}

Result<kube::Connection> RealCluster::connection(const QString &context) const
{
    kube::KubeconfigPlaces places;
    places.explicitFile = qEnvironmentVariable("SLUICE_CLUSTER_KUBECONFIG");
    const auto config = kube::loadKubeconfig(places);
    if (!config)
        return tl::unexpected(config.error());
    kube::ConnectionOverrides overrides;
    overrides.context = context;
    return kube::resolveConnection(*config, overrides);
}

QString RealCluster::compact()
{
    return component(QStringLiteral("compact"), QStringLiteral("etcd"));
}

QString RealCluster::component(const QString &action, const QString &name) const
{
    return runHarness({QStringLiteral("component"), action, name});
}

std::shared_ptr<kube::Transport> transportFor(kube::Connection connection, quint16 port)
{
    if (port != 0)
        connection.server.setPort(port);
    const auto timers = std::make_shared<base::SystemTimers>();
    const auto transport = kube::makeTransport(
        connection, kube::makeCredentialSource(connection, allowingTools()), timers, "sluice-test");
    if (!transport)
        qFatal("%s", why(transport.error()).constData());
    return *transport;
}

kube::ApiClient clientFor(const kube::Connection &connection, quint16 port, int requestTimeoutMs)
{
    return kube::ApiClient(transportFor(connection, port), nullptr, connection.server.toString(),
                           requestTimeoutMs);
}

} // namespace sluice::test
