// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/eventing/eventing_controller.h"

#include "base/json.h"
#include "sandbox/eventing/eventing_keys.h"
#include "sandbox/knative/fields.h"

#include <QtGlobal>
#include <algorithm>
#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

namespace {

const ResourceType &need(const ResourceRegistry &registry, const char *group, const char *plural)
{
    const ResourceType *type = registry.find(group, {}, plural);
    if (!type)
        qFatal("the registry lacks %s %s", group, plural);
    return *type;
}

bool hasFinalizer(const Json &object, const std::string &finalizer)
{
    const Json &list = field(object, {"metadata", "finalizers"});
    return list.is_array() && std::find(list.begin(), list.end(), finalizer) != list.end();
}

constexpr std::pair<const char *, const char *> deadLetterParts[] = {{"deadLetterSinkUri", "url"},
                                                                     {"deadLetterSinkCACerts", "CACerts"},
                                                                     {"deadLetterSinkAudience", "audience"}};

/// A condition that came out as it was keeps the time of its last change, whatever it passed through meanwhile.
void keepTimes(Json &status, const Json &before)
{
    const Json &old = field(before, {"conditions"});
    if (!old.is_array())
        return;
    for (Json &entry : status["conditions"]) {
        for (Json known : old) {
            const std::string time = text(known, {"lastTransitionTime"});
            if (text(known, {"type"}) != text(entry, {"type"}) || time.empty())
                continue;
            known["lastTransitionTime"] = text(entry, {"lastTransitionTime"});
            if (known == entry)
                entry["lastTransitionTime"] = time;
        }
    }
}

} // namespace

EventingTypes::EventingTypes(const ResourceRegistry &registry)
    : broker(need(registry, keys::eventingGroup, "brokers"))
    , trigger(need(registry, keys::eventingGroup, "triggers"))
    , eventType(need(registry, keys::eventingGroup, "eventtypes"))
    , channel(need(registry, keys::messagingGroup, "channels"))
    , inMemoryChannel(need(registry, keys::messagingGroup, "inmemorychannels"))
    , subscription(need(registry, keys::messagingGroup, "subscriptions"))
    , sequence(need(registry, keys::flowsGroup, "sequences"))
    , parallel(need(registry, keys::flowsGroup, "parallels"))
    , pingSource(need(registry, keys::sourcesGroup, "pingsources"))
    , apiServerSource(need(registry, keys::sourcesGroup, "apiserversources"))
    , containerSource(need(registry, keys::sourcesGroup, "containersources"))
    , sinkBinding(need(registry, keys::sourcesGroup, "sinkbindings"))
    , jobSink(need(registry, keys::sinksGroup, "jobsinks"))
    , kafkaSource(need(registry, keys::sourcesGroup, "kafkasources"))
{
}

EventingController::EventingController(const EventingContext &context, const ResourceType &type,
                                       const ConditionSet &conditions, std::string name, qint64 latency)
    : Controller(context.cluster, std::move(name), latency)
    , m_context(context)
    , m_type(type)
    , m_conditions(conditions)
    , m_resolver(context.cluster, m_tracker)
{
}

void EventingController::observe(const StoreEvent &event)
{
    if (event.resource == &m_type) {
        if (event.type != EventType::Deleted)
            enqueue(keyOf(*event.object));
        else
            m_tracker.forget(keyOf(*event.object));
    } else {
        const Json &owner = controllerOf(*event.object);
        if (!owner.is_null() && text(owner, {"kind"}) == m_type.kind
            && text(owner, {"apiVersion"}) == m_type.apiVersion())
            enqueue({namespaceOf(*event.object), text(owner, {"name"})});
    }
    for (const Key &key : m_tracker.dependents(*event.resource, *event.object))
        enqueue(key);
}

Verdict EventingController::finalize(const Json &, Pass &)
{
    return Verdict::done();
}

void EventingController::reconcile(const Key &key, Pass &pass)
{
    const ObjectPtr stored = m_cluster.get(m_type, key.nameSpace, key.name);
    if (!stored || !isOurs(*stored))
        return;
    if (isBeingDeleted(*stored)) {
        if (!finalizer().empty() && hasFinalizer(*stored, finalizer())) {
            const Verdict verdict = finalize(*stored, pass);
            conclude(*stored, verdict, pass);
            if (verdict.kind != Verdict::Kind::Failed)
                pass.finally([this, stored] { removeFinalizer(*stored); });
        }
        return;
    }
    m_tracker.forget(key);
    if (!addFinalizer(*stored, pass))
        return;
    Json status = field(*stored, {"status"});
    ConditionManager conditions(m_conditions, status, m_cluster.now());
    conditions.begin(generationOf(*stored));
    const Verdict verdict = look(*stored, status, conditions, pass);
    if (observesFailures() || verdict.kind != Verdict::Kind::Failed)
        conditions.end(generationOf(*stored));
    keepTimes(status, field(*stored, {"status"}));
    pass.finally([this, stored, key, status] {
        m_cluster.setStatus(m_type, key.nameSpace, key.name, uidOf(*stored), status, name());
    });
    conclude(*stored, verdict, pass);
}

void EventingController::conclude(const Json &object, const Verdict &verdict, Pass &pass)
{
    if (verdict.kind == Verdict::Kind::Done)
        return;
    pass.finally([this, object, verdict] { record(object, verdict.type, verdict.reason, verdict.message); });
    if (verdict.kind == Verdict::Kind::Failed)
        pass.retry();
}

bool EventingController::addFinalizer(const Json &object, Pass &pass)
{
    const std::string mark = finalizer();
    if (mark.empty() || hasFinalizer(object, mark))
        return true;
    const ObjectPtr marked =
        m_cluster.modify(m_type, namespaceOf(object), nameOf(object), name(), [&mark](Json &live) {
            live["metadata"]["finalizers"].push_back(mark);
            return true;
        });
    pass.wrote();
    if (marked)
        record(object, "Normal", "FinalizerUpdate", "Updated \"" + nameOf(object) + "\" finalizers");
    return marked != nullptr;
}

void EventingController::removeFinalizer(const Json &object)
{
    const std::string mark = finalizer();
    m_cluster.modify(m_type, namespaceOf(object), nameOf(object), name(), [&](Json &live) {
        if (uidOf(live) != uidOf(object) || !hasFinalizer(live, mark))
            return false;
        Json &list = live["metadata"]["finalizers"];
        std::erase_if(list.get_ref<Json::array_t &>(), [&mark](const Json &entry) { return entry == mark; });
        if (list.empty())
            live["metadata"].erase("finalizers");
        return true;
    });
}

void EventingController::record(const Json &object, const std::string &type, const std::string &reason,
                                const std::string &message)
{
    Json involved = object;
    involved["apiVersion"] = m_type.apiVersion();
    involved["kind"] = m_type.kind;
    m_cluster.recordEvent(name(), involved, type, reason, message);
}

Json EventingController::ownerReference(const Json &owner) const
{
    return controllerReference(owner, m_type.apiVersion(), m_type.kind);
}

void EventingController::markIdentity(ConditionManager &conditions)
{
    conditions.markTrueWithReason("OIDCIdentityCreated", keys::oidcDisabled, {});
}

void EventingController::markPolicies(ConditionManager &conditions)
{
    conditions.markTrueWithReason("EventPoliciesReady", "OIDCDisabled",
                                  "Feature \"authentication-oidc\" must be enabled to support Authorization");
}

void setDeadLetterSink(Json &status, const Json &address)
{
    for (const auto &[part, source] : deadLetterParts) {
        const std::string value = text(address, {source});
        if (value.empty())
            status.erase(part);
        else
            status[part] = value;
    }
}

void copyDeadLetterSink(Json &to, const Json &from)
{
    for (const auto &[part, source] : deadLetterParts) {
        const std::string value = text(from, {part});
        if (value.empty())
            to.erase(part);
        else
            to[part] = value;
    }
}

} // namespace sluice::sandbox
