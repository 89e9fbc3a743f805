// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"
#include "session/apply_plan.h"

#include <vector>

namespace sluice::session {

/// Keys that should disappear with \a desired and that the server would keep, found in the answer of a dry run.
/// Meant to disappear is a key of a label or annotation map, or a plain field of the template's spec, that is in \a dryRun
/// and not in \a desired when it
/// - is a parameter of ours (an autoscaling annotation of the template), which the files speak for alone,
/// - was in the configuration that kubectl apply remembers, or
/// - was held by our own field manager, or is named in \a cleared (JSON pointers).
/// Defaults that the cluster fills in have no owner and are none of these. \a live may be null.
[[nodiscard]] std::vector<Survivor> findSurvivors(const base::Json &desired, const base::Json *live,
                                                  const base::Json &dryRun,
                                                  const std::vector<QString> &cleared,
                                                  const QString &manager);

/// The keys of a JSON pointer, unescaped.
[[nodiscard]] std::vector<std::string> pointerKeys(const QString &pointer);

/// JSON patch operations that remove the survivors, each guarded by a test of its value.
[[nodiscard]] base::Json removalPatch(const std::vector<Survivor> &survivors, const base::Json &live);

} // namespace sluice::session
