// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/field_validation.h"

namespace sluice::sandbox {

std::optional<Failure> validateSentFields(const ApiCall &, const Body &, Warnings &)
{
    return std::nullopt;
}
std::optional<Failure> validatePatchedFields(const ApiCall &, const base::Json &, Warnings &)
{
    return std::nullopt;
}

} // namespace sluice::sandbox
