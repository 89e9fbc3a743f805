// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/control_plane.h"

#include "base/atomic_file.h"
#include "base/json.h"
#include "kube/config/credential_sources.h"
#include "kube/config/kubeconfig.h"
#include "kube/net/network_transport.h"
#include "sandbox/http/sandbox_cluster.h"
#include "yaml/document.h"

#include <QCoroTask>
#include <QDir>
#include <QRandomGenerator>
#include <QUrl>
#include <nlohmann/json.hpp>

namespace sluice::tests {

using base::Result;

namespace {

/// Tests delete and overwrite: nobody's cluster is to be hit because a variable was left over.
Result<void> mayBeUsed(const QString &kubeconfig)
{
    const auto bytes = base::readFile(kubeconfig);
    if (!bytes)
        return tl::unexpected(bytes.error());
    const auto config = yaml::parseValue(*bytes, kubeconfig);
    if (!config)
        return tl::unexpected(config.error());
    for (const base::Json &entry : config->value("clusters", base::Json::array())) {
        const QUrl server(base::stringAt(entry, "cluster.server"));
        if (server.host() != u"127.0.0.1" && server.host() != u"localhost") {
            return base::fail(base::ValidationError{
                kubeconfig,
                0,
                QStringLiteral("server"),
                {QStringLiteral("not a cluster of this machine"), {server.toString()}}});
        }
    }
    return {};
}

} // namespace

ControlPlane::Kind ControlPlane::takeKind(QStringList &arguments)
{
    return arguments.removeAll(QStringLiteral("--cluster")) > 0 ? Kind::Real : Kind::Sandbox;
}

QString ControlPlane::missing(Kind kind)
{
    if (kind == Kind::Sandbox || !realKubeconfig().isEmpty())
        return {};
    return QStringLiteral(
        "no real control plane: SLUICE_CLUSTER_KUBECONFIG is not set (./dev test --cluster sets it)");
}

QString ControlPlane::realKubeconfig()
{
    return qEnvironmentVariable("SLUICE_CLUSTER_KUBECONFIG");
}

ControlPlane::ControlPlane(Kind kind)
    : m_kind(kind)
{
}

ControlPlane::~ControlPlane()
{
    if (!isReal() || m_namespaces.isEmpty())
        return;
    const auto admin = client(Role::Admin);
    if (!admin)
        return;
    for (const QString &name : m_namespaces) {
        // One that the test did not come to make is not found.
        const kube::ObjectRef ref{{{}, QStringLiteral("v1"), QStringLiteral("Namespace")}, {}, name};
        static_cast<void>(QCoro::waitFor(admin->remove(ref, {}, {})));
    }
}

Result<void> ControlPlane::open(const QString &home, const sandbox::SandboxOptions &options)
{
    if (isReal()) {
        m_kubeconfig = realKubeconfig();
        return mayBeUsed(m_kubeconfig);
    }
    m_sandbox = std::make_unique<sandbox::SandboxCluster>();
    const auto endpoint = m_sandbox->start(options);
    if (!endpoint)
        return tl::unexpected(endpoint.error());
    m_kubeconfig = QDir(home).filePath(QStringLiteral("kubeconfig"));
    const auto written = m_sandbox->writeKubeconfig(m_kubeconfig);
    if (!written)
        return written;
    return setUpLikeTheRealOne();
}

Result<void> ControlPlane::setUpLikeTheRealOne()
{
    const auto admin = client(Role::Admin);
    if (!admin)
        return tl::unexpected(admin.error());
    const kube::ObjectRef settings{{{}, QStringLiteral("v1"), QStringLiteral("ConfigMap")},
                                   QStringLiteral("knative-serving"),
                                   QStringLiteral("config-deployment")};
    const base::Json patch{{"data", {{"registries-skipping-tag-resolving", "ghcr.io"}}}};
    const auto answer = QCoro::waitFor(admin->patch(settings, kube::PatchType::Merge, patch, {}, {}));
    if (!answer)
        return tl::unexpected(answer.error());
    m_sandbox->advance(5000); // Knative has read it then
    return {};
}

QString ControlPlane::context(Role role) const
{
    switch (role) {
    case Role::Admin:
        break;
    case Role::Developer:
        return isReal() ? QStringLiteral("developer") : QStringLiteral("sandbox-developer");
    case Role::Viewer:
        return isReal() ? QStringLiteral("viewer") : QStringLiteral("sandbox-viewer");
    }
    return isReal() ? QStringLiteral("admin") : QStringLiteral("sandbox");
}

Result<kube::ApiClient> ControlPlane::client(Role role, const QUrl &server) const
{
    kube::KubeconfigPlaces places;
    places.explicitFile = m_kubeconfig;
    const auto config = kube::loadKubeconfig(places);
    if (!config)
        return tl::unexpected(config.error());
    kube::ConnectionOverrides overrides;
    overrides.context = context(role);
    auto connection = kube::resolveConnection(*config, overrides);
    if (!connection)
        return tl::unexpected(connection.error());
    if (!server.isEmpty())
        connection->server = server;
    const auto transport = kube::makeTransport(*connection, kube::makeCredentialSource(*connection, {}),
                                               m_timers, "sluice-test");
    if (!transport)
        return tl::unexpected(transport.error());
    return kube::ApiClient(*transport, nullptr, connection->server.toString());
}

QString ControlPlane::ownNamespaces(const QString &prod)
{
    static const QString run = QString::number(QRandomGenerator::global()->generate(), 36);
    static int count = 0;
    const QString name = isReal() ? QStringLiteral("%1-%2-%3").arg(prod, run).arg(++count) : prod;
    m_namespaces << name << name + QStringLiteral("-dev") << name + QStringLiteral("-staging");
    return name;
}

} // namespace sluice::tests
