// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"
#include "sandbox/api/printers.h"

#include <string_view>
#include <vector>

namespace sluice::sandbox {

/// One additionalPrinterColumn of a CRD. A column of type "date" shows the time since then.
struct CustomColumn {
    const char *name;
    const char *type;
    const char *path; ///< JSON path as the CRD writes it
    int priority = 0; ///< above 0: only wide
};

/// The columns of a custom resource that follow its name, as its CRD lists them.
[[nodiscard]] std::vector<CustomColumn> customColumns(const ResourceType &type);
/// What the JSON path \a path finds in \a object, or nullptr: fields (".a.b", "a\.b", "['a.b']") and one entry of a list by
/// the value of a field ("[?(@.type=='Ready')]").
[[nodiscard]] const base::Json *findByJsonPath(const base::Json &object, std::string_view path);

} // namespace sluice::sandbox
