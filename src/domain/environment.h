// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace sluice::domain {

/// Where one variant of a project runs: an overlay, a cluster context and a namespace.
struct Environment {
    QString name; ///< unique in the project: "prod"
    QString overlay; ///< folder of its kustomization, relative to the project, with '/'
    QString context; ///< kubeconfig context; empty when the project does not name one
    QString namespaceName; ///< Kubernetes namespace; empty when neither project nor overlay sets one
    bool production = false; ///< asks for more care: a second look, a second person
    bool readOnly = false; ///< Sluice shows it and never applies to it
    bool operator==(const Environment &) const = default;
};

} // namespace sluice::domain
