// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/schema_rules.h"

#include "base/json.h"

#include <nlohmann/json.hpp>

namespace sluice::sandbox {

void SchemaRules::normalize(AdmissionRequest &) { }
void SchemaRules::trackFields(AdmissionRequest &, const std::string &) { }
std::optional<Failure> SchemaRules::validate(const AdmissionRequest &)
{
    return std::nullopt;
}

} // namespace sluice::sandbox
