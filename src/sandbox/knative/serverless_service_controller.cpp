// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/knative/serverless_service_controller.h"

#include "base/json.h"
#include "sandbox/knative/conditions.h"
#include "sandbox/knative/fields.h"
#include "sandbox/knative/go_values.h"
#include "sandbox/knative/serving_keys.h"

#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

namespace {

Json servicePort(const char *name, std::int64_t port, const Json &target)
{
    return {{"name", name}, {"port", port}, {"protocol", "TCP"}, {"targetPort", target}};
}

/// A Service of \a owner, with the API server's defaults.
Json makeService(Cluster &cluster, const Json &owner, const std::string &name, bool isPublic)
{
    const bool h2c = text(owner, {"spec", "protocolType"}) == "h2c";
    const std::int64_t target = h2c ? 8013 : 8012;
    Json ports = Json::array();
    ports.push_back(servicePort(h2c ? "http2" : "http", isPublic && h2c ? 81 : 80, target));
    ports.push_back(servicePort("https", 443, 8112));
    Json marks = labels(owner);
    marks[keys::serverlessService] = nameOf(owner);
    marks[keys::serviceType] = isPublic ? "Public" : "Private";
    const std::string address = "10.96." + std::to_string(cluster.store.random().below(250) + 1) + "."
        + std::to_string(cluster.store.random().below(250) + 1);
    Json spec{{"type", "ClusterIP"},      {"clusterIP", address},
              {"clusterIPs", {address}},  {"internalTrafficPolicy", "Cluster"},
              {"ipFamilies", {"IPv4"}},   {"ipFamilyPolicy", "SingleStack"},
              {"sessionAffinity", "None"}};
    if (!isPublic) {
        ports.push_back(servicePort("http-autometric", 9090, "http-autometric"));
        ports.push_back(servicePort("http-usermetric", 9091, "http-usermetric"));
        ports.push_back(servicePort("http-queueadm", 8022, 8022));
        ports.push_back(servicePort("http-istio", target, target));
        spec["selector"] = {{keys::revisionUid, label(owner, keys::revisionUid)}};
    }
    spec["ports"] = std::move(ports);
    return {
        {"metadata",
         {{"name", name},
          {"namespace", namespaceOf(owner)},
          {"labels", marks},
          {"annotations", annotations(owner)},
          {"ownerReferences",
           {controllerReference(owner, "networking.internal.knative.dev/v1alpha1", "ServerlessService")}}}},
        {"spec", spec},
        {"status", {{"loadBalancer", Json::object()}}}};
}

bool hasAddresses(const ObjectPtr &endpoints)
{
    const Json &subsets = endpoints ? field(*endpoints, {"subsets"}) : Json();
    if (subsets.is_array()) {
        for (const Json &subset : subsets) {
            if (isSet(field(subset, {"addresses"})))
                return true;
        }
    }
    return false;
}

/// The addresses of \a from with the ports of a public service.
Json publicSubsets(const ObjectPtr &from, bool h2c)
{
    Json subsets = Json::array();
    Json addresses = Json::array();
    if (from) {
        for (const Json &subset : field(*from, {"subsets"})) {
            for (const Json &address : field(subset, {"addresses"}))
                addresses.push_back(address);
        }
    }
    if (!addresses.empty()) {
        subsets.push_back(
            {{"addresses", addresses},
             {"ports",
              {{{"name", h2c ? "http2" : "http"}, {"port", h2c ? 8013 : 8012}, {"protocol", "TCP"}},
               {{"name", "https"}, {"port", 8112}, {"protocol", "TCP"}}}}});
    }
    return subsets;
}

} // namespace

ServerlessServiceController::ServerlessServiceController(Cluster &cluster)
    : Controller(cluster, "serverlessservice-controller", 20)
{
}

void ServerlessServiceController::observe(const StoreEvent &event)
{
    if (event.resource == &m_cluster.types.serverlessService) {
        if (event.type != EventType::Deleted)
            enqueue(keyOf(*event.object));
    } else if (event.resource == &m_cluster.types.endpoints
               || (event.resource == &m_cluster.types.coreService && event.type == EventType::Deleted)) {
        if (const std::string owner = label(*event.object, keys::serverlessService); !owner.empty()) {
            enqueue({namespaceOf(*event.object), owner});
        } else if (nameOf(*event.object) == "activator-service"
                   && namespaceOf(*event.object) == "knative-serving") {
            // Everything that is proxied leads to the activator's pods.
            for (const ObjectPtr &serverless : m_cluster.store.list(m_cluster.types.serverlessService))
                enqueue(keyOf(*serverless));
        }
    }
}

void ServerlessServiceController::reconcile(const Key &key, Pass &pass)
{
    const KnownTypes &types = m_cluster.types;
    const ObjectPtr stored = m_cluster.get(types.serverlessService, key.nameSpace, key.name);
    if (!stored || isBeingDeleted(*stored))
        return;
    const Json &serverless = *stored;
    Json status = field(serverless, {"status"});
    ConditionManager conditions(serverlessServiceConditions, status, m_cluster.now());
    conditions.begin(generationOf(serverless));
    const std::string privateName = childName(key.name, "-private");
    for (const auto &[name_, isPublic] : {std::pair{privateName, false}, {key.name, true}}) {
        const ObjectPtr existing = m_cluster.get(types.coreService, key.nameSpace, name_);
        if (!existing) {
            m_cluster.create(types.coreService, makeService(m_cluster, serverless, name_, isPublic), name());
            pass.wrote();
        } else if (!isControlledBy(*existing, serverless)) {
            conditions.markFalse("EndpointsPopulated", "NotOwned",
                                 "There is an existing Service " + goQuoted(name_) + " that we do not own.");
            conditions.end(generationOf(serverless));
            pass.finally([this, key, uid = uidOf(serverless), status] {
                m_cluster.setStatus(m_cluster.types.serverlessService, key.nameSpace, key.name, uid, status,
                                    name());
            });
            return;
        }
    }
    const ObjectPtr pods = m_cluster.get(types.endpoints, key.nameSpace, privateName);
    if (!pods)
        return; // they come with the private service, and with them this service again
    const bool ready = hasAddresses(pods);
    const bool proxy = text(serverless, {"spec", "mode"}) == "Proxy" || !ready;
    const bool h2c = text(serverless, {"spec", "protocolType"}) == "h2c";
    const ObjectPtr source =
        proxy ? m_cluster.get(types.endpoints, "knative-serving", "activator-service") : pods;
    const Json subsets = publicSubsets(source, h2c);
    const ObjectPtr existing = m_cluster.get(types.endpoints, key.nameSpace, key.name);
    if (!existing) {
        Json marks = labels(serverless);
        marks[keys::serverlessService] = key.name;
        marks[keys::serviceType] = "Public";
        m_cluster.create(types.endpoints,
                         {{"metadata",
                           {{"name", key.name},
                            {"namespace", key.nameSpace},
                            {"labels", marks},
                            {"annotations", annotations(serverless)},
                            {"ownerReferences",
                             {controllerReference(serverless, "networking.internal.knative.dev/v1alpha1",
                                                  "ServerlessService")}}}},
                          {"subsets", subsets}},
                         name());
        pass.wrote();
    } else if (field(*existing, {"subsets"}) != subsets) {
        m_cluster.modify(types.endpoints, key.nameSpace, key.name, name(), [&subsets](Json &object) {
            object["subsets"] = subsets;
            return true;
        });
        pass.wrote();
    }
    status["serviceName"] = key.name;
    status["privateServiceName"] = privateName;
    if (proxy) {
        conditions.markTrueWithReason("ActivatorEndpointsPopulated", "ActivatorEndpointsPopulated",
                                      "Revision is backed by Activator");
    } else {
        conditions.markFalse("ActivatorEndpointsPopulated", "ActivatorEndpointsNotPopulated", {});
    }
    if (ready)
        conditions.markTrue("EndpointsPopulated");
    else
        conditions.markUnknown("EndpointsPopulated", "NoHealthyBackends", "K8s Service is not ready");
    conditions.end(generationOf(serverless));
    pass.finally([this, key, uid = uidOf(serverless), status] {
        m_cluster.setStatus(m_cluster.types.serverlessService, key.nameSpace, key.name, uid, status, name());
    });
}

IngressController::IngressController(Cluster &cluster)
    : Controller(cluster, "istio-ingress-controller", cluster.options.ingressProgramming)
{
}

void IngressController::observe(const StoreEvent &event)
{
    if (event.resource == &m_cluster.types.ingress && event.type != EventType::Deleted)
        enqueue(keyOf(*event.object));
}

void IngressController::reconcile(const Key &key, Pass &pass)
{
    (void)pass;
    const ResourceType &type = m_cluster.types.ingress;
    const ObjectPtr stored = m_cluster.get(type, key.nameSpace, key.name);
    if (!stored || isBeingDeleted(*stored))
        return;
    if (annotation(*stored, keys::ingressClassOld) != m_cluster.settings.network.ingressClass)
        return; // nobody serves another class
    Json status = field(*stored, {"status"});
    ConditionManager conditions(ingressConditions, status, m_cluster.now());
    const bool seen = number(status, {"observedGeneration"}) == generationOf(*stored);
    if (seen && isReady(*stored))
        return;
    conditions.begin(generationOf(*stored));
    conditions.markTrue("NetworkConfigured");
    if (m_cluster.options.ingressProbing > 0 && !seen) {
        conditions.markUnknown("LoadBalancerReady", "Uninitialized", "Waiting for load balancer to be ready");
        enqueueAfter(key, m_cluster.options.ingressProbing);
    } else if (seen && m_cluster.options.ingressProbing > 0 && m_probing.count(key)
               && m_cluster.nowMs() < m_probing[key]) {
        enqueueAfter(key, m_probing[key] - m_cluster.nowMs());
        return;
    } else {
        conditions.markTrue("LoadBalancerReady");
        status["publicLoadBalancer"] = {
            {"ingress", {{{"domainInternal", "istio-ingressgateway.istio-system.svc.cluster.local"}}}}};
        status["privateLoadBalancer"] = {
            {"ingress", {{{"domainInternal", "knative-local-gateway.istio-system.svc.cluster.local"}}}}};
    }
    if (!seen && m_cluster.options.ingressProbing > 0)
        m_probing[key] = m_cluster.nowMs() + m_cluster.options.ingressProbing;
    else
        m_probing.erase(key);
    conditions.end(generationOf(*stored));
    m_cluster.setStatus(type, key.nameSpace, key.name, uidOf(*stored), status, name());
}

} // namespace sluice::sandbox
