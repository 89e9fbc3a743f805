// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "sandbox/knative/cluster_controllers.h"
#include "sandbox/knative/fields.h"

#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

namespace {

constexpr char admin[] = "kubectl-client-side-apply";
constexpr char images[] = "gcr.io/knative-releases/knative.dev/serving/cmd/";

void ensure(Cluster &cluster, const ResourceType &type, Json object)
{
    seedObject(cluster, type, std::move(object));
}

Json settingsMap(const char *name, const Json &data)
{
    return {{"metadata",
             {{"name", name},
              {"namespace", "knative-serving"},
              {"labels",
               {{"app.kubernetes.io/name", "knative-serving"},
                {"app.kubernetes.io/component", "controller"},
                {"app.kubernetes.io/version", "1.15.2"}}}}},
            {"data", data}};
}

Json workload(const char *nameSpace, const char *name, const std::string &image, std::int64_t port)
{
    const Json marks{{"app", name},
                     {"app.kubernetes.io/name", "knative-serving"},
                     {"app.kubernetes.io/version", "1.15.2"}};
    return {{"metadata", {{"name", name}, {"namespace", nameSpace}, {"labels", marks}}},
            {"spec",
             {{"replicas", 1},
              {"progressDeadlineSeconds", 600},
              {"revisionHistoryLimit", 10},
              {"selector", {{"matchLabels", {{"app", name}}}}},
              {"strategy",
               {{"type", "RollingUpdate"}, {"rollingUpdate", {{"maxSurge", "25%"}, {"maxUnavailable", 0}}}}},
              {"template",
               {{"metadata", {{"labels", marks}}},
                {"spec",
                 {{"containers",
                   {{{"name", name},
                     {"image", image},
                     {"imagePullPolicy", "IfNotPresent"},
                     {"ports", {{{"containerPort", port}, {"name", "http"}, {"protocol", "TCP"}}}},
                     {"resources", {{"requests", {{"cpu", "100m"}, {"memory", "100Mi"}}}}},
                     {"terminationMessagePath", "/dev/termination-log"},
                     {"terminationMessagePolicy", "File"}}}},
                  {"dnsPolicy", "ClusterFirst"},
                  {"restartPolicy", "Always"},
                  {"schedulerName", "default-scheduler"},
                  {"securityContext", Json::object()},
                  {"terminationGracePeriodSeconds", 30}}}}}}}};
}

Json service(const char *nameSpace, const char *name, const char *app, const char *address, const Json &ports)
{
    return {{"metadata", {{"name", name}, {"namespace", nameSpace}, {"labels", {{"app", app}}}}},
            {"spec",
             {{"type", "ClusterIP"},
              {"clusterIP", address},
              {"clusterIPs", {address}},
              {"internalTrafficPolicy", "Cluster"},
              {"ipFamilies", {"IPv4"}},
              {"ipFamilyPolicy", "SingleStack"},
              {"sessionAffinity", "None"},
              {"selector", {{"app", app}}},
              {"ports", ports}}},
            {"status", {{"loadBalancer", Json::object()}}}};
}

void seedNode(Cluster &cluster)
{
    if (!cluster.types.node)
        return;
    const ResourceType &type_ = *cluster.types.node;
    const std::string now = cluster.now();
    const Json capacity{{"cpu", "8"}, {"memory", "16Gi"}, {"pods", "250"}, {"ephemeral-storage", "100Gi"}};
    Json conditions = Json::array();
    for (const auto &[type, status, reason, message] :
         {std::tuple{"MemoryPressure", "False", "KubeletHasSufficientMemory",
                     "kubelet has sufficient memory available"},
          {"DiskPressure", "False", "KubeletHasNoDiskPressure", "kubelet has no disk pressure"},
          {"PIDPressure", "False", "KubeletHasSufficientPID", "kubelet has sufficient PID available"},
          {"Ready", "True", "KubeletReady", "kubelet is posting ready status"}}) {
        conditions.push_back({{"type", type},
                              {"status", status},
                              {"reason", reason},
                              {"message", message},
                              {"lastHeartbeatTime", now},
                              {"lastTransitionTime", now}});
    }
    const std::string &name = cluster.options.nodeName;
    ensure(cluster, type_,
           {{"metadata",
             {{"name", name},
              {"labels",
               {{"kubernetes.io/hostname", name},
                {"kubernetes.io/os", "linux"},
                {"kubernetes.io/arch", "amd64"}}}}},
            {"spec", {{"podCIDR", "10.240.0.0/16"}}}});
    if (const ObjectPtr node = cluster.get(type_, {}, name)) {
        cluster.setStatus(type_, {}, name, uidOf(*node),
                          {{"capacity", capacity},
                           {"allocatable", capacity},
                           {"conditions", conditions},
                           {"addresses",
                            {{{"type", "InternalIP"}, {"address", cluster.options.nodeAddress}},
                             {{"type", "Hostname"}, {"address", name}}}},
                           {"nodeInfo",
                            {{"kubeletVersion", "v1.34.1"},
                             {"osImage", "Sandbox"},
                             {"containerRuntimeVersion", "containerd://2.1.0"},
                             {"architecture", "amd64"},
                             {"operatingSystem", "linux"}}}},
                          "kubelet");
    }
}

void seedServing(Cluster &cluster)
{
    const KnownTypes &types = cluster.types;
    const std::string queue = std::string(images) + "queue:v1.15.2";
    ensure(cluster, types.configMap, settingsMap("config-autoscaler", Json::object()));
    ensure(cluster, types.configMap, settingsMap("config-defaults", Json::object()));
    ensure(cluster, types.configMap, settingsMap("config-deployment", {{"queue-sidecar-image", queue}}));
    ensure(cluster, types.configMap, settingsMap("config-domain", {{"example.com", ""}}));
    for (const char *name : {"config-features", "config-gc", "config-logging", "config-network",
                             "config-observability", "config-tracing", "config-leader-election"})
        ensure(cluster, types.configMap, settingsMap(name, Json::object()));
    for (const auto &[name, port] :
         {std::pair{"activator", 8012}, {"autoscaler", 8080}, {"controller", 9090}, {"webhook", 8443}})
        ensure(cluster, types.deployment,
               workload("knative-serving", name, std::string(images) + name + ":v1.15.2", port));
    ensure(cluster, types.deployment,
           workload("knative-serving", "net-istio-controller",
                    "gcr.io/knative-releases/knative.dev/net-istio/cmd/controller:v1.15.1", 9090));
    const auto port = [](const char *name, int number_, int target) {
        return Json{{"name", name}, {"port", number_}, {"protocol", "TCP"}, {"targetPort", target}};
    };
    ensure(cluster, types.coreService,
           service("knative-serving", "activator-service", "activator", "10.96.20.10",
                   {port("http", 80, 8012), port("http2", 81, 8013), port("https", 443, 8112)}));
    ensure(cluster, types.coreService,
           service("knative-serving", "webhook", "webhook", "10.96.20.11",
                   Json::array({port("https-webhook", 443, 8443)})));
    ensure(cluster, types.coreService,
           service("knative-serving", "autoscaler", "autoscaler", "10.96.20.12",
                   Json::array({port("http", 8080, 8080)})));
}

void seedIstio(Cluster &cluster)
{
    const KnownTypes &types = cluster.types;
    ensure(cluster, types.deployment,
           workload("istio-system", "istio-ingressgateway", "docker.io/istio/proxyv2:1.21.1", 8080));
    ensure(cluster, types.deployment,
           workload("istio-system", "istiod", "docker.io/istio/pilot:1.21.1", 15010));
    Json gateway = service(
        "istio-system", "istio-ingressgateway", "istio-ingressgateway", "10.96.20.20",
        {{{"name", "http2"}, {"port", 80}, {"protocol", "TCP"}, {"targetPort", 8080}, {"nodePort", 31380}},
         {{"name", "https"}, {"port", 443}, {"protocol", "TCP"}, {"targetPort", 8443}, {"nodePort", 31390}}});
    gateway["spec"]["type"] = "LoadBalancer";
    gateway["status"] = {{"loadBalancer", {{"ingress", {{{"ip", cluster.options.nodeAddress}}}}}}};
    ensure(cluster, types.coreService, gateway);
    ensure(
        cluster, types.coreService,
        service("istio-system", "knative-local-gateway", "istio-ingressgateway", "10.96.20.21",
                Json::array({{{"name", "http2"}, {"port", 80}, {"protocol", "TCP"}, {"targetPort", 8081}}})));
    ensure(
        cluster, types.coreService,
        service("istio-system", "istiod", "istiod", "10.96.20.22",
                Json::array(
                    {{{"name", "grpc-xds"}, {"port", 15010}, {"protocol", "TCP"}, {"targetPort", 15010}}})));
}

} // namespace

void seedObject(Cluster &cluster, const ResourceType &type, Json object)
{
    if (!cluster.get(type, namespaceOf(object), nameOf(object)))
        cluster.create(type, std::move(object), admin);
}

void seedCluster(Cluster &cluster)
{
    for (const char *name :
         {"default", "kube-system", "kube-public", "kube-node-lease", "knative-serving", "istio-system"}) {
        ensure(cluster, cluster.types.nameSpace,
               {{"metadata", {{"name", name}, {"labels", {{"kubernetes.io/metadata.name", name}}}}},
                {"spec", {{"finalizers", {"kubernetes"}}}}});
    }
    seedNode(cluster);
    seedServing(cluster);
    seedIstio(cluster);
    Json api =
        service("default", "kubernetes", "kubernetes", "10.96.0.1",
                Json::array({{{"name", "https"}, {"port", 443}, {"protocol", "TCP"}, {"targetPort", 6443}}}));
    api["spec"].erase("selector");
    api["metadata"]["labels"] = {{"component", "apiserver"}, {"provider", "kubernetes"}};
    ensure(cluster, cluster.types.coreService, api);
    seedDefinitions(cluster);
}

} // namespace sluice::sandbox
