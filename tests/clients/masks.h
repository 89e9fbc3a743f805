// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "support/command_line.h"

namespace sluice::tests {

/// What a command printed, without what no two runs share: times, ages, uids, versions, generated names, addresses, widths of
/// columns, kn's progress, and \a nameSpace, which becomes "demo". Lines of standard error begin with "! ". Pure.
[[nodiscard]] QStringList maskedLines(const CommandLine::Outcome &outcome, const QString &nameSpace);

} // namespace sluice::tests
