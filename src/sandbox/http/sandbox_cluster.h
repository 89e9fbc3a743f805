// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/mailbox.h"
#include "base/result.h"
#include "sandbox/http/cluster_types.h"
#include "sandbox/knative/simulation.h"

#include <QByteArray>
#include <QDateTime>
#include <QObject>
#include <QString>
#include <memory>

namespace sluice::sandbox {

/// A whole simulated cluster behind an https address of this machine: API server, Knative and their clock, in a
/// thread of their own. This object lives in the thread that made it (the GUI's); its functions do not wait for the
/// simulation except start() and stop(), which take milliseconds. Nothing of it is written to disk unless asked for.
class SandboxCluster final : public QObject {
    Q_OBJECT
public:
    explicit SandboxCluster(QObject *parent = nullptr);
    ~SandboxCluster() override; ///< stops

    /// Makes the certificates and tokens, opens the port and starts the simulation; when it returns, requests
    /// are answered. Errors: TransportError (the port is taken, the address is not of this machine), TlsError (no
    /// certificate could be made), ValidationError (an option out of range, or started already).
    [[nodiscard]] base::Result<Endpoint> start(SandboxOptions options = {});
    /// Ends every stream, closes the port and joins the thread. Does nothing when not running.
    void stop();
    [[nodiscard]] bool isRunning() const;
    /// What start() returned; empty when not running.
    [[nodiscard]] const Endpoint &endpoint() const;

    /// A kubeconfig (YAML) whose current context "sandbox" is the administrator in namespace default; the contexts
    /// "sandbox-developer" and "sandbox-viewer" have fewer rights. Empty when not running. Holds credentials.
    [[nodiscard]] QByteArray kubeconfig() const;
    /// Writes kubeconfig() in one step with mode 0600. Errors: FileError.
    [[nodiscard]] base::Result<void> writeKubeconfig(const QString &path) const;

    /// Stops and continues virtual time. Requests are answered and bookmarks sent all the while.
    void pause();
    void resume();
    /// Virtual seconds per real second; the window offers 1, 10 and 60. Clamped to 0.1 … 600. Keeps the pause.
    void setSpeed(double factor);
    /// Moves virtual time forward by \a milliseconds at once, paused or not (for lessons and tests).
    void advance(qint64 milliseconds);
    /// Requests that reach \a revision from now on: \a perSecond arrivals and the mean number in flight. A revision at
    /// zero is woken by it. Zeros end the load.
    void setLoad(const QString &nameSpace, const QString &revision, double perSecond, double concurrency);
    /// Images whose name matches \a pattern ("*" stands for anything) behave so from now on; ImageFault::None takes the rule
    /// of the same pattern away.
    void setImageFault(const QString &pattern, ImageFault fault);

    /// Forgets the changes up to now, as a server does after some time: a watch that wants to go on from before is told
    /// 410 and must list again (for lessons and tests).
    void forgetHistory();

    /// The simulation's time in UTC, which its Date header and all timestamps follow; invalid before the first start().
    [[nodiscard]] QDateTime virtualNow() const;
    /// As last reported by the simulation.
    [[nodiscard]] const SandboxStatus &status() const;

Q_SIGNALS:
    /// Running, pause, speed, or one of the counters changed; at most ten times a second.
    void statusChanged(const sluice::sandbox::SandboxStatus &status);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace sluice::sandbox
