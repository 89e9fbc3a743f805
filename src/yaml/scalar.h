// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"

#include <optional>
#include <string>
#include <string_view>

namespace sluice::yaml {

/// What an unquoted, untagged scalar means to kustomize and kubectl (go-yaml's YAML 1.1/1.2 mix, then JSON):
/// null, bool, number, or a string (dates become RFC 3339 strings). A discarded value for .inf and .nan, which
/// JSON does not have. Derived by running kustomize; see tests/unit/yaml.
[[nodiscard]] base::Json resolvePlain(std::string_view text);

/// What a scalar with an explicit tag means; \a tag is the full tag ("tag:yaml.org,2002:int"). Nothing when the
/// text is not of that type.
[[nodiscard]] std::optional<base::Json> resolveTagged(std::string_view tag, std::string_view text,
                                                      bool quoted);

/// True when the plain scalar \a text would be read as something other than that string by some YAML reader in
/// use (y, on, 1:30 and 0777 included), so that a writer has to quote it.
[[nodiscard]] bool needsQuotes(std::string_view text);

/// \a number as Go prints it in YAML: shortest, exponent with two digits.
[[nodiscard]] std::string formatDouble(double number);

} // namespace sluice::yaml
