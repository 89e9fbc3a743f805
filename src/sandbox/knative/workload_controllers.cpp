// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/knative/workload_controllers.h"

#include "base/json.h"
#include "sandbox/knative/conditions.h"
#include "sandbox/knative/fields.h"
#include "sandbox/knative/go_values.h"

#include <QCryptographicHash>
#include <algorithm>
#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

namespace {

constexpr char hashLabel[] = "pod-template-hash";
constexpr char revisionNote[] = "deployment.kubernetes.io/revision";

/// Stands for the FNV hash of a pod template: the same template gives the same letters.
std::string templateHash(const Json &podTemplate)
{
    static constexpr char alphabet[] = "bcdfghjklmnpqrstvwxz2456789";
    const QByteArray digest = QCryptographicHash::hash(QByteArray::fromStdString(base::dump(podTemplate)),
                                                       QCryptographicHash::Sha1);
    std::string hash;
    for (int i = 0; i < 10; ++i)
        hash += alphabet[static_cast<unsigned char>(digest[i]) % (sizeof alphabet - 1)];
    return hash;
}

/// Sets a Deployment's or ReplicaSet's condition as Kubernetes does: what changed goes to the end of the list.
void setCondition(Json &status, const char *type, const char *value, const char *reason,
                  const std::string &message, const std::string &now)
{
    Json &conditions = status["conditions"];
    if (!conditions.is_array())
        conditions = Json::array();
    Json made{{"type", type},       {"status", value},           {"reason", reason},
              {"message", message}, {"lastTransitionTime", now}, {"lastUpdateTime", now}};
    for (auto it = conditions.begin(); it != conditions.end(); ++it) {
        if (text(*it, {"type"}) != type)
            continue;
        if (text(*it, {"status"}) == value && text(*it, {"reason"}) == reason)
            return;
        if (text(*it, {"status"}) == value)
            made["lastTransitionTime"] = (*it)["lastTransitionTime"];
        conditions.erase(it);
        break;
    }
    conditions.push_back(std::move(made));
}

void putCount(Json &status, const char *key, std::int64_t count)
{
    if (count != 0)
        status[key] = count;
    else
        status.erase(key);
}

std::int64_t percentOf(const Json &value, std::int64_t whole, bool up)
{
    if (value.is_number())
        return value.get<std::int64_t>();
    std::string written = value.is_string() ? value.get<std::string>() : "25%";
    if (!written.empty() && written.back() == '%')
        written.pop_back();
    const std::int64_t share = parseGoInt(written).value_or(25) * whole;
    return up ? (share + 99) / 100 : share / 100;
}

bool isPodReady(const Json &pod)
{
    return !isBeingDeleted(pod) && conditionStatus(pod, "Ready") == "True";
}

} // namespace

DeploymentController::DeploymentController(Cluster &cluster)
    : Controller(cluster, "deployment-controller", 10)
{
}

void DeploymentController::observe(const StoreEvent &event)
{
    if (event.resource == &m_cluster.types.deployment) {
        if (event.type != EventType::Deleted)
            enqueue(keyOf(*event.object));
    } else if (event.resource == &m_cluster.types.replicaSet) {
        enqueueOwner(*event.object, "Deployment");
    }
}

void DeploymentController::scaleSet(const Json &deployment, const Json &set, std::int64_t replicas,
                                    Pass &pass)
{
    const std::int64_t before = number(set, {"spec", "replicas"});
    if (before == replicas)
        return;
    m_cluster.modify(m_cluster.types.replicaSet, namespaceOf(set), nameOf(set), name(), [&](Json &object) {
        object["spec"]["replicas"] = replicas;
        object["metadata"]["annotations"]["deployment.kubernetes.io/desired-replicas"] =
            std::to_string(number(deployment, {"spec", "replicas"}));
        return true;
    });
    pass.wrote();
    m_cluster.recordEvent(name(), deployment, "Normal", "ScalingReplicaSet",
                          std::string("Scaled ") + (replicas > before ? "up" : "down") + " replica set "
                              + nameOf(set) + " from " + std::to_string(before) + " to "
                              + std::to_string(replicas));
}

Json DeploymentController::statusOf(const Json &deployment, const std::vector<ObjectPtr> &sets,
                                    const std::string &newest)
{
    Json status = field(deployment, {"status"});
    if (!status.is_object())
        status = Json::object();
    std::int64_t total = 0;
    std::int64_t updated = 0;
    std::int64_t ready = 0;
    std::int64_t available = 0;
    bool failing = false;
    std::string failure;
    for (const ObjectPtr &set : sets) {
        total += number(*set, {"status", "replicas"});
        ready += number(*set, {"status", "readyReplicas"});
        available += number(*set, {"status", "availableReplicas"});
        if (nameOf(*set) == newest)
            updated = number(*set, {"status", "replicas"});
        if (conditionStatus(*set, "ReplicaFailure") == "True") {
            failing = true;
            failure = text(condition(*set, "ReplicaFailure"), {"message"});
        }
    }
    const std::int64_t wanted = number(deployment, {"spec", "replicas"}, 1);
    const std::string now = m_cluster.now();
    const bool moved = updated > number(status, {"updatedReplicas"})
        || ready > number(status, {"readyReplicas"}) || available > number(status, {"availableReplicas"});
    putCount(status, "replicas", total);
    putCount(status, "updatedReplicas", updated);
    putCount(status, "readyReplicas", ready);
    putCount(status, "availableReplicas", available);
    putCount(status, "unavailableReplicas", std::max<std::int64_t>(0, std::max(total, wanted) - available));
    status["observedGeneration"] = generationOf(deployment);
    const std::int64_t spare =
        percentOf(field(deployment, {"spec", "strategy", "rollingUpdate", "maxUnavailable"}), wanted, false);
    if (available >= wanted - spare)
        setCondition(status, "Available", "True", "MinimumReplicasAvailable",
                     "Deployment has minimum availability.", now);
    else
        setCondition(status, "Available", "False", "MinimumReplicasUnavailable",
                     "Deployment does not have minimum availability.", now);
    if (failing)
        setCondition(status, "ReplicaFailure", "True", "FailedCreate", failure, now);
    else if (status.contains("conditions"))
        std::erase_if(status["conditions"].get_ref<Json::array_t &>(),
                      [](const Json &entry) { return text(entry, {"type"}) == "ReplicaFailure"; });

    Json present;
    for (const Json &entry : status["conditions"]) {
        if (text(entry, {"type"}) == "Progressing")
            present = entry;
    }
    const std::string reason = text(present, {"reason"});
    const std::string named = "ReplicaSet " + goQuoted(newest);
    const std::int64_t deadline = number(deployment, {"spec", "progressDeadlineSeconds"}, 600) * 1000;
    if (updated == wanted && total == wanted && available >= wanted) {
        setCondition(status, "Progressing", "True", "NewReplicaSetAvailable",
                     named + " has successfully progressed.", now);
    } else if (moved && reason != "NewReplicaSetAvailable") {
        setCondition(status, "Progressing", "True", "ReplicaSetUpdated", named + " is progressing.", now);
    } else if (reason != "NewReplicaSetAvailable" && reason != "ProgressDeadlineExceeded"
               && !present.is_null()) {
        const QDateTime since = parseRfc3339(text(present, {"lastUpdateTime"}));
        const qint64 waited = m_cluster.nowMs() - since.toMSecsSinceEpoch();
        if (waited >= deadline)
            setCondition(status, "Progressing", "False", "ProgressDeadlineExceeded",
                         named + " has timed out progressing.", now);
        else
            enqueueAfter(keyOf(deployment), deadline - waited);
    }
    return status;
}

void DeploymentController::reconcile(const Key &key, Pass &pass)
{
    const KnownTypes &types = m_cluster.types;
    const ObjectPtr stored = m_cluster.get(types.deployment, key.nameSpace, key.name);
    if (!stored || isBeingDeleted(*stored))
        return;
    const Json &deployment = *stored;
    const Json &podTemplate = field(deployment, {"spec", "template"});
    const std::string hash = templateHash(podTemplate);
    const std::string newest = key.name + "-" + hash;
    const std::int64_t wanted = number(deployment, {"spec", "replicas"}, 1);
    std::vector<ObjectPtr> sets = m_cluster.owned(uidOf(deployment), types.replicaSet);
    ObjectPtr current;
    std::int64_t oldTotal = 0;
    std::int64_t lastRevision = 0;
    for (const ObjectPtr &set : sets) {
        if (nameOf(*set) == newest)
            current = set;
        else
            oldTotal += number(*set, {"spec", "replicas"});
        lastRevision = std::max(lastRevision, parseGoInt(annotation(*set, revisionNote)).value_or(0));
    }
    const std::int64_t surge =
        percentOf(field(deployment, {"spec", "strategy", "rollingUpdate", "maxSurge"}), wanted, true);
    if (!current) {
        const std::string revision = std::to_string(lastRevision + 1);
        Json made = podTemplate;
        made["metadata"]["labels"][hashLabel] = hash;
        if (made["metadata"].contains("creationTimestamp") && made["metadata"]["creationTimestamp"].is_null())
            made["metadata"].erase("creationTimestamp");
        Json selector = field(deployment, {"spec", "selector", "matchLabels"});
        selector[hashLabel] = hash;
        Json notes = annotations(deployment);
        notes.erase("kubectl.kubernetes.io/last-applied-configuration");
        notes[revisionNote] = revision;
        notes["deployment.kubernetes.io/desired-replicas"] = std::to_string(wanted);
        notes["deployment.kubernetes.io/max-replicas"] = std::to_string(wanted + surge);
        const std::int64_t first = oldTotal > 0 ? std::min(wanted, std::max<std::int64_t>(1, surge)) : wanted;
        m_cluster.create(
            types.replicaSet,
            {{"metadata",
              {{"name", newest},
               {"namespace", key.nameSpace},
               {"labels", made["metadata"]["labels"]},
               {"annotations", notes},
               {"ownerReferences", {controllerReference(deployment, "apps/v1", "Deployment")}}}},
             {"spec", {{"replicas", first}, {"selector", {{"matchLabels", selector}}}, {"template", made}}}},
            name());
        pass.wrote();
        if (first > 0) {
            m_cluster.recordEvent(name(), deployment, "Normal", "ScalingReplicaSet",
                                  "Scaled up replica set " + newest + " from 0 to " + std::to_string(first));
        }
        m_cluster.modify(types.deployment, key.nameSpace, key.name, name(), [&](Json &object) {
            object["metadata"]["annotations"][revisionNote] = revision;
            return true;
        });
        Json status = field(deployment, {"status"});
        if (!status.is_object())
            status = Json::object();
        setCondition(status, "Progressing", "True", "NewReplicaSetCreated",
                     "Created new replica set " + goQuoted(newest), m_cluster.now());
        pass.finally([this, key, uid = uidOf(deployment), status] {
            m_cluster.setStatus(m_cluster.types.deployment, key.nameSpace, key.name, uid, status, name());
            enqueue(key);
        });
        return;
    }
    if (oldTotal == 0) {
        scaleSet(deployment, *current, wanted, pass);
    } else {
        // Rolling: the new set grows by the surge; an old one shrinks by what the new one has available.
        const std::int64_t available = number(*current, {"status", "availableReplicas"});
        const std::int64_t present = number(*current, {"spec", "replicas"});
        scaleSet(deployment, *current, std::min(wanted, std::max(present, wanted + surge - oldTotal)), pass);
        std::int64_t keep = std::max<std::int64_t>(0, wanted - available);
        for (const ObjectPtr &set : sets) {
            if (set == current)
                continue;
            const std::int64_t replicas = number(*set, {"spec", "replicas"});
            const std::int64_t target = std::min(replicas, keep);
            keep -= target;
            scaleSet(deployment, *set, target, pass);
        }
    }
    const std::int64_t limit = number(deployment, {"spec", "revisionHistoryLimit"}, 10);
    std::vector<ObjectPtr> idle;
    for (const ObjectPtr &set : sets) {
        if (set != current && number(*set, {"spec", "replicas"}) == 0
            && number(*set, {"status", "replicas"}) == 0)
            idle.push_back(set);
    }
    std::sort(idle.begin(), idle.end(), [](const ObjectPtr &a, const ObjectPtr &b) {
        return parseGoInt(annotation(*a, revisionNote)).value_or(0)
            < parseGoInt(annotation(*b, revisionNote)).value_or(0);
    });
    for (size_t i = 0; i + static_cast<size_t>(std::max<std::int64_t>(0, limit)) < idle.size(); ++i)
        m_cluster.remove(types.replicaSet, key.nameSpace, nameOf(*idle[i]), name());
    sets = m_cluster.owned(uidOf(deployment), types.replicaSet);
    pass.finally([this, key, uid = uidOf(deployment), status = statusOf(deployment, sets, newest)] {
        m_cluster.setStatus(m_cluster.types.deployment, key.nameSpace, key.name, uid, status, name());
    });
}

ReplicaSetController::ReplicaSetController(Cluster &cluster)
    : Controller(cluster, "replicaset-controller", 10)
{
}

void ReplicaSetController::observe(const StoreEvent &event)
{
    if (event.resource == &m_cluster.types.replicaSet) {
        if (event.type != EventType::Deleted)
            enqueue(keyOf(*event.object));
    } else if (event.resource == &m_cluster.types.pod) {
        enqueueOwner(*event.object, "ReplicaSet");
    }
}

void ReplicaSetController::reconcile(const Key &key, Pass &pass)
{
    const KnownTypes &types = m_cluster.types;
    const ObjectPtr stored = m_cluster.get(types.replicaSet, key.nameSpace, key.name);
    if (!stored || isBeingDeleted(*stored))
        return;
    const Json &set = *stored;
    std::vector<ObjectPtr> pods;
    for (const ObjectPtr &pod : m_cluster.owned(uidOf(set), types.pod)) {
        const std::string phase = text(*pod, {"status", "phase"});
        if (!isBeingDeleted(*pod) && phase != "Failed" && phase != "Succeeded")
            pods.push_back(pod);
    }
    Json status = field(set, {"status"});
    if (!status.is_object())
        status = Json::object();
    const auto wanted = static_cast<size_t>(std::max<std::int64_t>(0, number(set, {"spec", "replicas"}, 1)));
    const auto counted = static_cast<std::int64_t>(pods.size());
    std::string failure;
    for (size_t i = pods.size(); i < wanted; ++i) {
        Json pod = field(set, {"spec", "template"});
        const std::string account = text(pod, {"spec", "serviceAccountName"});
        if (!account.empty() && !m_cluster.get(types.serviceAccount, key.nameSpace, account)) {
            failure = "pods " + goQuoted(key.name + "-") + " is forbidden: error looking up service account "
                + key.nameSpace + "/" + account + ": serviceaccount " + goQuoted(account) + " not found";
        } else {
            pod["metadata"]["generateName"] = key.name + "-";
            pod["metadata"]["namespace"] = key.nameSpace;
            pod["metadata"]["ownerReferences"] =
                Json::array({controllerReference(set, "apps/v1", "ReplicaSet")});
            const ObjectPtr made = m_cluster.create(types.pod, std::move(pod), name(), &failure);
            if (made) {
                pass.wrote();
                m_cluster.recordEvent(name(), set, "Normal", "SuccessfulCreate",
                                      "Created pod: " + nameOf(*made));
                continue;
            }
        }
        m_cluster.recordEvent(name(), set, "Warning", "FailedCreate", "Error creating: " + failure);
        pass.retry();
        break;
    }
    if (pods.size() > wanted) {
        // The ones that serve least go first: not ready, then the youngest.
        std::stable_sort(pods.begin(), pods.end(), [](const ObjectPtr &a, const ObjectPtr &b) {
            if (isPodReady(*a) != isPodReady(*b))
                return !isPodReady(*a);
            return text(*a, {"metadata", "creationTimestamp"}) > text(*b, {"metadata", "creationTimestamp"});
        });
        for (size_t i = 0; i < pods.size() - wanted; ++i) {
            const std::string pod = nameOf(*pods[i]);
            m_cluster.remove(types.pod, key.nameSpace, pod, name());
            pass.wrote();
            m_cluster.recordEvent(name(), set, "Normal", "SuccessfulDelete", "Deleted pod: " + pod);
        }
    }
    const auto ready =
        std::count_if(pods.begin(), pods.end(), [](const ObjectPtr &pod) { return isPodReady(*pod); });
    status["replicas"] = counted;
    putCount(status, "fullyLabeledReplicas", counted);
    putCount(status, "readyReplicas", ready);
    putCount(status, "availableReplicas", ready);
    status["observedGeneration"] = generationOf(set);
    if (!failure.empty())
        setCondition(status, "ReplicaFailure", "True", "FailedCreate", failure, m_cluster.now());
    else
        status.erase("conditions");
    if (status.contains("conditions"))
        status["conditions"][0].erase("lastUpdateTime"); // only Deployments have it
    pass.finally([this, key, uid = uidOf(set), status] {
        m_cluster.setStatus(m_cluster.types.replicaSet, key.nameSpace, key.name, uid, status, name());
    });
}

} // namespace sluice::sandbox
