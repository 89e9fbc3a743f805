// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"
#include "session/apply_plan.h"

#include <QString>

namespace sluice::app {

/// Data for the standard output, as UTF-8.
void printData(const QByteArray &bytes);
/// Words for the standard error, with a line end.
void printWords(const QString &text);
/// An error in words: what, why, what was said, what to do.
void printError(const base::Error &error);
/// The keys of \a object that should disappear and would stay, with who keeps them.
void printSurvivors(const session::PlannedObject &object);
/// The plan as lines of words.
void printPlan(const session::ApplyPlan &plan);
/// A state of an apply that has not been printed before; \a last remembers.
void printProgress(const session::ApplyProgress &progress, QString &last);

/// The exit code that says what \a error means for a script.
[[nodiscard]] int exitCodeFor(const base::Error &error);

} // namespace sluice::app
