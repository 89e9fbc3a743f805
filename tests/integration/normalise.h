// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json.h"

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace sluice::tests {

/// Takes out of a server's answer what no two runs share: uids, versions, times, continue tokens, the order in which
/// managers wrote; and gives the sandbox's users and controllers the names that the recorded cluster had.
[[nodiscard]] base::Json normalised(base::Json value);

/// Go prints values into messages after "(-old +new)": cut there.
[[nodiscard]] std::string withoutGoValues(std::string message);

/// One line for each place where the two differ: path, recorded, got.
[[nodiscard]] std::vector<std::string> differences(const base::Json &recorded, const base::Json &got);

} // namespace sluice::tests
