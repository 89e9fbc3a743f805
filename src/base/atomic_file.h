// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"

#include <QByteArray>
#include <QFileDevice>
#include <optional>

namespace sluice::base {

/// The whole file. Errors: FileError (NotFound, Permission, NotAFile, TooLarge beyond \a maxBytes).
[[nodiscard]] Result<QByteArray> readFile(const QString &path, qint64 maxBytes = 16 * 1024 * 1024);

/// Replaces or creates the file in one step: afterwards it holds all of \a bytes or what it held before.
/// A full disk or a failed write leaves the old file (QSaveFile alone would commit a truncated one).
/// \a permissions are set before the content becomes visible; without them an existing file keeps its own.
[[nodiscard]] Result<void>
writeFileAtomically(const QString &path, const QByteArray &bytes,
                    std::optional<QFileDevice::Permissions> permissions = std::nullopt);

/// As above, but refuses with FileError ChangedOnDisk when the file no longer holds \a expected
/// (a null QByteArray expects that no file is there).
[[nodiscard]] Result<void> replaceFileIfUnchanged(const QString &path, const QByteArray &expected,
                                                  const QByteArray &bytes);

/// The FileError kind for the system error in errno at the time of the call.
[[nodiscard]] FileError fileErrorFromErrno(const QString &path, int error);

} // namespace sluice::base
