// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/validation.h"

#include "base/json.h"
#include "schema/typed_value.h"

#include <functional>
#include <nlohmann/json.hpp>

namespace sluice::schema {

using base::Json;

namespace {

std::string joined(const std::string &path, const std::string &key)
{
    return path.empty() ? key : path + '.' + key;
}

std::string indexed(const std::string &path, size_t index)
{
    return path + '[' + std::to_string(index) + ']';
}

std::string keyed(const std::string &path, const std::string &key)
{
    return path + '.' + key;
}

/// Calls \a visit for each value below that the table describes.
void eachChild(const Node &node, const Json &value, const std::string &path,
               const std::function<void(const Node &, const Json &, const std::string &)> &visit)
{
    if (node.shape == Shape::Object && value.is_object()) {
        for (const auto &[key, child] : value.items()) {
            if (const Field *field = node.field(key))
                visit(*field->node, child, joined(path, key));
        }
    } else if (node.shape == Shape::Map && value.is_object()) {
        for (const auto &[key, child] : value.items())
            visit(*node.element, child, keyed(path, key));
    } else if (node.shape == Shape::List && value.is_array()) {
        for (size_t i = 0; i < value.size(); ++i)
            visit(*node.element, value[i], indexed(path, i));
    }
}

void findUnknown(const Node &node, const Json &value, const std::string &path, std::vector<Issue> &issues)
{
    if (node.shape == Shape::Object && value.is_object() && !node.preserveUnknown) {
        for (const auto &[key, child] : value.items()) {
            if (!node.field(key)) {
                const std::string where = joined(path, key);
                issues.push_back({Issue::Kind::UnknownField, where, "unknown field \"" + where + '"'});
            }
        }
    }
    eachChild(node, value, path, [&issues](const Node &type, const Json &child, const std::string &where) {
        findUnknown(type, child, where, issues);
    });
}

const char *jsonType(const Node &node)
{
    switch (node.shape) {
    case Shape::Object:
    case Shape::Map:
        return "object";
    case Shape::List:
        return "array";
    case Shape::String:
        return "string";
    case Shape::Integer:
        return "integer";
    case Shape::Number:
        return "number";
    case Shape::Boolean:
        return "boolean";
    case Shape::IntOrString:
    case Shape::Quantity:
    case Shape::Any:
        break;
    }
    return "";
}

const char *typeName(const Json &value)
{
    if (value.is_object())
        return "object";
    if (value.is_array())
        return "array";
    if (value.is_string())
        return "string";
    if (value.is_boolean())
        return "boolean";
    if (value.is_number_integer())
        return "integer";
    return value.is_number() ? "number" : "null";
}

bool fits(const Node &node, const Json &value)
{
    switch (node.shape) {
    case Shape::Object:
    case Shape::Map:
        return value.is_object();
    case Shape::List:
        return value.is_array();
    case Shape::String:
        return value.is_string();
    case Shape::Integer:
        return value.is_number_integer()
            || (value.is_number_float()
                && value.get<double>() == static_cast<double>(static_cast<qint64>(value.get<double>())));
    case Shape::Number:
        return value.is_number();
    case Shape::Boolean:
        return value.is_boolean();
    case Shape::IntOrString:
        return value.is_string() || value.is_number_integer();
    case Shape::Quantity:
        return value.is_string() || value.is_number();
    case Shape::Any:
        return true;
    }
    return true;
}

std::string quotedList(const std::vector<std::string> &values)
{
    std::string text;
    for (const std::string &value : values)
        text += (text.empty() ? "" : ", ") + ('"' + value + '"');
    return text;
}

std::string numberText(double value)
{
    return base::dump(value == static_cast<double>(static_cast<qint64>(value))
                          ? Json(static_cast<qint64>(value))
                          : Json(value));
}

void checkScalar(const Node &node, const Json &value, const std::string &path, std::vector<Issue> &issues)
{
    if (!node.enumValues.empty() && value.is_string()
        && std::find(node.enumValues.begin(), node.enumValues.end(), value.get<std::string>())
            == node.enumValues.end()) {
        issues.push_back({Issue::Kind::NotSupported, path,
                          "Unsupported value: " + base::dump(value)
                              + ": supported values: " + quotedList(node.enumValues)});
    }
    if (!value.is_number())
        return;
    const double number = value.get<double>();
    if (node.minimum && number < *node.minimum) {
        issues.push_back({Issue::Kind::OutOfRange, path,
                          "Invalid value: " + base::dump(value) + ": " + path
                              + " in body should be greater than or equal to " + numberText(*node.minimum)});
    }
    if (node.maximum && number > *node.maximum) {
        issues.push_back({Issue::Kind::OutOfRange, path,
                          "Invalid value: " + base::dump(value) + ": " + path
                              + " in body should be less than or equal to " + numberText(*node.maximum)});
    }
}

void checkDuplicates(const Node &node, const Json &value, const std::string &path, std::vector<Issue> &issues)
{
    if (node.listType == ListType::Atomic)
        return;
    std::vector<std::string> seen;
    for (size_t i = 0; i < value.size(); ++i) {
        const std::string element = listElement(node, value[i], i);
        if (std::find(seen.begin(), seen.end(), element) != seen.end())
            issues.push_back(
                {Issue::Kind::Duplicate, indexed(path, i), "Duplicate value: " + element.substr(2)});
        seen.push_back(element);
    }
}

void checkStructure(const Node &node, const Json &value, const std::string &path, std::vector<Issue> &issues)
{
    if (value.is_null())
        return;
    if (!fits(node, value)) {
        const std::string shown = value.is_structured() ? std::string("\"") + typeName(value) + '"'
            : value.is_string()                         ? "\"string\""
                                                        : '"' + std::string(typeName(value)) + '"';
        issues.push_back({Issue::Kind::WrongType, path,
                          "Invalid value: " + shown + ": " + path + " in body must be of type "
                              + jsonType(node) + ": " + shown});
        return;
    }
    if (node.shape == Shape::Object) {
        for (const Field &field : node.fields) {
            if (field.required && (!value.contains(field.name) || value[field.name].is_null()))
                issues.push_back({Issue::Kind::Required, joined(path, field.name), "Required value"});
        }
    } else if (node.shape == Shape::List) {
        checkDuplicates(node, value, path, issues);
    } else {
        checkScalar(node, value, path, issues);
    }
    eachChild(node, value, path, [&issues](const Node &type, const Json &child, const std::string &where) {
        checkStructure(type, child, where, issues);
    });
}

void pruneNode(const Node &node, Json &value)
{
    if (node.shape == Shape::Object && value.is_object()) {
        for (auto it = value.begin(); it != value.end();) {
            const Field *field = node.field(it.key());
            if (!field && !node.preserveUnknown) {
                it = value.erase(it);
                continue;
            }
            if (field)
                pruneNode(*field->node, it.value());
            ++it;
        }
    } else if ((node.shape == Shape::Map && value.is_object())
               || (node.shape == Shape::List && value.is_array())) {
        for (Json &child : value)
            pruneNode(*node.element, child);
    }
}

void fillDefaults(const Node &node, Json &value)
{
    if (node.shape == Shape::Object && value.is_object()) {
        for (const Field &field : node.fields) {
            const auto present = value.find(field.name);
            if (present == value.end() || present->is_null()) {
                if (field.defaultJson.empty())
                    continue;
                if (const auto fallback = base::parseJson(field.defaultJson, QStringLiteral("default")))
                    value[field.name] = *fallback;
            }
            if (const auto now = value.find(field.name); now != value.end())
                fillDefaults(*field.node, *now);
        }
    } else if ((node.shape == Shape::Map && value.is_object())
               || (node.shape == Shape::List && value.is_array())) {
        for (Json &child : value)
            fillDefaults(*node.element, child);
    }
}

void checkImmutable(const Node &node, const Json &before, const Json &after, const std::string &path,
                    std::vector<Issue> &issues)
{
    if (node.shape != Shape::Object || !before.is_object() || !after.is_object())
        return;
    static const Json null;
    for (const Field &field : node.fields) {
        const Json &old = before.contains(field.name) ? before[field.name] : null;
        const Json &now = after.contains(field.name) ? after[field.name] : null;
        const std::string where = joined(path, field.name);
        if (field.immutable && old != now)
            issues.push_back({Issue::Kind::Immutable, where,
                              "Invalid value: " + base::dump(now) + ": field is immutable"});
        else
            checkImmutable(*field.node, old, now, where, issues);
    }
}

} // namespace

std::string reasonOf(Issue::Kind kind)
{
    switch (kind) {
    case Issue::Kind::WrongType:
        return "FieldValueTypeInvalid";
    case Issue::Kind::Required:
        return "FieldValueRequired";
    case Issue::Kind::NotSupported:
        return "FieldValueNotSupported";
    case Issue::Kind::Duplicate:
        return "FieldValueDuplicate";
    case Issue::Kind::UnknownField:
    case Issue::Kind::OutOfRange:
    case Issue::Kind::Immutable:
        break;
    }
    return "FieldValueInvalid";
}

std::vector<Issue> unknownFields(const KindSchema &kind, const Json &object)
{
    std::vector<Issue> issues;
    findUnknown(*kind.root, object, {}, issues);
    return issues;
}

std::vector<Issue> structuralIssues(const KindSchema &kind, const Json &object)
{
    std::vector<Issue> issues;
    checkStructure(*kind.root, object, {}, issues);
    return issues;
}

std::vector<Issue> immutableIssues(const KindSchema &kind, const Json &before, const Json &after)
{
    std::vector<Issue> issues;
    checkImmutable(*kind.root, before, after, {}, issues);
    return issues;
}

std::vector<Issue> validateFields(const KindSchema &kind, const Json &object)
{
    std::vector<Issue> issues = unknownFields(kind, object);
    std::vector<Issue> structural = structuralIssues(kind, object);
    issues.insert(issues.end(), structural.begin(), structural.end());
    return issues;
}

void prune(const KindSchema &kind, Json &object)
{
    pruneNode(*kind.root, object);
}

void applyDefaults(const KindSchema &kind, Json &object)
{
    fillDefaults(*kind.root, object);
}

} // namespace sluice::schema
