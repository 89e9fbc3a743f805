// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"
#include "schema/node.h"

namespace sluice::schema {

/// The field table of \a kind as a JSON Schema (draft 7) that stands alone, for editors and other programs. It accepts what
/// validateFields() finds nothing in, except for what JSON Schema cannot say: entries of a list that share their keys. Named types are
/// definitions; unknown fields are refused where the table is closed; null stands for an absent field.
[[nodiscard]] base::Json jsonSchema(const KindSchema &kind);

} // namespace sluice::schema
