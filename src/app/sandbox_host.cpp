// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox_host.h"

namespace sluice::app {

SandboxHost::SandboxHost(sandbox::SandboxOptions options, QObject *parent)
    : session::SandboxControl(parent)
    , m_options(std::move(options))
{
    connect(&m_cluster, &sandbox::SandboxCluster::statusChanged, this,
            [this, last = sandbox::SandboxStatus{}](const sandbox::SandboxStatus &status) mutable {
                // Request counters move all the time; windows care for these only.
                const bool same = last.running == status.running && last.paused == status.paused
                    && qFuzzyCompare(last.speed, status.speed);
                last = status;
                if (!same)
                    Q_EMIT changed();
            });
}

base::Result<sandbox::Endpoint> SandboxHost::ensureStarted()
{
    if (m_cluster.isRunning())
        return m_cluster.endpoint();
    return m_cluster.start(m_options);
}

QDateTime SandboxHost::virtualNow() const
{
    return m_cluster.isRunning() ? m_cluster.virtualNow() : QDateTime();
}

void SandboxHost::setPaused(bool paused)
{
    if (paused)
        m_cluster.pause();
    else
        m_cluster.resume();
}

void SandboxHost::setSpeed(int factor)
{
    m_cluster.setSpeed(factor);
}

} // namespace sluice::app
