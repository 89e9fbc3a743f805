// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"

#include <QByteArray>
#include <QString>
#include <vector>

namespace sluice::manifest {

/// What a new project is made of; the defaults make the sample project.
struct NewProject {
    QString name =
        QStringLiteral("python-api-base"); ///< of the Knative Service; DNS-1035, at most 63 characters
    QString image = QStringLiteral("ghcr.io/example/python-api-base:1.0.0");
    QString namespaceName = QStringLiteral("my-api"); ///< of prod; the others add -dev and -staging
    int port = 8000; ///< that the container listens on
    QString healthPath = QStringLiteral("/health"); ///< of the probes
};

struct NewFile {
    QString file; ///< relative, with '/'
    QByteArray bytes;
};

/// The files of a project: base, overlays dev, staging and prod, the project file. Errors: ValidationError naming
/// the option. Pure.
[[nodiscard]] base::Result<std::vector<NewFile>> projectFiles(const NewProject &project);

/// Writes them into \a folder, made if it is missing, and returns the paths written. Errors: those of
/// projectFiles(), FileError Exists when the folder has a file of the same name (nothing is written then).
[[nodiscard]] base::Result<QStringList> createProject(const QString &folder, const NewProject &project);

} // namespace sluice::manifest
