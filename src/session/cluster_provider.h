// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/task.h"

#include <QStringList>
#include <memory>
#include <vector>

namespace sluice::kube {
class ApiClient;
}

namespace sluice::session {

/// A context that can be connected to, as the kubeconfig or the sandbox offers it.
struct ClusterContext {
    QString name;
    QString cluster; ///< the cluster entry's name
    QString server; ///< URL; empty for a sandbox that has not been started
    QString user;
    QString defaultNamespace; ///< "default" when the context names none
    bool insecure = false; ///< TLS verification is off in the kubeconfig; shown wherever the context is
    bool sandbox = false;
    bool current = false; ///< the kubeconfig's current-context
};

/// A live connection: the client and who we are there. Copyable; the client is shared.
struct ClusterConnection {
    ClusterContext context;
    std::shared_ptr<kube::ApiClient> client;
};

/// Where connections come from; implemented in src/app over kubeconfig and sandbox. GUI thread.
class ClusterProvider {
public:
    virtual ~ClusterProvider() = default;
    /// Errors name the kubeconfig and entry. An empty list means that no kubeconfig was found.
    [[nodiscard]] virtual base::Result<std::vector<ClusterContext>> contexts() = 0;
    /// "sandbox" starts the embedded cluster. Errors: ValidationError for an unknown context, Auth, Tls, File.
    [[nodiscard]] virtual base::Task<ClusterConnection> connect(QString contextName,
                                                                std::stop_token stop) = 0;
};

/// The context name of the embedded cluster.
[[nodiscard]] inline QString sandboxContextName()
{
    return QStringLiteral("sandbox");
}

} // namespace sluice::session
