// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"
#include "domain/service.h"

namespace sluice::codec {

// JSON as the API server sends it to domain values. Absent or mistyped fields stay at their defaults: a list with one
// odd object still shows the others. Pure; any thread.

[[nodiscard]] domain::Conditions conditions(const base::Json &object);
[[nodiscard]] domain::Service service(const base::Json &object);
[[nodiscard]] domain::Revision revision(const base::Json &object);
[[nodiscard]] domain::Pod pod(const base::Json &object);

/// The values of domain::parameters() in a Knative Service's template, by the parameter's stable name, as written; what is not
/// set is absent. Where both spellings of an annotation are there, Knative's preferred one counts.
[[nodiscard]] QMap<QString, QString> parameters(const base::Json &service);

/// metadata.<field> as a QString map; empty when absent.
[[nodiscard]] QMap<QString, QString> stringMap(const base::Json &object, const char *field);

} // namespace sluice::codec
