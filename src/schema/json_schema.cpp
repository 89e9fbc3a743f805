// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/json_schema.h"

#include "base/json.h"
#include "schema/schema_attributes.h"

#include <nlohmann/json.hpp>

namespace sluice::schema {

using base::Json;

namespace {

class Writer {
public:
    Json definitions = Json::object();

    Json object(const Node &node)
    {
        Json schema{{"type", "object"}};
        if (!node.description.empty())
            schema["description"] = node.description;
        Json properties = Json::object();
        for (const Field &field : node.fields) {
            properties[field.name] = property(field);
            if (field.required)
                schema["required"].push_back(field.name);
        }
        schema["properties"] = std::move(properties);
        if (!node.preserveUnknown)
            schema["additionalProperties"] = false;
        return schema;
    }

private:
    Json property(const Field &field)
    {
        Json schema = value(*field.node);
        if (!field.required)
            schema = orNull(std::move(schema));
        else if (field.node->shape == Shape::Any)
            schema = {{"not", {{"type", "null"}}}};
        if (schema.contains("$ref")) // what stands beside a reference does not count
            schema = {{"allOf", Json::array({std::move(schema)})}};
        addHelp(schema, field);
        return schema;
    }

    /// Values of lists and maps may be null as well: it means that nothing is said.
    Json element(const Node &node) { return orNull(value(node)); }

    static Json orNull(Json schema)
    {
        if (schema.empty())
            return schema;
        return {{"anyOf", Json::array({std::move(schema), Json{{"type", "null"}}})}};
    }

    Json value(const Node &node)
    {
        switch (node.shape) {
        case Shape::Object:
            return namedObject(node);
        case Shape::Map:
            return {{"type", "object"}, {"additionalProperties", element(*node.element)}};
        case Shape::List: {
            Json schema{{"type", "array"}, {"items", element(*node.element)}};
            if (node.listType == ListType::Set)
                schema["uniqueItems"] = true;
            return schema;
        }
        case Shape::String:
            return scalarSchema(node, "string");
        case Shape::Integer:
            return scalarSchema(node, "integer");
        case Shape::Number:
            return scalarSchema(node, "number");
        case Shape::Boolean:
            return scalarSchema(node, "boolean");
        case Shape::IntOrString:
            return scalarSchema(node, Json::array({"integer", "string"}));
        case Shape::Quantity:
            return scalarSchema(node, Json::array({"number", "string"}));
        case Shape::Any:
            break;
        }
        return Json::object();
    }

    Json namedObject(const Node &node)
    {
        if (node.typeName.empty())
            return object(node);
        if (!definitions.contains(node.typeName)) {
            definitions[node.typeName] = Json::object(); // before its fields, which may refer to it
            Json written = object(node);
            definitions[node.typeName] = std::move(written);
        }
        return {{"$ref", "#/definitions/" + node.typeName}};
    }
};

} // namespace

Json jsonSchema(const KindSchema &kind)
{
    Writer writer;
    Json schema = writer.object(*kind.root);
    schema["$schema"] = "http://json-schema.org/draft-07/schema#";
    schema["title"] = kind.kind + " of " + kind.apiVersion();
    if (!kind.description.empty())
        schema["description"] = kind.description;
    schema["definitions"] = std::move(writer.definitions);
    return schema;
}

} // namespace sluice::schema
