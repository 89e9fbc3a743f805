// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"
#include "session/apply_plan.h"

namespace sluice::session {

/// What differs between two objects, field by field in path order. Lists whose entries have a key (containers, env and volumes by
/// name, ports by number, conditions by type) are compared by it, traffic by tag or revision; other lists as a whole.
[[nodiscard]] std::vector<FieldChange> fieldChanges(const base::Json &before, const base::Json &after);

} // namespace sluice::session
