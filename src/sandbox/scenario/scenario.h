// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "sandbox/knative/simulation.h"

#include <QByteArray>
#include <QtGlobal>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace sluice::sandbox {

class Scheduler;

/// A course of events for a simulated cluster.
struct Scenario {
    struct Fault {
        qint64 at = 0; ///< milliseconds of virtual time since the scenario began
        std::string pattern; ///< of image names, "*" stands for anything
        ImageFault fault = ImageFault::None;
    };
    struct Load {
        qint64 at = 0;
        std::string nameSpace;
        std::string revision;
        double perSecond = 0;
        double concurrency = 0;
    };
    std::uint64_t seed = 1;
    std::vector<Fault> faults;
    std::vector<Load> loads;
};

/// Reads {"seed": 1, "faults": [{"at": 0, "image": "*bad*", "fault": "not-found"}],
/// "loads": [{"at": 60000, "namespace": "shop", "revision": "hello-00001", "rps": 20, "concurrency": 4}]}, as JSON or as
/// the YAML that it is too. Faults: none, not-found, unauthorized, pull-fails, crash, never-ready, unschedulable. Times
/// in ms, at most a year. Errors: DecodeError with line and column; ValidationError with line and field.
[[nodiscard]] base::Result<Scenario> parseScenario(const QByteArray &text, const QString &source);

/// Plays a scenario on a simulation. Scheduler and simulation must outlive it; destroying it ends the play.
class ScenarioPlayer {
public:
    ScenarioPlayer(Scheduler &scheduler, KnativeSimulation &simulation);
    ~ScenarioPlayer();
    ScenarioPlayer(const ScenarioPlayer &) = delete;
    ScenarioPlayer &operator=(const ScenarioPlayer &) = delete;

    /// Begins now; one that is being played is ended first.
    void play(const Scenario &scenario);

private:
    void stop();

    Scheduler &m_scheduler;
    KnativeSimulation &m_simulation;
    std::vector<std::uint64_t> m_timers;
};

} // namespace sluice::sandbox
