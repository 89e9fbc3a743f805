// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "manifest/parameters.h"
#include "manifest/project.h"
#include "session/manifests_session.h"

#include <optional>

namespace sluice::session {

/// A project folder as it was read, with what its files come to.
struct OpenedProject {
    manifest::Project project;
    std::optional<manifest::ParameterTable> parameters; ///< nothing where no Knative Service is in it
    std::vector<ManifestFinding> findings; ///< what cannot be read or rendered, each fault once
};

/// Reads and renders the folder. Blocking; any thread. Errors: those of manifest::openProject.
[[nodiscard]] base::Result<OpenedProject> readOpenedProject(const QString &folder);

} // namespace sluice::session
