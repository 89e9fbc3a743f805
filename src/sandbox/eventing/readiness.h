// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"

#include <string_view>

namespace sluice::sandbox {

class ConditionManager;

/// The words for a parent's condition while the child has no Ready condition yet.
struct NotYet {
    const char *reason;
    const char *message;
};

/// Copies \a child's Ready to the parent's condition \a type.
void propagateReady(const base::Json &child, std::string_view type, const NotYet &notYet,
                    ConditionManager &conditions);
/// Marks \a type by whether \a deployment is Available.
void propagateAvailability(const base::Json &deployment, std::string_view type, ConditionManager &conditions);
/// Whether an Endpoints object has a ready address.
[[nodiscard]] bool hasAddresses(const base::Json &endpoints);

} // namespace sluice::sandbox
