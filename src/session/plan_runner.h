// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/task.h"
#include "base/timers.h"
#include "kube/client/api_client.h"
#include "session/apply_plan.h"

#include <functional>

namespace sluice::session {

/// Called in the task's thread whenever something has moved.
using ProgressSink = std::function<void(const ApplyProgress &)>;

/// Sends exactly the objects of \a plan, in order, each only if what it was compared with is still there: when only status has
/// moved the dry run is repeated and the object sent with the new version, at most three times; when the object itself has
/// changed it ends with ConflictError "plan.stale" and nothing more is sent. Conflicts and survivors need \a consent, else
/// ConflictError names the owners. Errors: ConflictError, Api (refused), Transport, Tls, Auth, Timeout, Cancelled.
/// The last progress says how many objects were sent before an error.
[[nodiscard]] base::Task<ApplyProgress> sendPlan(kube::ApiClient client,
                                                 std::shared_ptr<const ApplyPlan> plan, ApplyConsent consent,
                                                 ProgressSink progress, std::stop_token stop);

/// How long to wait and with which timers.
struct WaitOptions {
    int timeoutMs = 600000; ///< then TimeoutError; 0: no limit
    std::shared_ptr<base::Timers> timers;
};

/// Watches the plan's Service until its controller has seen the new generation and it is Ready, with the new revision
/// ready where one is created. A Ready condition that is False ends it with an ApiStatus of code 0 that carries the first
/// failing condition's reason and message. A broken watch is begun again.
[[nodiscard]] base::Task<ApplyProgress> waitUntilReady(kube::ApiClient client,
                                                       std::shared_ptr<const ApplyPlan> plan,
                                                       WaitOptions options, ProgressSink progress,
                                                       std::stop_token stop);

} // namespace sluice::session
