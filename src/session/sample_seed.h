// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kube/client/api_client.h"
#include "session/rendering.h"

namespace sluice::session {

/// Puts what the files of \a environment say on a fresh embedded cluster, so that there is something to look at and to change.
/// Errors: those of rendering, planning and sending.
[[nodiscard]] base::Task<void> seedCluster(kube::ApiClient client, manifest::Project project,
                                           domain::Environment environment, RenderTools tools,
                                           std::stop_token stop);

} // namespace sluice::session
