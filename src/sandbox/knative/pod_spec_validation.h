// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"

#include <string>

namespace sluice::sandbox {

class FieldErrors;
struct KnativeSettings;

/// Judges the pod spec of a revision, whose field is \a path: what Knative allows of Kubernetes' fields, and how they
/// must fit together (knative.dev/serving pkg/apis/serving/k8s_validation.go and fieldmask.go).
void validatePodSpec(const base::Json &spec, const KnativeSettings &settings, const std::string &path,
                     FieldErrors &errors);

/// Index of the container that gets the requests: the one with ports, or the only one; 0 when it is undecided.
[[nodiscard]] size_t servingContainer(const base::Json &containers);

} // namespace sluice::sandbox
