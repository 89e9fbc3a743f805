// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sandbox/api/api_call.h"
#include "sandbox/api/selectors.h"

#include <cstdint>
#include <optional>

namespace sluice::sandbox {

/// What a list, watch or deletecollection asks for.
struct ListQuery {
    LabelSelector labels;
    FieldSelector fields;
    std::optional<std::uint64_t> version; ///< resourceVersion; none when it was not sent
    std::string versionMatch; ///< "", "Exact", "NotOlderThan"

    /// Errors: BadRequest for selectors and versions that do not parse, Invalid for combinations that are forbidden.
    [[nodiscard]] static Outcome<ListQuery> read(const ApiCall &call);
    [[nodiscard]] bool matches(const base::Json &object) const
    {
        return labels.matches(object) && fields.matches(object);
    }
};

/// The server's words for a resourceVersion that is no number.
[[nodiscard]] std::string notAVersion(const std::string &version);

} // namespace sluice::sandbox
