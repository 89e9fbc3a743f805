// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "manifest/kustomization.h"
#include "manifest/patch_set.h"
#include "manifest/workset.h"

namespace sluice::manifest {

/// Applies what \a kustomization says to \a set, in kustomize's order: merges, patches, namespace, prefix, suffix,
/// labels, annotations, operations, images. Sets WorkSet::external where kustomize itself is needed.
[[nodiscard]] base::Result<void> transform(const Kustomization &kustomization,
                                           const std::vector<LoadedPatch> &patches, WorkSet &set,
                                           const FileSet &files);

} // namespace sluice::manifest
