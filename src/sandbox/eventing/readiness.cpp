// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/eventing/readiness.h"

#include "base/json.h"
#include "sandbox/knative/conditions.h"
#include "sandbox/knative/fields.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

namespace {

void mark(const Json &from, std::string_view type, ConditionManager &conditions)
{
    const std::string status = text(from, {"status"});
    if (status == "True")
        conditions.markTrue(type);
    else if (status == "False")
        conditions.markFalse(type, text(from, {"reason"}), text(from, {"message"}));
    else
        conditions.markUnknown(type, text(from, {"reason"}), text(from, {"message"}));
}

} // namespace

void propagateReady(const Json &child, std::string_view type, const NotYet &notYet,
                    ConditionManager &conditions)
{
    const Json &ready = condition(child, "Ready");
    if (ready.is_null())
        conditions.markUnknown(type, notYet.reason, notYet.message);
    else
        mark(ready, type, conditions);
}

void propagateAvailability(const Json &deployment, std::string_view type, ConditionManager &conditions)
{
    const Json &available = condition(deployment, "Available");
    if (available.is_null())
        conditions.markUnknown(type, "DeploymentUnavailable",
                               "The Deployment '" + nameOf(deployment) + "' is unavailable.");
    else
        mark(available, type, conditions);
}

bool hasAddresses(const Json &endpoints)
{
    const Json &subsets = field(endpoints, {"subsets"});
    return subsets.is_array() && std::any_of(subsets.begin(), subsets.end(), [](const Json &subset) {
               return isSet(field(subset, {"addresses"}));
           });
}

} // namespace sluice::sandbox
