// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <nlohmann/json_fwd.hpp>

namespace sluice::base {
/// The one JSON tree of the program: keys sorted, 64-bit integers exact, strings UTF-8.
using Json = nlohmann::json;
} // namespace sluice::base
