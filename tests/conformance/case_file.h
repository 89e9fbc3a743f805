// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace sluice::tests {

/// One conformance case: a file, or one row of a file that has rows. README.md describes the format.
struct Case {
    std::string file; ///< "serving/validation": path below cases/ without its ending
    std::string row; ///< empty when the file is one case
    std::string title;
    base::Json variables; ///< object: the file's vars overlaid by the row's
    base::Json steps; ///< array
    base::Json cleanup; ///< array; runs whatever happened before
    std::vector<std::string> profiles; ///< of the clusters that it is for; empty: all

    [[nodiscard]] std::string name() const { return row.empty() ? file : file + '/' + row; }
    [[nodiscard]] bool isFor(const std::string &profile) const;
    /// Whether a step acts as \a user.
    [[nodiscard]] bool hasUser(const std::string &user) const;
};

/// All cases below \a folder, files and rows in the order of their names. Aborts on a file that is not understood,
/// naming file and key: a case that is silently left out would be worse.
[[nodiscard]] std::vector<Case> readCases(const QString &folder);

/// \a value with each "${name}" replaced. A string that is nothing but one reference becomes the value itself, text or
/// not. Names that are not in \a variables come back in \a missing.
[[nodiscard]] base::Json substituted(const base::Json &value, const base::Json &variables,
                                     std::vector<std::string> &missing);

} // namespace sluice::tests
