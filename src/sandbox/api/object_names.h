// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"
#include "sandbox/store/failure.h"

#include <string>
#include <vector>

namespace sluice::sandbox {

struct ResourceType;

/// Why \a value cannot be a label's value; empty when it can.
[[nodiscard]] std::string labelValueProblem(const std::string &value);
/// What is wrong with an object's name, labels and annotations, in the API server's words
/// (k8s.io/apimachinery/pkg/util/validation).
[[nodiscard]] std::vector<FailureCause> metadataIssues(const ResourceType &type, const base::Json &object);

} // namespace sluice::sandbox
