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

bool ApplyPlan::hasSurvivors() const
{
    return std::any_of(objects.begin(), objects.end(),
                       [](const PlannedObject &object) { return !object.survivors.empty(); });
}

int ApplyPlan::revisionsMade(SurvivorChoice choice) const
{
    const auto inTemplate = [](const Survivor &survivor) {
        return survivor.pointer.startsWith(QLatin1String("/spec/template/"));
    };
    const bool removes = choice == SurvivorChoice::TakeOver || choice == SurvivorChoice::RemoveByPatch;
    const bool removalCounts =
        removes && std::any_of(objects.begin(), objects.end(), [&](const PlannedObject &object) {
            return object.kind == QLatin1String("Service")
                && object.apiVersion.startsWith(QLatin1String("serving.knative.dev/"))
                && std::any_of(object.survivors.begin(), object.survivors.end(), inTemplate);
        });
    if (!removalCounts)
        return effect.createsRevision ? 1 : 0;
    return effect.createsRevision && choice == SurvivorChoice::RemoveByPatch ? 2 : 1;
}

bool ApplyPlan::changesNothing() const
{
    return files.empty() && std::all_of(objects.begin(), objects.end(), [](const PlannedObject &object) {
               return object.action == PlannedObject::Action::Unchanged && object.survivors.empty()
                   && !object.refusal;
           });
}

} // namespace sluice::session
