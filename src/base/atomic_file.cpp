// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/atomic_file.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <cerrno>
#include <cstring>

namespace sluice::base {

FileError fileErrorFromErrno(const QString &path, int error)
{
    FileError result{FileError::Kind::Other, path, QString::fromLocal8Bit(std::strerror(error))};
    switch (error) {
    case ENOENT:
        result.kind = FileError::Kind::NotFound;
        break;
    case EACCES:
    case EPERM:
        result.kind = FileError::Kind::Permission;
        break;
    case ENOSPC:
    case EDQUOT:
        result.kind = FileError::Kind::NoSpace;
        break;
    case EROFS:
        result.kind = FileError::Kind::ReadOnly;
        break;
    case EEXIST:
        result.kind = FileError::Kind::Exists;
        break;
    default:
        break;
    }
    return result;
}

Result<QByteArray> readFile(const QString &path, qint64 maxBytes)
{
    const QFileInfo info(path);
    if (info.exists() && !info.isFile())
        return fail(FileError{FileError::Kind::NotAFile, path, {}});
    QFile file(path);
    errno = 0;
    if (!file.open(QIODevice::ReadOnly)) {
        FileError error = fileErrorFromErrno(path, errno);
        if (error.detail.isEmpty() || errno == 0)
            error.detail = file.errorString();
        if (!info.exists())
            error.kind = FileError::Kind::NotFound;
        return fail(error);
    }
    QByteArray bytes = file.read(maxBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return fail(FileError{FileError::Kind::Other, path, file.errorString()});
    if (bytes.size() > maxBytes)
        return fail(FileError{FileError::Kind::TooLarge, path, QString::number(maxBytes)});
    return bytes;
}

Result<void> writeFileAtomically(const QString &path, const QByteArray &bytes,
                                 std::optional<QFileDevice::Permissions> permissions)
{
    QSaveFile file(path);
    errno = 0;
    if (!file.open(QIODevice::WriteOnly)) {
        FileError error = fileErrorFromErrno(path, errno);
        error.detail = file.errorString();
        return fail(error);
    }
    if (permissions && !file.setPermissions(*permissions)) {
        file.cancelWriting();
        return fail(FileError{FileError::Kind::Permission, path, file.errorString()});
    }
    errno = 0;
    const bool written = file.write(bytes) == bytes.size() && file.flush();
    const int writeErrno = errno;
    if (!written || file.error() != QFileDevice::NoError) {
        FileError error = fileErrorFromErrno(path, writeErrno);
        error.detail = file.errorString();
        file.cancelWriting();
        return fail(error);
    }
    errno = 0;
    if (!file.commit()) {
        FileError error = fileErrorFromErrno(path, errno);
        error.detail = file.errorString();
        return fail(error);
    }
    return {};
}

Result<void> replaceFileIfUnchanged(const QString &path, const QByteArray &expected, const QByteArray &bytes)
{
    if (expected.isNull()) {
        if (QFileInfo::exists(path))
            return fail(FileError{FileError::Kind::ChangedOnDisk, path, {}});
    } else {
        const Result<QByteArray> now = readFile(path);
        if (!now)
            return tl::unexpected(now.error());
        if (*now != expected)
            return fail(FileError{FileError::Kind::ChangedOnDisk, path, {}});
    }
    return writeFileAtomically(path, bytes);
}

} // namespace sluice::base
