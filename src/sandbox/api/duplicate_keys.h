// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace sluice::sandbox {

/// Paths ("spec.template", "spec.list[2].key") of keys that stand more than once in one object of a JSON text,
/// in order of appearance. The text has been parsed before.
[[nodiscard]] std::vector<std::string> duplicateKeys(std::string_view json);

} // namespace sluice::sandbox
