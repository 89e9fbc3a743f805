// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/scenario/scenario.h"

#include "base/json.h"
#include "sandbox/store/virtual_clock.h"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>

namespace sluice::sandbox {

using base::Json;

namespace {

std::optional<ImageFault> faultNamed(const std::string &name)
{
    static constexpr std::pair<const char *, ImageFault> names[] = {
        {"none", ImageFault::None},
        {"not-found", ImageFault::NotFound},
        {"unauthorized", ImageFault::Unauthorized},
        {"pull-fails", ImageFault::PullFails},
        {"crash", ImageFault::Crashes},
        {"never-ready", ImageFault::NeverReady},
        {"unschedulable", ImageFault::Unschedulable}};
    const auto *found =
        std::find_if(std::begin(names), std::end(names), [&](const auto &row) { return name == row.first; });
    if (found == std::end(names))
        return std::nullopt;
    return found->second;
}

double realAt(const Json &object, const char *key)
{
    const Json *value = base::at(object, key);
    return value && value->is_number() ? value->get<double>() : 0;
}

tl::unexpected<base::Error> refuse(const QString &source, const QString &field, const char *message)
{
    return base::fail(base::ValidationError{source, 0, field, {QString::fromLatin1(message), {field}}});
}

} // namespace

base::Result<Scenario> parseScenario(const QByteArray &text, const QString &source)
{
    base::Result<Json> read = base::parseJson({text.constData(), static_cast<size_t>(text.size())}, source);
    if (!read)
        return tl::unexpected(read.error());
    Scenario scenario;
    scenario.seed = static_cast<std::uint64_t>(base::intAt(*read, "seed", 1));
    if (const Json *faults = base::at(*read, "faults"); faults && faults->is_array()) {
        for (size_t i = 0; i < faults->size(); ++i) {
            const Json &entry = (*faults)[i];
            const std::optional<ImageFault> fault = faultNamed(base::textAt(entry, "fault"));
            const std::string pattern = base::textAt(entry, "image");
            const QString field = QStringLiteral("faults[%1]").arg(i);
            if (!fault)
                return refuse(source, field + QStringLiteral(".fault"), "scenario.unknownFault");
            if (pattern.empty())
                return refuse(source, field + QStringLiteral(".image"), "scenario.missing");
            scenario.faults.push_back({base::intAt(entry, "at"), pattern, *fault});
        }
    }
    if (const Json *loads = base::at(*read, "loads"); loads && loads->is_array()) {
        for (size_t i = 0; i < loads->size(); ++i) {
            const Json &entry = (*loads)[i];
            Scenario::Load load{base::intAt(entry, "at"), base::textAt(entry, "namespace"),
                                base::textAt(entry, "revision"), realAt(entry, "rps"),
                                realAt(entry, "concurrency")};
            if (load.nameSpace.empty() || load.revision.empty())
                return refuse(source, QStringLiteral("loads[%1]").arg(i), "scenario.missing");
            scenario.loads.push_back(std::move(load));
        }
    }
    return scenario;
}

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
