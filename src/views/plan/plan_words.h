// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/apply_plan.h"
#include "views/widgets/diff_view.h"

// What a plan says, as text; pure.
namespace sluice::views {

/// "1 line in 1 file"; empty when no file changes.
[[nodiscard]] QString filesChip(const session::ApplyPlan &plan);
/// "new revision takes 100 %"; empty when no revision and no percent moves.
[[nodiscard]] QString effectChip(const session::ApplyPlan &plan);
/// The button's words: the act and the environment.
[[nodiscard]] QString actLabel(const session::ApplyPlan &plan);
/// "Service my-api/python-api-base".
[[nodiscard]] QString objectTitle(const session::PlannedObject &object);
/// The sum of the objects: "1 created, 2 changed, 3 unchanged".
[[nodiscard]] QString objectsSummary(const session::ApplyPlan &plan);
/// The effect on revisions and traffic as a sentence.
[[nodiscard]] QString effectSentence(const session::ApplyPlan &plan);
/// What still has to be decided before the plan can be confirmed; empty when nothing.
[[nodiscard]] QString openDecision(const session::ApplyPlan &plan, const session::ApplyConsent &consent);
/// The file differences as lines for a DiffView.
[[nodiscard]] std::vector<DiffLine> diffLines(const std::vector<session::FileDiff> &files);
/// Everything of the plan as plain text, for the clipboard.
[[nodiscard]] QString planText(const session::ApplyPlan &plan);

} // namespace sluice::views
