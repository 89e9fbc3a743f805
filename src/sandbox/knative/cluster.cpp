// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/knative/cluster.h"

#include "base/json.h"
#include "sandbox/knative/fields.h"
#include "sandbox/knative/serving_keys.h"
#include "sandbox/store/pod_logs.h"

#include <QtGlobal>
#include <array>
#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

namespace {

constexpr std::array<const char *, 3> indexedLabels{keys::configuration, keys::revisionUid, keys::revision};

const ResourceType &need(const ResourceRegistry &registry, const char *group, const char *plural)
{
    const ResourceType *type = registry.find(group, {}, plural);
    if (!type)
        qFatal("the registry lacks %s %s", group, plural);
    return *type;
}

/// Who a controller is towards the API server: the manager in managedFields and the account.
std::pair<std::string, std::string> identity(std::string_view controller)
{
    using namespace std::string_view_literals;
    if (controller == "kubelet"sv)
        return {"kubelet", "system:node:sandbox-node-1"};
    if (controller == "default-scheduler"sv)
        return {"kube-scheduler", "system:kube-scheduler"};
    for (const std::string_view serving :
         {"service-controller"sv, "configuration-controller"sv, "revision-controller"sv, "route-controller"sv,
          "labeler-controller"sv, "serverlessservice-controller"sv, "revision-gc-controller"sv}) {
        if (controller == serving)
            return {"controller", "system:serviceaccount:knative-serving:controller"};
    }
    if (controller == "kpa-class-podautoscaler-controller"sv || controller == "metric-controller"sv)
        return {"autoscaler", "system:serviceaccount:knative-serving:controller"};
    if (controller == "istio-ingress-controller"sv)
        return {"net-istio-controller", "system:serviceaccount:knative-serving:controller"};
    return {"kube-controller-manager", "system:serviceaccount:kube-system:" + std::string(controller)};
}

} // namespace

KnownTypes::KnownTypes(const ResourceRegistry &registry)
    : service(need(registry, "serving.knative.dev", "services"))
    , configuration(need(registry, "serving.knative.dev", "configurations"))
    , revision(need(registry, "serving.knative.dev", "revisions"))
    , route(need(registry, "serving.knative.dev", "routes"))
    , podAutoscaler(need(registry, "autoscaling.internal.knative.dev", "podautoscalers"))
    , metric(need(registry, "autoscaling.internal.knative.dev", "metrics"))
    , serverlessService(need(registry, "networking.internal.knative.dev", "serverlessservices"))
    , ingress(need(registry, "networking.internal.knative.dev", "ingresses"))
    , image(need(registry, "caching.internal.knative.dev", "images"))
    , deployment(need(registry, "apps", "deployments"))
    , replicaSet(need(registry, "apps", "replicasets"))
    , pod(need(registry, "", "pods"))
    , coreService(need(registry, "", "services"))
    , endpoints(need(registry, "", "endpoints"))
    , endpointSlice(need(registry, "discovery.k8s.io", "endpointslices"))
    , event(need(registry, "", "events"))
    , nameSpace(need(registry, "", "namespaces"))
    , configMap(need(registry, "", "configmaps"))
    , serviceAccount(need(registry, "", "serviceaccounts"))
    , node(registry.find("", {}, "nodes"))
{
}

Cluster::Cluster(ObjectStore &store_, Scheduler &scheduler_, PodLogs &logs_, SimulationOptions options_)
    : store(store_)
    , scheduler(scheduler_)
    , logs(logs_)
    , options(std::move(options_))
    , types(store_.registry())
{
}

std::string Cluster::now() const
{
    return rfc3339(scheduler.now());
}

qint64 Cluster::nowMs() const
{
    return scheduler.now().toMSecsSinceEpoch();
}

WriteContext Cluster::context(std::string_view controller) const
{
    WriteContext write;
    const auto introduced = m_identities.find(controller);
    std::tie(write.manager, write.user) =
        introduced != m_identities.end() ? introduced->second : identity(controller);
    return write;
}

void Cluster::introduce(const std::string &controller, std::string manager, std::string user)
{
    m_identities[controller] = {std::move(manager), std::move(user)};
}

ObjectPtr Cluster::create(const ResourceType &type, Json object, std::string_view controller,
                          std::string *why)
{
    // The API server makes this status itself; a store without its rules does not.
    const bool service = &type == &types.coreService;
    const Json status = service ? field(object, {"status"}) : Json();
    WriteOutcome outcome = store.create(type, std::move(object), context(controller));
    if (outcome && service && status.is_object()) {
        const Json &made = *outcome->object;
        setStatus(type, namespaceOf(made), nameOf(made), uidOf(made), status, controller);
    }
    if (outcome)
        return outcome->object;
    if (why)
        *why = outcome.error().failure.message;
    return nullptr;
}

ObjectPtr Cluster::modify(const ResourceType &type, const std::string &nameSpace, const std::string &name,
                          std::string_view controller, const std::function<bool(Json &)> &change)
{
    const WriteOutcome outcome = store.modify(type, nameSpace, name, context(controller), change);
    return outcome ? outcome->object : nullptr;
}

bool Cluster::setStatus(const ResourceType &type, const std::string &nameSpace, const std::string &name,
                        const std::string &uid, Json status, std::string_view controller)
{
    const ObjectPtr live = store.get(type, nameSpace, name);
    if (!live || uidOf(*live) != uid)
        return false;
    if (field(*live, {"status"}) == status)
        return true;
    Json object = *live;
    object["status"] = std::move(status);
    return store.updateStatus(type, std::move(object), context(controller)).has_value();
}

void Cluster::remove(const ResourceType &type, const std::string &nameSpace, const std::string &name,
                     std::string_view controller, RemoveOptions::Propagation propagation)
{
    RemoveOptions options_;
    options_.propagation = propagation;
    if (controller == "kubelet")
        options_.gracePeriodSeconds = 0;
    (void)store.remove(type, nameSpace, name, options_, context(controller));
}

std::vector<ObjectPtr> Cluster::owned(std::string_view ownerUid, const ResourceType &type) const
{
    std::vector<ObjectPtr> found;
    const auto owner = m_byOwner.find(std::string(ownerUid));
    if (owner == m_byOwner.end())
        return found;
    for (const ObjectRef &ref : owner->second) {
        if (ref.type == &type) {
            if (ObjectPtr object = store.get(type, ref.nameSpace, ref.name))
                found.push_back(std::move(object));
        }
    }
    return found;
}

std::vector<ObjectRef> Cluster::dependents(std::string_view ownerUid) const
{
    const auto owner = m_byOwner.find(std::string(ownerUid));
    if (owner == m_byOwner.end())
        return {};
    return {owner->second.begin(), owner->second.end()};
}

std::vector<ObjectPtr> Cluster::labelled(const ResourceType &type, const std::string &nameSpace,
                                         std::string_view key, const std::string &value) const
{
    std::vector<ObjectPtr> found;
    const auto entry = m_byLabel.find(std::string(key) + "=" + value);
    if (entry == m_byLabel.end())
        return found;
    for (const ObjectRef &ref : entry->second) {
        if (ref.type == &type && ref.nameSpace == nameSpace) {
            if (ObjectPtr object = store.get(type, ref.nameSpace, ref.name))
                found.push_back(std::move(object));
        }
    }
    return found;
}

void Cluster::observe(const StoreEvent &event)
{
    if (event.previous)
        index(*event.resource, *event.previous, false);
    if (event.type != EventType::Deleted)
        index(*event.resource, *event.object, true);
    if (event.resource == &types.configMap && namespaceOf(*event.object) == "knative-serving") {
        const Json &data = field(*event.object, {"data"});
        settings.apply(nameOf(*event.object), event.type == EventType::Deleted ? Json() : data);
    }
}

void Cluster::index(const ResourceType &type, const Json &object, bool add)
{
    const ObjectRef ref{&type, namespaceOf(object), nameOf(object)};
    const auto put = [&](auto &map, const std::string &key) {
        if (add) {
            map[key].insert(ref);
            return;
        }
        const auto found = map.find(key);
        if (found == map.end())
            return;
        found->second.erase(ref);
        if (found->second.empty())
            map.erase(found);
    };
    const Json &owners = field(object, {"metadata", "ownerReferences"});
    if (owners.is_array()) {
        for (const Json &owner : owners)
            put(m_byOwner, text(owner, {"uid"}));
    }
    for (const char *key : indexedLabels) {
        if (const std::string value = label(object, key); !value.empty())
            put(m_byLabel, std::string(key) + "=" + value);
    }
}

void Cluster::recordEvent(std::string_view controller, const Json &involved, const std::string &type,
                          const std::string &reason, const std::string &message)
{
    const std::string nameSpace = namespaceOf(involved).empty() ? "default" : namespaceOf(involved);
    const std::string key = uidOf(involved) + '\n' + type + '\n' + reason + '\n' + message;
    const std::string time = now();
    if (const auto known = m_events.find(key); known != m_events.end()) {
        const ObjectPtr counted =
            modify(types.event, nameSpace, known->second, controller, [&time](Json &object) {
                object["count"] = number(object, {"count"}) + 1;
                object["lastTimestamp"] = time;
                return true;
            });
        if (counted)
            return;
    }
    constexpr size_t remembered = 4096;
    if (m_events.size() > remembered)
        m_events.clear();
    // The hash is the time in nanoseconds on a real cluster; here it only has to be unique and repeatable.
    const std::string name = nameOf(involved) + "."
        + QByteArray::number(static_cast<qulonglong>(nowMs()) * 1000000 + store.random().below(1000000), 16)
              .toStdString();
    m_events[key] = name;
    create(types.event,
           {{"metadata", {{"name", name}, {"namespace", nameSpace}}},
            {"involvedObject",
             {{"apiVersion", text(involved, {"apiVersion"})},
              {"kind", text(involved, {"kind"})},
              {"name", nameOf(involved)},
              {"namespace", nameSpace},
              {"resourceVersion", text(involved, {"metadata", "resourceVersion"})},
              {"uid", uidOf(involved)}}},
            {"reason", reason},
            {"message", message},
            {"type", type},
            {"count", 1},
            {"firstTimestamp", time},
            {"lastTimestamp", time},
            {"eventTime", nullptr},
            {"source", {{"component", std::string(controller)}}},
            {"reportingComponent", std::string(controller)},
            {"reportingInstance", ""}},
           controller);
}

void Cluster::recordScheduled(const Json &pod, const std::string &nodeName)
{
    const std::string nameSpace = namespaceOf(pod);
    const std::string name = nameOf(pod) + "."
        + QByteArray::number(static_cast<qulonglong>(nowMs()) * 1000000 + store.random().below(1000000), 16)
              .toStdString();
    create(types.event,
           {{"metadata", {{"name", name}, {"namespace", nameSpace}}},
            {"involvedObject",
             {{"apiVersion", "v1"},
              {"kind", "Pod"},
              {"name", nameOf(pod)},
              {"namespace", nameSpace},
              {"resourceVersion", text(pod, {"metadata", "resourceVersion"})},
              {"uid", uidOf(pod)}}},
            {"action", "Binding"},
            {"reason", "Scheduled"},
            {"message", "Successfully assigned " + nameSpace + "/" + nameOf(pod) + " to " + nodeName},
            {"type", "Normal"},
            {"eventTime", rfc3339Micro(scheduler.now())},
            {"firstTimestamp", nullptr},
            {"lastTimestamp", nullptr},
            {"source", Json::object()},
            {"reportingComponent", "default-scheduler"},
            {"reportingInstance", "default-scheduler-" + options.nodeName}},
           "default-scheduler");
}

} // namespace sluice::sandbox
