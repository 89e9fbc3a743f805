// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sample_seed.h"

#include "session/plan_maker.h"
#include "session/plan_runner.h"

namespace sluice::session {

base::Task<void> seedCluster(kube::ApiClient client, manifest::Project project,
                             domain::Environment environment, RenderTools tools, std::stop_token stop)
{
    auto rendered = co_await renderEnvironment(project, environment.name, tools, stop);
    if (!rendered)
        co_return base::fail(rendered.error());
    PlanRequest request;
    request.environment = environment.name;
    request.nameSpace = environment.namespaceName;
    request.objects = objectsToSend(*rendered, environment.namespaceName);
    auto plan = co_await makePlan(client, request, stop);
    if (!plan)
        co_return base::fail(plan.error());
    const auto shared = std::make_shared<const ApplyPlan>(std::move(*plan));
    if (shared->changesNothing())
        co_return base::Result<void>{};
    const ApplyConsent consent;
    const ProgressSink ignore = [](const ApplyProgress &) {};
    auto sent = co_await sendPlan(client, shared, consent, ignore, stop);
    if (!sent)
        co_return base::fail(sent.error());
    co_return base::Result<void>{};
}

} // namespace sluice::session
