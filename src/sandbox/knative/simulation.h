// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <memory>
#include <string>

namespace sluice::sandbox {

class Admission;
class Cluster;
class ObjectStore;
class PodLogs;
class Scheduler;
struct KnativeSettings;

/// What becomes of containers of an image.
enum class ImageFault {
    None, ///< pulls, starts and becomes ready
    NotFound, ///< the registry does not know it: its digest cannot be resolved, a pull fails
    Unauthorized, ///< the registry refuses: likewise
    PullFails, ///< the digest resolves, but nodes cannot pull
    Crashes, ///< starts, writes an error and exits with 1, again and again
    NeverReady, ///< runs, but its readiness probe never succeeds
    Unschedulable, ///< its pods find no node with room
};

/// How the simulated cluster behaves. The defaults are a plausible small cluster.
struct SimulationOptions {
    std::string nodeName = "sandbox-node-1";
    std::string nodeAddress = "192.168.49.2";
    /// Milliseconds of virtual time until a container of a pulled image runs, and of a first pull on top.
    std::int64_t containerStart = 600;
    std::int64_t imagePull = 1800;
    /// From running to ready: what the application needs to answer its probe.
    std::int64_t applicationStart = 400;
    std::int64_t digestResolution = 300;
    /// One write of a controller, and the time until it looks at a change.
    std::int64_t writeCost = 20;
    std::int64_t ingressProgramming = 25;
    std::int64_t ingressProbing = 400; ///< until the gateways answer for a changed route; 0: at once
    /// False where pods are mere records, as with KWOK: nothing answers the autoscaler's scrapes.
    bool podsServeMetrics = true;
    /// Whether start() makes the namespaces, ConfigMaps and workloads of an installed Knative.
    bool seedCluster = true;
};

/// Knative Serving 1.15 with the parts of Kubernetes that it stands on: admission, controllers, autoscaler, a stand-in
/// for kubelet, scheduler and ingress. Event driven on the scheduler; the same store, seed and calls give the same run.
/// Everything runs in the sandbox's thread. Store, scheduler and logs must outlive it.
class KnativeSimulation {
public:
    KnativeSimulation(ObjectStore &store, Scheduler &scheduler, PodLogs &logs,
                      SimulationOptions options = {});
    ~KnativeSimulation();

    /// The webhooks and the quota. Hand it to ObjectStore::addAdmission() before start().
    [[nodiscard]] Admission &admission();
    /// Seeds the cluster and lets the controllers look at everything. Once.
    void start();

    /// Requests that reach \a revision from now on: \a perSecond arrivals and the mean number in flight.
    /// A revision at zero is woken by it. Zeros end the load.
    void setLoad(const std::string &nameSpace, const std::string &revision, double perSecond,
                 double concurrency);
    /// Images whose name matches \a pattern ("*" stands for anything) behave so from now on; the newest rule wins.
    /// ImageFault::None takes the rule of the same pattern away. An image whose name or tag contains "not-found",
    /// "pull-fails", "crash", "never-ready" or "unschedulable" behaves so by itself.
    void setImageFault(const std::string &pattern, ImageFault fault);

    /// Settings as read from the ConfigMaps now.
    [[nodiscard]] const KnativeSettings &settings() const;
    /// What the controllers share, for those that join them.
    [[nodiscard]] Cluster &cluster();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace sluice::sandbox
