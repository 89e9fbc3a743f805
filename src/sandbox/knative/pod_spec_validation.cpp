// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/knative/pod_spec_validation.h"

#include "base/json.h"
#include "sandbox/knative/field_errors.h"
#include "sandbox/knative/fields.h"
#include "sandbox/knative/go_values.h"
#include "sandbox/knative/settings.h"

#include <algorithm>
#include <limits>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

namespace sluice::sandbox {

using base::Json;

namespace {

constexpr std::int64_t int32Max = std::numeric_limits<std::int32_t>::max();
constexpr std::int64_t reservedPorts[] = {8012, 8013, 8022, 9090, 9091, 8008};

enum class ContainerRole { Serving, Sidecar, Init };

using Allowed = std::set<std::string, std::less<>>;

/// Flags everything that is set in \a object and not \a allowed.
void disallowOthers(const Json &object, const Allowed &allowed, const std::string &path, FieldErrors &errors)
{
    if (!object.is_object())
        return;
    for (const auto &[key, value] : object.items()) {
        if (isSet(value) && !allowed.count(key))
            errors.disallowed(joinPath(path, key));
    }
}

std::string cleanPath(const std::string &path)
{
    std::vector<std::string> parts;
    for (size_t start = 0; start <= path.size();) {
        const size_t end = std::min(path.find('/', start), path.size());
        const std::string part = path.substr(start, end - start);
        if (part == ".." && !parts.empty())
            parts.pop_back();
        else if (!part.empty() && part != "." && part != "..")
            parts.push_back(part);
        start = end + 1;
    }
    std::string clean = path.empty() || path.front() != '/' ? "" : "/";
    for (size_t i = 0; i < parts.size(); ++i)
        clean += (i ? "/" : "") + parts[i];
    return clean.empty() ? "." : clean;
}

const Json &listIn(const Json &object, std::string_view key)
{
    static const Json empty = Json::array();
    const Json &list = field(object, {key});
    return list.is_array() ? list : empty;
}

class PodSpecValidator {
public:
    PodSpecValidator(const KnativeSettings &settings, FieldErrors &errors)
        : m_settings(settings)
        , m_errors(errors)
    {
    }

    void run(const Json &spec, const std::string &path)
    {
        checkMask(spec, path);
        checkPodSecurity(field(spec, {"securityContext"}), joinPath(path, "securityContext"));
        const Json &containers = listIn(spec, "containers");
        const Json &initContainers = listIn(spec, "initContainers");
        warnInsecure(spec, containers, joinPath(path, "containers"));
        warnInsecure(spec, initContainers, joinPath(path, "initContainers"));
        checkVolumes(spec, path);
        checkInitContainers(initContainers, containers, path);
        const Json port = checkPorts(containers, joinPath(path, "containers[*]"));
        checkContainers(containers, port, joinPath(path, "containers"));
        const std::string account = text(spec, {"serviceAccountName"});
        if (!account.empty()) {
            if (const std::string why = dns1123SubdomainComplaint(account); !why.empty())
                m_errors.invalidValue(account, joinPath(path, "serviceAccountName"), why);
        }
    }

private:
    [[nodiscard]] bool allowedByFeature(const std::string &name) const
    {
        return m_settings.feature(name) != "disabled";
    }

    void checkMask(const Json &spec, const std::string &path)
    {
        Allowed allowed{
            "containers", "volumes", "serviceAccountName", "imagePullSecrets", "enableServiceLinks",
            // of the revision, beside the pod spec
            "containerConcurrency", "timeoutSeconds", "responseStartTimeoutSeconds", "idleTimeoutSeconds"};
        static const std::map<std::string, std::string> byFeature{
            {"affinity", "affinity"},
            {"dnsconfig", "dnsConfig"},
            {"dnspolicy", "dnsPolicy"},
            {"hostaliases", "hostAliases"},
            {"init-containers", "initContainers"},
            {"nodeselector", "nodeSelector"},
            {"priorityclassname", "priorityClassName"},
            {"runtimeclassname", "runtimeClassName"},
            {"schedulername", "schedulerName"},
            {"securitycontext", "securityContext"},
            {"shareprocessnamespace", "shareProcessNamespace"},
            {"tolerations", "tolerations"},
            {"topologyspreadconstraints", "topologySpreadConstraints"}};
        for (const auto &[feature, key] : byFeature) {
            if (allowedByFeature("kubernetes.podspec-" + feature))
                allowed.insert(key);
        }
        // automountServiceAccountToken may only be turned off: false does not count as set, true does.
        disallowOthers(spec, allowed, path, m_errors);
    }

    void checkId(const Json &context, const char *key, const std::string &path)
    {
        const Json &value = field(context, {key});
        if (value.is_number_integer()) {
            const auto id = value.get<std::int64_t>();
            if (id < 0 || id > int32Max)
                m_errors.outOfBounds(id, 0, int32Max, joinPath(path, key));
        }
    }

    void checkPodSecurity(const Json &context, const std::string &path)
    {
        if (!context.is_object())
            return;
        Allowed allowed;
        if (allowedByFeature("kubernetes.podspec-securitycontext"))
            allowed = {"runAsUser", "runAsGroup",         "runAsNonRoot",
                       "fsGroup",   "supplementalGroups", "seccompProfile"};
        else if (m_settings.feature("secure-pod-defaults") == "enabled")
            allowed = {"seccompProfile", "runAsNonRoot"};
        disallowOthers(context, allowed, path, m_errors);
        for (const char *key : {"runAsUser", "runAsGroup", "fsGroup"})
            checkId(context, key, path);
        const Json &groups = listIn(context, "supplementalGroups");
        for (size_t i = 0; i < groups.size(); ++i) {
            const std::int64_t id = groups[i].is_number_integer() ? groups[i].get<std::int64_t>() : 0;
            if (id < 0 || id > int32Max)
                m_errors.outOfBounds(id, 0, int32Max, indexPath(joinPath(path, "supplementalGroups"), i));
        }
    }

    void warnInsecure(const Json &spec, const Json &containers, const std::string &path)
    {
        const Json &pod = field(spec, {"securityContext"});
        for (size_t i = 0; i < containers.size(); ++i) {
            const Json &own = field(containers[i], {"securityContext"});
            const std::string at = joinPath(indexPath(path, i), "securityContext");
            const auto insecure = [&](std::string_view key) {
                m_errors.warn(
                    {"Kubernetes default value is insecure, Knative may default this to secure in a future "
                     "release",
                     {joinPath(at, key)},
                     {}});
            };
            if (field(pod, {"runAsNonRoot"}).is_null() && field(own, {"runAsNonRoot"}).is_null())
                insecure("runAsNonRoot");
            if (field(own, {"allowPrivilegeEscalation"}).is_null())
                insecure("allowPrivilegeEscalation");
            if (field(pod, {"seccompProfile"}).is_null() && field(own, {"seccompProfile"}).is_null())
                insecure("seccompProfile");
            else if (text(pod, {"seccompProfile", "type"}).empty()
                     && text(own, {"seccompProfile", "type"}).empty())
                insecure("seccompProfile.type");
            const Json &capabilities = field(own, {"capabilities"});
            const Json &drop = field(capabilities, {"drop"});
            if (capabilities.is_null())
                insecure("capabilities");
            else if (drop.is_null())
                insecure("capabilities.drop");
            else if (drop.is_array() && !drop.empty() && drop[0] == "all")
                m_errors.warn(
                    {"invalid value: all", {joinPath(at, "capabilities.drop")}, "Must be spelled as 'ALL'"});
        }
    }

    void checkVolumes(const Json &spec, const std::string &path)
    {
        std::set<std::string> mounted;
        for (const char *list : {"initContainers", "containers"}) {
            for (const Json &container : listIn(spec, list)) {
                for (const Json &mount : listIn(container, "volumeMounts"))
                    mounted.insert(text(mount, {"name"}));
            }
        }
        const Json &volumes = listIn(spec, "volumes");
        for (size_t i = 0; i < volumes.size(); ++i) {
            const std::string at = indexPath(joinPath(path, "volumes"), i);
            const std::string name = text(volumes[i], {"name"});
            if (m_volumes.count(name))
                m_errors.generic("duplicate volume name " + goQuoted(name), joinPath(at, "name"));
            if (!mounted.count(name))
                m_errors.generic("volume with name " + goQuoted(name) + " not mounted", joinPath(at, "name"));
            checkVolume(volumes[i], name, at);
            m_volumes[name] = &volumes[i];
        }
    }

    void checkVolume(const Json &volume, const std::string &name, const std::string &path)
    {
        const bool emptyDirs = m_settings.isFeatureOn("kubernetes.podspec-volumes-emptydir");
        const bool claims = m_settings.isFeatureOn("kubernetes.podspec-persistent-volume-claim");
        const Json &claim = field(volume, {"persistentVolumeClaim"});
        if (!claim.is_null()) {
            const std::string claimName = text(claim, {"claimName"});
            if (!claims) {
                m_errors.add(
                    {"Persistent volume claim support is disabled, but found persistent volume claim "
                         + claimName,
                     {path},
                     {}});
            }
            if (!flag(claim, {"readOnly"})
                && !m_settings.isFeatureOn("kubernetes.podspec-persistent-volume-write")) {
                m_errors.add(
                    {"Persistent volume write support is disabled, but found persistent volume claim "
                         + claimName + " that is not read-only",
                     {path},
                     {}});
            }
        }
        if (volume.contains("emptyDir") && !emptyDirs)
            m_errors.add(
                {"EmptyDir volume support is disabled, but found EmptyDir volume " + name, {path}, {}});
        Allowed allowed{"name", "secret", "configMap", "projected"};
        if (allowedByFeature("kubernetes.podspec-volumes-emptydir"))
            allowed.insert("emptyDir");
        if (allowedByFeature("kubernetes.podspec-persistent-volume-claim"))
            allowed.insert("persistentVolumeClaim");
        disallowOthers(volume, allowed, path, m_errors);
        if (name.empty())
            m_errors.missing(joinPath(path, "name"));
        else if (!isDns1123Label(name))
            m_errors.invalidValue(name, joinPath(path, "name"));

        std::vector<std::string> given;
        std::vector<std::string> possible{"secret", "configMap", "projected"};
        if (emptyDirs)
            possible.emplace_back("emptyDir");
        if (claims)
            possible.emplace_back("persistentVolumeClaim");
        for (const char *source : {"secret", "configMap", "projected", "emptyDir", "persistentVolumeClaim"}) {
            if (volume.contains(source))
                given.emplace_back(source);
        }
        for (const char *source : {"secret", "configMap"})
            checkItems(field(volume, {source}), path);
        const Json &sources = listIn(field(volume, {"projected"}), "sources");
        for (size_t i = 0; i < sources.size(); ++i)
            checkProjection(sources[i], indexPath(joinPath(path, "projected"), i));
        const std::string medium = text(volume, {"emptyDir", "medium"});
        if (!medium.empty() && medium != "Memory")
            m_errors.invalidValue(medium, joinPath(path, "emptyDir.medium"));
        for (std::vector<std::string> *names : {&given, &possible}) {
            for (std::string &source : *names)
                source = joinPath(path, source);
        }
        if (given.empty())
            m_errors.neither(possible);
        else if (given.size() > 1)
            m_errors.both(given);
    }

    void checkItems(const Json &source, const std::string &path)
    {
        const Json &items = listIn(source, "items");
        for (size_t i = 0; i < items.size(); ++i) {
            const std::string at = indexPath(joinPath(path, "items"), i);
            disallowOthers(items[i], {"key", "path", "mode"}, at, m_errors);
            for (const char *key : {"key", "path"}) {
                if (text(items[i], {key}).empty())
                    m_errors.missing(joinPath(at, key));
            }
        }
    }

    void checkProjection(const Json &projection, const std::string &path)
    {
        static const std::vector<std::string> kinds{"secret", "configMap", "serviceAccountToken",
                                                    "downwardAPI"};
        std::vector<std::string> given;
        std::vector<std::string> possible;
        for (const std::string &kind : kinds) {
            possible.push_back(joinPath(path, kind));
            if (projection.contains(kind))
                given.push_back(joinPath(path, kind));
        }
        for (const char *kind : {"secret", "configMap"}) {
            const Json &source = field(projection, {kind});
            if (source.is_object()) {
                if (text(source, {"name"}).empty())
                    m_errors.missing(joinPath(joinPath(path, kind), "name"));
                checkItems(source, joinPath(path, kind));
            }
        }
        const Json &token = field(projection, {"serviceAccountToken"});
        if (token.is_object() && text(token, {"path"}).empty())
            m_errors.missing(joinPath(path, "serviceAccountToken.path"));
        if (given.empty())
            m_errors.neither(possible);
        else if (given.size() > 1)
            m_errors.both(given);
    }

    void checkInitContainers(const Json &initContainers, const Json &containers, const std::string &path)
    {
        if (initContainers.empty())
            return;
        if (!m_settings.isFeatureOn("kubernetes.podspec-init-containers")) {
            m_errors.add({"pod spec support for init-containers is off, but found "
                              + std::to_string(initContainers.size()) + " init containers",
                          {},
                          {}});
            return;
        }
        std::set<std::string> names;
        for (const Json &container : containers)
            names.insert(text(container, {"name"}));
        for (size_t i = 0; i < initContainers.size(); ++i) {
            // The webhook names the list "containers" here.
            const std::string at = indexPath(joinPath(path, "containers"), i);
            const std::string name = text(initContainers[i], {"name"});
            if (!names.insert(name).second)
                m_errors.generic("duplicate container name " + goQuoted(name), joinPath(at, "name"));
            for (const char *key : {"livenessProbe", "readinessProbe", "startupProbe", "lifecycle"}) {
                if (initContainers[i].contains(key))
                    m_errors.generic("field not allowed in an init container", joinPath(at, key));
            }
            checkContainer(initContainers[i], ContainerRole::Init, at);
        }
    }

    /// The port that serves, defaulted.
    Json checkPorts(const Json &containers, const std::string &path)
    {
        size_t count = 0;
        Json port = Json::object();
        for (const Json &container : containers) {
            const Json &ports = listIn(container, "ports");
            if (!ports.empty()) {
                count += ports.size();
                port = ports[0];
            }
        }
        if (count == 0 && containers.size() > 1)
            m_errors.missing(joinPath(path, "ports"));
        if (count > 1) {
            m_errors.add({"more than one container port is set",
                          {joinPath(path, "ports")},
                          "Only a single port is allowed across all containers"});
        }
        if (text(port, {"name"}).empty())
            port["name"] = "http";
        return port;
    }

    void checkContainers(const Json &containers, const Json &port, const std::string &path)
    {
        if (containers.empty()) {
            m_errors.missing(path);
            return;
        }
        if (containers.size() > 1 && !m_settings.isFeatureOn("multi-container")) {
            m_errors.add(
                {"multi-container is off, but found " + std::to_string(containers.size()) + " containers",
                 {},
                 {}});
            return;
        }
        std::set<std::string> names;
        for (size_t i = 0; i < containers.size(); ++i) {
            const std::string at = indexPath(path, i);
            const std::string name = text(containers[i], {"name"});
            if (containers.size() > 1 && !names.insert(name).second)
                m_errors.generic("duplicate container name " + goQuoted(name), joinPath(at, "name"));
            const bool sidecar = containers.size() > 1 && listIn(containers[i], "ports").empty();
            if (!sidecar || m_settings.isFeatureOn("multi-container-probing")) {
                checkProbe(field(containers[i], {"livenessProbe"}), port, joinPath(at, "livenessProbe"));
                checkReadiness(field(containers[i], {"readinessProbe"}), port,
                               joinPath(at, "readinessProbe"));
            } else {
                for (const char *probe : {"livenessProbe", "readinessProbe"})
                    disallowOthers(field(containers[i], {probe}), {}, joinPath(at, probe), m_errors);
            }
            checkContainer(containers[i], sidecar ? ContainerRole::Sidecar : ContainerRole::Serving, at);
        }
    }

    void checkContainer(const Json &container, ContainerRole role, const std::string &path)
    {
        if (!isSet(container)) {
            m_errors.missing(path);
            return;
        }
        disallowOthers(container,
                       {"name", "args", "command", "env", "envFrom", "workingDir", "image", "imagePullPolicy",
                        "livenessProbe", "ports", "readinessProbe", "resources", "securityContext",
                        "startupProbe", "terminationMessagePath", "terminationMessagePolicy", "volumeMounts"},
                       path, m_errors);
        const std::string name = text(container, {"name"});
        if (name == "queue-proxy")
            m_errors.generic(goQuoted(name) + " is a reserved container name", joinPath(path, "name"));
        checkEnvironment(container, role, path);
        const std::string image = text(container, {"image"});
        if (image.empty()) {
            m_errors.missing(joinPath(path, "image"));
        } else if (!isImageReference(image)) {
            m_errors.add({"Failed to parse image reference",
                          {joinPath(path, "image")},
                          "image: " + goQuoted(image) + ", error: could not parse reference: " + image});
        }
        checkContainerPorts(container, role, joinPath(path, "ports"));
        disallowOthers(field(container, {"resources"}), {"limits", "requests"}, joinPath(path, "resources"),
                       m_errors);
        checkSecurity(field(container, {"securityContext"}), joinPath(path, "securityContext"));
        const std::string policy = text(container, {"terminationMessagePolicy"});
        if (!policy.empty() && policy != "File" && policy != "FallbackToLogsOnError")
            m_errors.invalidValue(policy, joinPath(path, "terminationMessagePolicy"));
        checkMounts(listIn(container, "volumeMounts"), joinPath(path, "volumeMounts"));
    }

    void checkEnvironment(const Json &container, ContainerRole role, const std::string &path)
    {
        const Json &variables = listIn(container, "env");
        for (size_t i = 0; i < variables.size(); ++i) {
            const std::string at = indexPath(joinPath(path, "env"), i);
            const std::string name = text(variables[i], {"name"});
            const bool reserved = name == "K_SERVICE" || name == "K_CONFIGURATION" || name == "K_REVISION"
                || (name == "PORT" && role == ContainerRole::Serving);
            if (name.empty())
                m_errors.missing(joinPath(at, "name"));
            else if (reserved)
                m_errors.generic(goQuoted(name) + " is a reserved environment variable",
                                 joinPath(at, "name"));
            Allowed sources{"configMapKeyRef", "secretKeyRef"};
            if (allowedByFeature("kubernetes.podspec-fieldref"))
                sources.insert({"fieldRef", "resourceFieldRef"});
            disallowOthers(field(variables[i], {"valueFrom"}), sources, joinPath(at, "valueFrom"), m_errors);
        }
        const Json &sources = listIn(container, "envFrom");
        for (const Json &source : sources) {
            const bool map = source.contains("configMapRef");
            const bool secret = source.contains("secretRef");
            // The webhook names these without an index.
            const std::string at = joinPath(path, "envFrom");
            if (map && secret)
                m_errors.both({joinPath(at, "configMapRef"), joinPath(at, "secretRef")});
            else if (!map && !secret)
                m_errors.neither({joinPath(at, "configMapRef"), joinPath(at, "secretRef")});
        }
    }

    void checkPort(const Json &port, const std::string &path)
    {
        disallowOthers(port, {"containerPort", "name", "protocol"}, path, m_errors);
        const std::int64_t numberOf = number(port, {"containerPort"});
        const std::string at = joinPath(path, "containerPort");
        if (std::find(std::begin(reservedPorts), std::end(reservedPorts), numberOf)
            != std::end(reservedPorts)) {
            const std::string words = std::to_string(numberOf) + " is a reserved port";
            m_errors.invalidValue(words, at, words + ", please use a different value");
        }
        if (numberOf < 0 || numberOf > 65535)
            m_errors.outOfBounds(numberOf, 0, 65535, at);
    }

    void checkContainerPorts(const Json &container, ContainerRole role, const std::string &path)
    {
        const Json &ports = listIn(container, "ports");
        if (ports.empty())
            return;
        if (role == ContainerRole::Init) {
            for (const Json &port : ports)
                checkPort(port, path);
            return;
        }
        checkPort(ports[0], path);
        const std::string protocol = text(ports[0], {"protocol"});
        if (!protocol.empty() && protocol != "TCP")
            m_errors.invalidValue(protocol, joinPath(path, "protocol"));
        const std::string name = text(ports[0], {"name"});
        if (!name.empty() && name != "h2c" && name != "http1") {
            m_errors.add({"Port name " + name + " is not allowed",
                          {path},
                          "Name must be empty, or one of: 'h2c', 'http1'"});
        }
    }

    void checkSecurity(const Json &context, const std::string &path)
    {
        if (!context.is_object())
            return;
        disallowOthers(context,
                       {"capabilities", "readOnlyRootFilesystem", "runAsUser", "runAsGroup", "runAsNonRoot",
                        "allowPrivilegeEscalation", "seccompProfile"},
                       path, m_errors);
        Allowed capabilities{"drop"};
        if (allowedByFeature("kubernetes.containerspec-addcapabilities"))
            capabilities.insert("add");
        const Json &added = listIn(field(context, {"capabilities"}), "add");
        const bool lowPort = added.size() == 1 && added[0] == "NET_BIND_SERVICE";
        if (lowPort && m_settings.isFeatureOn("secure-pod-defaults"))
            capabilities.insert("add");
        disallowOthers(field(context, {"capabilities"}), capabilities, joinPath(path, "capabilities"),
                       m_errors);
        for (const char *key : {"runAsUser", "runAsGroup"})
            checkId(context, key, path);
    }

    void checkMounts(const Json &mounts, const std::string &path)
    {
        std::set<std::string> seen;
        for (size_t i = 0; i < mounts.size(); ++i) {
            const std::string at = indexPath(path, i);
            disallowOthers(mounts[i], {"name", "readOnly", "mountPath", "subPath"}, at, m_errors);
            const auto volume = m_volumes.find(text(mounts[i], {"name"}));
            if (volume == m_volumes.end())
                m_errors.generic("volumeMount has no matching volume", joinPath(at, "name"));
            const std::string where = text(mounts[i], {"mountPath"});
            const std::string clean = cleanPath(where);
            const std::string field_ = joinPath(at, "mountPath");
            if (where.empty())
                m_errors.missing(field_);
            else if (clean == "/" || clean == "/dev" || clean == "/dev/log")
                m_errors.generic("mountPath " + goQuoted(clean) + " is a reserved path", field_);
            else if (where.front() != '/')
                m_errors.invalidValue(where, field_);
            else if (seen.count(clean))
                m_errors.invalidValue(goQuoted(where) + " must be unique", field_);
            seen.insert(clean);
            const Json &source = volume == m_volumes.end() ? Json() : *volume->second;
            const Json &claim = field(source, {"persistentVolumeClaim"});
            const bool readOnly = flag(mounts[i], {"readOnly"});
            if (!field(source, {"emptyDir"}).is_object() && claim.is_null() && !readOnly) {
                m_errors.generic("volume mount should be readOnly for this type of volume",
                                 joinPath(at, "readOnly"));
            } else if (flag(claim, {"readOnly"}) && !readOnly) {
                m_errors.generic("volume is readOnly but volume mount is not", joinPath(at, "readOnly"));
            }
        }
    }

    void checkProbe(const Json &probe, const Json &port, const std::string &path)
    {
        if (!probe.is_object())
            return;
        disallowOthers(probe,
                       {"failureThreshold", "initialDelaySeconds", "periodSeconds", "successThreshold",
                        "timeoutSeconds", "httpGet", "tcpSocket", "exec", "grpc"},
                       path, m_errors);
        std::vector<std::string> handlers;
        for (const char *handler : {"httpGet", "tcpSocket", "exec", "grpc"}) {
            const Json &action = field(probe, {handler});
            if (!action.is_object())
                continue;
            handlers.push_back(joinPath(path, std::string_view(handler) == "grpc" ? "gRPC" : handler));
            const Json &wanted = field(action, {"port"});
            if (wanted.is_string() && wanted != field(port, {"name"})) {
                m_errors.invalidValue(wanted.get<std::string>(), joinPath(joinPath(path, handler), "port"),
                                      "Probe port must match container port");
            }
        }
        if (handlers.empty()) {
            m_errors.neither({joinPath(path, "httpGet"), joinPath(path, "tcpSocket"), joinPath(path, "exec"),
                              joinPath(path, "grpc")});
        } else if (handlers.size() > 1) {
            m_errors.both(handlers);
        }
    }

    void checkReadiness(const Json &probe, const Json &port, const std::string &path)
    {
        if (!probe.is_object())
            return;
        checkProbe(probe, port, path);
        const auto atLeast = [&](const char *key, std::int64_t low) {
            const std::int64_t value = number(probe, {key});
            if (value < low)
                m_errors.outOfBounds(value, low, int32Max, joinPath(path, key));
        };
        atLeast("periodSeconds", 0);
        atLeast("initialDelaySeconds", 0);
        atLeast("successThreshold", 1);
        if (number(probe, {"periodSeconds"}) == 0) {
            for (const std::string key : {"failureThreshold", "timeoutSeconds"}) {
                if (number(probe, {key}) != 0)
                    m_errors.generic(key + " is disallowed when periodSeconds is zero", joinPath(path, key));
            }
        } else {
            atLeast("timeoutSeconds", 1);
            atLeast("failureThreshold", 1);
        }
    }

    const KnativeSettings &m_settings;
    FieldErrors &m_errors;
    std::map<std::string, const Json *> m_volumes;
};

} // namespace

void validatePodSpec(const Json &spec, const KnativeSettings &settings, const std::string &path,
                     FieldErrors &errors)
{
    PodSpecValidator(settings, errors).run(spec, path);
}

size_t servingContainer(const Json &containers)
{
    if (containers.is_array() && containers.size() > 1) {
        for (size_t i = 0; i < containers.size(); ++i) {
            if (isSet(field(containers[i], {"ports"})))
                return i;
        }
    }
    return 0;
}

} // namespace sluice::sandbox
