// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/knative/field_rules.h"

#include "base/json.h"
#include "sandbox/knative/field_errors.h"
#include "sandbox/knative/fields.h"
#include "sandbox/knative/settings.h"

#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

void disallowOthers(const Json &object, const Allowed &allowed, const std::string &path, FieldErrors &errors)
{
    if (!object.is_object())
        return;
    for (const auto &[key, value] : object.items()) {
        if (isSet(value) && !allowed.count(key))
            errors.disallowed(joinPath(path, key));
    }
}

bool allowedByFeature(const KnativeSettings &settings, const std::string &name)
{
    return settings.feature(name) != "disabled";
}

void checkUserId(const Json &context, const char *key, const std::string &path, FieldErrors &errors)
{
    const Json &value = field(context, {key});
    if (value.is_number_integer()) {
        const auto id = value.get<std::int64_t>();
        if (id < 0 || id > maxUserId)
            errors.outOfBounds(id, 0, maxUserId, joinPath(path, key));
    }
}

const Json &listIn(const Json &object, std::string_view key)
{
    static const Json empty = Json::array();
    const Json &list = field(object, {key});
    return list.is_array() ? list : empty;
}

} // namespace sluice::sandbox
