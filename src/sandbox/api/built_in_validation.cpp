// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/built_in_validation.h"

#include "base/json.h"
#include "sandbox/store/resource_type.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

namespace {

using Causes = std::vector<FailureCause>;

void require(Causes &causes, const std::string &field)
{
    causes.push_back({"FieldValueRequired", "Required value", field});
}

void refuse(Causes &causes, const std::string &field, const Json &value, const std::string &why)
{
    causes.push_back({"FieldValueInvalid", "Invalid value: " + base::dump(value) + ": " + why, field});
}

/// The object under a key, or nothing.
const Json *part(const Json &object, const char *path)
{
    const Json *found = base::at(object, path);
    return found && !found->is_null() ? found : nullptr;
}

void checkDataKeys(const Json &object, Causes &causes)
{
    for (const char *section : {"data", "binaryData"}) {
        const Json *data = part(object, section);
        if (!data || !data->is_object())
            continue;
        for (const auto &[key, value] : data->items()) {
            const bool good = std::all_of(key.begin(), key.end(), [](unsigned char c) {
                return (c < 0x80 && std::isalnum(c)) || c == '-' || c == '_' || c == '.';
            });
            if (key.empty() || !good)
                refuse(causes, std::string(section) + '[' + key + ']', key,
                       "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. "
                       "'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is "
                       "'[-._a-zA-Z0-9]+')");
        }
    }
}

void checkSecretType(const Json &object, Causes &causes)
{
    const std::string type = base::textAt(object, "type");
    std::vector<const char *> wanted;
    if (type == "kubernetes.io/tls")
        wanted = {"tls.crt", "tls.key"};
    else if (type == "kubernetes.io/dockerconfigjson")
        wanted = {".dockerconfigjson"};
    const Json *data = part(object, "data");
    for (const char *key : wanted) {
        if (!data || !data->contains(key))
            require(causes, std::string("data[") + key + ']');
    }
}

void checkPort(const Json &port, const std::string &field, Causes &causes)
{
    const auto inRange = [](const Json &value) {
        return value.get<qint64>() >= 1 && value.get<qint64>() <= 65535;
    };
    const char *range = "must be between 1 and 65535, inclusive";
    const Json number = port.value("port", Json());
    if (!number.is_number_integer() || !inRange(number))
        refuse(causes, field + ".port", number.is_null() ? Json(0) : number, range);
    const Json target = port.value("targetPort", Json());
    if (target.is_number_integer() && !inRange(target))
        refuse(causes, field + ".targetPort", target, range);
}

void checkService(const Json &object, Causes &causes)
{
    const Json *spec = part(object, "spec");
    const Json ports = spec ? spec->value("ports", Json::array()) : Json::array();
    const bool portless =
        spec && (base::textAt(*spec, "type") == "ExternalName" || base::textAt(*spec, "clusterIP") == "None");
    if (!ports.is_array())
        return; // said by the structure already
    if (ports.empty() && !portless)
        require(causes, "spec.ports");
    for (size_t i = 0; i < ports.size(); ++i) {
        const std::string field = "spec.ports[" + std::to_string(i) + ']';
        if (!ports[i].is_object())
            continue;
        if (ports.size() > 1 && base::textAt(ports[i], "name").empty())
            require(causes, field + ".name");
        checkPort(ports[i], field, causes);
    }
}

void checkWorkload(const Json &object, Causes &causes)
{
    const Json *wanted = part(object, "spec.selector.matchLabels");
    if (!part(object, "spec.selector"))
        require(causes, "spec.selector");
    const Json *labels = part(object, "spec.template.metadata.labels");
    const Json has = labels ? *labels : Json::object();
    bool fits = wanted && wanted->is_object();
    for (const auto &[key, value] : fits ? wanted->items() : has.items())
        fits = fits && has.value(key, Json()) == value;
    if (!fits && !part(object, "spec.selector.matchExpressions"))
        refuse(causes, "spec.template.metadata.labels", has, "`selector` does not match template `labels`");
    const Json *containers = part(object, "spec.template.spec.containers");
    if (!containers || containers->empty())
        require(causes, "spec.template.spec.containers");
}

void checkFinalizers(const Json &object, Causes &causes)
{
    const Json *finalizers = part(object, "metadata.finalizers");
    for (size_t i = 0; finalizers && finalizers->is_array() && i < finalizers->size(); ++i) {
        const Json &name = finalizers->at(i);
        if (!name.is_string() || name == "kubernetes" || name == "orphan" || name == "foregroundDeletion")
            continue;
        if (name.get_ref<const std::string &>().find('/') == std::string::npos)
            refuse(causes, "metadata.finalizers[" + std::to_string(i) + ']', name,
                   "name is neither a standard finalizer name nor is it fully qualified");
    }
}

} // namespace

std::vector<FailureCause> builtInIssues(const ResourceType &type, const Json &object)
{
    Causes causes;
    checkFinalizers(object, causes);
    const bool core = type.group.empty();
    if (core && (type.kind == "ConfigMap" || type.kind == "Secret"))
        checkDataKeys(object, causes);
    if (core && type.kind == "Secret")
        checkSecretType(object, causes);
    if (core && type.kind == "Service")
        checkService(object, causes);
    if (type.group == "apps")
        checkWorkload(object, causes);
    return causes;
}

} // namespace sluice::sandbox
