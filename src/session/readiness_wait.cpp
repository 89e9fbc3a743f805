// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "codec/serving.h"
#include "session/plan_runner.h"

#include <nlohmann/json.hpp>

namespace sluice::session {

using base::Json;
using base::Message;

namespace {

PlanCheck checkOf(const domain::Condition &condition)
{
    PlanCheck check;
    check.outcome = condition.status == domain::Condition::Status::True ? PlanCheck::Outcome::Passed
        : condition.status == domain::Condition::Status::False          ? PlanCheck::Outcome::Blocked
                                                                        : PlanCheck::Outcome::Unknown;
    check.text = condition.message.isEmpty()
        ? Message{QStringLiteral("apply.condition"), {condition.type}}
        : Message{QStringLiteral("apply.condition-message"), {condition.type, condition.message}};
    return check;
}

base::ApiStatus failureOf(const domain::Service &service)
{
    base::ApiStatus status;
    status.kind = QStringLiteral("Service");
    status.name = service.name;
    if (const domain::Condition *failing = domain::firstFailing(service.conditions)) {
        status.reason = failing->reason;
        status.message = failing->message;
    }
    return status;
}

/// Takes in one state of the Service; true when the wait is over.
bool settle(const Json &object, qint64 minGeneration, const PlanEffect *effect, ApplyProgress &state)
{
    const domain::Service service = codec::service(object);
    state.url = service.url;
    state.conditions.clear();
    for (const domain::Condition &condition : service.conditions)
        state.conditions.push_back(checkOf(condition));
    if (effect && effect->createsRevision)
        state.revision = effect->revision;
    const bool seen = service.generation >= minGeneration && service.generation == service.observedGeneration;
    if (seen && domain::readiness(service) == domain::Readiness::Failed) {
        state.step = ApplyProgress::Step::Failed;
        state.error = failureOf(service);
        return true;
    }
    if (seen && domain::readiness(service) == domain::Readiness::Ready) {
        state.revision = service.latestReadyRevision;
        state.step = ApplyProgress::Step::Done;
        state.words = Message{QStringLiteral("apply.ready"), {service.latestReadyRevision, service.url}};
        return true;
    }
    state.words =
        Message{QStringLiteral("apply.waiting"),
                {service.latestCreatedRevision.isEmpty() ? service.name : service.latestCreatedRevision}};
    return false;
}

/// Stops \a source when the outer token is stopped or the time is up.
struct Deadline {
    std::stop_source source;
    bool expired = false;
    base::Timers::Handle timer;
};

/// Follows the Service \a ref until it is Ready or its first condition fails; that last state is returned and not told.
base::Task<ApplyProgress> follow(kube::ApiClient client, kube::ObjectRef ref,
                                 std::shared_ptr<const ApplyPlan> plan, WaitOptions options,
                                 std::shared_ptr<Deadline> deadline, ApplyProgress state,
                                 ProgressSink progress)
{
    const std::stop_token token = deadline->source.get_token();
    const base::TimeoutError timedOut{ref.text(), options.timeoutMs};

    qint64 minGeneration = 0;
    int failures = 0;
    for (;;) {
        kube::ListOptions list;
        list.fieldSelector = QStringLiteral("metadata.name=") + ref.name;
        auto answer = co_await client.list(ref.gvk, ref.nameSpace, list, token);
        if (!answer && deadline->expired)
            co_return base::fail(timedOut);
        if (!answer && !answer.error().is<base::TransportError>())
            co_return base::fail(answer.error());
        if (answer) {
            for (const kube::DecodedObject &item : answer->page.items) {
                if (!item.object)
                    continue;
                minGeneration = std::max(minGeneration, item.meta.generation);
                if (settle(**item.object, minGeneration, plan->effectOn(ref.name), state))
                    co_return state;
                progress(state);
            }
            kube::WatchOptions watch;
            watch.fieldSelector = list.fieldSelector;
            watch.resourceVersion = answer->page.resourceVersion;
            auto stream = co_await client.watch(ref.gvk, ref.nameSpace, watch, token);
            while (stream) {
                failures = 0;
                auto events = co_await (*stream)->next(token);
                if (!events || events->empty())
                    break;
                for (const base::Result<kube::WatchEvent> &event : *events) {
                    const bool readable = event && event->object.object && *event->object.object;
                    if (!readable || event->type == kube::WatchEvent::Type::Bookmark)
                        continue;
                    if (settle(**event->object.object, minGeneration, plan->effectOn(ref.name), state))
                        co_return state;
                    progress(state);
                }
            }
        }
        if (deadline->expired)
            co_return base::fail(timedOut);
        if (token.stop_requested())
            co_return base::fail(base::Cancelled{});
        // The server went away for a moment: again, a little later each time.
        failures = std::min(failures + 1, 6);
        auto rest = co_await base::sleepFor(options.timers, 250 << failures, token);
        if (!rest && deadline->expired)
            co_return base::fail(timedOut);
        if (!rest)
            co_return base::fail(rest.error());
    }
}

} // namespace

base::Task<ApplyProgress> waitUntilReady(kube::ApiClient client, std::shared_ptr<const ApplyPlan> plan,
                                         WaitOptions options, ProgressSink progress, std::stop_token stop)
{
    ApplyProgress start;
    start.step = ApplyProgress::Step::Waiting;
    start.objectsTotal = int(plan->objects.size());
    start.objectsSent = start.objectsTotal;

    const auto deadline = std::make_shared<Deadline>();
    const std::stop_callback forward(stop, [deadline] { deadline->source.request_stop(); });
    if (options.timeoutMs > 0 && options.timers) {
        deadline->timer = options.timers->after(options.timeoutMs, [weak = std::weak_ptr(deadline)] {
            if (const auto held = weak.lock()) {
                held->expired = true;
                held->source.request_stop();
            }
        });
    }
    // One after the other: all of them have to serve, and the first is the one that the end speaks of.
    std::optional<ApplyProgress> first;
    for (const PlannedObject &object : plan->objects) {
        if (!object.isKnativeService())
            continue;
        auto reached =
            co_await follow(client, kube::refOf(*object.desired), plan, options, deadline, start, progress);
        if (!reached)
            co_return base::fail(reached.error());
        if (!first || reached->step == ApplyProgress::Step::Failed)
            first = std::move(*reached);
        if (first->step == ApplyProgress::Step::Failed)
            break;
    }
    if (!first) {
        first = start;
        first->step = ApplyProgress::Step::Done;
    }
    progress(*first);
    co_return std::move(*first);
}

} // namespace sluice::session
