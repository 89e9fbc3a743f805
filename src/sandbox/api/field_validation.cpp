// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/field_validation.h"

#include "base/json.h"
#include "schema/catalog.h"
#include "schema/validation.h"

#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

namespace {

std::string joined(const std::vector<std::string> &texts)
{
    std::string result;
    for (const std::string &text : texts)
        result += (result.empty() ? "" : ", ") + text;
    return result;
}

std::string cannotBeHandled(const ResourceType &type, const std::string &why)
{
    return type.kind + " in version \"" + type.version + "\" cannot be handled as a " + type.kind + ": "
        + why;
}

/// The field as Go's decoder names it: without indexes, after the struct that holds it.
std::string goType(const schema::Node *node)
{
    using schema::Shape;
    if (!node)
        return "string";
    switch (node->shape) {
    case Shape::Integer:
        return node->format.empty() ? "int64" : node->format;
    case Shape::Number:
        return "float64";
    case Shape::Boolean:
        return "bool";
    case Shape::List:
        return "[]" + goType(node->element.get());
    case Shape::Map:
        return "map[string]" + goType(node->element.get());
    case Shape::Object:
        return "v1." + node->typeName;
    default:
        return "string";
    }
}

/// Kinds of Kubernetes' own are decoded into structs, so a value of a wrong type is refused before anything else.
std::optional<std::string> decodeError(const ApiCall &call, const schema::KindSchema &kind,
                                       const Json &object)
{
    if (call.type->custom)
        return std::nullopt;
    for (const schema::Issue &issue : schema::structuralIssues(kind, object)) {
        if (issue.kind != schema::Issue::Kind::WrongType)
            continue;
        std::string path;
        for (size_t i = 0; i < issue.field.size(); ++i) {
            if (issue.field[i] == '[')
                i = std::min(issue.field.find(']', i), issue.field.size());
            else
                path += issue.field[i];
        }
        const size_t colon = issue.message.rfind('"', issue.message.size() - 2);
        std::string actual = issue.message.substr(colon + 1, issue.message.size() - colon - 2);
        if (actual == "integer")
            actual = "number";
        else if (actual == "boolean")
            actual = "bool";
        // Go names the struct that holds the field, and a map as a whole.
        const std::string type = goType(schema::nodeAt(kind, path));
        std::string holder = call.type->kind;
        if (const size_t dot = path.rfind('.'); dot != std::string::npos) {
            const schema::Node *parent = schema::nodeAt(kind, path.substr(0, dot));
            if (parent && parent->shape == schema::Shape::Map)
                path.resize(dot);
            else if (parent && !parent->typeName.empty())
                holder = parent->typeName;
        }
        return "json: cannot unmarshal " + actual + " into Go struct field " + holder + '.' + path
            + " of type " + type;
    }
    for (const char *section : {"data", "binaryData"}) {
        const bool bytes = call.type->kind == "Secret" || std::string_view(section) == "binaryData";
        const Json values = bytes ? object.value(section, Json()) : Json();
        for (const Json &value : values) {
            const std::string text = value.is_string() ? value.get<std::string>() : std::string();
            const size_t wrong = text.find_first_not_of(
                "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=\r\n");
            if (wrong != std::string::npos)
                return "illegal base64 data at input byte " + std::to_string(wrong);
        }
    }
    return std::nullopt;
}

/// What the client wants to be told; Warn is the server's default.
std::string wish(const ApiCall &call)
{
    const std::string value = call.info.queryValue("fieldValidation");
    return value.empty() ? "Warn" : value;
}

std::optional<Failure> unknownWish(const ApiCall &call)
{
    const std::string value = wish(call);
    if (value == "Warn" || value == "Strict" || value == "Ignore")
        return std::nullopt;
    return invalid(
        "meta.k8s.io", optionsKind(call), {},
        {{"FieldValueNotSupported",
          "Unsupported value: \"" + value + "\": supported values: \"\", \"Ignore\", \"Strict\", \"Warn\"",
          "fieldValidation"}});
}

/// The result of a patch cannot be read; the message quotes all of it.
Failure invalidPatch(const Json &patched, const std::string &why)
{
    return invalid({}, {}, {},
                   {{"FieldValueInvalid",
                     "Invalid value: " + base::dump(Json(base::dump(patched))) + ": " + why, "patch"}});
}

std::vector<std::string> complaints(const schema::KindSchema *kind, const Json &object,
                                    const std::vector<std::string> &duplicates)
{
    std::vector<std::string> texts;
    if (kind) {
        for (const schema::Issue &issue : schema::unknownFields(*kind, object))
            texts.push_back(issue.message);
    }
    for (const std::string &path : duplicates)
        texts.push_back("duplicate field \"" + path + '"');
    return texts;
}

} // namespace

std::optional<Failure> validateSentFields(const ApiCall &call, const Body &body, Warnings &warnings)
{
    if (std::optional<Failure> failure = unknownWish(call))
        return failure;
    const schema::KindSchema *kind = schema::find(call.type->group, call.type->version, call.type->kind);
    if (kind) {
        if (const std::optional<std::string> why = decodeError(call, *kind, *body.json))
            return badRequest(cannotBeHandled(*call.type, *why));
    }
    if (wish(call) == "Ignore")
        return std::nullopt;
    const std::vector<std::string> texts = complaints(kind, *body.json, body.duplicates);
    if (texts.empty())
        return std::nullopt;
    if (wish(call) == "Strict")
        return badRequest(cannotBeHandled(*call.type, "strict decoding error: " + joined(texts)));
    warnings.insert(warnings.end(), texts.begin(), texts.end());
    return std::nullopt;
}

std::optional<Failure> validatePatchedFields(const ApiCall &call, const Json &patched, Warnings &warnings)
{
    if (std::optional<Failure> failure = unknownWish(call))
        return failure;
    const schema::KindSchema *kind = schema::find(call.type->group, call.type->version, call.type->kind);
    if (kind) {
        if (const std::optional<std::string> why = decodeError(call, *kind, patched))
            return invalidPatch(patched, *why);
    }
    if (wish(call) == "Ignore")
        return std::nullopt;
    const std::vector<std::string> texts = complaints(kind, patched, {});
    if (texts.empty())
        return std::nullopt;
    if (wish(call) == "Strict")
        return invalidPatch(patched, "strict decoding error: " + joined(texts));
    warnings.insert(warnings.end(), texts.begin(), texts.end());
    return std::nullopt;
}

} // namespace sluice::sandbox
