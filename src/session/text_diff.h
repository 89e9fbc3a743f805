// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <QStringList>
#include <vector>

namespace sluice::session {

/// One line of a difference.
struct DiffLine {
    enum class Kind { Context, Removed, Added };
    Kind kind = Kind::Context;
    int oldLine = 0; ///< from 1; 0 for Added
    int newLine = 0; ///< from 1; 0 for Removed
    QString text; ///< without the line end
    bool operator==(const DiffLine &) const = default;
};

/// A run of changed lines with their context.
struct DiffHunk {
    std::vector<DiffLine> lines;
    bool operator==(const DiffHunk &) const = default;
};

/// What changes in one file.
struct FileDiff {
    QString file; ///< relative to the project
    bool created = false;
    std::vector<DiffHunk> hunks;
    int added = 0; ///< lines
    int removed = 0;
    bool operator==(const FileDiff &) const = default;
};

/// Line difference with \a context lines around each change (Myers). Pure; a missing final newline is no difference of its own
/// line but shows on the line that lacks it.
[[nodiscard]] FileDiff diffLines(const QString &file, const QString &before, const QString &after,
                                 int context = 3);

/// The same as unified text, for copying.
[[nodiscard]] QString unifiedText(const FileDiff &diff);

} // namespace sluice::session
