// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/plan_maker.h"

#include "base/json.h"
#include "schema/catalog.h"
#include "schema/difference.h"
#include "session/plan_effect.h"
#include "session/survivors.h"
#include "yaml/emit.h"

#include <nlohmann/json.hpp>
#include <set>

namespace sluice::session {

using base::Json;
using base::Message;

namespace {

using JsonPtr = std::shared_ptr<const Json>;

PlanCheck check(PlanCheck::Outcome outcome, const char *id, QStringList arguments = {})
{
    return {outcome, Message{QString::fromLatin1(id), std::move(arguments)}};
}

/// A refusal that says something about the object, as opposed to a connection that does not work.
bool concernsObject(const base::Error &error)
{
    const base::ApiStatus *status = error.api();
    return status && !status->isUnauthorized();
}

bool isFieldConflict(const base::Error &error)
{
    const base::ApiStatus *status = error.api();
    return status && status->isFieldManagerConflict();
}

std::vector<FieldConflict> conflictsOf(const base::ApiStatus &status)
{
    std::vector<FieldConflict> conflicts;
    for (const base::ApiCause &cause : status.causes) {
        if (cause.reason != QLatin1String("FieldManagerConflict"))
            continue;
        FieldConflict conflict;
        conflict.path = cause.field;
        conflict.message = cause.message;
        conflict.owner = cause.message.section(QLatin1Char('"'), 1, 1);
        conflicts.push_back(std::move(conflict));
    }
    return conflicts;
}

PlannedObject describe(const JsonPtr &desired)
{
    const kube::ObjectRef ref = kube::refOf(*desired);
    PlannedObject object;
    object.apiVersion = ref.gvk.apiVersion();
    object.kind = ref.gvk.kind;
    object.nameSpace = ref.nameSpace;
    object.name = ref.name;
    object.desired = desired;
    return object;
}

QString valueText(const std::shared_ptr<const Json> &value)
{
    if (!value)
        return {};
    return value->is_string() ? QString::fromStdString(value->get_ref<const std::string &>())
                              : QString::fromStdString(base::dump(*value));
}

/// What differs apart from what moves on its own, with the lists compared as the kind's table says.
std::vector<FieldChange> changesBetween(const Json &before, const Json &after)
{
    using Kind = schema::FieldChange::Kind;
    const schema::KindSchema *kind =
        schema::find(base::textAt(after, "apiVersion"), base::textAt(after, "kind"));
    std::vector<FieldChange> changes;
    for (const schema::FieldChange &found :
         schema::difference(kind, significantPart(before), significantPart(after))) {
        FieldChange change;
        change.kind = found.kind == Kind::Added ? FieldChange::Kind::Add
            : found.kind == Kind::Removed       ? FieldChange::Kind::Remove
                                                : FieldChange::Kind::Replace;
        change.path = QString::fromStdString(found.path);
        change.before = valueText(found.before);
        change.after = valueText(found.after);
        changes.push_back(std::move(change));
    }
    return changes;
}

/// What the server says about one object.
base::Task<PlannedObject> probe(kube::ApiClient client, JsonPtr desired, std::vector<QString> cleared,
                                std::stop_token stop)
{
    PlannedObject object = describe(desired);
    const kube::ObjectRef ref = kube::refOf(*desired);
    auto live = co_await client.get(ref, stop);
    if (live) {
        object.live = live->object;
    } else if (!concernsObject(live.error())) {
        co_return base::fail(live.error());
    } else if (!live.error().api()->isNotFound()) {
        // Reading may be forbidden where writing is not; the dry run decides.
        object.note = Message{QStringLiteral("plan.live-unreadable"), {live.error().api()->message}};
    }
    object.action = object.live ? PlannedObject::Action::Update : PlannedObject::Action::Create;

    kube::WriteOptions options;
    options.dryRun = true;
    options.fieldManager = fieldManager();
    options.fieldValidation = kube::FieldValidation::Strict;
    auto answer = co_await client.apply(*desired, options, stop);
    if (!answer && isFieldConflict(answer.error())) {
        object.conflicts = conflictsOf(*answer.error().api());
        options.force = true;
        auto forced = co_await client.apply(*desired, options, stop);
        answer = std::move(forced);
    }
    if (!answer) {
        if (!concernsObject(answer.error()))
            co_return base::fail(answer.error());
        object.refusal = answer.error();
        co_return object;
    }
    object.dryRun = true;
    object.warnings = answer->warnings;
    const Json empty = Json::object();
    object.changes = changesBetween(object.live ? *object.live : empty, *answer->object);
    object.survivors = findSurvivors(*desired, object.live.get(), *answer->object, cleared, fieldManager());
    if (object.live && object.changes.empty()) {
        // Moved entries of a list are no change to read, but the server stores them and a template makes a revision of them.
        if (significantPart(*object.live) == significantPart(*answer->object))
            object.action = PlannedObject::Action::Unchanged;
        else
            object.note = Message{QStringLiteral("plan.order-only"), {}};
    }
    object.predicted = answer->object;
    co_return object;
}

/// Namespaced objects of a namespace that does not exist yet: the server cannot dry-run them.
PlannedObject unproved(const JsonPtr &desired)
{
    PlannedObject object = describe(desired);
    object.action = PlannedObject::Action::Create;
    object.note = Message{QStringLiteral("plan.no-dry-run-yet"), {}};
    object.changes = changesBetween(Json::object(), *desired);
    return object;
}

JsonPtr namespaceObject(const QString &name)
{
    return std::make_shared<const Json>(
        Json{{"apiVersion", "v1"}, {"kind", "Namespace"}, {"metadata", {{"name", name.toStdString()}}}});
}

/// May we write each kind there?
base::Task<std::vector<PlanCheck>> accessChecks(kube::ApiClient client, std::vector<kube::ObjectRef> refs,
                                                std::stop_token stop)
{
    std::vector<PlanCheck> checks;
    std::set<QString> asked;
    for (const kube::ObjectRef &ref : refs) {
        if (!asked.insert(ref.gvk.text() + ref.nameSpace).second)
            continue;
        auto resource = co_await client.resource(ref.gvk, stop);
        if (!resource) {
            if (!concernsObject(resource.error()))
                co_return base::fail(resource.error());
            checks.push_back(check(PlanCheck::Outcome::Blocked, "plan.kind-not-served",
                                   {ref.gvk.kind, ref.gvk.apiVersion()}));
            continue;
        }
        for (const char *verb : {"patch", "create"}) {
            kube::AccessQuestion question;
            question.verb = QString::fromLatin1(verb);
            question.group = resource->gvr.group;
            question.resource = resource->gvr.resource;
            question.nameSpace = ref.nameSpace;
            auto answer = co_await client.canI(question, stop);
            if (!answer) {
                if (!concernsObject(answer.error()))
                    co_return base::fail(answer.error());
                checks.push_back(check(PlanCheck::Outcome::Unknown, "plan.access-unknown",
                                       {question.verb, resource->gvr.resource, ref.nameSpace}));
            } else if (!answer->allowed) {
                checks.push_back(
                    check(PlanCheck::Outcome::Blocked,
                          ref.nameSpace.isEmpty() ? "plan.access-denied-cluster" : "plan.access-denied",
                          {question.verb, resource->gvr.resource, ref.nameSpace}));
            }
        }
    }
    co_return checks;
}

base::Task<qint64> configurationGeneration(kube::ApiClient client, kube::ObjectRef service,
                                           std::stop_token stop)
{
    kube::ObjectRef ref = service;
    ref.gvk.kind = QStringLiteral("Configuration");
    auto answer = co_await client.get(ref, stop);
    if (!answer)
        co_return 0;
    co_return base::intAt(*answer->object, "metadata.generation");
}

void addChecks(ApplyPlan &plan, const PlanRequest &request, const std::vector<PlanCheck> &access)
{
    using Outcome = PlanCheck::Outcome;
    if (request.readOnly)
        plan.checks.push_back(check(Outcome::Blocked, "plan.read-only", {request.environment}));
    for (const PlanCheck &note : request.notes)
        plan.checks.push_back(note);
    if (plan.createsNamespace)
        plan.checks.push_back(check(Outcome::Warning, "plan.creates-namespace", {request.nameSpace}));
    bool refused = false;
    bool unprovedAny = false;
    for (const PlannedObject &object : plan.objects) {
        refused = refused || object.refusal.has_value();
        unprovedAny = unprovedAny || (!object.dryRun && !object.refusal);
    }
    if (refused)
        plan.checks.push_back(check(Outcome::Blocked, "plan.dry-run-refused"));
    else if (unprovedAny)
        plan.checks.push_back(check(Outcome::Unknown, "plan.dry-run-later"));
    else
        plan.checks.push_back(check(Outcome::Passed, "plan.dry-run-accepted"));
    if (access.empty())
        plan.checks.push_back(check(Outcome::Passed, "plan.access-granted", {request.nameSpace}));
    plan.checks.insert(plan.checks.end(), access.begin(), access.end());

    QStringList owners;
    QStringList keepers;
    for (const PlannedObject &object : plan.objects) {
        for (const FieldConflict &conflict : object.conflicts)
            owners.append(conflict.owner);
        for (const Survivor &survivor : object.survivors)
            keepers.append(survivor.owner);
    }
    owners.removeDuplicates();
    keepers.removeDuplicates();
    if (!owners.isEmpty())
        plan.checks.push_back(check(Outcome::Warning, "plan.conflicts", {owners.join(QStringLiteral(", "))}));
    else if (!refused)
        plan.checks.push_back(check(Outcome::Passed, "plan.no-conflicts"));
    if (!keepers.isEmpty())
        plan.checks.push_back(
            check(Outcome::Warning, "plan.survivors", {keepers.join(QStringLiteral(", "))}));
    if (plan.gitOps)
        plan.checks.push_back(
            check(Outcome::Warning, "plan.gitops-owner", {plan.gitOps->tool, plan.gitOps->application}));
}

QString yamlOf(const Json &object)
{
    return QString::fromStdString(yaml::emit(object));
}

} // namespace

QString fieldManager()
{
    return QStringLiteral("sluice");
}

PlanRequest requestOf(const ApplyPlan &plan)
{
    PlanRequest request;
    request.environment = plan.environment;
    request.context = plan.context;
    request.nameSpace = plan.nameSpace;
    request.overlay = plan.overlay;
    request.production = plan.production;
    request.files = plan.files;
    request.cleared = plan.cleared;
    request.notes = plan.notes;
    for (const PlannedObject &object : plan.objects) {
        const bool ownNamespace = plan.createsNamespace && object.kind == QLatin1String("Namespace")
            && object.name == plan.nameSpace;
        if (!ownNamespace)
            request.objects.push_back(object.desired);
    }
    return request;
}

base::Task<ApplyPlan> makePlan(kube::ApiClient client, PlanRequest request, std::stop_token stop)
{
    ApplyPlan plan;
    plan.environment = request.environment;
    plan.context = request.context;
    plan.nameSpace = request.nameSpace;
    plan.overlay = request.overlay;
    plan.production = request.production;
    plan.files = request.files;
    plan.cleared = request.cleared;
    plan.notes = request.notes;
    plan.kubectlEquivalent =
        QStringLiteral("kubectl apply --server-side --field-manager=%1 --context %2 -k %3")
            .arg(fieldManager(), request.context, request.overlay);

    bool hasNamespace = true;
    bool bringsOwnNamespace = false;
    for (const JsonPtr &object : request.objects) {
        bringsOwnNamespace = bringsOwnNamespace
            || (base::stringAt(*object, "kind") == QLatin1String("Namespace")
                && base::stringAt(*object, "metadata.name") == request.nameSpace);
    }
    if (!request.nameSpace.isEmpty()) {
        const kube::ObjectRef ref{
            {QString(), QStringLiteral("v1"), QStringLiteral("Namespace")}, QString(), request.nameSpace};
        auto answer = co_await client.get(ref, stop);
        if (answer) {
            plan.madeAt = answer->serverTime;
        } else if (!concernsObject(answer.error())) {
            co_return base::fail(answer.error());
        } else if (answer.error().api()->isNotFound()) {
            hasNamespace = false;
        }
        // Forbidden to look at namespaces: assume that it is there; the dry run tells otherwise.
    }

    std::vector<kube::ObjectRef> refs;
    if (!hasNamespace && !bringsOwnNamespace) {
        plan.createsNamespace = true;
        const JsonPtr object = namespaceObject(request.nameSpace);
        refs.push_back(kube::refOf(*object));
        auto probed = co_await probe(client, object, {}, stop);
        if (!probed)
            co_return base::fail(probed.error());
        plan.objects.push_back(std::move(*probed));
    }
    for (const JsonPtr &object : request.objects) {
        const kube::ObjectRef ref = kube::refOf(*object);
        refs.push_back(ref);
        if (!hasNamespace && ref.nameSpace == request.nameSpace && !ref.nameSpace.isEmpty()) {
            plan.objects.push_back(unproved(object));
            continue;
        }
        std::vector<QString> cleared;
        if (ref.gvk.group == QLatin1String("serving.knative.dev"))
            cleared = request.cleared;
        auto probed = co_await probe(client, object, cleared, stop);
        if (!probed)
            co_return base::fail(probed.error());
        plan.objects.push_back(std::move(*probed));
    }
    auto access = co_await accessChecks(client, refs, stop);
    if (!access)
        co_return base::fail(access.error());

    for (const PlannedObject &object : plan.objects) {
        if (object.live && !plan.gitOps)
            plan.gitOps = gitOpsOwner(*object.live);
        if (!object.isKnativeService())
            continue;
        const JsonPtr after = object.predicted ? object.predicted : object.desired;
        auto generation = co_await configurationGeneration(client, kube::refOf(*object.desired), stop);
        plan.effects.push_back(planEffect(object.live.get(), *after, generation.value_or(0)));
    }
    addChecks(plan, request, *access);
    co_return plan;
}

std::vector<FileDiff> liveDifferences(const ApplyPlan &plan)
{
    std::vector<FileDiff> diffs;
    for (const PlannedObject &object : plan.objects) {
        const base::Json &after = object.predicted ? *object.predicted : *object.desired;
        const QString title = object.nameSpace.isEmpty()
            ? QStringLiteral("%1 %2").arg(object.kind, object.name)
            : QStringLiteral("%1 %2/%3").arg(object.kind, object.nameSpace, object.name);
        FileDiff diff = diffLines(title, object.live ? yamlOf(significantPart(*object.live)) : QString(),
                                  yamlOf(significantPart(after)));
        diff.created = !object.live;
        if (!diff.hunks.empty())
            diffs.push_back(std::move(diff));
    }
    return diffs;
}

} // namespace sluice::session
