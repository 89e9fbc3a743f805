// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "kube/core/connection.h"

namespace sluice::kube {

/// A cluster entry, its paths already absolute.
struct KubeCluster {
    QString server;
    QString tlsServerName;
    bool insecureSkipTlsVerify = false;
    QString certificateAuthority; ///< file
    QByteArray certificateAuthorityData; ///< PEM, decoded; wins over the file
    QString proxyUrl;
    bool disableCompression = false;
    QByteArray execExtensionJson; ///< the extension client.authentication.k8s.io/exec
};

/// A user entry, its paths already absolute.
struct KubeUser {
    QString clientCertificate;
    QByteArray clientCertificateData;
    QString clientKey;
    QByteArray clientKeyData;
    QByteArray token;
    QString tokenFile; ///< wins over token
    QString username;
    QString password;
    Impersonation impersonate;
    std::optional<ExecPlugin> exec;
    QString execInteractiveMode; ///< as written; looked at when the entry is used
    QString authProvider; ///< name of a legacy provider, which is refused by name
};

struct KubeContext {
    QString cluster;
    QString user;
    QString nameSpace;
};

/// One entry and the file that defined it; the first file wins whole entries.
template <typename T> struct KubeEntry {
    QString name;
    QString file;
    T value;
};

/// The merged kubeconfig files.
struct Kubeconfig {
    std::vector<KubeEntry<KubeCluster>> clusters;
    std::vector<KubeEntry<KubeUser>> users;
    std::vector<KubeEntry<KubeContext>> contexts; ///< in the order of the files
    QString currentContext;
    QStringList files; ///< that were read

    [[nodiscard]] const KubeEntry<KubeContext> *context(const QString &name) const;
    [[nodiscard]] const KubeEntry<KubeCluster> *cluster(const QString &name) const;
    [[nodiscard]] const KubeEntry<KubeUser> *user(const QString &name) const;
};

/// Where to look, as client-go's loading rules do.
struct KubeconfigPlaces {
    QString explicitFile; ///< --kubeconfig: replaces all else and must exist
    QString environmentList; ///< KUBECONFIG: a ':' list, missing files are skipped
    QString homeFile; ///< "~/.kube/config", absolute
    bool operator==(const KubeconfigPlaces &) const = default;
};

/// One file. Errors: Decode with its place. Pure.
[[nodiscard]] base::Result<Kubeconfig> parseKubeconfig(const QByteArray &bytes, const QString &file);
/// Adds what \a first does not have: whole entries, and the current context if there is none yet.
[[nodiscard]] Kubeconfig merge(Kubeconfig first, const Kubeconfig &later);
/// Reads and merges. Errors: File (the explicit file is missing; one cannot be read), Decode.
/// No file at all is an empty Kubeconfig.
[[nodiscard]] base::Result<Kubeconfig> loadKubeconfig(const KubeconfigPlaces &places);

/// The proxy variables of the environment, used where a cluster names none.
struct ProxyEnvironment {
    QString httpsProxy;
    QString httpProxy;
    QString noProxy; ///< comma list of hosts, domain suffixes, addresses and CIDR blocks; "*" for all
};

/// What the command line says over the kubeconfig.
struct ConnectionOverrides {
    QString context; ///< --context; empty: the current one
    QString nameSpace;
    Impersonation impersonate; ///< --as, --as-group; replaces the user entry's when it is not empty
    ProxyEnvironment proxies;
};

/// The values to connect with: entries looked up, certificate files read. Errors: Validation (no or unknown context,
/// cluster, user; malformed server or proxy; interactiveMode missing), File, Decode (not PEM), Auth (legacy provider).
[[nodiscard]] base::Result<Connection> resolveConnection(const Kubeconfig &config,
                                                         const ConnectionOverrides &overrides);

} // namespace sluice::kube
