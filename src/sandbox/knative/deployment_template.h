// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"
#include "sandbox/knative/settings.h"

#include <string>

namespace sluice::sandbox {

/// The Deployment of \a revision, with the API server's defaults, the queue-proxy beside the user's containers and
/// the resolved images (knative.dev/serving pkg/reconciler/revision/resources). \a initialReplicas is the scale to
/// start with.
[[nodiscard]] base::Json makeDeployment(const base::Json &revision, const KnativeSettings &settings,
                                        std::int64_t initialReplicas);
/// Labels and annotations that a revision's children carry.
[[nodiscard]] base::Json childLabels(const base::Json &revision);
[[nodiscard]] base::Json childAnnotations(const base::Json &revision);

/// "http1" or "h2c", by the name of the serving port.
[[nodiscard]] std::string revisionProtocol(const base::Json &revision);
/// The port on which the user's container listens.
[[nodiscard]] std::int64_t userPort(const base::Json &revision);

} // namespace sluice::sandbox
