// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "manifest/new_project.h"

#include <optional>

class QCommandLineParser;

namespace sluice::app {

/// The options of `sluice new`.
void addNewOptions(QCommandLineParser &parser);

/// Puts what \a parser read into \a project. Answers what could not be understood; whether the values are right is
/// manifest::checkNewProject()'s to say.
[[nodiscard]] std::optional<QString> readNewOptions(const QCommandLineParser &parser,
                                                    manifest::NewProject &project);

/// What to say of a --release that is none.
[[nodiscard]] QString releaseProblem();

} // namespace sluice::app
