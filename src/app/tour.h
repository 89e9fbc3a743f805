// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/cli/options.h"
#include "app/program_environment.h"

namespace sluice::app {

/// Opens the sample on a fresh embedded cluster, does the main job (prod's maximum scale from 20 to 40, up to the new revision that
/// takes the traffic) and leaves a picture of every page, light and dark, in options.out. With options.story each step is printed.
/// Needs a QApplication. Returns the exit code: not 0 when a step does not happen.
[[nodiscard]] int runTour(const CliOptions &options, const ProgramEnvironment &environment);

} // namespace sluice::app
