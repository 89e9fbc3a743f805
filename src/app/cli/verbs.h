// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/cli/options.h"
#include "app/program_environment.h"

namespace sluice::app {

/// Runs a verb under a QCoreApplication that exists already, with its own event loop, and returns the exit code. Data goes to the standard
/// output, words to the standard error. The verbs Window and Tour are not for this.
[[nodiscard]] int runVerb(const CliOptions &options, const ProgramEnvironment &environment);

} // namespace sluice::app
