// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/knative/pod_spec_validation.h"

#include "base/json.h"
#include "sandbox/knative/container_validation.h"
#include "sandbox/knative/field_errors.h"
#include "sandbox/knative/field_rules.h"
#include "sandbox/knative/fields.h"
#include "sandbox/knative/go_values.h"
#include "sandbox/knative/settings.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

namespace sluice::sandbox {

using base::Json;

namespace {

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
            if (allowedByFeature(m_settings, "kubernetes.podspec-" + feature))
                allowed.insert(key);
        }
        // automountServiceAccountToken may only be turned off: false does not count as set, true does.
        disallowOthers(spec, allowed, path, m_errors);
    }

    void checkPodSecurity(const Json &context, const std::string &path)
    {
        if (!context.is_object())
            return;
        Allowed allowed;
        if (allowedByFeature(m_settings, "kubernetes.podspec-securitycontext"))
            allowed = {"runAsUser", "runAsGroup",         "runAsNonRoot",
                       "fsGroup",   "supplementalGroups", "seccompProfile"};
        else if (m_settings.feature("secure-pod-defaults") == "enabled")
            allowed = {"seccompProfile", "runAsNonRoot"};
        disallowOthers(context, allowed, path, m_errors);
        for (const char *key : {"runAsUser", "runAsGroup", "fsGroup"})
            checkUserId(context, key, path, m_errors);
        const Json &groups = listIn(context, "supplementalGroups");
        for (size_t i = 0; i < groups.size(); ++i) {
            const std::int64_t id = groups[i].is_number_integer() ? groups[i].get<std::int64_t>() : 0;
            if (id < 0 || id > maxUserId)
                m_errors.outOfBounds(id, 0, maxUserId, indexPath(joinPath(path, "supplementalGroups"), i));
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
                     {std::string()},
                     {}});
            }
            if (!flag(claim, {"readOnly"})
                && !m_settings.isFeatureOn("kubernetes.podspec-persistent-volume-write")) {
                m_errors.add(
                    {"Persistent volume write support is disabled, but found persistent volume claim "
                         + claimName + " that is not read-only",
                     {std::string()},
                     {}});
            }
        }
        if (volume.contains("emptyDir") && !emptyDirs)
            m_errors.add(
                {"EmptyDir volume support is disabled, but found EmptyDir volume " + name, {path}, {}});
        Allowed allowed{"name", "secret", "configMap", "projected"};
        if (allowedByFeature(m_settings, "kubernetes.podspec-volumes-emptydir"))
            allowed.insert("emptyDir");
        if (allowedByFeature(m_settings, "kubernetes.podspec-persistent-volume-claim"))
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
        ContainerValidator container(m_settings, m_volumes, m_errors);
        std::set<std::string> names;
        for (const Json &serving : containers)
            names.insert(text(serving, {"name"}));
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
            container.check(initContainers[i], ContainerRole::Init, at);
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
        ContainerValidator container(m_settings, m_volumes, m_errors);
        std::set<std::string> names;
        for (size_t i = 0; i < containers.size(); ++i) {
            const std::string at = indexPath(path, i);
            const std::string name = text(containers[i], {"name"});
            if (containers.size() > 1 && !names.insert(name).second)
                m_errors.generic("duplicate container name " + goQuoted(name), joinPath(at, "name"));
            const bool sidecar = containers.size() > 1 && listIn(containers[i], "ports").empty();
            if (!sidecar || m_settings.isFeatureOn("multi-container-probing")) {
                container.checkProbe(field(containers[i], {"livenessProbe"}), port,
                                     joinPath(at, "livenessProbe"));
                container.checkReadiness(field(containers[i], {"readinessProbe"}), port,
                                         joinPath(at, "readinessProbe"));
            } else {
                for (const char *probe : {"livenessProbe", "readinessProbe"}) {
                    if (!field(containers[i], {probe}).is_object())
                        continue;
                    m_errors.disallowed(joinPath(at, probe));
                    m_errors.disallowed(joinPath(joinPath(at, probe), "successThreshold"));
                }
            }
            container.check(containers[i], sidecar ? ContainerRole::Sidecar : ContainerRole::Serving, at);
        }
    }

    const KnativeSettings &m_settings;
    FieldErrors &m_errors;
    Volumes m_volumes;
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
