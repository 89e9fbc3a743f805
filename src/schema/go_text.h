// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"

#include <string>

namespace sluice::schema {

// Values as an API server's messages show them, which are Go's forms of a tree read from JSON.

/// With types, as %#v prints it: map[string]interface {}{"a":[]interface {}{1}}.
[[nodiscard]] std::string goTree(const base::Json &value);
/// Without types, as %v prints it: map[a:[1] b:<nil>].
[[nodiscard]] std::string goPlain(const base::Json &value);
/// The type alone, of anything but a number.
[[nodiscard]] const char *goType(const base::Json &value);

} // namespace sluice::schema
