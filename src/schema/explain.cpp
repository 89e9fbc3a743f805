// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/explain.h"

#include "schema/catalog.h"

namespace sluice::schema {

namespace {

std::string typeText(const Node &node)
{
    switch (node.shape) {
    case Shape::Object:
        return "Object";
    case Shape::Map:
        return "map[string]" + typeText(*node.element);
    case Shape::List:
        return "[]" + typeText(*node.element);
    case Shape::String:
        return "string";
    case Shape::Integer:
        return "integer";
    case Shape::Number:
        return "number";
    case Shape::Boolean:
        return "boolean";
    case Shape::IntOrString:
        return "integer or string";
    case Shape::Quantity:
        return "Quantity";
    case Shape::Any:
        return "any";
    }
    return {};
}

ExplainedField describe(const Field &field)
{
    ExplainedField result;
    result.name = field.name;
    result.type = typeText(*field.node);
    result.description = field.description;
    result.defaultText = field.defaultJson;
    result.enumValues = field.node->enumValues;
    result.minimum = field.node->minimum;
    result.maximum = field.node->maximum;
    result.required = field.required;
    result.immutable = field.immutable;
    result.since = field.since;
    result.until = field.until;
    return result;
}

} // namespace

std::optional<Explanation> explain(const KindSchema &kind, const std::string &path)
{
    const Node *node = nodeAt(kind, path);
    if (!node)
        return std::nullopt;
    Explanation result;
    if (const Field *field = path.empty() ? nullptr : fieldAt(kind, path)) {
        result.self = describe(*field);
    } else {
        result.self.name = kind.kind;
        result.self.type = "Object";
        result.self.description = kind.description;
    }
    while (node->shape == Shape::List || node->shape == Shape::Map)
        node = node->element.get();
    for (const Field &field : node->fields)
        result.fields.push_back(describe(field));
    return result;
}

} // namespace sluice::schema
