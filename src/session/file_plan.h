// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "manifest/edits.h"
#include "session/text_diff.h"

namespace sluice::session {

/// What saving edits would do to the files.
struct FilePlan {
    std::vector<manifest::FileEdit> edits;
    std::vector<FileDiff> diffs; ///< the same to read
    manifest::Project project; ///< as it will be
};

/// Pure; any thread. Errors: those of manifest::planEdits, which name the place that cannot be written.
[[nodiscard]] base::Result<FilePlan> planFiles(const manifest::Project &project,
                                               const std::vector<manifest::ParameterEdit> &edits);

} // namespace sluice::session
