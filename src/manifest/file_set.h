// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "yaml/document.h"

#include <QByteArray>
#include <QString>
#include <map>
#include <memory>

namespace sluice::manifest {

/// The YAML files of a folder in memory, parsed. Paths are relative with '/'. Immutable: with() shares all other files.
class FileSet {
public:
    struct File {
        QByteArray bytes;
        base::Result<std::vector<yaml::Document>> documents;
    };
    using Files = std::map<QString, std::shared_ptr<const File>>;

    /// Parses \a bytes by path.
    [[nodiscard]] static std::shared_ptr<const FileSet> make(const std::map<QString, QByteArray> &bytes);
    [[nodiscard]] std::shared_ptr<const FileSet> with(const QString &path, const QByteArray &bytes) const;

    [[nodiscard]] const File *find(const QString &path) const;
    [[nodiscard]] const Files &files() const { return m_files; }
    /// True when some file lies in \a folder or below ("" is the root).
    [[nodiscard]] bool hasFolder(const QString &folder) const;
    /// The path of the kustomization file directly in \a folder, or nothing. Several are an error of kustomize's;
    /// \a count says how many there are.
    [[nodiscard]] QString kustomizationIn(const QString &folder, int *count = nullptr) const;

private:
    Files m_files;
};

/// "a/b" and "c" -> "a/b/c"; "." and ".." are resolved. Null when it leaves the root.
[[nodiscard]] QString joinPath(const QString &folder, const QString &relative);
/// "a/b/c.yaml" -> "a/b"; "c.yaml" -> "".
[[nodiscard]] QString folderOf(const QString &path);
/// True when \a path is \a folder or below it.
[[nodiscard]] bool isInside(const QString &path, const QString &folder);
/// \a path as seen from \a folder: "../../base".
[[nodiscard]] QString relativePath(const QString &folder, const QString &path);

} // namespace sluice::manifest
