// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/cli/cli_target.h"

namespace sluice::app {

/// Judges the project, with --fix after changing its files, and prints what is found. Answers exit_code::ok, or
/// exit_code::refused where there are errors (with --strict also for warnings). Errors: those of openProject,
/// FileError of a file that cannot be written.
[[nodiscard]] base::Task<int> lintVerb(CliContext &context, std::stop_token stop);

/// Prints every rule with its weight and its reason.
void printRules();

} // namespace sluice::app
