// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"
#include "base/process_runner.h"
#include "manifest/project.h"

#include <map>
#include <optional>
#include <string>

namespace sluice::manifest {

/// One object of a render.
struct RenderedObject {
    QString apiVersion; ///< "serving.knative.dev/v1"
    QString kind;
    QString namespaceName; ///< empty for cluster-scoped objects and where none is set
    QString name;
    std::shared_ptr<const base::Json> object;
    Origin origin; ///< of the file that declares it
    /// Where single fields were last written, by JSON pointer; a field not listed comes from \a origin's document.
    /// Empty after an external render.
    std::map<std::string, Origin> fields;

    /// The place that wrote \a pointer or the nearest field above it.
    [[nodiscard]] Origin originOf(const std::string &pointer) const;
};

/// Something in the folder that only kustomize itself can render.
struct ExternalNeed {
    Origin place;
    base::Message reason;
};

/// What an environment comes to. Either objects, in kustomize's order, or the reason why kustomize is needed.
struct Render {
    std::vector<RenderedObject> objects;
    std::optional<ExternalNeed> external;
};

/// Renders \a environment in process. Equal to `kustomize build` object by object, or Render::external says what
/// it cannot do. Errors: ValidationError with file and line for a broken reference, a cycle, a path outside the
/// project, a patch that fits nothing; DecodeError for a file that is not YAML. Pure; any thread.
[[nodiscard]] base::Result<Render> render(const Project &project, const QString &environment);
/// The same for any folder of the project with a kustomization, relative with '/'.
[[nodiscard]] base::Result<Render> renderFolder(const Project &project, const QString &folder);

/// "---"-separated text as `kustomize build` prints it.
[[nodiscard]] QByteArray toYaml(const Render &render);

struct ExternalOptions {
    QString program; ///< path of kustomize or kubectl; empty: whichever is found first
    bool allowRemote = false; ///< bases fetched from the network
    int timeoutMs = 60000;
};

/// Renders with the user's `kustomize build` or `kubectl kustomize` (1.28 or later) on the folder as it is on disk.
/// Whatever it refers to must lie below the project's root (reach.h). Errors: ValidationError with file and line
/// (neither program is there, kubectl is too old, a reference leads out, what kustomize said, it crashed or printed
/// too much), DecodeError, TimeoutError, Cancelled. \a runner must outlive the task.
[[nodiscard]] base::Task<Render> renderExternally(base::ProcessRunner &runner, Project project,
                                                  QString environment, ExternalOptions options,
                                                  std::stop_token stop);

} // namespace sluice::manifest
