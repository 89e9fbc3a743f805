// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/apply_plan.h"
#include "session/environment_editor.h"

#include <QByteArray>

namespace sluice::session {

// What the journal keeps for a project, as JSON bytes with a version.

/// Stable key of a project folder on this machine, safe in settings and file names.
[[nodiscard]] QString projectKey(const QString &root);

[[nodiscard]] QByteArray encodeDraft(const std::vector<ParameterChange> &changes);
/// Changes of parameters that this release knows; none for bytes that it cannot read.
[[nodiscard]] std::vector<ParameterChange> decodeDraft(const QByteArray &bytes);

/// What was applied and how it went: objects, field changes, revision, URL. Values of Secrets are left out.
[[nodiscard]] QByteArray planEvidence(const ApplyPlan &plan, const ApplyProgress &result);

} // namespace sluice::session
