// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/knative/deployment_template.h"

#include "base/json.h"
#include "sandbox/knative/fields.h"
#include "sandbox/knative/go_values.h"
#include "sandbox/knative/pod_spec_validation.h"
#include "sandbox/knative/serving_keys.h"

#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

namespace {

Json variable(const char *name, const std::string &value)
{
    Json entry{{"name", name}};
    if (!value.empty())
        entry["value"] = value;
    return entry;
}

Json fromField(const char *name, const char *path)
{
    return {{"name", name}, {"valueFrom", {{"fieldRef", {{"apiVersion", "v1"}, {"fieldPath", path}}}}}};
}

Json port(const char *name, std::int64_t number_)
{
    return {{"containerPort", number_}, {"name", name}, {"protocol", "TCP"}};
}

/// The probe as queue-proxy gets it: Go's marshalling order, which a sorted map would lose.
std::string readinessProbe(const Json &probe, std::int64_t port_)
{
    std::string out = "{";
    const auto portOf = [&](const Json &action) {
        const Json &own = field(action, {"port"});
        return own.is_number() && own != 0 ? own.get<std::int64_t>() : port_;
    };
    if (const Json &get = field(probe, {"httpGet"}); get.is_object()) {
        const std::string path = text(get, {"path"});
        const std::string scheme = text(get, {"scheme"});
        out += "\"httpGet\":{" + (path.empty() ? "" : "\"path\":" + goQuoted(path) + ",")
            + "\"port\":" + std::to_string(portOf(get))
            + ",\"host\":\"127.0.0.1\",\"scheme\":" + goQuoted(scheme.empty() ? "HTTP" : scheme) + "}";
    } else if (const Json &grpc = field(probe, {"grpc"}); grpc.is_object()) {
        out += "\"grpc\":{\"port\":" + std::to_string(portOf(grpc))
            + ",\"service\":" + goQuoted(text(grpc, {"service"})) + "}";
    } else {
        out += "\"tcpSocket\":{\"port\":" + std::to_string(portOf(field(probe, {"tcpSocket"})))
            + ",\"host\":\"127.0.0.1\"}";
    }
    // A command runs in its container; the sidecar then only looks at the port.
    if (field(probe, {"exec"}).is_object())
        return out + ",\"successThreshold\":1}";
    for (const char *key :
         {"initialDelaySeconds", "timeoutSeconds", "periodSeconds", "successThreshold", "failureThreshold"}) {
        if (const std::int64_t value = number(probe, {key}); value != 0)
            out += std::string(",\"") + key + "\":" + std::to_string(value);
    }
    return out + "}";
}

Json userContainer(const Json &revision, size_t index, bool serving)
{
    Json container = field(revision, {"spec", "containers"})[index];
    const std::string name = text(container, {"name"});
    const Json &statuses = field(revision, {"status", "containerStatuses"});
    if (statuses.is_array()) {
        for (const Json &status : statuses) {
            const std::string digest = text(status, {"imageDigest"});
            if (text(status, {"name"}) == name && !digest.empty())
                container["image"] = digest;
        }
    }
    Json environment = container.value("env", Json::array());
    if (serving)
        environment.push_back(variable("PORT", std::to_string(userPort(revision))));
    environment.push_back(variable("K_REVISION", nameOf(revision)));
    environment.push_back(variable("K_CONFIGURATION", label(revision, keys::configuration)));
    environment.push_back(variable("K_SERVICE", label(revision, keys::service)));
    container["env"] = std::move(environment);
    container["lifecycle"] = {
        {"preStop", {{"httpGet", {{"path", "/wait-for-drain"}, {"port", 8022}, {"scheme", "HTTP"}}}}}};
    if (serving) {
        container["ports"] = Json::array({port("user-port", userPort(revision))});
        // queue-proxy does the probing that the user asked for; only commands stay with the kubelet.
        if (!field(container, {"readinessProbe", "exec"}).is_object())
            container.erase("readinessProbe");
        if (container.contains("livenessProbe")) {
            Json &probe = container["livenessProbe"];
            for (const char *handler : {"httpGet", "tcpSocket"}) {
                if (probe.contains(handler) && number(probe, {handler, "port"}) == 0
                    && !field(probe, {handler, "port"}).is_string())
                    probe[handler]["port"] = userPort(revision);
            }
        }
    }
    if (!container.contains("imagePullPolicy")) {
        const std::string image = text(container, {"image"});
        const size_t colon = image.rfind(':');
        const bool tagged = colon != std::string::npos && image.find('/', colon) == std::string::npos;
        const bool latest =
            image.find('@') == std::string::npos && (!tagged || image.substr(colon) == ":latest");
        container["imagePullPolicy"] = latest ? "Always" : "IfNotPresent";
    }
    if (!container.contains("terminationMessagePath"))
        container["terminationMessagePath"] = "/dev/termination-log";
    if (!container.contains("terminationMessagePolicy"))
        container["terminationMessagePolicy"] = "FallbackToLogsOnError";
    return container;
}

Json queueContainer(const Json &revision, const KnativeSettings &settings)
{
    static constexpr char requestLog[] =
        R"({"httpRequest": {"requestMethod": "{{.Request.Method}}", "requestUrl": "{{js .Request.RequestURI}}", )"
        R"("requestSize": "{{.Request.ContentLength}}", "status": {{.Response.Code}}, )"
        R"("responseSize": "{{.Response.Size}}", "userAgent": "{{js .Request.UserAgent}}", )"
        R"("remoteIp": "{{js .Request.RemoteAddr}}", "serverIp": "{{.Revision.PodIP}}", )"
        R"("referer": "{{js .Request.Referer}}", "latency": "{{.Response.Latency}}s", )"
        R"("protocol": "{{.Request.Proto}}"}, "traceId": "{{index .Request.Header "X-B3-Traceid"}}"})";
    const Json &containers = field(revision, {"spec", "containers"});
    const Json &user = containers[servingContainer(containers)];
    const bool h2c = revisionProtocol(revision) == "h2c";
    const std::int64_t queuePort = h2c ? 8013 : 8012;
    const std::int64_t timeout = number(revision, {"spec", "timeoutSeconds"});
    const std::int64_t userPort_ = userPort(revision);

    Json environment = Json::array();
    const auto add = [&environment](const char *name, const std::string &value) {
        environment.push_back(variable(name, value));
    };
    add("SERVING_NAMESPACE", namespaceOf(revision));
    add("SERVING_SERVICE", label(revision, keys::service));
    add("SERVING_CONFIGURATION", label(revision, keys::configuration));
    add("SERVING_REVISION", nameOf(revision));
    add("QUEUE_SERVING_PORT", std::to_string(queuePort));
    add("QUEUE_SERVING_TLS_PORT", "8112");
    add("CONTAINER_CONCURRENCY", std::to_string(number(revision, {"spec", "containerConcurrency"})));
    add("REVISION_TIMEOUT_SECONDS", std::to_string(timeout));
    add("REVISION_RESPONSE_START_TIMEOUT_SECONDS",
        std::to_string(number(revision, {"spec", "responseStartTimeoutSeconds"})));
    add("REVISION_IDLE_TIMEOUT_SECONDS", std::to_string(number(revision, {"spec", "idleTimeoutSeconds"})));
    environment.push_back(fromField("SERVING_POD", "metadata.name"));
    environment.push_back(fromField("SERVING_POD_IP", "status.podIP"));
    add("SERVING_LOGGING_CONFIG", "");
    add("SERVING_LOGGING_LEVEL", "");
    add("SERVING_REQUEST_LOG_TEMPLATE", requestLog);
    add("SERVING_ENABLE_REQUEST_LOG", "false");
    add("SERVING_REQUEST_METRICS_BACKEND", "prometheus");
    add("SERVING_REQUEST_METRICS_REPORTING_PERIOD_SECONDS", "5");
    add("TRACING_CONFIG_BACKEND", "none");
    add("TRACING_CONFIG_ZIPKIN_ENDPOINT", "");
    add("TRACING_CONFIG_DEBUG", "false");
    add("TRACING_CONFIG_SAMPLE_RATE", "0.1");
    add("USER_PORT", std::to_string(userPort_));
    add("SYSTEM_NAMESPACE", "knative-serving");
    add("METRICS_DOMAIN", "knative.dev/internal/serving");
    add("SERVING_READINESS_PROBE", readinessProbe(field(user, {"readinessProbe"}), userPort_));
    add("ENABLE_PROFILING", "false");
    add("SERVING_ENABLE_PROBE_REQUEST_LOG", "false");
    add("METRICS_COLLECTOR_ADDRESS", "");
    environment.push_back(fromField("HOST_IP", "status.hostIP"));
    add("ENABLE_HTTP2_AUTO_DETECTION", settings.isFeatureOn("autodetect-http2") ? "true" : "false");
    add("ENABLE_HTTP_FULL_DUPLEX",
        annotation(revision, "features.knative.dev/http-full-duplex") == "Enabled" ? "true" : "false");
    add("ROOT_CA", "");
    add("ENABLE_MULTI_CONTAINER_PROBES", settings.isFeatureOn("multi-container-probing") ? "true" : "false");

    Json probe{{"failureThreshold", 3},
               {"periodSeconds", 10},
               {"successThreshold", 1},
               {"timeoutSeconds", 1},
               {"httpGet",
                {{"path", "/"},
                 {"port", queuePort},
                 {"scheme", "HTTP"},
                 {"httpHeaders", {{{"name", "K-Network-Probe"}, {"value", "queue"}}}}}}};
    const Json &own = field(user, {"readinessProbe"});
    for (const char *key :
         {"failureThreshold", "periodSeconds", "successThreshold", "timeoutSeconds", "initialDelaySeconds"}) {
        if (const std::int64_t value = number(own, {key}); value != 0)
            probe[key] = value;
    }
    Json resources{{"requests", {{"cpu", settings.deployment.queueSidecarCpuRequest}}}};
    for (const char *resource : {"cpu", "memory", "ephemeral-storage"}) {
        for (const auto &[suffix, kind] :
             {std::pair{"-resource-request", "requests"}, {"-resource-limit", "limits"}}) {
            const std::string key = std::string("queue.sidecar.serving.knative.dev/") + resource + suffix;
            if (const std::string value = annotation(revision, key); !value.empty())
                resources[kind][resource] = value;
        }
    }
    return {{"name", "queue-proxy"},
            {"image", settings.deployment.queueSidecarImage},
            {"imagePullPolicy", "IfNotPresent"},
            {"env", environment},
            {"ports",
             {port("http-queueadm", 8022), port("http-autometric", 9090), port("http-usermetric", 9091),
              port("queue-port", queuePort), port("https-port", 8112)}},
            {"readinessProbe", probe},
            {"resources", resources},
            {"securityContext",
             {{"allowPrivilegeEscalation", false},
              {"readOnlyRootFilesystem", true},
              {"runAsNonRoot", true},
              {"capabilities", {{"drop", {"ALL"}}}},
              {"seccompProfile", {{"type", "RuntimeDefault"}}}}},
            {"terminationMessagePath", "/dev/termination-log"},
            {"terminationMessagePolicy", "File"}};
}

} // namespace

std::string revisionProtocol(const Json &revision)
{
    const Json &containers = field(revision, {"spec", "containers"});
    if (containers.is_array()) {
        for (const Json &container : containers) {
            const Json &ports = field(container, {"ports"});
            if (ports.is_array() && !ports.empty() && text(ports[0], {"name"}) == "h2c")
                return "h2c";
        }
    }
    return "http1";
}

std::int64_t userPort(const Json &revision)
{
    const Json &containers = field(revision, {"spec", "containers"});
    if (containers.is_array()) {
        for (const Json &container : containers) {
            const Json &ports = field(container, {"ports"});
            if (ports.is_array() && !ports.empty() && number(ports[0], {"containerPort"}) != 0)
                return number(ports[0], {"containerPort"});
        }
    }
    return 8080;
}

Json childLabels(const Json &revision)
{
    Json marks = labels(revision);
    marks.erase(keys::routingState);
    marks.erase(keys::route);
    marks[keys::revision] = nameOf(revision);
    marks[keys::revisionUid] = uidOf(revision);
    if (!marks.contains("app"))
        marks["app"] = nameOf(revision);
    return marks;
}

Json childAnnotations(const Json &revision)
{
    Json notes = annotations(revision);
    for (const char *key : {keys::lastPinned, keys::noGc, keys::routingStateModified, keys::routes})
        notes.erase(key);
    return notes;
}

Json makeDeployment(const Json &revision, const KnativeSettings &settings, std::int64_t initialReplicas)
{
    const Json &spec = field(revision, {"spec"});
    Json pod = spec;
    for (const char *key :
         {"containerConcurrency", "timeoutSeconds", "responseStartTimeoutSeconds", "idleTimeoutSeconds"})
        pod.erase(key);
    const Json &containers = field(spec, {"containers"});
    Json made = Json::array();
    const size_t serving = servingContainer(containers);
    for (size_t i = 0; i < containers.size(); ++i)
        made.push_back(userContainer(revision, i, i == serving));
    made.push_back(queueContainer(revision, settings));
    pod["containers"] = std::move(made);
    pod["dnsPolicy"] = spec.value("dnsPolicy", "ClusterFirst");
    pod["restartPolicy"] = "Always";
    pod["schedulerName"] = spec.value("schedulerName", "default-scheduler");
    pod["securityContext"] = spec.value("securityContext", Json::object());
    pod["terminationGracePeriodSeconds"] = number(spec, {"timeoutSeconds"});
    if (const std::string account = text(spec, {"serviceAccountName"}); !account.empty())
        pod["serviceAccount"] = account;
    if (!pod.contains("affinity")) {
        pod["affinity"] = {{"podAntiAffinity",
                            {{"preferredDuringSchedulingIgnoredDuringExecution",
                              {{{"weight", 100},
                                {"podAffinityTerm",
                                 {{"labelSelector", {{"matchLabels", {{keys::revision, nameOf(revision)}}}}},
                                  {"topologyKey", "kubernetes.io/hostname"}}}}}}}}};
    }
    std::int64_t deadline = settings.deployment.progressDeadline / 1000;
    for (const char *key : {keys::progressDeadlineOld, keys::progressDeadline}) {
        if (const auto own = parseGoDuration(annotation(revision, key)))
            deadline = *own / 1000000000;
    }
    return {
        {"metadata",
         {{"name", childName(nameOf(revision), "-deployment")},
          {"namespace", namespaceOf(revision)},
          {"labels", childLabels(revision)},
          {"annotations", childAnnotations(revision)},
          {"ownerReferences", {controllerReference(revision, "serving.knative.dev/v1", "Revision")}}}},
        {"spec",
         {{"progressDeadlineSeconds", deadline},
          {"replicas", initialReplicas},
          {"revisionHistoryLimit", 10},
          {"selector", {{"matchLabels", {{keys::revisionUid, uidOf(revision)}}}}},
          {"strategy",
           {{"type", "RollingUpdate"}, {"rollingUpdate", {{"maxSurge", "25%"}, {"maxUnavailable", 0}}}}},
          {"template",
           {{"metadata", {{"labels", childLabels(revision)}, {"annotations", childAnnotations(revision)}}},
            {"spec", pod}}}}}};
}

} // namespace sluice::sandbox
