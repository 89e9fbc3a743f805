// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QCoreApplication>

namespace sluice::app {

/// The words of the command line: Cli::tr("…"), also for texts marked with QT_TRANSLATE_NOOP("Cli", "…").
class Cli {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

} // namespace sluice::app
