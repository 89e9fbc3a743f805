// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sandbox/api/body.h"

#include <optional>

namespace sluice::sandbox {

/// ?fieldValidation= on a sent object: Strict refuses unknown and duplicate fields, Warn (the default) adds a warning
/// for each, Ignore is silent. Unknown fields themselves are dropped later, when the store normalizes the object.
[[nodiscard]] std::optional<Failure> validateSentFields(const ApiCall &call, const Body &body,
                                                        Warnings &warnings);
/// As above for the result of a patch, whose refusal is worded differently.
[[nodiscard]] std::optional<Failure> validatePatchedFields(const ApiCall &call, const base::Json &patched,
                                                           Warnings &warnings);

} // namespace sluice::sandbox
