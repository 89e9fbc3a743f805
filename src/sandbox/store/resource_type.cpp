// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/store/resource_type.h"

namespace sluice::sandbox {

std::string ResourceType::apiVersion() const
{
    return group.empty() ? version : group + '/' + version;
}

std::string ResourceType::qualifiedName() const
{
    return group.empty() ? plural : plural + '.' + group;
}

const ResourceType &ResourceRegistry::add(ResourceType type)
{
    if (const ResourceType *known = find(type.group, type.version, type.plural))
        return *known;
    m_types.push_back(std::make_unique<const ResourceType>(std::move(type)));
    return *m_types.back();
}

const ResourceType *ResourceRegistry::find(std::string_view group, std::string_view version,
                                           std::string_view plural) const
{
    for (const auto &type : m_types) {
        if (type->plural == plural && type->group == group && (version.empty() || type->version == version))
            return type.get();
    }
    return nullptr;
}

const ResourceType *ResourceRegistry::findKind(std::string_view group, std::string_view version,
                                               std::string_view kind) const
{
    for (const auto &type : m_types) {
        if (type->kind == kind && type->group == group && (version.empty() || type->version == version))
            return type.get();
    }
    return nullptr;
}

namespace {

ResourceType core(std::string plural, std::string singular, std::string kind,
                  std::vector<std::string> shortNames)
{
    ResourceType type;
    type.version = "v1";
    type.plural = std::move(plural);
    type.singular = std::move(singular);
    type.kind = std::move(kind);
    type.shortNames = std::move(shortNames);
    return type;
}

ResourceType custom(std::string group, std::string version, std::string plural, std::string singular,
                    std::string kind, std::vector<std::string> shortNames,
                    std::vector<std::string> categories, bool hasStatus = true)
{
    ResourceType type;
    type.group = std::move(group);
    type.version = std::move(version);
    type.plural = std::move(plural);
    type.singular = std::move(singular);
    type.kind = std::move(kind);
    type.shortNames = std::move(shortNames);
    type.categories = std::move(categories);
    type.custom = true;
    type.hasStatus = hasStatus;
    type.hasGeneration = true;
    return type;
}

void addKubernetes(ResourceRegistry &registry)
{
    registry.add(core("configmaps", "configmap", "ConfigMap", {"cm"}));
    registry.add(core("endpoints", "endpoints", "Endpoints", {"ep"}));
    registry.add(core("events", "event", "Event", {"ev"}));
    ResourceType type = core("namespaces", "namespace", "Namespace", {"ns"});
    type.namespaced = false;
    type.hasStatus = true;
    registry.add(type);
    type = core("nodes", "node", "Node", {"no"});
    type.namespaced = false;
    type.hasStatus = true;
    registry.add(type);
    type = core("pods", "pod", "Pod", {"po"});
    type.categories = {"all"};
    type.hasStatus = true;
    type.hasGeneration = true;
    type.graceful = true;
    type.returnsDeleted = true;
    registry.add(type);
    type = core("resourcequotas", "resourcequota", "ResourceQuota", {"quota"});
    type.hasStatus = true;
    type.returnsDeleted = true;
    registry.add(type);
    registry.add(core("secrets", "secret", "Secret", {}));
    type = core("serviceaccounts", "serviceaccount", "ServiceAccount", {"sa"});
    type.returnsDeleted = true;
    registry.add(type);
    type = core("services", "service", "Service", {"svc"});
    type.categories = {"all"};
    type.hasStatus = true;
    type.returnsDeleted = true;
    registry.add(type);

    type = core("deployments", "deployment", "Deployment", {"deploy"});
    type.group = "apps";
    type.categories = {"all"};
    type.hasStatus = true;
    type.hasScale = true;
    type.hasGeneration = true;
    registry.add(type);
    type.plural = "replicasets";
    type.singular = "replicaset";
    type.kind = "ReplicaSet";
    type.shortNames = {"rs"};
    registry.add(type);

    type = core("endpointslices", "endpointslice", "EndpointSlice", {});
    type.group = "discovery.k8s.io";
    type.hasGeneration = true;
    registry.add(type);
}

/// Names, short names and categories: the CRDs of Knative Serving 1.15 (config/core/300-resources).
void addServing(ResourceRegistry &registry)
{
    const std::string serving = "serving.knative.dev";
    const std::vector<std::string> all = {"all", "knative", "serving"};
    registry.add(custom(serving, "v1", "revisions", "revision", "Revision", {"rev"}, all));
    registry.add(custom(serving, "v1", "services", "service", "Service", {"kservice", "ksvc"}, all));
    registry.add(custom(serving, "v1", "routes", "route", "Route", {"rt"}, all));
    registry.add(
        custom(serving, "v1", "configurations", "configuration", "Configuration", {"config", "cfg"}, all));
    registry.add(custom(serving, "v1beta1", "domainmappings", "domainmapping", "DomainMapping", {"dm"},
                        {"all", "knative", "serving"}));
    const std::vector<std::string> internal = {"knative-internal", "autoscaling"};
    registry.add(custom("autoscaling.internal.knative.dev", "v1alpha1", "podautoscalers", "podautoscaler",
                        "PodAutoscaler", {"kpa", "pa"}, internal));
    registry.add(
        custom("autoscaling.internal.knative.dev", "v1alpha1", "metrics", "metric", "Metric", {}, internal));
    const std::string networking = "networking.internal.knative.dev";
    const std::vector<std::string> networkingInternal = {"knative-internal", "networking"};
    registry.add(custom(networking, "v1alpha1", "ingresses", "ingress", "Ingress", {"kingress", "king"},
                        networkingInternal));
    registry.add(custom(networking, "v1alpha1", "serverlessservices", "serverlessservice",
                        "ServerlessService", {"sks"}, networkingInternal));
    registry.add(custom(networking, "v1alpha1", "certificates", "certificate", "Certificate", {"kcert"},
                        networkingInternal));
    registry.add(custom("caching.internal.knative.dev", "v1alpha1", "images", "image", "Image", {},
                        {"knative-internal", "caching"}));
}

} // namespace

void addBuiltInResources(ResourceRegistry &registry)
{
    addKubernetes(registry);
    addServing(registry);
    addExtensionResources(registry);
}

} // namespace sluice::sandbox
