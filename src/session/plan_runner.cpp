// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/plan_runner.h"

#include "base/json.h"
#include "session/managed_fields.h"
#include "session/plan_effect.h"
#include "session/plan_maker.h"
#include "session/survivors.h"

#include <nlohmann/json.hpp>

namespace sluice::session {

using base::ConflictError;
using base::Json;
using base::Message;

namespace {

constexpr int maxAttempts = 3;

QString nameOf(const PlannedObject &object)
{
    return object.nameSpace.isEmpty()
        ? QStringLiteral("%1 %2").arg(object.kind, object.name)
        : QStringLiteral("%1 %2/%3").arg(object.kind, object.nameSpace, object.name);
}

ConflictError conflict(const PlannedObject &object, const char *id,
                       std::vector<ConflictError::Owner> owners = {})
{
    const QString name = nameOf(object);
    return ConflictError{name, std::move(owners), Message{QString::fromLatin1(id), {name}}};
}

std::vector<ConflictError::Owner> ownersOf(const PlannedObject &object)
{
    std::vector<ConflictError::Owner> owners;
    const auto add = [&owners](const QString &manager, const QString &field) {
        for (ConflictError::Owner &owner : owners) {
            if (owner.manager == manager) {
                owner.fields.append(field);
                return;
            }
        }
        owners.push_back({manager, {field}});
    };
    for (const FieldConflict &entry : object.conflicts)
        add(entry.owner, entry.path);
    for (const Survivor &survivor : object.survivors)
        add(survivor.owner, survivor.path);
    return owners;
}

/// What \a consent does not cover, or nothing.
std::optional<ConflictError> missingConsent(const ApplyPlan &plan, const ApplyConsent &consent)
{
    if (plan.gitOps && !consent.overrideGitOps) {
        for (const PlannedObject &object : plan.objects) {
            if (object.live && gitOpsOwner(*object.live)) {
                return ConflictError{nameOf(object),
                                     {{plan.gitOps->tool, {}}},
                                     Message{QStringLiteral("plan.gitops-needs-consent"),
                                             {nameOf(object), plan.gitOps->tool, plan.gitOps->application}}};
            }
        }
    }
    for (const PlannedObject &object : plan.objects) {
        if (!object.conflicts.empty() && !consent.forceConflicts)
            return conflict(object, "plan.conflict-needs-consent", ownersOf(object));
        if (!object.survivors.empty() && consent.survivors == SurvivorChoice::Undecided)
            return conflict(object, "plan.survivor-needs-consent", ownersOf(object));
    }
    return std::nullopt;
}

kube::WriteOptions writeOptions(bool force)
{
    kube::WriteOptions options;
    options.fieldManager = fieldManager();
    options.fieldValidation = kube::FieldValidation::Strict;
    options.force = force;
    return options;
}

bool isVersionConflict(const base::Result<kube::ObjectAnswer> &answer)
{
    const base::ApiStatus *status = answer ? nullptr : answer.error().api();
    return status && status->isConflict() && !status->isFieldManagerConflict();
}

/// Makes the survivors ours, so that leaving them out of what is applied removes them. No revision comes of it: only
/// managedFields change. Returns the object as it then is.
base::Task<kube::ObjectAnswer> takeOver(kube::ApiClient client, PlannedObject object, kube::ObjectAnswer live,
                                        std::stop_token stop)
{
    std::vector<std::vector<std::string>> paths;
    for (const Survivor &survivor : object.survivors)
        paths.push_back(pointerKeys(survivor.pointer));
    const std::string version = base::textAt(*live.object, "metadata.resourceVersion");
    Json patch = Json::array();
    patch.push_back({{"op", "replace"}, {"path", "/metadata/resourceVersion"}, {"value", version}});
    patch.push_back({{"op", "replace"},
                     {"path", "/metadata/managedFields"},
                     {"value", withFieldsTakenOver(*live.object, paths, fieldManager(), object.apiVersion)}});
    const kube::ObjectRef ref = kube::refOf(*object.desired);
    const kube::WriteOptions options = writeOptions(false);
    auto answer = co_await client.patch(ref, kube::PatchType::Json, patch, options, stop);
    co_return answer;
}

/// Sends one object; the answer is the object as stored.
base::Task<kube::ObjectAnswer> sendObject(kube::ApiClient client, PlannedObject object, ApplyConsent consent,
                                          std::stop_token stop)
{
    const kube::ObjectRef ref = kube::refOf(*object.desired);
    for (int attempt = 1;; ++attempt) {
        auto live = co_await client.get(ref, stop);
        if (!live && !(live.error().api() && live.error().api()->isNotFound()))
            co_return live;
        if (!live && object.live)
            co_return base::fail(conflict(object, "plan.stale-deleted"));
        if (live && !object.live)
            co_return base::fail(conflict(object, "plan.stale-created"));
        if (live && significantPart(*live->object) != significantPart(*object.live))
            co_return base::fail(conflict(object, "plan.stale"));

        Json body = *object.desired;
        kube::WriteOptions options = writeOptions(consent.forceConflicts);
        if (live) {
            const bool moved = base::textAt(*live->object, "metadata.resourceVersion")
                != base::textAt(*object.live, "metadata.resourceVersion");
            if (!object.survivors.empty() && consent.survivors == SurvivorChoice::TakeOver) {
                auto taken = co_await takeOver(client, object, *live, stop);
                if (isVersionConflict(taken) && attempt < maxAttempts)
                    continue;
                if (!taken)
                    co_return taken;
                live = std::move(taken);
                object.survivors.clear();
            }
            body["metadata"]["resourceVersion"] = base::textAt(*live->object, "metadata.resourceVersion");
            if (moved) {
                options.dryRun = true;
                auto again = co_await client.apply(body, options, stop);
                if (isVersionConflict(again) && attempt < maxAttempts)
                    continue;
                if (!again)
                    co_return again;
                options.dryRun = false;
            }
        }
        auto answer = co_await client.apply(body, options, stop);
        if (isVersionConflict(answer) && attempt < maxAttempts)
            continue;
        const bool removes =
            answer && !object.survivors.empty() && consent.survivors == SurvivorChoice::RemoveByPatch;
        if (!removes)
            co_return answer;
        // Guarded by a test of each value instead of the version, which moves as controllers work.
        const Json patch = removalPatch(object.survivors, *answer->object);
        const kube::WriteOptions plain = writeOptions(false);
        auto removed = co_await client.patch(ref, kube::PatchType::Json, patch, plain, stop);
        co_return removed;
    }
}

} // namespace

base::Task<ApplyProgress> sendPlan(kube::ApiClient client, std::shared_ptr<const ApplyPlan> plan,
                                   ApplyConsent consent, ProgressSink progress, std::stop_token stop)
{
    ApplyProgress state;
    state.step = ApplyProgress::Step::Checking;
    state.objectsTotal = int(plan->objects.size());
    if (const auto missing = missingConsent(*plan, consent))
        co_return base::fail(*missing);
    for (const PlannedObject &object : plan->objects) {
        if (object.refusal)
            co_return base::fail(*object.refusal);
    }
    progress(state);

    state.step = ApplyProgress::Step::Sending;
    for (const PlannedObject &object : plan->objects) {
        state.words = Message{QStringLiteral("apply.sending"), {nameOf(object)}};
        progress(state);
        auto answer = co_await sendObject(client, object, consent, stop);
        if (!answer)
            co_return base::fail(answer.error());
        ++state.objectsSent;
        progress(state);
    }
    co_return state;
}

} // namespace sluice::session
