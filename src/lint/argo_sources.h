// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "lint/view.h"

namespace sluice::lint {

/// What one Argo CD Application, or one that an ApplicationSet makes, takes from this project.
struct ArgoSource {
    QString name; ///< of the Application
    const Declared *declared = nullptr;
    yaml::Path path; ///< of the Application's spec in it
    std::shared_ptr<const base::Json> spec; ///< with the list's values filled in
    QString destination; ///< server or name of the cluster
    QString nameSpace; ///< that objects without one go to
    QString folder; ///< of the project; null when it takes from elsewhere
};

/// The Applications in the project's files, those of ApplicationSets with list generators spelt out.
[[nodiscard]] std::vector<ArgoSource> argoSources(const View &view);

} // namespace sluice::lint
