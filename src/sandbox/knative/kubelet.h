// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sandbox/knative/controller.h"

namespace sluice::sandbox {

/// Stand-in for scheduler and kubelet: gives pods a node, pulls images, runs containers, probes, restarts what
/// crashes, ends what is deleted, and writes the logs of user-container and queue-proxy.
class Kubelet final : public Controller {
public:
    explicit Kubelet(Cluster &cluster);
    void observe(const StoreEvent &event) override;

protected:
    void reconcile(const Key &key, Pass &pass) override;

private:
    enum class Stage { Assigned, Creating, Pulling, PullFailed, Running, Ready, Crashed, Ending };
    struct Run {
        Stage stage = Stage::Assigned;
        qint64 due = 0; ///< when the stage ends; 0: it lasts
        std::int64_t restarts = 0;
        std::string address;
        std::string lastExit; ///< message of the last crash
        std::string crashedAt;
        std::string startedAt;
        std::string runningSince;
    };
    void schedule(const base::Json &pod, Pass &pass);
    void advance(const Key &key, const base::Json &pod, Run &run);
    void enter(const Key &key, Run &run, Stage stage, qint64 lasts);
    void write(const Key &key, const base::Json &pod, const Run &run);
    void report(const base::Json &pod, const char *type, const char *reason, const std::string &message);
    void log(const base::Json &pod, const std::string &container, const std::string &line);
    void logStart(const base::Json &pod);
    [[nodiscard]] ImageFault faultOf(const base::Json &pod) const;

    std::map<Key, Run> m_runs;
    std::set<std::string> m_pulled; ///< images on the node
    std::uint32_t m_addresses = 0;
};

} // namespace sluice::sandbox
