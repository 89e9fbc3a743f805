// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "lint/finding.h"

namespace sluice::lint {

/// One comment that silences rules.
struct Silence {
    int line = 0; ///< of the comment
    int target = 0; ///< the line it is about; 0: all of the file
    QStringList rules;
    QString reason;
};

/// The comments of a text: `# sluice-lint: ignore RULE[,RULE] reason`, about the line they end or, on a line of their
/// own, about the next line that is no comment; with ignore-file, about all of the file.
[[nodiscard]] std::vector<Silence> silencesIn(const QByteArray &bytes);

} // namespace sluice::lint
