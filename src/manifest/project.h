// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "domain/environment.h"

#include <QByteArray>
#include <QStringList>
#include <memory>
#include <vector>

namespace sluice::manifest {

/// Name of the project file: environments of the folder, committed so that a team shares them.
inline constexpr auto projectFileName = u"sluice.yaml";

/// A place in a file of the project. \a file is relative to the project's root with '/', line counts from 1.
struct Origin {
    QString file;
    int line = 0;
    bool operator==(const Origin &) const = default;
};

/// A file that was found but cannot be used as it is.
struct ProjectProblem {
    Origin place;
    base::Message what;
};

class FileSet;

/// A deployment folder as it was when it was read: its files in memory, its environments. Immutable and cheap to
/// copy, so that rendering and planning are pure and run on any thread.
class Project {
public:
    /// \a files must hold what discovery read; use openProject().
    Project(QString root, std::shared_ptr<const FileSet> files);

    /// Absolute path of the folder that holds the project.
    [[nodiscard]] const QString &root() const { return m_root; }
    /// From the project file, else the Knative Service's name, else the folder's.
    [[nodiscard]] const QString &name() const { return m_name; }
    /// In the order of the project file, else dev, staging, prod first and then by name. An overlay that is not there
    /// is told by what reads that environment (render, parameterTable); the others can be used.
    [[nodiscard]] const std::vector<domain::Environment> &environments() const { return m_environments; }
    [[nodiscard]] const domain::Environment *environment(const QString &name) const;
    /// Folder of the kustomization that all environments build on, relative with '/'; empty when they share none.
    [[nodiscard]] const QString &basePath() const { return m_base; }
    [[nodiscard]] bool hasProjectFile() const { return m_hasProjectFile; }
    /// All YAML files of the folder, relative with '/', sorted.
    [[nodiscard]] QStringList files() const;
    /// Bytes of one of files(); null when there is none.
    [[nodiscard]] QByteArray bytes(const QString &file) const;
    /// Files that are not YAML or too large; the others can still be used.
    [[nodiscard]] const std::vector<ProjectProblem> &problems() const { return m_problems; }
    [[nodiscard]] const FileSet &fileSet() const { return *m_files; }

    /// The same project with other bytes in \a file (null: without it). Errors: those of reading a project file.
    [[nodiscard]] base::Result<Project> with(const QString &file, const QByteArray &bytes) const;

private:
    friend base::Result<Project> readProject(QString root, std::shared_ptr<const FileSet> files);
    QString m_root;
    QString m_name;
    QString m_base;
    bool m_hasProjectFile = false;
    std::vector<domain::Environment> m_environments;
    std::vector<ProjectProblem> m_problems;
    std::shared_ptr<const FileSet> m_files;
};

/// Finds and reads the project in \a folder: the folder with a project file or with kustomizations, also when it
/// lies below (deployments/knative). Follows no links out of the folder. Errors: FileError (NotFound, NotAFile,
/// TooLarge), DecodeError or ValidationError of the project file, ValidationError when nothing there is a project.
[[nodiscard]] base::Result<Project> openProject(const QString &folder);

/// Where the project file names the overlay \a folder; the folder itself where it does not.
[[nodiscard]] Origin placeOfOverlay(const FileSet &files, const QString &folder);

/// The project in \a files, for tests and previews; reads nothing.
[[nodiscard]] base::Result<Project> readProject(QString root, std::shared_ptr<const FileSet> files);

} // namespace sluice::manifest
