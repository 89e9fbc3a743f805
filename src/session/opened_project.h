// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "lint/finding.h"
#include "manifest/parameters.h"
#include "manifest/project.h"
#include "session/manifests_session.h"

#include <optional>

namespace sluice::session {

/// A project folder as it was read, with what its files come to.
struct OpenedProject {
    manifest::Project project;
    std::optional<manifest::ParameterTable> parameters; ///< nothing where no Knative Service is in it
    std::vector<ManifestFinding> findings; ///< of the linter, each once
    std::vector<std::optional<lint::Fix>> fixes; ///< of the finding at the same index
};

/// Reads, renders and judges the folder. Blocking; any thread. Errors: those of manifest::openProject.
[[nodiscard]] base::Result<OpenedProject> readOpenedProject(const QString &folder);

} // namespace sluice::session
