// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/knative/fields.h"

#include "base/json.h"

#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

const Json &field(const Json &value, Keys keys)
{
    static const Json nothing;
    const Json *found = base::find(value, keys);
    return found ? *found : nothing;
}

std::string text(const Json &value, Keys keys)
{
    const Json &found = field(value, keys);
    return found.is_string() ? found.get<std::string>() : std::string();
}

std::int64_t number(const Json &value, Keys keys, std::int64_t fallback)
{
    const Json &found = field(value, keys);
    return found.is_number() ? found.get<std::int64_t>() : fallback;
}

bool flag(const Json &value, Keys keys)
{
    const Json &found = field(value, keys);
    return found.is_boolean() && found.get<bool>();
}

bool isSet(const Json &value)
{
    if (value.is_null())
        return false;
    if (value.is_boolean())
        return value.get<bool>();
    if (value.is_number())
        return value.get<double>() != 0;
    return value.is_string() ? !value.get_ref<const std::string &>().empty() : !value.empty();
}

static const Json &mapIn(const Json &object, std::string_view name)
{
    static const Json empty = Json::object();
    const Json &found = field(object, {"metadata", name});
    return found.is_object() ? found : empty;
}

const Json &labels(const Json &object)
{
    return mapIn(object, "labels");
}

const Json &annotations(const Json &object)
{
    return mapIn(object, "annotations");
}

std::string label(const Json &object, std::string_view key)
{
    return text(labels(object), {key});
}

std::string annotation(const Json &object, std::string_view key)
{
    return text(annotations(object), {key});
}

std::string nameOf(const Json &object)
{
    return text(object, {"metadata", "name"});
}

std::string namespaceOf(const Json &object)
{
    return text(object, {"metadata", "namespace"});
}

std::string uidOf(const Json &object)
{
    return text(object, {"metadata", "uid"});
}

std::int64_t generationOf(const Json &object)
{
    return number(object, {"metadata", "generation"});
}

bool isBeingDeleted(const Json &object)
{
    return isSet(field(object, {"metadata", "deletionTimestamp"}));
}

const Json &controllerOf(const Json &object)
{
    static const Json nothing;
    const Json &owners = field(object, {"metadata", "ownerReferences"});
    if (owners.is_array()) {
        for (const Json &owner : owners) {
            if (flag(owner, {"controller"}))
                return owner;
        }
    }
    return nothing;
}

bool isControlledBy(const Json &object, const Json &owner)
{
    const Json &controller = controllerOf(object);
    return !controller.is_null() && text(controller, {"uid"}) == uidOf(owner);
}

Json controllerReference(const Json &owner, std::string_view apiVersion, std::string_view kind)
{
    return {{"apiVersion", std::string(apiVersion)},
            {"kind", std::string(kind)},
            {"name", nameOf(owner)},
            {"uid", uidOf(owner)},
            {"controller", true},
            {"blockOwnerDeletion", true}};
}

bool matches(const Json &selector, const Json &labels)
{
    if (!selector.is_object() || selector.empty() || !labels.is_object())
        return false;
    for (const auto &[key, value] : selector.items()) {
        const auto found = labels.find(key);
        if (found == labels.end() || *found != value)
            return false;
    }
    return true;
}

} // namespace sluice::sandbox
