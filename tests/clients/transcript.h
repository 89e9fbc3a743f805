// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"

#include <QStringList>
#include <vector>

namespace sluice::tests {

/// One command of a transcript with what it printed.
struct TranscriptStep {
    QString command; ///< as written
    bool comesToRest = false; ///< "~": controllers still write what it prints, so it is repeated
    QStringList input; ///< lines for its standard input
    QStringList output; ///< lines, masked; those of standard error begin with "! "
    int exitCode = 0;
    int line = 0; ///< from 1, in the file

    /// The words of the command: separated by spaces, kept together by '…' or "…".
    [[nodiscard]] QStringList words() const;
};

/// A file of transcripts/: commands of independent clients and what they printed on a real control plane.
struct Transcript {
    QStringList title; ///< its first lines, with "# "
    std::vector<TranscriptStep> steps;

    /// Errors: DecodeError with the line.
    [[nodiscard]] static base::Result<Transcript> parse(const QString &text, const QString &file);
    [[nodiscard]] QString text() const;
};

} // namespace sluice::tests
