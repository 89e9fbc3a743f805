// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/offload.h"
#include "base/process_runner.h"
#include "manifest/render.h"

#include <functional>
#include <memory>
#include <vector>

namespace sluice::session {

/// How and where to render.
struct RenderTools {
    std::shared_ptr<base::WorkerPool> pool; ///< where rendering and planning of files run; null: in place
    std::shared_ptr<base::ProcessRunner> runner; ///< for what Sluice cannot render itself
    std::function<QString()> kustomizeProgram; ///< as the settings say now; null or empty: whichever is found
    bool allowRemote = false;
    bool onDisk = true; ///< the project equals the folder, so that an external program may read it
};

/// Renders \a environment in process on the pool, or with the user's kustomize where that is needed. Errors: those of manifest::render and
/// renderExternally; ValidationError "render.unsaved-external" when only kustomize can render a project that is not saved;
/// ValidationError "environment.unknown"; Cancelled.
[[nodiscard]] base::Task<manifest::Render> renderEnvironment(manifest::Project project, QString environment,
                                                             RenderTools tools, std::stop_token stop);

/// The objects to send, in order: namespaced ones without a namespace get that of the environment.
[[nodiscard]] std::vector<std::shared_ptr<const base::Json>> objectsToSend(const manifest::Render &render,
                                                                           const QString &nameSpace);

/// The error for a name that is none of the project's environments; names those that are.
[[nodiscard]] base::Error unknownEnvironment(const manifest::Project &project, const QString &name);

} // namespace sluice::session
