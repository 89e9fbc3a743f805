// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"

#include <string>
#include <string_view>
#include <vector>

namespace sluice::yaml {

/// \a value as the YAML that kubectl and kustomize write: keys sorted, lists at their key's column, strings
/// quoted where they would read as something else, lines folded at 80 columns. Ends with a line break.
[[nodiscard]] std::string emit(const base::Json &value);

/// Several documents with "---" between them, as `kustomize build` writes.
[[nodiscard]] std::string emitAll(const std::vector<const base::Json *> &values);

} // namespace sluice::yaml
