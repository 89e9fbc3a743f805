// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/knative/endpoints_controller.h"

#include "base/json.h"
#include "sandbox/knative/conditions.h"
#include "sandbox/knative/fields.h"
#include "sandbox/knative/serving_keys.h"

#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

namespace {

constexpr char sliceService[] = "kubernetes.io/service-name";
constexpr char managedBy[] = "endpointslice.kubernetes.io/managed-by";
constexpr char triggerTime[] = "endpoints.kubernetes.io/last-change-trigger-time";

std::string pairKey(const std::string &nameSpace, const std::string &key, const Json &value)
{
    return nameSpace + "\n" + key + "=" + (value.is_string() ? value.get<std::string>() : std::string());
}

std::int64_t portOf(const Json &servicePort, const Json &pod)
{
    const Json &target = field(servicePort, {"targetPort"});
    if (target.is_number())
        return target.get<std::int64_t>();
    if (target.is_string()) {
        for (const Json &container : field(pod, {"spec", "containers"})) {
            const Json &ports = field(container, {"ports"});
            if (!ports.is_array())
                continue;
            for (const Json &port : ports) {
                if (field(port, {"name"}) == target)
                    return number(port, {"containerPort"});
            }
        }
        return 0;
    }
    return number(servicePort, {"port"});
}

Json podReference(const Json &pod)
{
    return {{"kind", "Pod"}, {"name", nameOf(pod)}, {"namespace", namespaceOf(pod)}, {"uid", uidOf(pod)}};
}

} // namespace

EndpointsController::EndpointsController(Cluster &cluster)
    : Controller(cluster, "endpoint-controller", 30)
{
}

void EndpointsController::observe(const StoreEvent &event)
{
    const Json &object = *event.object;
    if (event.resource == &m_cluster.types.coreService) {
        const Json &selector = field(object, {"spec", "selector"});
        if (selector.is_object() && !selector.empty()) {
            const auto first = selector.begin();
            std::set<Key> &services = m_bySelector[pairKey(namespaceOf(object), first.key(), first.value())];
            if (event.type == EventType::Deleted)
                services.erase(keyOf(object));
            else
                services.insert(keyOf(object));
            enqueue(keyOf(object));
        }
    } else if (event.resource == &m_cluster.types.pod) {
        if (event.previous && field(*event.previous, {"status"}) == field(object, {"status"})
            && isBeingDeleted(*event.previous) == isBeingDeleted(object) && event.type != EventType::Deleted)
            return;
        for (const auto &[key, value] : labels(object).items()) {
            const auto found = m_bySelector.find(pairKey(namespaceOf(object), key, value));
            if (found == m_bySelector.end())
                continue;
            for (const Key &service : found->second)
                enqueue(service);
        }
    } else if (event.resource == &m_cluster.types.endpoints && event.type != EventType::Deleted) {
        const ObjectPtr service =
            m_cluster.get(m_cluster.types.coreService, namespaceOf(object), nameOf(object));
        if (service && !isSet(field(*service, {"spec", "selector"})))
            enqueue(keyOf(object));
    }
}

void EndpointsController::writeSlice(const Key &key, const Json &owner, const char *ownerKind,
                                     const Json &endpoints, const Json &ports, Pass &pass)
{
    const ResourceType &type = m_cluster.types.endpointSlice;
    const bool mirrored = std::string_view(ownerKind) == "Endpoints";
    const char *manager =
        mirrored ? "endpointslicemirroring-controller.k8s.io" : "endpointslice-controller.k8s.io";
    ObjectPtr existing;
    for (const ObjectPtr &slice : m_cluster.owned(uidOf(owner), type))
        existing = slice;
    if (existing) {
        if (field(*existing, {"endpoints"}) == endpoints && field(*existing, {"ports"}) == ports)
            return;
        m_cluster.modify(type, key.nameSpace, nameOf(*existing), manager, [&](Json &object) {
            object["endpoints"] = endpoints;
            object["ports"] = ports;
            if (!mirrored)
                object["metadata"]["annotations"][triggerTime] = m_cluster.now();
            return true;
        });
        pass.wrote();
        return;
    }
    Json marks = labels(owner);
    marks[sliceService] = key.name;
    marks[managedBy] = manager;
    Json notes = mirrored ? annotations(owner) : Json::object();
    if (!mirrored)
        notes[triggerTime] = m_cluster.now();
    m_cluster.create(type,
                     {{"addressType", "IPv4"},
                      {"endpoints", endpoints},
                      {"ports", ports},
                      {"metadata",
                       {{"generateName", key.name + "-"},
                        {"namespace", key.nameSpace},
                        {"labels", marks},
                        {"annotations", notes},
                        {"ownerReferences", {controllerReference(owner, "v1", ownerKind)}}}}},
                     manager);
    pass.wrote();
}

void EndpointsController::mirror(const Key &key, const Json &endpoints, Pass &pass)
{
    Json entries = Json::array();
    Json ports = Json::array();
    const Json &subsets = field(endpoints, {"subsets"});
    if (subsets.is_array()) {
        for (const Json &subset : subsets) {
            for (const Json &address : field(subset, {"addresses"})) {
                Json entry{{"addresses", {text(address, {"ip"})}}, {"conditions", {{"ready", true}}}};
                for (const char *copied : {"nodeName", "targetRef"}) {
                    if (address.contains(copied))
                        entry[copied] = address[copied];
                }
                entries.push_back(std::move(entry));
            }
            ports = field(subset, {"ports"});
        }
    }
    const bool known = !m_cluster.owned(uidOf(endpoints), m_cluster.types.endpointSlice).empty();
    if (!entries.empty() || known)
        writeSlice(key, endpoints, "Endpoints", entries, ports, pass);
}

void EndpointsController::reconcile(const Key &key, Pass &pass)
{
    const KnownTypes &types = m_cluster.types;
    const ObjectPtr stored = m_cluster.get(types.coreService, key.nameSpace, key.name);
    const ObjectPtr endpoints = m_cluster.get(types.endpoints, key.nameSpace, key.name);
    if (!stored)
        return;
    const Json &service = *stored;
    const Json &selector = field(service, {"spec", "selector"});
    if (!selector.is_object() || selector.empty()) {
        if (endpoints)
            mirror(key, *endpoints, pass);
        return;
    }
    std::vector<ObjectPtr> pods;
    if (const std::string uid = text(selector, {keys::revisionUid}); !uid.empty())
        pods = m_cluster.labelled(types.pod, key.nameSpace, keys::revisionUid, uid);
    else
        pods = m_cluster.store.list(types.pod, key.nameSpace);

    Json ready = Json::array();
    Json notReady = Json::array();
    Json entries = Json::array();
    ObjectPtr sample;
    for (const ObjectPtr &pod : pods) {
        const std::string address = text(*pod, {"status", "podIP"});
        if (address.empty() || !matches(selector, labels(*pod)))
            continue;
        const bool leaving = isBeingDeleted(*pod);
        const bool serving = conditionStatus(*pod, "Ready") == "True";
        const std::string nodeName = text(*pod, {"spec", "nodeName"});
        const Json entry{{"ip", address}, {"nodeName", nodeName}, {"targetRef", podReference(*pod)}};
        if (!leaving)
            (serving ? ready : notReady).push_back(entry);
        entries.push_back(
            {{"addresses", {address}},
             {"conditions", {{"ready", serving && !leaving}, {"serving", serving}, {"terminating", leaving}}},
             {"nodeName", nodeName},
             {"targetRef", podReference(*pod)}});
        sample = pod;
    }
    Json ports = Json::array();
    if (sample) {
        const Json &wanted = field(service, {"spec", "ports"});
        for (size_t i = 0; wanted.is_array() && i < wanted.size(); ++i) {
            Json port{{"port", portOf(wanted[i], *sample)}, {"protocol", "TCP"}};
            if (const std::string name_ = text(wanted[i], {"name"}); !name_.empty())
                port["name"] = name_;
            ports.push_back(std::move(port));
        }
    }
    Json subsets = Json::array();
    if (!ready.empty() || !notReady.empty()) {
        Json subset{{"ports", ports}};
        if (!ready.empty())
            subset["addresses"] = ready;
        if (!notReady.empty())
            subset["notReadyAddresses"] = notReady;
        subsets.push_back(std::move(subset));
    }
    if (!endpoints) {
        Json made{
            {"metadata", {{"name", key.name}, {"namespace", key.nameSpace}, {"labels", labels(service)}}}};
        if (!subsets.empty())
            made["subsets"] = subsets;
        // Not owned by the service: they go with it by name; the owner makes the cascade do that here.
        made["metadata"]["ownerReferences"] = Json::array({controllerReference(service, "v1", "Service")});
        m_cluster.create(types.endpoints, std::move(made), name());
        pass.wrote();
    } else if (field(*endpoints, {"subsets"}) != subsets
               && !(subsets.empty() && !endpoints->contains("subsets"))) {
        m_cluster.modify(types.endpoints, key.nameSpace, key.name, name(), [&subsets](Json &object) {
            if (subsets.empty())
                object.erase("subsets");
            else
                object["subsets"] = subsets;
            return true;
        });
        pass.wrote();
    }
    writeSlice(key, service, "Service", entries, ports, pass);
}

} // namespace sluice::sandbox
