// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/knative/cluster_controllers.h"

#include "base/json.h"
#include "sandbox/knative/fields.h"
#include "sandbox/knative/go_values.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

namespace {

constexpr char foreground[] = "foregroundDeletion";
constexpr char orphan[] = "orphan";
/// A certificate in form only: pods of the sandbox never dial it.
constexpr char rootCertificate[] = "-----BEGIN CERTIFICATE-----\n"
                                   "c2FuZGJveA==\n"
                                   "-----END CERTIFICATE-----\n";

bool hasFinalizer(const Json &object, const char *finalizer)
{
    const Json &list = field(object, {"metadata", "finalizers"});
    return list.is_array() && std::find(list.begin(), list.end(), finalizer) != list.end();
}

} // namespace

NamespaceController::NamespaceController(Cluster &cluster)
    : Controller(cluster, "namespace-controller", 20)
{
}

void NamespaceController::observe(const StoreEvent &event)
{
    const KnownTypes &types = m_cluster.types;
    if (event.resource == &types.nameSpace) {
        if (event.type != EventType::Deleted)
            enqueue({{}, nameOf(*event.object)});
        return;
    }
    // While a namespace is being emptied, each object that goes may have been the last one.
    const std::string home = namespaceOf(*event.object);
    if (event.type == EventType::Deleted && !home.empty()) {
        const bool kept = event.resource == &types.serviceAccount || event.resource == &types.configMap;
        const ObjectPtr nameSpace = m_cluster.get(types.nameSpace, {}, home);
        if (nameSpace && (kept || isBeingDeleted(*nameSpace)))
            enqueue({{}, home});
    }
}

void NamespaceController::reconcile(const Key &key, Pass &)
{
    const KnownTypes &types = m_cluster.types;
    const ObjectPtr stored = m_cluster.get(types.nameSpace, {}, key.name);
    if (!stored)
        return;
    if (!isBeingDeleted(*stored)) {
        if (!isSet(field(*stored, {"spec", "finalizers"}))
            || text(*stored, {"metadata", "labels", "kubernetes.io/metadata.name"}).empty()) {
            m_cluster.modify(types.nameSpace, {}, key.name, name(), [&key](Json &object) {
                object["spec"]["finalizers"] = {"kubernetes"};
                object["metadata"]["labels"]["kubernetes.io/metadata.name"] = key.name;
                return true;
            });
        }
        if (text(*stored, {"status", "phase"}) != "Active")
            m_cluster.setStatus(types.nameSpace, {}, key.name, uidOf(*stored), {{"phase", "Active"}}, name());
        if (!m_cluster.get(types.serviceAccount, key.name, "default")) {
            m_cluster.create(types.serviceAccount,
                             {{"metadata", {{"name", "default"}, {"namespace", key.name}}}},
                             "service-account-controller");
        }
        if (!m_cluster.get(types.configMap, key.name, "kube-root-ca.crt")) {
            m_cluster.create(
                types.configMap,
                {{"metadata",
                  {{"name", "kube-root-ca.crt"},
                   {"namespace", key.name},
                   {"annotations",
                    {{"kubernetes.io/description",
                      "Contains a CA bundle that can be used to verify the kube-apiserver when using "
                      "internal endpoints such as the internal service IP or kubernetes.default.svc. No "
                      "other usage is guaranteed across distributions of Kubernetes clusters."}}}}},
                 {"data", {{"ca.crt", rootCertificate}}}},
                "root-ca-certificate-publisher");
        }
        return;
    }
    bool empty = true;
    for (const auto &type : m_cluster.store.registry().all()) {
        if (!type->namespaced)
            continue;
        for (const ObjectPtr &object : m_cluster.store.list(*type, key.name)) {
            empty = false;
            if (!isBeingDeleted(*object)) {
                m_cluster.remove(*type, key.name, nameOf(*object), name());
            }
        }
    }
    if (!empty) {
        enqueueAfter(key, 500);
        return;
    }
    WriteContext finalize;
    finalize.manager = "kube-controller-manager";
    finalize.user = "system:serviceaccount:kube-system:namespace-controller";
    finalize.subresource = "finalize";
    Json object = *stored;
    object["spec"].erase("finalizers");
    (void)m_cluster.store.update(types.nameSpace, std::move(object), finalize);
}

GarbageCollector::GarbageCollector(Cluster &cluster)
    : Controller(cluster, "generic-garbage-collector", 30)
{
}

void GarbageCollector::observe(const StoreEvent &event)
{
    const Json &object = *event.object;
    if (event.type == EventType::Deleted) {
        enqueue({uidOf(object), {}});
        // An owner that waits for its dependents to go first.
        const Json &owners = field(object, {"metadata", "ownerReferences"});
        if (owners.is_array()) {
            for (const Json &owner : owners)
                enqueue({text(owner, {"uid"}), {}});
        }
        return;
    }
    if (isBeingDeleted(object) && (hasFinalizer(object, foreground) || hasFinalizer(object, orphan)))
        enqueue({uidOf(object), {}});
    if (event.type == EventType::Added) {
        const Json &owners = field(object, {"metadata", "ownerReferences"});
        if (owners.is_array()) {
            for (const Json &owner : owners) {
                if (!m_cluster.store.findUid(text(owner, {"uid"})))
                    enqueue({text(owner, {"uid"}), {}});
            }
        }
    }
}

void GarbageCollector::releaseDependents(const std::string &uid, Pass &pass)
{
    for (const ObjectRef &ref : m_cluster.dependents(uid)) {
        m_cluster.modify(*ref.type, ref.nameSpace, ref.name, name(), [&uid](Json &object) {
            Json &owners = object["metadata"]["ownerReferences"];
            std::erase_if(owners.get_ref<Json::array_t &>(),
                          [&uid](const Json &owner) { return text(owner, {"uid"}) == uid; });
            if (owners.empty())
                object["metadata"].erase("ownerReferences");
            return true;
        });
        pass.wrote();
    }
}

void GarbageCollector::reconcile(const Key &key, Pass &pass)
{
    const std::string &uid = key.nameSpace;
    const ObjectPtr owner = m_cluster.store.findUid(uid);
    const auto dropFinalizer = [&](const char *finalizer) {
        const ResourceType *type = nullptr;
        const std::string apiVersion = text(*owner, {"apiVersion"});
        const size_t slash = apiVersion.find('/');
        const std::string group = slash == std::string::npos ? std::string() : apiVersion.substr(0, slash);
        type = m_cluster.store.registry().findKind(group, {}, text(*owner, {"kind"}));
        if (!type)
            return;
        m_cluster.modify(*type, namespaceOf(*owner), nameOf(*owner), name(), [finalizer](Json &object) {
            Json &list = object["metadata"]["finalizers"];
            std::erase_if(list.get_ref<Json::array_t &>(),
                          [finalizer](const Json &entry) { return entry == finalizer; });
            if (list.empty())
                object["metadata"].erase("finalizers");
            return true;
        });
    };
    if (owner) {
        if (!isBeingDeleted(*owner))
            return;
        if (hasFinalizer(*owner, orphan)) {
            releaseDependents(uid, pass);
            dropFinalizer(orphan);
            return;
        }
        if (!hasFinalizer(*owner, foreground))
            return;
    }
    bool waiting = false;
    for (const ObjectRef &ref : m_cluster.dependents(uid)) {
        const ObjectPtr object = m_cluster.store.get(*ref.type, ref.nameSpace, ref.name);
        if (!object)
            continue;
        bool othersLive = false;
        bool blocks = false;
        for (const Json &reference : field(*object, {"metadata", "ownerReferences"})) {
            const std::string other = text(reference, {"uid"});
            if (other == uid)
                blocks = flag(reference, {"blockOwnerDeletion"});
            else
                othersLive = othersLive || m_cluster.store.findUid(other);
        }
        if (othersLive) {
            m_cluster.modify(*ref.type, ref.nameSpace, ref.name, name(), [&uid](Json &dependent) {
                std::erase_if(dependent["metadata"]["ownerReferences"].get_ref<Json::array_t &>(),
                              [&uid](const Json &reference) { return text(reference, {"uid"}) == uid; });
                return true;
            });
            pass.wrote();
            continue;
        }
        waiting = waiting || blocks;
        if (isBeingDeleted(*object))
            continue;
        m_cluster.remove(*ref.type, ref.nameSpace, ref.name, name(),
                         owner ? RemoveOptions::Propagation::Foreground
                               : RemoveOptions::Propagation::Background);
        pass.wrote();
    }
    if (owner && !waiting)
        dropFinalizer(foreground);
}

} // namespace sluice::sandbox
