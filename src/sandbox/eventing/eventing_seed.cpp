// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/eventing/eventing_seed.h"

#include "base/json.h"
#include "sandbox/eventing/eventing_keys.h"
#include "sandbox/eventing/eventing_settings.h"
#include "sandbox/knative/cluster.h"
#include "sandbox/knative/cluster_controllers.h"
#include "sandbox/knative/fields.h"

#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

namespace {

constexpr char version[] = "1.15.3";
constexpr char images[] = "gcr.io/knative-releases/knative.dev/eventing/cmd/";

struct Workload {
    const char *name;
    const char *image; ///< below images
    Json labels; ///< that its pods are selected by
    int replicas = 1;
};

void settingsMap(Cluster &cluster, const char *name, const Json &data)
{
    seedObject(
        cluster, cluster.types.configMap,
        {{"metadata",
          {{"name", name},
           {"namespace", eventingNamespace},
           {"labels",
            {{"app.kubernetes.io/name", "knative-eventing"}, {"app.kubernetes.io/version", version}}}}},
         {"data", data}});
}

void workload(Cluster &cluster, const Workload &wanted)
{
    Json marks = wanted.labels;
    marks["app.kubernetes.io/name"] = "knative-eventing";
    marks["app.kubernetes.io/component"] = wanted.name;
    marks["app.kubernetes.io/version"] = version;
    const std::string container = std::string(wanted.name) == keys::pingAdapter ? "dispatcher" : wanted.name;
    seedObject(
        cluster, cluster.types.deployment,
        {{"metadata",
          {{"name", wanted.name},
           {"namespace", eventingNamespace},
           {"labels",
            {{"app.kubernetes.io/name", "knative-eventing"}, {"bindings.knative.dev/exclude", "true"}}}}},
         {"spec",
          {{"replicas", wanted.replicas},
           {"selector", {{"matchLabels", wanted.labels}}},
           {"template",
            {{"metadata", {{"labels", marks}}},
             {"spec",
              {{"containers",
                {{{"name", container},
                  {"image", std::string(images) + wanted.image + ":v" + version},
                  {"ports", {{{"containerPort", 9090}, {"name", "metrics"}, {"protocol", "TCP"}}}}}}}}}}}}}});
}

void service(Cluster &cluster, const char *name, const Json &selector, int target)
{
    seedObject(
        cluster, cluster.types.coreService,
        {{"metadata",
          {{"name", name},
           {"namespace", eventingNamespace},
           {"labels", {{"app.kubernetes.io/name", "knative-eventing"}}}}},
         {"spec",
          {{"selector", selector},
           {"ports", {{{"name", "http"}, {"port", 80}, {"protocol", "TCP"}, {"targetPort", target}}}}}}});
}

} // namespace

void seedEventing(Cluster &cluster)
{
    seedObject(
        cluster, cluster.types.nameSpace,
        {{"metadata",
          {{"name", eventingNamespace},
           {"labels",
            {{"app.kubernetes.io/name", "knative-eventing"}, {"app.kubernetes.io/version", version}}}}},
         {"spec", {{"finalizers", {"kubernetes"}}}}});
    settingsMap(cluster, "config-br-defaults",
                {{"default-br-config",
                  "clusterDefault:\n  brokerClass: MTChannelBasedBroker\n  apiVersion: v1\n  kind: "
                  "ConfigMap\n  name: "
                  "config-br-default-channel\n  namespace: knative-eventing\n  delivery:\n    retry: 10\n    "
                  "backoffPolicy: exponential\n    backoffDelay: PT0.2S\n"}});
    settingsMap(cluster, "default-ch-webhook",
                {{"default-ch-config",
                  "clusterDefault:\n  apiVersion: messaging.knative.dev/v1\n  kind: InMemoryChannel\n"}});
    settingsMap(cluster, "config-br-default-channel",
                {{"channel-template-spec", "apiVersion: messaging.knative.dev/v1\nkind: InMemoryChannel\n"}});
    settingsMap(cluster, "config-features",
                {{"kreference-group", "disabled"},
                 {"delivery-retryafter", "disabled"},
                 {"delivery-timeout", "enabled"},
                 {"kreference-mapping", "disabled"},
                 {"transport-encryption", "disabled"},
                 {"eventtype-auto-create", "disabled"},
                 {"authentication-oidc", "disabled"},
                 {"default-authorization-mode", "allow-same-namespace"},
                 {"cross-namespace-event-links", "disabled"},
                 {"new-apiserversource-filters", "disabled"}});
    for (const char *name :
         {"config-ping-defaults", "config-kreference-mapping", "config-leader-election", "config-logging",
          "config-observability", "config-sugar", "config-tracing", "config-imc-event-dispatcher"})
        settingsMap(cluster, name, Json::object());

    const Json ingress{{"eventing.knative.dev/brokerRole", "ingress"}};
    const Json filter{{"eventing.knative.dev/brokerRole", "filter"}};
    const Json dispatcher{{"messaging.knative.dev/channel", "in-memory-channel"},
                          {"messaging.knative.dev/role", "dispatcher"}};
    const Json jobSink{{"sinks.knative.dev/sink", "job-sink"}};
    workload(cluster, {"eventing-controller", "controller", {{"app", "eventing-controller"}}});
    workload(cluster,
             {"eventing-webhook", "webhook", {{"app", "eventing-webhook"}, {"role", "eventing-webhook"}}});
    workload(cluster, {"mt-broker-controller", "mtchannel_broker", {{"app", "mt-broker-controller"}}});
    workload(cluster, {"mt-broker-ingress", "broker/ingress", ingress});
    workload(cluster, {"mt-broker-filter", "broker/filter", filter});
    workload(cluster,
             {"imc-controller",
              "in_memory/channel_controller",
              {{"messaging.knative.dev/channel", "in-memory-channel"},
               {"messaging.knative.dev/role", "controller"}}});
    workload(cluster, {keys::dispatcher, "in_memory/channel_dispatcher", dispatcher});
    workload(cluster, {keys::jobSink, "jobsink", jobSink});
    workload(
        cluster,
        {keys::pingAdapter,
         "mtping",
         {{"eventing.knative.dev/source", "ping-source-controller"}, {"sources.knative.dev/role", "adapter"}},
         0});
    service(cluster, keys::brokerIngress, ingress, 8080);
    service(cluster, keys::brokerFilter, filter, 8080);
    service(cluster, keys::dispatcher, dispatcher, 8080);
    service(cluster, keys::jobSink, jobSink, 8080);
}

} // namespace sluice::sandbox
