// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"
#include "base/task.h"
#include "kube/client/api_client.h"
#include "session/apply_plan.h"

namespace sluice::session {

/// What is to be applied and where.
struct PlanRequest {
    QString environment;
    QString context;
    QString nameSpace;
    QString overlay; ///< folder for the kubectl equivalent, relative to the project
    bool production = false;
    bool readOnly = false;
    std::vector<std::shared_ptr<const base::Json>> objects; ///< rendered, in the order of sending
    std::vector<FileDiff> files; ///< what will be saved first
    std::vector<QString> cleared; ///< JSON pointers into the Service of keys that edits remove
    std::vector<PlanCheck> notes; ///< findings of earlier steps, shown first
};

/// The field manager that Sluice applies as.
[[nodiscard]] QString fieldManager();

/// Asks the server what applying \a request would do; writes nothing. A refused object does not end it: the plan holds the
/// refusal. Errors: those of the connection (Transport, Tls, Auth, Timeout), Cancelled, and Api 401.
[[nodiscard]] base::Task<ApplyPlan> makePlan(kube::ApiClient client, PlanRequest request,
                                             std::stop_token stop);

/// The same plan again for another look at the cluster, from its own objects.
[[nodiscard]] PlanRequest requestOf(const ApplyPlan &plan);

/// What the plan changes on the cluster as YAML differences, one "file" an object ("Service my-api/python-api-base"); objects
/// without a difference are left out.
[[nodiscard]] std::vector<FileDiff> liveDifferences(const ApplyPlan &plan);

} // namespace sluice::session
