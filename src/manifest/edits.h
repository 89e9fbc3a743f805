// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/parameter.h"
#include "manifest/project.h"

namespace sluice::manifest {

/// A wish: set or clear one parameter in one environment.
struct ParameterEdit {
    QString environment; ///< empty: the base
    domain::ParameterId parameter = domain::ParameterId::MinScale;
    std::optional<QString> value; ///< nothing clears it in this column's own files
    bool operator==(const ParameterEdit &) const = default;
};

/// Lines that differ. Line numbers count from 1; of an empty side it is the line before.
struct Hunk {
    int oldLine = 0;
    int newLine = 0;
    QStringList removed; ///< without line ends
    QStringList added;
    bool operator==(const Hunk &) const = default;
};

/// One file before and after.
struct FileEdit {
    QString file; ///< relative to the project's root, with '/'
    QByteArray before; ///< null: the file is new
    QByteArray after; ///< null: the file goes
    std::vector<Hunk> hunks;
};

/// The smallest hunks between two texts, line by line.
[[nodiscard]] std::vector<Hunk> hunks(const QByteArray &before, const QByteArray &after);

/// What the wishes mean for the files; writes nothing. Replacing a value changes one line, adding or clearing one
/// only that key's lines; a missing patch or operation is created. The edited project is read again and must have
/// exactly the wished values. Errors: ValidationError with file, line and reason. Pure; any thread.
[[nodiscard]] base::Result<std::vector<FileEdit>>
planEdits(const Project &project, const std::vector<ParameterEdit> &edits, const QString &service = {});

/// The project as it will be once \a edits are saved.
[[nodiscard]] base::Result<Project> withEdits(const Project &project, const std::vector<FileEdit> &edits);

/// What saving did. Without error all files are written.
struct SaveReport {
    QStringList written; ///< files that now hold the new bytes
    QStringList restored; ///< written first and put back when a later one failed
    std::optional<base::Error> error; ///< the first failure; its FileError names the file
    [[nodiscard]] bool ok() const { return !error.has_value(); }
};

/// Writes all files or none: each must still hold its `before` (else FileError ChangedOnDisk and nothing is
/// written), each is replaced atomically, and when one fails those before it are put back. Blocking.
[[nodiscard]] SaveReport saveEdits(const QString &root, const std::vector<FileEdit> &edits);

} // namespace sluice::manifest
