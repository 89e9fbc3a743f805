// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/parameter.h"
#include "manifest/project.h"

namespace sluice::manifest {

/// Writes single wishes into the files of one column (the base or an overlay). Holds the edited project.
class ColumnEditor {
public:
    /// \a folder: the column's kustomization. \a service: the Knative Service's declared name.
    ColumnEditor(Project project, QString folder, QString service);

    /// Replaces the value where this column sets it, or adds it where its patches are, or makes a patch.
    [[nodiscard]] base::Result<void> set(domain::ParameterId id, const QString &value);
    /// Removes the value where this column sets it; nothing to do when it does not.
    [[nodiscard]] base::Result<void> clear(domain::ParameterId id);

    [[nodiscard]] const Project &project() const { return m_project; }

private:
    [[nodiscard]] base::Result<void> replaceFile(const QString &file, const QByteArray &bytes);
    [[nodiscard]] base::Result<void> addToPatches(const domain::Parameter &parameter, const QString &value);
    [[nodiscard]] base::Result<void> addMerge(const domain::Parameter &parameter, const QString &value);
    [[nodiscard]] base::Result<void> addOperation(const domain::Parameter &parameter, const QString &value);
    [[nodiscard]] base::Result<void> addPatchEntry(const QString &fileName, bool withTarget);
    [[nodiscard]] base::Result<void> dropPatchFile(const QString &file);
    [[nodiscard]] QString freeName(const QString &wanted) const;

    Project m_project;
    QString m_folder;
    QString m_service;
};

} // namespace sluice::manifest
