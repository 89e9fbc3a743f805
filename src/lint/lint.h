// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "lint/finding.h"
#include "manifest/edits.h"
#include "manifest/render.h"

#include <map>

namespace sluice::lint {

/// What is judged and against what.
struct Options {
    QStringList environments; ///< only these; empty: all of the project
    /// By environment: what kustomize itself rendered where Sluice cannot, or why that failed.
    std::map<QString, base::Result<manifest::Render>> external;
    std::optional<int>
        release; ///< minor of Knative 1.x that the project runs on; nothing: any that Sluice knows
};

/// What was found, by file and line.
struct Report {
    std::vector<Finding> findings;
    int silenced = 0; ///< findings that a comment in their file asks not to report
    /// Environments that only kustomize can render and Options::external did not hold; their objects were not judged.
    QStringList notRendered;

    [[nodiscard]] int count(Severity severity) const;
};

/// Judges the project's files and what its environments render to. A comment `# sluice-lint: ignore RULE reason` at
/// the end of a finding's line or on a line of its own above it silences it there, `# sluice-lint: ignore-file RULE
/// reason` in the whole file. Pure; any thread.
[[nodiscard]] Report check(const manifest::Project &project, const Options &options = {});

/// The files after as many of \a fixes as fit together; those that touch what an earlier one changes are left out.
[[nodiscard]] std::vector<manifest::FileEdit> fixEdits(const manifest::Project &project,
                                                       const std::vector<Fix> &fixes);

} // namespace sluice::lint
