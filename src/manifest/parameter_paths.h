// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/parameter.h"
#include "manifest/workset.h"

namespace sluice::manifest {

/// Paths of \a parameter in a Knative Service, the one with most weight first.
[[nodiscard]] std::vector<yaml::Path> pathsOf(const domain::Parameter &parameter);

/// A scalar as the matrix shows it; nothing for null, lists and mappings.
[[nodiscard]] std::optional<QString> textOf(const base::Json &value);

/// The Knative Service declared as \a name (empty: the first), or nullptr.
[[nodiscard]] const WorkObject *findService(const std::vector<WorkObject> &objects, const QString &name);

/// A parameter's value, where it stands in the object and who wrote it.
struct SetValue {
    QString text;
    yaml::Path path;
    Source source;
};
[[nodiscard]] std::optional<SetValue> findValue(const WorkObject &service,
                                                const domain::Parameter &parameter);

} // namespace sluice::manifest
