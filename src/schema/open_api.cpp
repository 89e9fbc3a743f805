// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/open_api.h"

#include "base/json.h"
#include "schema/catalog.h"
#include "schema/schema_attributes.h"

#include <nlohmann/json.hpp>

namespace sluice::schema {

using base::Json;

namespace {

constexpr std::string_view metaPrefix = "io.k8s.apimachinery.pkg.apis.meta.v1.";
constexpr std::string_view corePrefix = "io.k8s.api.core.v1.";

bool isMetaType(const std::string &name)
{
    return name == "ObjectMeta" || name == "ManagedFieldsEntry" || name == "OwnerReference"
        || name == "LabelSelector" || name == "LabelSelectorRequirement";
}

/// "serving.knative.dev" is written "dev.knative.serving".
std::string reversed(const std::string &group)
{
    std::string result;
    size_t from = 0;
    while (from <= group.size()) {
        const size_t to = std::min(group.find('.', from), group.size());
        result = group.substr(from, to - from) + (result.empty() ? "" : "." + result);
        from = to + 1;
    }
    return result;
}

std::string packageOf(const KindSchema &kind)
{
    if (kind.custom)
        return reversed(kind.group) + '.' + kind.version + '.';
    std::string group = kind.group.substr(0, kind.group.find('.'));
    if (group.empty())
        group = "core";
    return "io.k8s.api." + group + '.' + kind.version + '.';
}

/// Writes nodes as OpenAPI schemas and collects those that are referred to.
class Writer {
public:
    explicit Writer(const KindSchema &kind)
        : m_kind(kind)
    {
    }
    Json schemas = Json::object();

    Json object(const Node &node)
    {
        Json schema{{"type", "object"}};
        if (!node.description.empty())
            schema["description"] = node.description;
        for (const Field &field : node.fields) {
            schema["properties"][field.name] = property(field);
            if (field.required)
                schema["required"].push_back(field.name);
        }
        addMapAttributes(schema, node);
        return schema;
    }

private:
    Json property(const Field &field)
    {
        Json schema = value(*field.node);
        if (schema.contains("$ref")) // description and default may not stand beside a reference
            schema = {{"allOf", Json::array({std::move(schema)})}};
        addHelp(schema, field);
        std::string strategy;
        if (field.patchMerge)
            strategy = field.patchRetainKeys ? "merge,retainKeys" : "merge";
        else if (field.patchRetainKeys)
            strategy = "retainKeys";
        if (!strategy.empty() && !m_kind.custom)
            schema["x-kubernetes-patch-strategy"] = strategy;
        if (!field.patchMergeKey.empty() && !m_kind.custom)
            schema["x-kubernetes-patch-merge-key"] = field.patchMergeKey;
        return schema;
    }

    Json value(const Node &node)
    {
        switch (node.shape) {
        case Shape::Object:
            return namedObject(node);
        case Shape::Map: {
            Json schema{{"type", "object"}, {"additionalProperties", value(*node.element)}};
            addMapAttributes(schema, node);
            return schema;
        }
        case Shape::List: {
            Json schema{{"type", "array"}, {"items", value(*node.element)}};
            if (node.listType == ListType::Set)
                schema["x-kubernetes-list-type"] = "set";
            else if (node.listType == ListType::Map)
                schema["x-kubernetes-list-type"] = "map";
            else if (!m_kind.custom)
                schema["x-kubernetes-list-type"] = "atomic";
            if (!node.listKeys.empty())
                schema["x-kubernetes-list-map-keys"] = node.listKeys;
            return schema;
        }
        case Shape::IntOrString:
        case Shape::Quantity:
            return {{"anyOf", Json::array({Json{{"type", "integer"}}, Json{{"type", "string"}}})},
                    {"x-kubernetes-int-or-string", true}};
        case Shape::Any:
            return {{"x-kubernetes-preserve-unknown-fields", true}};
        case Shape::String:
            return scalarSchema(node, "string");
        case Shape::Integer:
            return scalarSchema(node, "integer");
        case Shape::Number:
            return scalarSchema(node, "number");
        case Shape::Boolean:
            return scalarSchema(node, "boolean");
        }
        return Json::object();
    }

    Json namedObject(const Node &node)
    {
        if (node.typeName.empty())
            return object(node);
        if (m_kind.custom && !isMetaType(node.typeName))
            return object(node);
        std::string name = node.typeName;
        if (isMetaType(name))
            name = std::string(metaPrefix) + name;
        else if (m_kind.kind == "Deployment" || m_kind.kind == "ReplicaSet" || m_kind.kind == "EndpointSlice")
            name = (name.starts_with(m_kind.kind) || name.starts_with("RollingUpdate")
                            || name.starts_with("Endpoint")
                        ? packageOf(m_kind)
                        : std::string(corePrefix))
                + name;
        else
            name = packageOf(m_kind) + name;
        if (!schemas.contains(name)) {
            schemas[name] = Json::object(); // before its fields, which may refer to it
            Json written = object(node);
            schemas[name] = std::move(written);
        }
        return {{"$ref", "#/components/schemas/" + name}};
    }

    static void addMapAttributes(Json &schema, const Node &node)
    {
        if (node.atomic)
            schema["x-kubernetes-map-type"] = "atomic";
        if (node.preserveUnknown)
            schema["x-kubernetes-preserve-unknown-fields"] = true;
    }

    const KindSchema &m_kind;
};

Json listMeta()
{
    return {{"type", "object"},
            {"description", "What a list carries."},
            {"properties",
             {{"continue", {{"type", "string"}, {"description", "Where the next page begins."}}},
              {"remainingItemCount",
               {{"type", "integer"}, {"format", "int64"}, {"description", "Objects after this page."}}},
              {"resourceVersion", {{"type", "string"}, {"description", "Version of the list."}}},
              {"selfLink", {{"type", "string"}, {"description", "Not used any more."}}}}}};
}

Json kindTag(const KindSchema &kind, const std::string &name)
{
    return Json::array({Json{{"group", kind.group}, {"version", kind.version}, {"kind", name}}});
}

} // namespace

std::string openApiName(const KindSchema &kind)
{
    return packageOf(kind) + kind.kind;
}

Json openApiSchemas(std::string_view group, std::string_view version)
{
    Json schemas = Json::object();
    for (const KindSchema &kind : kinds()) {
        if (kind.group != group || kind.version != version)
            continue;
        Writer writer(kind);
        Json root = writer.object(*kind.root);
        root["x-kubernetes-group-version-kind"] = kindTag(kind, kind.kind);
        for (auto &[name, schema] : writer.schemas.items())
            schemas[name] = schema;
        schemas[openApiName(kind)] = std::move(root);
        Json list{{"type", "object"},
                  {"description", "A list of objects of kind " + kind.kind + '.'},
                  {"required", Json::array({"items"})},
                  {"x-kubernetes-group-version-kind", kindTag(kind, kind.kind + "List")}};
        list["properties"] = {
            {"apiVersion", {{"type", "string"}}},
            {"kind", {{"type", "string"}}},
            {"items",
             {{"type", "array"}, {"items", {{"$ref", "#/components/schemas/" + openApiName(kind)}}}}},
            {"metadata", {{"$ref", "#/components/schemas/" + std::string(metaPrefix) + "ListMeta"}}}};
        schemas[openApiName(kind) + "List"] = std::move(list);
        schemas[std::string(metaPrefix) + "ListMeta"] = listMeta();
    }
    return schemas;
}

} // namespace sluice::schema
