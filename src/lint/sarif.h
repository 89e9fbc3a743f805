// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "lint/lint.h"

#include <functional>

namespace sluice::lint {

/// What an output of findings needs beside them.
struct OutputContext {
    std::function<QString(const base::Message &)> words; ///< a message in people's language
    QString
        folder; ///< of the project as seen from where the paths are read, with '/'; may be empty or absolute
    QString version; ///< of Sluice
};

/// The report as a SARIF 2.1.0 log: one run, all rules with their reasons, fixes as replacements.
/// Source: OASIS, Static Analysis Results Interchange Format 2.1.0.
[[nodiscard]] QByteArray toSarif(const Report &report, const manifest::Project &project,
                                 const OutputContext &context);

/// The report as JSON of our own: findings with place, message, why and the edits of their fixes.
[[nodiscard]] QByteArray toJson(const Report &report, const OutputContext &context);

/// "error", "warning" or "note", as SARIF and compilers say it.
[[nodiscard]] QString levelOf(Severity severity);

} // namespace sluice::lint
