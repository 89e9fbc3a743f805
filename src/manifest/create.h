// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "manifest/new_project.h"

#include <QByteArray>
#include <QString>
#include <vector>

namespace sluice::manifest {

struct NewFile {
    QString file; ///< relative, with '/'
    QByteArray bytes;
};

/// The files of a project: base, an overlay for each environment, the parts that are asked for, the project file. Errors:
/// those of checkNewProject(). Pure.
[[nodiscard]] base::Result<std::vector<NewFile>> projectFiles(const NewProject &project);

/// Writes them into \a folder, made if it is missing, and returns the paths written. Errors: those of
/// projectFiles(), FileError Exists when the folder has a file of the same name (nothing is written then).
[[nodiscard]] base::Result<QStringList> createProject(const QString &folder, const NewProject &project);

} // namespace sluice::manifest
