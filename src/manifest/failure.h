// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "manifest/project.h"
#include "yaml/document.h"

namespace sluice::manifest {

/// A ValidationError at a line of a project file.
[[nodiscard]] tl::unexpected<base::Error> failAt(const Origin &place, const QString &field,
                                                 const QString &messageId, const QStringList &arguments = {});

/// The line of \a path in \a document, or of the nearest value above it.
[[nodiscard]] Origin placeOf(const yaml::Document &document, const yaml::Path &path);

} // namespace sluice::manifest
