// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"

#include <QDateTime>
#include <functional>
#include <string>
#include <vector>

namespace sluice::sandbox {

struct ResourceType;

/// One column of a kind's table.
struct PrintColumn {
    std::string name;
    std::string type; ///< "string", "integer" or "date"
    std::string format; ///< "name" for the name column
    std::string description;
    int priority = 0; ///< above 0: only wide
};

/// How a kind is printed as a table row.
struct Printer {
    std::vector<PrintColumn> columns;
    std::function<base::Json(const base::Json &object, const QDateTime &now)> cells;
};

/// Kubernetes' own printers for its kinds, the CRD's columns for custom ones, name and age for the rest.
[[nodiscard]] Printer printerFor(const ResourceType &type);

} // namespace sluice::sandbox
