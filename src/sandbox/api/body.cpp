// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/body.h"

#include "base/json.h"
#include "sandbox/api/duplicate_keys.h"
#include "yaml/document.h"

#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;
using base::textAt;

namespace {

constexpr size_t maximumBytes = 3 * 1024 * 1024; // kube-apiserver's limit on request bodies

Failure tooLarge()
{
    Failure failure;
    failure.code = 413;
    failure.reason = "RequestEntityTooLarge";
    failure.message = "Request entity too large: limit is " + std::to_string(maximumBytes);
    return failure;
}

/// The message that Go's encoding/json gives for the text.
std::string goSyntaxError(const std::string &text)
{
    try {
        [[maybe_unused]] const Json value = Json::parse(text);
    } catch (const Json::parse_error &error) {
        if (error.byte == 0 || error.byte > text.size())
            return "unexpected end of JSON input";
        return std::string("invalid character '") + text[error.byte - 1] + "' looking for beginning of value";
    } catch (const Json::exception &) {
        return "invalid JSON";
    }
    return "json: exceeded max depth";
}

std::string summary(const std::string &body)
{
    constexpr size_t length = 30;
    if (body.empty())
        return "<empty>";
    const std::string start = body.substr(0, length);
    const std::string shown =
        body.front() == '{' ? start : QByteArray::fromStdString(start).toHex().toStdString();
    return body.size() > length ? shown + " ..." : shown;
}

bool isYaml(const std::string &type)
{
    return type.find("yaml") != std::string::npos;
}

/// What Go's decoder calls a JSON value.
const char *goJsonType(const Json &value)
{
    if (value.is_array())
        return "array";
    if (value.is_string())
        return "string";
    return value.is_boolean() ? "bool" : "number";
}

/// Of an object whose kind is not that of the resource it was sent to.
Failure otherKind(const ApiCall &call, const std::string &kind, const std::string &version,
                  const Json &object)
{
    const ResourceType &type = *call.type;
    const size_t slash = version.find('/');
    const std::string group = slash == std::string::npos ? std::string() : version.substr(0, slash);
    const std::string plainVersion = slash == std::string::npos ? version : version.substr(slash + 1);
    if (type.custom) {
        std::vector<FailureCause> causes;
        if (kind != type.kind)
            causes.push_back(
                {"FieldValueInvalid", "Invalid value: \"" + kind + "\": must be " + type.kind, "kind"});
        if (version != type.apiVersion())
            causes.push_back({"FieldValueInvalid",
                              "Invalid value: \"" + version + "\": must be " + type.apiVersion(),
                              "apiVersion"});
        return invalid(group, kind, textAt(object, "metadata.name"), std::move(causes));
    }
    const std::string what =
        kind + " in version \"" + plainVersion + "\" cannot be handled as a " + type.kind + ": ";
    const std::string internal = type.group.empty() ? "core" : type.group.substr(0, type.group.find('.'));
    if (call.info.version == plainVersion && type.group == group && kind != type.kind
        && call.knownKind(group, plainVersion, kind))
        return badRequest(what + "converting (" + plainVersion + '.' + kind + ") to (" + internal + '.'
                          + type.kind + "): unknown conversion");
    return badRequest(what + "no kind \"" + kind + "\" is registered for version \"" + version
                      + "\" in scheme \"pkg/runtime/scheme.go:110\"");
}

Failure unrecognized(const ApiCall &call, const std::string &why)
{
    return badRequest("the object provided is unrecognized (must be of type " + call.type->kind + "): " + why
                      + " (" + summary(call.http.body) + ')');
}

} // namespace

std::string optionsKind(const ApiCall &call)
{
    if (call.info.verb == "patch")
        return "PatchOptions";
    if (call.info.verb == "update")
        return "UpdateOptions";
    return call.info.verb.starts_with("delete") ? "DeleteOptions" : "CreateOptions";
}

std::string mediaType(const HttpRequest &request)
{
    std::string type = headerValue(request.headers, "Content-Type");
    type.resize(std::min(type.size(), type.find(';')));
    while (!type.empty() && type.back() == ' ')
        type.pop_back();
    return type.empty() ? "application/json" : type;
}

Outcome<Body> decodeBody(const HttpRequest &request)
{
    if (request.body.size() > maximumBytes)
        return tl::unexpected(tooLarge());
    const std::string type = mediaType(request);
    if (type.find("protobuf") != std::string::npos)
        return tl::unexpected(unsupportedMediaType("application/json, application/yaml"));
    Body body;
    if (auto json = base::parseJson(request.body, QStringLiteral("request"))) {
        body.json = std::make_shared<Json>(std::move(*json));
        body.duplicates = duplicateKeys(request.body);
        return body;
    }
    if (isYaml(type)) {
        const auto yaml =
            yaml::parseValue(QByteArray::fromStdString(request.body), QStringLiteral("request"));
        if (!yaml)
            return tl::unexpected(
                badRequest("error decoding YAML: " + debugText(yaml.error()).toStdString()));
        body.json = std::make_shared<Json>(*yaml);
        return body;
    }
    return tl::unexpected(
        badRequest("couldn't get version/kind; json parse error: " + goSyntaxError(request.body)));
}

Outcome<Body> decodeObject(const ApiCall &call)
{
    auto body = decodeBody(call.http);
    if (!body) {
        if (body.error().code == 400)
            return tl::unexpected(unrecognized(call, body.error().message));
        return body;
    }
    Json &object = *body->json;
    if (!object.is_object())
        return tl::unexpected(
            unrecognized(call,
                         std::string("couldn't get version/kind; json parse error: json: cannot unmarshal ")
                             + goJsonType(object)
                             + " into Go value of type struct { APIVersion string "
                               "\"json:\\\"apiVersion,omitempty\\\"\"; Kind string "
                               "\"json:\\\"kind,omitempty\\\"\" }"));
    const ResourceType &type = *call.type;
    const std::string kind = textAt(object, "kind");
    const std::string version = textAt(object, "apiVersion");
    const bool scale = call.info.subresource == "scale";
    const std::string wantedKind = scale ? "Scale" : type.kind;
    const std::string wantedVersion = scale ? "autoscaling/v1" : type.apiVersion();
    if (kind.empty() && type.custom)
        return tl::unexpected(
            unrecognized(call, "Object 'Kind' is missing in '" + summary(call.http.body) + '\''));
    if ((!kind.empty() && kind != wantedKind) || (!version.empty() && version != wantedVersion)) {
        if (type.group == "serving.knative.dev" && version == wantedVersion)
            object["kind"] = type.kind; // Knative's webhook decodes it as what it should be
        else if (!scale)
            return tl::unexpected(otherKind(call, kind.empty() ? type.kind : kind,
                                            version.empty() ? type.apiVersion() : version, object));
        else
            return tl::unexpected(badRequest("the API version in the data (" + version
                                             + ") does not match the expected API version (" + wantedVersion
                                             + ')'));
    }
    if (object.contains("metadata") && !object["metadata"].is_object() && !object["metadata"].is_null()) {
        return tl::unexpected(badRequest(type.kind + " in version \"" + type.version
                                         + "\" cannot be handled as a " + type.kind
                                         + ": json: cannot unmarshal into Go struct field " + type.kind
                                         + ".metadata of type v1.ObjectMeta"));
    }
    if (object.contains("metadata") && object["metadata"].is_null())
        object.erase("metadata");
    Json &metadata = object["metadata"];
    if (metadata.is_null())
        metadata = Json::object();
    const std::string nameSpace = textAt(object, "metadata.namespace");
    if (type.namespaced) {
        if (nameSpace.empty())
            metadata["namespace"] = call.info.nameSpace;
        else if (nameSpace != call.info.nameSpace)
            return tl::unexpected(badRequest(
                "the namespace of the provided object does not match the namespace sent on the request"));
    }
    if (!call.info.name.empty()) {
        const std::string name = textAt(object, "metadata.name");
        if (name.empty())
            return tl::unexpected(nameless(call));
        if (name != call.info.name)
            return tl::unexpected(badRequest("the name of the object (" + name
                                             + ") does not match the name on the URL (" + call.info.name
                                             + ')'));
    }
    return body;
}

Failure nameless(const ApiCall &call)
{
    return badRequest("the name of the object (" + call.info.name
                      + " based on URL) was undeterminable: name must be provided");
}

std::string managerOf(const ApiCall &call)
{
    std::string manager = call.info.queryValue("fieldManager");
    if (manager.empty()) {
        manager = headerValue(call.http.headers, "User-Agent");
        manager.resize(std::min(manager.size(), manager.find('/')));
    }
    if (manager.empty())
        manager = "unknown";
    manager.resize(std::min<size_t>(manager.size(), 128));
    return manager;
}

Outcome<WriteContext> writeContext(const ApiCall &call)
{
    WriteContext context;
    context.user = call.user.name;
    context.groups = call.user.groups;
    context.manager = managerOf(call);
    context.subresource = call.info.subresource;
    if (call.info.queryValue("fieldManager").size() > 128)
        return tl::unexpected(
            invalid("meta.k8s.io", optionsKind(call), {},
                    {{"FieldValueTooLong", "Too long: may not be more than 128 bytes", "fieldManager"}}));
    // A deletion with a body is asked for by its body alone.
    if (!call.http.body.empty() && call.info.verb.starts_with("delete"))
        return context;
    const std::string dryRun = call.info.queryValue("dryRun");
    if (!dryRun.empty() && dryRun != "All") {
        return tl::unexpected(
            invalid("meta.k8s.io", optionsKind(call), {},
                    {{"FieldValueNotSupported",
                      "Unsupported value: [\"" + dryRun + "\"]: supported values: \"All\"", "dryRun"}}));
    }
    context.dryRun = dryRun == "All";
    return context;
}

} // namespace sluice::sandbox
