// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "manifest/workset.h"

namespace sluice::manifest {

/// A strategic merge patch as kustomize applies it to a kind without schema: mappings merge, null removes, lists
/// and scalars are replaced whole.
void mergePatch(WorkObject &object, const base::Json &patch, const Source &source);

/// Applies RFC 6902 operations. Errors: ValidationError at the operation that does not fit.
[[nodiscard]] base::Result<void> applyJsonPatch(WorkObject &object, const base::Json &operations,
                                                const Source &source, const FileSet &files);

/// "/a/b~1c/0" as steps in \a value; "-" and indexes are resolved against its lists. Nothing when the last step's
/// parent does not exist or an index is none.
[[nodiscard]] std::optional<yaml::Path> resolvePointer(const base::Json &value, std::string_view pointer);

} // namespace sluice::manifest
