// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/go_text.h"

#include "base/json.h"

#include <nlohmann/json.hpp>

namespace sluice::schema {

using base::Json;

std::string goTree(const Json &value)
{
    if (value.is_null())
        return "interface {}(nil)";
    if (!value.is_structured())
        return base::dump(value);
    std::string text = value.is_array() ? "[]interface {}{" : "map[string]interface {}{";
    bool first = true;
    for (const auto &[key, child] : value.items()) {
        text += first ? "" : ", ";
        first = false;
        if (value.is_object())
            text += base::dump(Json(key)) + ':';
        text += goTree(child);
    }
    return text + '}';
}

std::string goPlain(const Json &value)
{
    if (value.is_string())
        return value.get<std::string>();
    if (!value.is_structured())
        return value.is_null() ? "<nil>" : base::dump(value);
    std::string text = value.is_object() ? "map[" : "[";
    bool first = true;
    for (const auto &[key, child] : value.items()) {
        text += first ? "" : " ";
        first = false;
        text += (value.is_object() ? key + ':' : std::string()) + goPlain(child);
    }
    return text + ']';
}

const char *goType(const Json &value)
{
    if (value.is_array())
        return "[]interface {}";
    if (value.is_object())
        return "map[string]interface {}";
    return value.is_boolean() ? "bool" : "string";
}

} // namespace sluice::schema
