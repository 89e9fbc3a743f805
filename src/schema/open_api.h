// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"
#include "schema/node.h"

#include <string>

namespace sluice::schema {

/// components.schemas of the OpenAPI v3 document of a group and version: every kind of it, its list and what they refer to.
/// CRD kinds are written out in place, as kube-apiserver does, the others by reference. Empty when there is no such kind.
[[nodiscard]] base::Json openApiSchemas(std::string_view group, std::string_view version);
/// Name of a kind's schema: "io.k8s.api.core.v1.Pod", "dev.knative.serving.v1.Service".
[[nodiscard]] std::string openApiName(const KindSchema &kind);

} // namespace sluice::schema
