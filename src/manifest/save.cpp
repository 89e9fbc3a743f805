// SPDX-License-Identifier: GPL-3.0-or-later
#include "manifest/edits.h"

#include "base/atomic_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <cerrno>

namespace sluice::manifest {

namespace {

using base::FileError;
using base::Result;

/// The file holds \a expected, or is absent for a null one.
Result<void> stillHolds(const QString &path, const QByteArray &expected)
{
    if (expected.isNull()) {
        if (QFileInfo::exists(path))
            return base::fail(FileError{FileError::Kind::ChangedOnDisk, path, {}});
        return {};
    }
    const auto now = base::readFile(path);
    if (!now)
        return tl::unexpected(now.error());
    if (*now != expected)
        return base::fail(FileError{FileError::Kind::ChangedOnDisk, path, {}});
    return {};
}

Result<void> write(const QString &path, const QByteArray &before, const QByteArray &after)
{
    if (!after.isNull())
        return base::replaceFileIfUnchanged(path, before, after);
    if (auto done = stillHolds(path, before); !done)
        return done;
    errno = 0;
    if (!QFile::remove(path))
        return base::fail(base::fileErrorFromErrno(path, errno));
    return {};
}

} // namespace

SaveReport saveEdits(const QString &root, const std::vector<FileEdit> &edits)
{
    SaveReport report;
    const QDir folder(root);
    for (const FileEdit &edit : edits) {
        if (auto done = stillHolds(folder.filePath(edit.file), edit.before); !done) {
            report.error = done.error();
            return report;
        }
    }
    for (std::size_t i = 0; i < edits.size(); ++i) {
        const FileEdit &edit = edits[i];
        auto done = write(folder.filePath(edit.file), edit.before, edit.after);
        if (done) {
            report.written.append(edit.file);
            continue;
        }
        report.error = done.error();
        for (std::size_t k = i; k-- > 0;) {
            // Only what is still as we wrote it goes back; somebody else's newer content is not ours to undo.
            if (write(folder.filePath(edits[k].file), edits[k].after, edits[k].before)) {
                report.restored.append(edits[k].file);
                report.written.removeAll(edits[k].file);
            }
        }
        return report;
    }
    return report;
}

} // namespace sluice::manifest
