// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kube/core/request.h"

#include <QMap>
#include <QUrl>
#include <variant>

namespace sluice::kube {

struct TlsSettings {
    QByteArray caPem; ///< trust these only; empty: the system's
    std::optional<ClientCertificate> clientCertificate;
    QString serverName; ///< name to ask for and check instead of the host (tls-server-name)
    bool insecureSkipVerify = false; ///< the kubeconfig asks for it; always shown, never set by us
};

/// A command that prints a credential (client.authentication.k8s.io).
struct ExecPlugin {
    enum class InteractiveMode { Never, IfAvailable, Always };
    QString apiVersion; ///< "client.authentication.k8s.io/v1" or ".../v1beta1"
    QString command; ///< absolute when the kubeconfig gave a path, else a name for PATH
    QStringList arguments;
    std::vector<std::pair<QString, QString>> environment;
    QString installHint;
    bool provideClusterInfo = false;
    InteractiveMode interactiveMode = InteractiveMode::IfAvailable;
    QByteArray clusterInfoJson; ///< spec.cluster for the plugin; empty unless provideClusterInfo
};

struct StaticToken {
    QByteArray token;
};
struct TokenFile {
    QString path;
};
struct BasicAuth {
    QString user;
    QString password;
};
using CredentialSpec = std::variant<std::monostate, StaticToken, TokenFile, BasicAuth, ExecPlugin>;

struct Impersonation {
    QString user;
    QString uid;
    QStringList groups;
    QMap<QString, QStringList> extra;
    [[nodiscard]] bool isEmpty() const
    {
        return user.isEmpty() && uid.isEmpty() && groups.isEmpty() && extra.isEmpty();
    }
};

/// All that is needed to talk to one cluster as one user; a value.
struct Connection {
    QString context; ///< name in the kubeconfig; may be empty
    QString cluster;
    QString user;
    QString nameSpace; ///< the context's default; "default" when it has none
    QUrl server;
    TlsSettings tls;
    QUrl proxy; ///< http, https or socks5; empty: none
    bool disableCompression = false;
    CredentialSpec credentials;
    Impersonation impersonate;
};

} // namespace sluice::kube
