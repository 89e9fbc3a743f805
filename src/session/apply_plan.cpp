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

bool ApplyPlan::changesNothing() const
{
    return files.empty() && std::all_of(objects.begin(), objects.end(), [](const PlannedObject &object) {
               return object.action == PlannedObject::Action::Unchanged && object.survivors.empty()
                   && !object.refusal;
           });
}

} // namespace sluice::session
