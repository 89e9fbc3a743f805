// SPDX-License-Identifier: GPL-3.0-or-later
// Kubernetes' roles, and the resources that installing Eventing, Istio, Argo CD and the Prometheus operator adds to a cluster: names, short
// names and categories of their CRDs.
#include "sandbox/store/resource_type.h"

namespace sluice::sandbox {

namespace {

struct Names {
    const char *version;
    const char *plural;
    const char *singular;
    const char *kind;
    std::vector<std::string> shortNames = {};
    std::vector<std::string> categories = {};
};

ResourceType named(const char *group, const Names &names, bool hasStatus = true)
{
    ResourceType type;
    type.group = group;
    type.version = names.version;
    type.plural = names.plural;
    type.singular = names.singular;
    type.kind = names.kind;
    type.shortNames = names.shortNames;
    type.categories = names.categories;
    type.custom = true;
    type.hasStatus = hasStatus;
    type.hasGeneration = true;
    return type;
}

void add(ResourceRegistry &registry, const char *group, const Names &names, bool hasStatus = true)
{
    registry.add(named(group, names, hasStatus));
}

/// Kubernetes' roles, which say what a source's service account may watch.
void addRoles(ResourceRegistry &registry)
{
    for (const auto &[plural, singular, kind, namespaced] :
         {std::tuple{"clusterrolebindings", "clusterrolebinding", "ClusterRoleBinding", false},
          {"clusterroles", "clusterrole", "ClusterRole", false},
          {"rolebindings", "rolebinding", "RoleBinding", true},
          {"roles", "role", "Role", true}}) {
        ResourceType type = named("rbac.authorization.k8s.io", {"v1", plural, singular, kind}, false);
        type.custom = false;
        type.hasGeneration = false;
        type.namespaced = namespaced;
        registry.add(std::move(type));
    }
}

/// What custom resources there are, for programs that look.
void addDefinitions(ResourceRegistry &registry)
{
    ResourceType type = named("apiextensions.k8s.io",
                              {"v1",
                               "customresourcedefinitions",
                               "customresourcedefinition",
                               "CustomResourceDefinition",
                               {"crd", "crds"},
                               {"api-extensions"}});
    type.custom = false;
    type.namespaced = false;
    registry.add(std::move(type));
}

/// Knative Eventing 1.15 (config/core/resources, config/channels) and the Kafka source (eventing-kafka-broker 1.15).
void addEventing(ResourceRegistry &registry)
{
    const std::vector<std::string> eventing = {"all", "knative", "eventing"};
    add(registry, "eventing.knative.dev", {"v1", "triggers", "trigger", "Trigger", {}, eventing});
    add(registry, "eventing.knative.dev", {"v1", "brokers", "broker", "Broker", {}, eventing});
    add(registry, "eventing.knative.dev", {"v1beta2", "eventtypes", "eventtype", "EventType", {}, eventing});
    add(registry, "eventing.knative.dev",
        {"v1alpha1", "eventpolicies", "eventpolicy", "EventPolicy", {}, eventing});

    const std::vector<std::string> channel = {"all", "knative", "messaging", "channel"};
    add(registry, "messaging.knative.dev",
        {"v1", "inmemorychannels", "inmemorychannel", "InMemoryChannel", {"imc"}, channel});
    add(registry, "messaging.knative.dev", {"v1", "channels", "channel", "Channel", {"ch"}, channel});
    add(registry, "messaging.knative.dev",
        {"v1", "subscriptions", "subscription", "Subscription", {"sub"}, {"all", "knative", "messaging"}});

    const std::vector<std::string> flows = {"all", "knative", "flows"};
    add(registry, "flows.knative.dev", {"v1", "parallels", "parallel", "Parallel", {}, flows});
    add(registry, "flows.knative.dev", {"v1", "sequences", "sequence", "Sequence", {}, flows});

    const std::vector<std::string> sources = {"all", "knative", "sources"};
    add(registry, "sources.knative.dev",
        {"v1", "containersources", "containersource", "ContainerSource", {}, sources});
    add(registry, "sources.knative.dev", {"v1", "pingsources", "pingsource", "PingSource", {}, sources});
    add(registry, "sources.knative.dev",
        {"v1", "sinkbindings", "sinkbinding", "SinkBinding", {}, {"all", "knative", "sources", "bindings"}});
    add(registry, "sources.knative.dev",
        {"v1", "apiserversources", "apiserversource", "ApiServerSource", {}, sources});

    ResourceType kafka =
        named("sources.knative.dev", {"v1beta1", "kafkasources", "kafkasource", "KafkaSource", {}, sources});
    kafka.hasScale = true;
    registry.add(std::move(kafka));

    add(registry, "sinks.knative.dev",
        {"v1alpha1", "jobsinks", "jobsink", "JobSink", {}, {"all", "knative", "eventing", "sink"}});
}

/// Istio 1.24 (istio.io/api kubernetes/customresourcedefinitions.gen.yaml); of its versions the newest.
void addIstio(ResourceRegistry &registry)
{
    const std::vector<std::string> security = {"istio-io", "security-istio-io"};
    add(registry, "security.istio.io",
        {"v1", "authorizationpolicies", "authorizationpolicy", "AuthorizationPolicy", {"ap"}, security});
    add(registry, "security.istio.io",
        {"v1", "peerauthentications", "peerauthentication", "PeerAuthentication", {"pa"}, security});
    add(registry, "security.istio.io",
        {"v1", "requestauthentications", "requestauthentication", "RequestAuthentication", {"ra"}, security});
    const std::vector<std::string> networking = {"istio-io", "networking-istio-io"};
    add(registry, "networking.istio.io",
        {"v1", "destinationrules", "destinationrule", "DestinationRule", {"dr"}, networking});
    add(registry, "networking.istio.io", {"v1", "gateways", "gateway", "Gateway", {"gw"}, networking});
    add(registry, "networking.istio.io",
        {"v1", "serviceentries", "serviceentry", "ServiceEntry", {"se"}, networking});
    add(registry, "networking.istio.io",
        {"v1", "virtualservices", "virtualservice", "VirtualService", {"vs"}, networking});
}

/// Argo CD 3.0 (manifests/crds) and the Prometheus operator 0.85 (example/prometheus-operator-crd).
void addDelivery(ResourceRegistry &registry)
{
    add(registry, "argoproj.io", {"v1alpha1", "applications", "application", "Application", {"app", "apps"}},
        false);
    add(registry, "argoproj.io",
        {"v1alpha1", "applicationsets", "applicationset", "ApplicationSet", {"appset", "appsets"}});
    const std::vector<std::string> prometheus = {"prometheus-operator"};
    add(registry, "monitoring.coreos.com",
        {"v1", "servicemonitors", "servicemonitor", "ServiceMonitor", {"smon"}, prometheus});
    add(registry, "monitoring.coreos.com",
        {"v1", "prometheusrules", "prometheusrule", "PrometheusRule", {"promrule"}, prometheus}, false);
}

} // namespace

void addExtensionResources(ResourceRegistry &registry)
{
    addDefinitions(registry);
    addRoles(registry);
    addEventing(registry);
    addIstio(registry);
    addDelivery(registry);
}

} // namespace sluice::sandbox
