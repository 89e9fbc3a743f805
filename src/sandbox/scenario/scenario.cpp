// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/scenario/scenario.h"

#include "sandbox/store/virtual_clock.h"

namespace sluice::sandbox {

ScenarioPlayer::ScenarioPlayer(Scheduler &scheduler, KnativeSimulation &simulation)
    : m_scheduler(scheduler)
    , m_simulation(simulation)
{
}

ScenarioPlayer::~ScenarioPlayer()
{
    stop();
}

void ScenarioPlayer::play(const Scenario &scenario)
{
    stop();
    for (const Scenario::Fault &fault : scenario.faults)
        m_timers.push_back(m_scheduler.after(
            fault.at, [this, fault] { m_simulation.setImageFault(fault.pattern, fault.fault); }));
    for (const Scenario::Load &load : scenario.loads) {
        m_timers.push_back(m_scheduler.after(load.at, [this, load] {
            m_simulation.setLoad(load.nameSpace, load.revision, load.perSecond, load.concurrency);
        }));
    }
}

void ScenarioPlayer::stop()
{
    for (const std::uint64_t timer : m_timers)
        m_scheduler.cancel(timer);
    m_timers.clear();
}

} // namespace sluice::sandbox
