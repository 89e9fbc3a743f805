// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/offload.h"
#include "base/timers.h"
#include "kube/config/credential_sources.h"
#include "kube/config/kubeconfig.h"
#include "session/cluster_provider.h"

#include <functional>

namespace sluice::app {

class SandboxHost;

/// What connections are made with.
struct ConnectionTools {
    std::shared_ptr<const base::Clock> clock;
    std::shared_ptr<base::Timers> timers;
    std::shared_ptr<base::ProcessRunner> runner;
    std::shared_ptr<base::WorkerPool> pool;
    std::shared_ptr<kube::ConsentSource> consent;
    int requestTimeoutMs = 0; ///< for each request that is not a stream; 0: the client's own
};

/// Contexts of the kubeconfig files and the embedded cluster. GUI thread.
class ClusterDirectory final : public session::ClusterProvider {
public:
    /// Where the kubeconfig is, asked for each time, so that a change in the settings counts at once.
    using PlacesSource = std::function<kube::KubeconfigPlaces()>;

    /// \a overrides.context is not used: connect() names the context.
    ClusterDirectory(PlacesSource places, kube::ConnectionOverrides overrides, ConnectionTools tools,
                     SandboxHost *sandbox);

    [[nodiscard]] base::Result<std::vector<session::ClusterContext>> contexts() override;
    [[nodiscard]] base::Task<session::ClusterConnection> connect(QString contextName,
                                                                 std::stop_token stop) override;
    /// The kubeconfig's current context; empty when there is none.
    [[nodiscard]] base::Result<QString> currentContext() const;

private:
    [[nodiscard]] base::Result<session::ClusterConnection> connectSandbox();
    [[nodiscard]] base::Result<session::ClusterConnection> make(const kube::Connection &connection,
                                                                session::ClusterContext context) const;
    PlacesSource m_places;
    kube::ConnectionOverrides m_overrides;
    ConnectionTools m_tools;
    SandboxHost *m_sandbox;
};

} // namespace sluice::app
