// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/mailbox.h"
#include "base/result.h"
#include "sandbox/api/users.h"
#include "sandbox/http/certificates.h"
#include "sandbox/http/cluster_types.h"
#include "sandbox/http/time_map.h"

#include <functional>
#include <memory>
#include <vector>

namespace sluice::sandbox {

class SimulatedCluster;

/// Runs one simulated cluster and its server in a thread. Made, used and destroyed by one other thread, from
/// which it is reached by posted functions only; time and mailbox are shared and must outlive it.
class SandboxThread {
public:
    SandboxThread(const SandboxOptions &options, const std::vector<User> &users, TimeMap &time,
                  base::Mailbox<SandboxStatus> &mailbox);
    ~SandboxThread(); ///< stops
    SandboxThread(const SandboxThread &) = delete;
    SandboxThread &operator=(const SandboxThread &) = delete;

    /// Opens the port, which it returns, and starts the thread.
    [[nodiscard]] base::Result<quint16> start(const ServerIdentity &identity);
    /// Ends streams and answers under way, then the thread; returns when it has ended.
    void stop();

    /// The map's speed or pause is another now.
    void controlsChanged();
    void advance(qint64 milliseconds);
    /// Runs \a work on the cluster in its thread, soon. Not once stop() has begun.
    void post(std::function<void(SimulatedCluster &)> work);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace sluice::sandbox
