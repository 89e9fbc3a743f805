// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/atomic_file.h"
#include "base/json.h"
#include "kube/config/kubeconfig.h"
#include "kube/config/proxy_environment.h"

#include <nlohmann/json.hpp>

namespace sluice::kube {

using base::fail;
using base::Json;
using base::Result;

namespace {

base::Error invalid(const QString &file, const QString &field, const QString &id,
                    const QStringList &arguments = {})
{
    return base::ValidationError{file, 0, field, {id, arguments}};
}

template <typename T> QString namesOf(const std::vector<KubeEntry<T>> &entries)
{
    QStringList names;
    for (const KubeEntry<T> &entry : entries)
        names.append(entry.name);
    return names.join(QStringLiteral(", "));
}

/// What to read PEM from: the data wins over the file.
struct PemSource {
    QByteArray data;
    QString path;
    [[nodiscard]] bool isEmpty() const { return data.isEmpty() && path.isEmpty(); }
};

Result<QByteArray> readPem(const PemSource &from, const QString &file, const QString &field)
{
    QByteArray pem = from.data;
    if (pem.isEmpty() && !from.path.isEmpty()) {
        Result<QByteArray> bytes = base::readFile(from.path);
        if (!bytes)
            return bytes;
        pem = std::move(*bytes);
    }
    if (!from.isEmpty() && !pem.contains("-----BEGIN ")) {
        const QString source = from.data.isEmpty() ? from.path : file;
        return fail(base::DecodeError{source, 0, 0, {QStringLiteral("kube.not-pem"), {field}}});
    }
    return pem;
}

Result<QUrl> serverUrl(const KubeEntry<KubeCluster> &cluster, const QString &place)
{
    QString text = cluster.value.server;
    if (!text.contains(QLatin1String("://"))) {
        // A bare host is https when there is anything to do TLS with (client-go, rest/url_utils.go).
        const bool tls = !cluster.value.certificateAuthority.isEmpty()
            || !cluster.value.certificateAuthorityData.isEmpty() || cluster.value.insecureSkipTlsVerify;
        text.prepend(tls ? QStringLiteral("https://") : QStringLiteral("http://"));
    }
    const QUrl url(text, QUrl::StrictMode);
    const bool http = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (cluster.value.server.isEmpty() || !url.isValid() || url.host().isEmpty() || !http)
        return fail(invalid(cluster.file, place + QStringLiteral(".server"),
                            QStringLiteral("kube.server-url"), {cluster.value.server}));
    return url;
}

/// Qt speaks plain http and SOCKS5 to a proxy, not TLS.
bool isHttps(const QUrl &proxy)
{
    return proxy.scheme() == QLatin1String("https");
}

Result<void> setCluster(Connection &connection, const KubeEntry<KubeCluster> &cluster,
                        const ProxyEnvironment &proxies)
{
    const KubeCluster &value = cluster.value;
    const QString place = QStringLiteral("clusters[%1]").arg(cluster.name);
    const Result<QUrl> server = serverUrl(cluster, place);
    if (!server)
        return tl::unexpected(server.error());
    connection.cluster = cluster.name;
    connection.server = *server;
    connection.disableCompression = value.disableCompression;
    connection.tls.serverName = value.tlsServerName;
    connection.tls.insecureSkipVerify = value.insecureSkipTlsVerify;
    const PemSource authority{value.certificateAuthorityData, value.certificateAuthority};
    if (value.insecureSkipTlsVerify && !authority.isEmpty())
        return fail(invalid(cluster.file, place, QStringLiteral("kube.ca-and-insecure")));
    const Result<QByteArray> caPem =
        readPem(authority, cluster.file, place + QStringLiteral(".certificate-authority"));
    if (!caPem)
        return tl::unexpected(caPem.error());
    connection.tls.caPem = *caPem;
    if (value.proxyUrl.isEmpty()) {
        connection.proxy = proxyFor(connection.server, proxies);
        if (isHttps(connection.proxy))
            return fail(invalid({}, QStringLiteral("HTTPS_PROXY"), QStringLiteral("kube.proxy-https"),
                                {connection.proxy.toDisplayString()}));
    } else {
        connection.proxy = parseProxy(value.proxyUrl);
        if (connection.proxy.isEmpty())
            return fail(invalid(cluster.file, place + QStringLiteral(".proxy-url"),
                                QStringLiteral("kube.proxy-url"), {value.proxyUrl}));
        if (isHttps(connection.proxy))
            return fail(invalid(cluster.file, place + QStringLiteral(".proxy-url"),
                                QStringLiteral("kube.proxy-https"), {connection.proxy.toDisplayString()}));
    }
    return {};
}

/// spec.cluster of KUBERNETES_EXEC_INFO (client-go, pkg/apis/clientauthentication/v1 Cluster).
QByteArray clusterInfo(const Connection &connection, const KubeCluster &cluster)
{
    Json info = Json::object();
    info["server"] = connection.server.toString().toStdString();
    if (!connection.tls.serverName.isEmpty())
        info["tls-server-name"] = connection.tls.serverName.toStdString();
    if (connection.tls.insecureSkipVerify)
        info["insecure-skip-tls-verify"] = true;
    if (!connection.tls.caPem.isEmpty())
        info["certificate-authority-data"] = connection.tls.caPem.toBase64().toStdString();
    if (!cluster.proxyUrl.isEmpty())
        info["proxy-url"] = cluster.proxyUrl.toStdString();
    if (cluster.disableCompression)
        info["disable-compression"] = true;
    if (!cluster.execExtensionJson.isEmpty()) {
        const QByteArray &text = cluster.execExtensionJson;
        if (Result<Json> config = base::parseJson({text.constData(), size_t(text.size())}, {}))
            info["config"] = std::move(*config);
    }
    return QByteArray::fromStdString(base::dump(info));
}

std::optional<ExecPlugin::InteractiveMode> interactiveMode(const KubeUser &user)
{
    using Mode = ExecPlugin::InteractiveMode;
    const QString &text = user.execInteractiveMode;
    if (text == QLatin1String("Never"))
        return Mode::Never;
    if (text == QLatin1String("IfAvailable"))
        return Mode::IfAvailable;
    if (text == QLatin1String("Always"))
        return Mode::Always;
    // v1 requires it; v1beta1 takes IfAvailable (client-go, tools/clientcmd/api/v1/defaults.go).
    if (text.isEmpty() && user.exec->apiVersion.endsWith(QLatin1String("/v1beta1")))
        return Mode::IfAvailable;
    return std::nullopt;
}

Result<ExecPlugin> execPlugin(const KubeEntry<KubeUser> &user, const Connection &connection,
                              const KubeCluster &cluster)
{
    ExecPlugin exec = *user.value.exec;
    const QString place = QStringLiteral("users[%1].exec").arg(user.name);
    if (exec.command.isEmpty())
        return fail(
            invalid(user.file, place + QStringLiteral(".command"), QStringLiteral("kube.exec-command")));
    if (exec.apiVersion != QLatin1String("client.authentication.k8s.io/v1")
        && exec.apiVersion != QLatin1String("client.authentication.k8s.io/v1beta1")) {
        return fail(base::AuthError{base::AuthError::Kind::PluginUnsupported, exec.command, exec.apiVersion});
    }
    const std::optional<ExecPlugin::InteractiveMode> mode = interactiveMode(user.value);
    if (!mode)
        return fail(invalid(user.file, place + QStringLiteral(".interactiveMode"),
                            QStringLiteral("kube.interactive-mode")));
    exec.interactiveMode = *mode;
    if (exec.provideClusterInfo)
        exec.clusterInfoJson = clusterInfo(connection, cluster);
    return exec;
}

Result<void> setClientCertificate(Connection &connection, const KubeEntry<KubeUser> &user,
                                  const QString &place)
{
    const PemSource certificate{user.value.clientCertificateData, user.value.clientCertificate};
    const PemSource key{user.value.clientKeyData, user.value.clientKey};
    if (certificate.isEmpty() && key.isEmpty())
        return {};
    if (certificate.isEmpty() || key.isEmpty())
        return fail(invalid(user.file, place, QStringLiteral("kube.certificate-pair")));
    const Result<QByteArray> certificatePem =
        readPem(certificate, user.file, place + QStringLiteral(".client-certificate"));
    if (!certificatePem)
        return tl::unexpected(certificatePem.error());
    const Result<QByteArray> keyPem = readPem(key, user.file, place + QStringLiteral(".client-key"));
    if (!keyPem)
        return tl::unexpected(keyPem.error());
    connection.tls.clientCertificate = ClientCertificate{*certificatePem, *keyPem};
    return {};
}

Result<void> setUser(Connection &connection, const KubeEntry<KubeUser> &user, const KubeCluster &cluster)
{
    const KubeUser &value = user.value;
    const QString place = QStringLiteral("users[%1]").arg(user.name);
    connection.user = user.name;
    connection.impersonate = value.impersonate;
    if (const Result<void> set = setClientCertificate(connection, user, place); !set)
        return set;
    const bool basic = !value.username.isEmpty() || !value.password.isEmpty();
    const bool token = !value.token.isEmpty() || !value.tokenFile.isEmpty();
    if (basic && token)
        return fail(invalid(user.file, place, QStringLiteral("kube.token-and-password")));
    if (!value.tokenFile.isEmpty()) {
        connection.credentials = TokenFile{value.tokenFile};
    } else if (token) {
        connection.credentials = StaticToken{value.token};
    } else if (basic) {
        connection.credentials = BasicAuth{value.username, value.password};
    } else if (value.exec) {
        Result<ExecPlugin> exec = execPlugin(user, connection, cluster);
        if (!exec)
            return tl::unexpected(exec.error());
        connection.credentials = std::move(*exec);
    } else if (!value.authProvider.isEmpty()) {
        return fail(base::AuthError{base::AuthError::Kind::PluginUnsupported, value.authProvider,
                                    QStringLiteral("auth-provider")});
    }
    return {};
}

} // namespace

Result<Connection> resolveConnection(const Kubeconfig &config, const ConnectionOverrides &overrides)
{
    const QString file = config.files.join(QLatin1Char(':'));
    const QString name = overrides.context.isEmpty() ? config.currentContext : overrides.context;
    if (name.isEmpty())
        return fail(invalid(file, QStringLiteral("current-context"), QStringLiteral("kube.no-context")));
    const KubeEntry<KubeContext> *context = config.context(name);
    if (!context) {
        return fail(invalid(file, QStringLiteral("contexts"), QStringLiteral("kube.unknown-context"),
                            {name, namesOf(config.contexts)}));
    }
    const QString place = QStringLiteral("contexts[%1]").arg(name);
    const KubeEntry<KubeCluster> *cluster = config.cluster(context->value.cluster);
    if (!cluster) {
        return fail(invalid(context->file, place + QStringLiteral(".cluster"),
                            QStringLiteral("kube.unknown-cluster"), {context->value.cluster}));
    }
    Connection connection;
    connection.context = name;
    connection.nameSpace = overrides.nameSpace.isEmpty() ? context->value.nameSpace : overrides.nameSpace;
    if (connection.nameSpace.isEmpty())
        connection.nameSpace = QStringLiteral("default");
    if (const Result<void> set = setCluster(connection, *cluster, overrides.proxies); !set)
        return tl::unexpected(set.error());
    if (!context->value.user.isEmpty()) {
        const KubeEntry<KubeUser> *user = config.user(context->value.user);
        if (!user) {
            return fail(invalid(context->file, place + QStringLiteral(".user"),
                                QStringLiteral("kube.unknown-user"), {context->value.user}));
        }
        if (const Result<void> set = setUser(connection, *user, cluster->value); !set)
            return tl::unexpected(set.error());
    }
    if (!overrides.impersonate.isEmpty())
        connection.impersonate = overrides.impersonate;
    if (connection.impersonate.user.isEmpty() && !connection.impersonate.isEmpty())
        return fail(invalid(file, QStringLiteral("as"), QStringLiteral("kube.as-needed")));
    return connection;
}

} // namespace sluice::kube
