// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "base/timers.h"
#include "kube/client/api_client.h"
#include "sandbox/http/cluster_types.h"

#include <QStringList>
#include <QUrl>
#include <memory>

namespace sluice::sandbox {
class SandboxCluster;
}

namespace sluice::tests {

/// The control plane that a test speaks to: an embedded one of its own, or the real one of SLUICE_CLUSTER_KUBECONFIG. Both are
/// reached through a kubeconfig, so that the same test runs against either.
class ControlPlane {
public:
    enum class Kind { Sandbox, Real };
    /// Who speaks: may do everything, everything in the namespace default, reads.
    enum class Role { Admin, Developer, Viewer };

    /// Takes "--cluster" out of a test program's arguments; Real when it was there.
    [[nodiscard]] static Kind takeKind(QStringList &arguments);
    /// Why there is no such control plane on this machine, to skip with; empty when there is one.
    [[nodiscard]] static QString missing(Kind kind);
    [[nodiscard]] static QString realKubeconfig();

    explicit ControlPlane(Kind kind);
    ~ControlPlane(); ///< deletes from a real one the namespaces of ownNamespaces(), without waiting for their end
    ControlPlane(const ControlPlane &) = delete;
    ControlPlane &operator=(const ControlPlane &) = delete;

    /// Starts the sandbox in the folder \a home, or looks whether the real one may be used: only one of this machine may. Errors:
    /// those of SandboxCluster::start(), FileError, ValidationError.
    [[nodiscard]] base::Result<void> open(const QString &home, const sandbox::SandboxOptions &options);

    [[nodiscard]] bool isReal() const { return m_kind == Kind::Real; }
    [[nodiscard]] QString kubeconfig() const { return m_kubeconfig; }
    /// The context of the kubeconfig in which \a role speaks.
    [[nodiscard]] QString context(Role role) const;
    /// A client that speaks as \a role; to \a server instead of the kubeconfig's when it is given. Errors: those of reading the
    /// kubeconfig.
    [[nodiscard]] base::Result<kube::ApiClient> client(Role role, const QUrl &server = {}) const;
    /// \a prod on the sandbox; on the real one, which outlives the test, with an ending that no other call gets. The namespaces of
    /// the project's other environments are named after it, with -dev and -staging.
    [[nodiscard]] QString ownNamespaces(const QString &prod);

private:
    [[nodiscard]] base::Result<void> setUpLikeTheRealOne();

    Kind m_kind;
    QString m_kubeconfig;
    QStringList m_namespaces;
    std::shared_ptr<base::Timers> m_timers = std::make_shared<base::SystemTimers>();
    std::unique_ptr<sandbox::SandboxCluster> m_sandbox;
};

} // namespace sluice::tests
