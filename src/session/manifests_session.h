// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "session/text_diff.h"

#include <QObject>
#include <memory>
#include <vector>

namespace sluice::session {

/// A file or folder of the project, for the tree.
struct ManifestEntry {
    QString path; ///< relative to the project root
    bool folder = false;
    int depth = 0;
    int errors = 0;
    int warnings = 0;
    bool operator==(const ManifestEntry &) const = default;
};

/// A finding in a file.
struct ManifestFinding {
    bool isError = true;
    QString file;
    int line = 0;
    base::Message text;
    QString rule;
    bool isNote = false; ///< worth knowing; nothing is wrong
    base::Message why = {}; ///< why the rule is there; without id where none is known
    base::Message fix = {}; ///< what its fix does; without id where it has none
    bool operator==(const ManifestFinding &) const = default;
};

struct FixedFiles;

/// What fixes come to in the files, to be looked at before they are written.
struct FixPreview {
    std::vector<FileDiff> files;
    std::shared_ptr<const FixedFiles> edits; ///< exactly what applyFix() writes
};

/// Source, rendered and difference-to-live texts of the open project. GUI thread.
class ManifestsSession : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    [[nodiscard]] virtual std::vector<ManifestEntry> entries() const = 0;
    [[nodiscard]] virtual std::vector<ManifestFinding> findings() const = 0;
    [[nodiscard]] virtual QStringList environments() const = 0;
    [[nodiscard]] virtual base::Result<QString> source(const QString &path) const = 0;
    /// Answers by rendered(); external kustomize may take a while.
    virtual void render(const QString &environment) = 0;
    /// Answers by compared(): what a server dry run would change, file by object ("Service my-api/python-api-base").
    virtual void compare(const QString &environment) = 0;
    /// What the fixes of \a findings change together; of those that touch the same lines the first. Errors: ValidationError
    /// when there is no such finding any more, or none has a fix.
    [[nodiscard]] virtual base::Result<FixPreview>
    previewFix(const std::vector<ManifestFinding> &findings) const = 0;
    /// Writes what was looked at, all files or none. Errors: FileError (ChangedOnDisk...).
    [[nodiscard]] virtual base::Result<void> applyFix(const FixPreview &preview) = 0;

Q_SIGNALS:
    void projectChanged(); ///< entries, findings, environments or sources
    void filesWritten(); ///< by applyFix()
    void rendered(const QString &environment, const sluice::base::Result<QString> &text);
    void compared(const QString &environment,
                  const sluice::base::Result<std::vector<sluice::session::FileDiff>> &difference);
};

} // namespace sluice::session
