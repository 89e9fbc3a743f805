// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sandbox/http/sandbox_cluster.h"
#include "session/sandbox_control.h"

namespace sluice::app {

/// The embedded cluster, started when it is first needed. GUI thread.
class SandboxHost final : public session::SandboxControl {
    Q_OBJECT
public:
    explicit SandboxHost(sandbox::SandboxOptions options, QObject *parent = nullptr);

    /// Starts it unless it runs. Errors as SandboxCluster::start.
    [[nodiscard]] base::Result<sandbox::Endpoint> ensureStarted();
    [[nodiscard]] sandbox::SandboxCluster &cluster() { return m_cluster; }

    [[nodiscard]] bool isRunning() const override { return m_cluster.isRunning(); }
    [[nodiscard]] bool isPaused() const override { return m_cluster.status().paused; }
    [[nodiscard]] int speed() const override { return qRound(m_cluster.status().speed); }
    [[nodiscard]] QDateTime virtualNow() const override;
    void setPaused(bool paused) override;
    void setSpeed(int factor) override;

private:
    sandbox::SandboxOptions m_options;
    sandbox::SandboxCluster m_cluster;
};

} // namespace sluice::app
