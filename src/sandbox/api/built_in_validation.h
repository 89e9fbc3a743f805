// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"
#include "sandbox/store/failure.h"

#include <vector>

namespace sluice::sandbox {

struct ResourceType;

/// What is wrong with an object of one of Kubernetes' own kinds beyond its structure, in the API server's words and order
/// (k8s.io/kubernetes/pkg/apis/*/validation). Only what people get wrong when they write such objects by hand.
[[nodiscard]] std::vector<FailureCause> builtInIssues(const ResourceType &type, const base::Json &object);

} // namespace sluice::sandbox
