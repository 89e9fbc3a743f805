// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"
#include "schema/node.h"

namespace sluice::schema {

// What OpenAPI and JSON Schema say in the same words.

/// A scalar of JSON type \a type (a name or a list of names) with the node's format, enum and range.
[[nodiscard]] base::Json scalarSchema(const Node &node, base::Json type);
/// The field's description and default.
void addHelp(base::Json &schema, const Field &field);

} // namespace sluice::schema
