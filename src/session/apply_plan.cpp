// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/apply_plan.h"

#include <algorithm>

namespace sluice::session {

bool ApplyPlan::isBlocked() const
{
    return std::any_of(checks.begin(), checks.end(),
                       [](const PlanCheck &check) { return check.outcome == PlanCheck::Outcome::Blocked; })
        || std::any_of(objects.begin(), objects.end(),
                       [](const PlannedObject &object) { return object.refusal.has_value(); });
}

bool ApplyPlan::hasConflicts() const
{
    return std::any_of(objects.begin(), objects.end(),
                       [](const PlannedObject &object) { return !object.conflicts.empty(); });
}

bool PlannedObject::isKnativeService() const
{
    return kind == QLatin1String("Service") && apiVersion.startsWith(QLatin1String("serving.knative.dev/"));
}

bool ApplyPlan::hasSurvivors() const
{
    return std::any_of(objects.begin(), objects.end(),
                       [](const PlannedObject &object) { return !object.survivors.empty(); });
}

bool ApplyPlan::createsRevisions() const
{
    return std::any_of(effects.begin(), effects.end(),
                       [](const PlanEffect &effect) { return effect.createsRevision; });
}

const PlanEffect *ApplyPlan::effectOn(const QString &service) const
{
    const auto found = std::find_if(effects.begin(), effects.end(),
                                    [&](const PlanEffect &effect) { return effect.service == service; });
    return found == effects.end() ? nullptr : &*found;
}

int ApplyPlan::revisionsMade(SurvivorChoice choice) const
{
    const auto inTemplate = [](const Survivor &survivor) {
        return survivor.pointer.startsWith(QLatin1String("/spec/template/"));
    };
    const bool removes = choice == SurvivorChoice::TakeOver || choice == SurvivorChoice::RemoveByPatch;
    int made = 0;
    for (const PlannedObject &object : objects) {
        if (!object.isKnativeService())
            continue;
        const PlanEffect *effect = effectOn(object.name);
        const bool creates = effect && effect->createsRevision;
        const bool removal =
            removes && std::any_of(object.survivors.begin(), object.survivors.end(), inTemplate);
        // A patch of its own is a write of its own.
        made += creates && removal && choice == SurvivorChoice::RemoveByPatch ? 2 : int(creates || removal);
    }
    return made;
}

bool ApplyPlan::changesNothing() const
{
    return files.empty() && std::all_of(objects.begin(), objects.end(), [](const PlannedObject &object) {
               return object.action == PlannedObject::Action::Unchanged && object.survivors.empty()
                   && !object.refusal;
           });
}

} // namespace sluice::session
