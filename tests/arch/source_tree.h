// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "arch/layer_table.h"

#include <QList>

namespace arch {

struct SourceFile {
    QString path; ///< from the top of the repository
    QString text;

    [[nodiscard]] bool isHeader() const { return path.endsWith(QLatin1String(".h")); }
    [[nodiscard]] bool isCpp() const { return isHeader() || path.endsWith(QLatin1String(".cpp")); }
    /// The path below src/, or an empty string.
    [[nodiscard]] QString belowSrc() const;
};

/// What the rules look at; a test makes small ones by hand.
struct SourceTree {
    LayerTable table;
    QList<SourceFile> files;
};

/// Our own files below \a root: sources, CMake files, scripts and READMEs; no test data, no build folders.
[[nodiscard]] SourceTree readTree(const QString &root);

/// \a text with comments and the contents of string literals blanked out, line for line.
[[nodiscard]] QString codeOnly(const QString &text);

} // namespace arch
