// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"

#include <QByteArray>
#include <QStringList>
#include <optional>
#include <vector>

namespace sluice::lint {

/// How much a finding weighs. Errors are refused by a server or break what is applied, warnings come out otherwise
/// than meant, notes are worth knowing.
enum class Severity { Error, Warning, Note };

/// Where a finding stands. Lines and columns count from 1; 0 when unknown. The file is relative to the project.
struct Place {
    QString file;
    int line = 0;
    int column = 0;
    QString field; ///< "spec.traffic[0].percent" of the object or of the file; may be empty
    bool operator==(const Place &) const = default;
};

/// A change of one file. Bytes [begin, end) give way to the text.
struct TextEdit {
    enum class Kind { Change, Create, Remove };
    Kind kind = Kind::Change;
    QString file;
    qsizetype begin = 0;
    qsizetype end = 0;
    QByteArray text;
    bool operator==(const TextEdit &) const = default;
};

/// What takes a finding away. Edits of one file stand in order and do not overlap.
struct Fix {
    base::Message what;
    std::vector<TextEdit> edits;
    bool operator==(const Fix &) const = default;
};

/// One thing that a rule has against the project.
struct Finding {
    QString rule;
    Severity severity = Severity::Warning;
    Place place;
    base::Message message;
    QStringList environments; ///< in which it shows; empty: in the files themselves
    std::optional<Fix> fix; ///< where what is right can be told from the files
    bool operator==(const Finding &) const = default;
};

} // namespace sluice::lint
