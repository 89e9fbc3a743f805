// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/schema_attributes.h"

#include "base/json.h"

#include <nlohmann/json.hpp>

namespace sluice::schema {

using base::Json;

Json scalarSchema(const Node &node, Json type)
{
    Json schema = Json::object();
    schema["type"] = std::move(type);
    if (!node.format.empty())
        schema["format"] = node.format;
    if (!node.enumValues.empty())
        schema["enum"] = node.enumValues;
    if (node.minimum)
        schema["minimum"] = *node.minimum;
    if (node.maximum)
        schema["maximum"] = *node.maximum;
    return schema;
}

void addHelp(Json &schema, const Field &field)
{
    if (!field.description.empty())
        schema["description"] = field.description;
    if (!field.defaultJson.empty()) {
        if (const auto fallback = base::parseJson(field.defaultJson, QStringLiteral("default")))
            schema["default"] = *fallback;
    }
}

} // namespace sluice::schema
