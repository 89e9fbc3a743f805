// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"

#include <QString>

namespace sluice::manifest {

/// Looks, before a program is trusted with it, at all that kustomize would read for \a folder (relative to \a root, with
/// '/'), as it is on disk: each kustomization and what it refers to must lie below \a root, links followed, and be
/// there; bases from the network need \a allowRemote. Reads files. Errors: ValidationError "manifest.remote-base",
/// "manifest.outside-project", "manifest.link-outside", "manifest.missing-file", all with file and line; DecodeError
/// of a kustomization that cannot be read.
[[nodiscard]] base::Result<void> checkReach(const QString &root, const QString &folder, bool allowRemote);

} // namespace sluice::manifest
