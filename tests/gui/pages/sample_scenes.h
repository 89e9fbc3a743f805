// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "support/fake_session.h"

// The sample project in the states that pages are shown and tested in.
namespace sluice::test {

[[nodiscard]] QDateTime sampleNow();
[[nodiscard]] base::Message said(const char *id, const QStringList &arguments = {});

/// Connected, deployed, prod drifted; activity, files and logs.
void fillSample(FakeWorkspace &workspace);
/// 2,000 Services with names of 63 characters, one failing.
void fillCrowd(FakeWorkspace &workspace, int services = 2000);

/// "Apply to prod": one line in one file, a new revision takes 100 %.
[[nodiscard]] session::ApplyPlan samplePlan();
/// The same with conflicts, survivors, a GitOps owner and a warning of the server.
[[nodiscard]] session::ApplyPlan troubledPlan();
/// Refused by admission, and into a namespace that does not exist.
[[nodiscard]] session::ApplyPlan refusedPlan();
[[nodiscard]] base::Error refusal();
[[nodiscard]] session::ApplyProgress waitingProgress();

} // namespace sluice::test
