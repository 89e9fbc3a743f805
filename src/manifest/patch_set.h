// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "manifest/kustomization.h"
#include "manifest/workset.h"

namespace sluice::manifest {

/// One patch ready to be applied: a strategic merge (a mapping) or a list of operations.
struct LoadedPatch {
    const PatchEntry *entry = nullptr;
    base::Json value;
    Source source; ///< of value
    Origin place;
    [[nodiscard]] bool isOperations() const { return value.is_array(); }
};

/// The patches of \a kustomization in the order in which kustomize applies them. The result points into it.
/// Errors: ValidationError, DecodeError.
[[nodiscard]] base::Result<std::vector<LoadedPatch>> loadPatches(const FileSet &files,
                                                                 const Kustomization &kustomization);

/// Indexes of the objects that \a patch is for. Errors: ValidationError when a patch without target fits none or several.
[[nodiscard]] base::Result<std::vector<std::size_t>> targetsOf(const LoadedPatch &patch,
                                                               const std::vector<WorkObject> &objects);

} // namespace sluice::manifest
