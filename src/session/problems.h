// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/manifests_session.h"
#include "session/overview.h"
#include "session/status.h"

#include <memory>
#include <vector>

namespace sluice::session {

class LiveEnvironment;

/// Faults of the files, one problem each; notes are none.
[[nodiscard]] std::vector<Problem> fileProblems(const std::vector<ManifestFinding> &findings);
/// Clusters that cannot be reached; environments that share one share its problem.
[[nodiscard]] std::vector<Problem>
connectionProblems(const std::vector<std::unique_ptr<LiveEnvironment>> &connections);
/// Services that are not Ready.
[[nodiscard]] std::vector<Problem> serviceProblems(const std::vector<OverviewRow> &rows);

} // namespace sluice::session
