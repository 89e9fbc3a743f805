// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/cli/options.h"

namespace sluice::app {

/// Runs the window, or the tour of its pages, until it is closed; returns the exit code.
[[nodiscard]] int runWindow(int argc, char *argv[], const CliOptions &options);

} // namespace sluice::app
