// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"
#include "session/apply_plan.h"

namespace sluice::session {

/// What the Service after the change (\a after: the dry run's answer or what would be created) does to its revisions, compared
/// with \a before (null on a first apply). \a configurationGeneration: metadata.generation of the Configuration, 0 when
/// there is none or it is not known; then the number is read off the latest created revision's name.
[[nodiscard]] PlanEffect planEffect(const base::Json *before, const base::Json &after,
                                    qint64 configurationGeneration);

/// The name Knative gives the revision of that generation: "<configuration>-00002"; a name that would grow beyond 63
/// characters is shortened with its MD5. Source: kmeta.ChildName of knative.dev/pkg.
[[nodiscard]] QString revisionName(const QString &configuration, qint64 generation);

/// Who writes this object from git, by the labels and annotations that Argo CD and Flux put on what they own.
[[nodiscard]] std::optional<GitOpsOwner> gitOpsOwner(const base::Json &object);

/// \a object without what changes on its own: status, resourceVersion, managedFields, generation and the name of the last
/// modifier. Two objects with the same significant part were not edited in between.
[[nodiscard]] base::Json significantPart(const base::Json &object);

} // namespace sluice::session
