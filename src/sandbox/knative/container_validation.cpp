// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/knative/container_validation.h"

#include "base/json.h"
#include "sandbox/knative/field_errors.h"
#include "sandbox/knative/field_rules.h"
#include "sandbox/knative/fields.h"
#include "sandbox/knative/go_values.h"
#include "sandbox/knative/settings.h"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>
#include <set>

namespace sluice::sandbox {

using base::Json;

namespace {

constexpr std::int64_t int32Max = std::numeric_limits<std::int32_t>::max();
constexpr std::int64_t reservedPorts[] = {8012, 8013, 8022, 9090, 9091, 8008};

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

} // namespace

void ContainerValidator::check(const Json &container, ContainerRole role, const std::string &path)
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

void ContainerValidator::checkEnvironment(const Json &container, ContainerRole role, const std::string &path)
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
            m_errors.generic(goQuoted(name) + " is a reserved environment variable", joinPath(at, "name"));
        Allowed sources{"configMapKeyRef", "secretKeyRef"};
        if (allowedByFeature(m_settings, "kubernetes.podspec-fieldref"))
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

void ContainerValidator::checkPort(const Json &port, const std::string &path)
{
    disallowOthers(port, {"containerPort", "name", "protocol"}, path, m_errors);
    const std::int64_t numberOf = number(port, {"containerPort"});
    const std::string at = joinPath(path, "containerPort");
    if (std::find(std::begin(reservedPorts), std::end(reservedPorts), numberOf) != std::end(reservedPorts)) {
        const std::string words = std::to_string(numberOf) + " is a reserved port";
        m_errors.invalidValue(words, at, words + ", please use a different value");
    }
    if (numberOf < 0 || numberOf > 65535)
        m_errors.outOfBounds(numberOf, 0, 65535, at);
}

void ContainerValidator::checkContainerPorts(const Json &container, ContainerRole role,
                                             const std::string &path)
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

void ContainerValidator::checkSecurity(const Json &context, const std::string &path)
{
    if (!context.is_object())
        return;
    disallowOthers(context,
                   {"capabilities", "readOnlyRootFilesystem", "runAsUser", "runAsGroup", "runAsNonRoot",
                    "allowPrivilegeEscalation", "seccompProfile"},
                   path, m_errors);
    Allowed capabilities{"drop"};
    if (allowedByFeature(m_settings, "kubernetes.containerspec-addcapabilities"))
        capabilities.insert("add");
    const Json &added = listIn(field(context, {"capabilities"}), "add");
    const bool lowPort = added.size() == 1 && added[0] == "NET_BIND_SERVICE";
    if (lowPort && m_settings.isFeatureOn("secure-pod-defaults"))
        capabilities.insert("add");
    disallowOthers(field(context, {"capabilities"}), capabilities, joinPath(path, "capabilities"), m_errors);
    for (const char *key : {"runAsUser", "runAsGroup"})
        checkUserId(context, key, path, m_errors);
}

void ContainerValidator::checkMounts(const Json &mounts, const std::string &path)
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

void ContainerValidator::checkProbe(const Json &probe, const Json &port, const std::string &path)
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

void ContainerValidator::checkReadiness(const Json &probe, const Json &port, const std::string &path)
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

} // namespace sluice::sandbox
