// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "sandbox/api/api_call.h"
#include "sandbox/api/body.h"
#include "sandbox/api/field_validation.h"
#include "schema/catalog.h"
#include "schema/managed_fields.h"
#include "schema/strategic_merge.h"

#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;
using base::textAt;

namespace {

constexpr const char *jsonPatch = "application/json-patch+json";
constexpr const char *mergePatch = "application/merge-patch+json";
constexpr const char *strategicPatch = "application/strategic-merge-patch+json";
constexpr const char *applyPatch = "application/apply-patch+yaml";

std::string acceptedTypes(const ResourceType &type)
{
    std::string accepted = std::string(jsonPatch) + ", " + mergePatch;
    if (!type.custom)
        accepted += std::string(", ") + strategicPatch;
    return accepted + ", " + applyPatch;
}

/// The words for a patch that is well-formed and does not apply.
Failure doesNotApply()
{
    Failure failure;
    failure.code = 422;
    failure.reason = "Invalid";
    failure.message = "the server rejected our request due to an error in our request";
    failure.hasDetails = true;
    return failure;
}

HttpResponse answer(const ApiContext &context, const ApiCall &call, int status, const WriteOutcome &outcome,
                    Warnings warnings)
{
    const std::vector<std::string> &more = outcome ? outcome->warnings : outcome.error().warnings;
    warnings.insert(warnings.end(), more.begin(), more.end());
    if (!outcome)
        return failureResponse(outcome.error().failure, warnings);
    if (call.info.subresource == "scale")
        return jsonResponse(status, scaleOf(*outcome->object), warnings);
    return objectResponse(context, call, status, outcome->object, warnings);
}

/// The server's patch library takes the replacement of a key that is not there for its addition.
Json withAddForMissing(const Json &object, Json patch)
{
    for (Json &operation : patch) {
        const std::string path = operation.is_object() ? textAt(operation, "path") : std::string();
        if (path.empty() || textAt(operation, "op") != "replace")
            continue;
        const Json::json_pointer pointer(path);
        const Json::json_pointer parent = pointer.parent_pointer();
        if (object.contains(parent) && object.at(parent).is_object() && !object.contains(pointer))
            operation["op"] = "add";
    }
    return patch;
}

/// JSON 6902, kept from growing an object beyond what a request may carry.
Outcome<Json> jsonPatched(const Json &object, const Json &patch)
{
    constexpr size_t maximumOperations = 10000;
    if (!patch.is_array())
        return tl::unexpected(
            badRequest("error decoding patch: json: cannot unmarshal object into Go value of type "
                       "[]handlers.jsonPatchOp"));
    if (patch.size() > maximumOperations) {
        Failure failure;
        failure.code = 413;
        failure.reason = "RequestEntityTooLarge";
        failure.message =
            "The allowed maximum operations in a JSON patch is 10000, got " + std::to_string(patch.size());
        return tl::unexpected(std::move(failure));
    }
    try {
        return object.patch(withAddForMissing(object, patch));
    } catch (const Json::exception &) {
        return tl::unexpected(doesNotApply());
    }
}

Outcome<Json> patched(const ApiCall &call, const std::string &type, const Json &object, const Json &patch)
{
    if (type == jsonPatch)
        return jsonPatched(object, patch);
    if (!patch.is_object())
        return tl::unexpected(
            badRequest("error decoding patch: json: cannot unmarshal array into Go value of type "
                       "map[string]interface {}"));
    if (type == mergePatch) {
        Json result = object;
        result.merge_patch(patch);
        return result;
    }
    const schema::KindSchema *kind = schema::find(call.type->group, call.type->version, call.type->kind);
    if (!kind)
        return tl::unexpected(unsupportedMediaType(acceptedTypes(*call.type)));
    auto result = schema::strategicMerge(*kind, object, patch);
    if (!result)
        return tl::unexpected(bareError(500, result.error()));
    return std::move(**result);
}

/// A patch of the Scale changes the object's replicas.
Outcome<Json> scalePatched(const ApiCall &call, const std::string &type, const Json &object,
                           const Json &patch)
{
    Json scale = scaleOf(object);
    auto result = type == jsonPatch ? jsonPatched(scale, patch) : Outcome<Json>(scale);
    if (!result)
        return result;
    if (type != jsonPatch)
        result->merge_patch(patch);
    const Json *replicas = base::at(*result, "spec.replicas");
    if (!replicas || !replicas->is_number_integer() || replicas->get<qint64>() < 0) {
        return tl::unexpected(
            invalid("autoscaling", "Scale", call.info.name,
                    {{"FieldValueInvalid",
                      "Invalid value: " + (replicas ? base::dump(*replicas) : std::string("null"))
                          + ": must be greater than or equal to 0",
                      "spec.replicas"}}));
    }
    Json changed = object;
    changed["spec"]["replicas"] = *replicas;
    return changed;
}

HttpResponse handleOrdinaryPatch(ApiContext &context, const ApiCall &call, const std::string &type,
                                 const WriteContext &writer)
{
    if (call.info.hasQuery("force")) {
        return failureResponse(invalid(
            "meta.k8s.io", "PatchOptions", {},
            {{"FieldValueForbidden", "Forbidden: may not be specified for non-apply patch", "force"}}));
    }
    const auto body = decodeBody(call.http);
    if (!body)
        return failureResponse(badRequest("error decoding patch: " + body.error().message));
    const ObjectPtr live = context.store.get(*call.type, call.info.nameSpace, call.info.name);
    if (!live)
        return failureResponse(notFound(call.type->group, call.type->plural, call.info.name));
    auto next = call.info.subresource == "scale" ? scalePatched(call, type, *live, *body->json)
                                                 : patched(call, type, *live, *body->json);
    if (!next)
        return failureResponse(next.error());
    if (!next->is_object() || !next->contains("metadata") || !(*next)["metadata"].is_object())
        return failureResponse(doesNotApply());
    for (const char *key : {"name", "namespace"}) { // a patch cannot rename
        const Json *old = base::find(*live, {"metadata", key});
        if (old && base::find(*next, {"metadata", key}) != nullptr && (*next)["metadata"][key] != *old)
            return failureResponse(badRequest(
                std::string("the ") + key + " of the object (" + textAt(*next, std::string("metadata.") + key)
                + ") does not match the " + key + " on the URL (" + old->get<std::string>() + ')'));
        if (old)
            (*next)["metadata"][key] = *old;
    }
    Warnings warnings;
    if (const auto failure = validatePatchedFields(call, *next, warnings))
        return failureResponse(*failure, warnings);
    const WriteOutcome outcome = context.store.update(*call.type, std::move(*next), writer);
    return answer(context, call, 200, outcome, std::move(warnings));
}

Failure applyConflict(const std::vector<schema::FieldConflict> &conflicts)
{
    Failure failure;
    failure.code = 409;
    failure.reason = "Conflict";
    failure.message = schema::conflictMessage(conflicts);
    for (const schema::FieldConflict &conflict : conflicts)
        failure.causes.push_back({"FieldManagerConflict", "conflict with " + conflict.owner, conflict.field});
    return failure;
}

Failure notTyped(const ApiCall &call, const Json &configuration, const std::vector<std::string> &errors)
{
    Failure failure;
    failure.code = 500;
    failure.message = "failed to create typed patch object (" + textAt(configuration, "metadata.namespace")
        + '/' + call.info.name + "; " + call.type->group + '/' + call.type->version
        + ", Kind=" + call.type->kind + "): ";
    if (errors.size() == 1) {
        failure.message += errors.front();
    } else {
        failure.message += "errors:";
        for (const std::string &error : errors)
            failure.message += "\n  " + error;
    }
    return failure;
}

/// What an apply's body must be before fields are looked at.
std::optional<Failure> checkConfiguration(const ApiCall &call, const Json &configuration)
{
    const ResourceType &type = *call.type;
    if (call.info.queryValue("fieldManager").empty()) {
        return invalid(
            "meta.k8s.io", "PatchOptions", {},
            {{"FieldValueRequired", "Required value: is required for apply patch", "fieldManager"}});
    }
    if (!configuration.is_object())
        return badRequest(
            "error decoding YAML: json: cannot unmarshal into Go value of type map[string]interface {}");
    const std::string version = textAt(configuration, "apiVersion");
    const std::string sentKind = textAt(configuration, "kind");
    const size_t slash = version.find('/');
    const std::string group = slash == std::string::npos ? std::string() : version.substr(0, slash);
    if (version.empty() || sentKind != type.kind || group != type.group) {
        return badRequest("invalid object type: " + group + '/'
                          + (slash == std::string::npos ? version : version.substr(slash + 1))
                          + ", Kind=" + sentKind);
    }
    if (version != type.apiVersion()) {
        return badRequest("Incorrect version specified in apply patch. Specified patch version: " + version
                          + ", expected: " + type.apiVersion());
    }
    const Json *managed = base::at(configuration, "metadata.managedFields");
    if (managed && !managed->empty())
        return badRequest("metadata.managedFields must be nil");
    const std::string name = textAt(configuration, "metadata.name");
    if (name.empty())
        return nameless(call);
    if (name != call.info.name)
        return badRequest("the name of the object (" + name + ") does not match the name on the URL ("
                          + call.info.name + ')');
    const std::string nameSpace = textAt(configuration, "metadata.namespace", call.info.nameSpace);
    if (type.namespaced && nameSpace != call.info.nameSpace)
        return badRequest(
            "the namespace of the provided object does not match the namespace sent on the request");
    return std::nullopt;
}

HttpResponse handleApply(ApiContext &context, const ApiCall &call, WriteContext writer)
{
    const ResourceType &type = *call.type;
    const schema::KindSchema *kind = schema::find(type.group, type.version, type.kind);
    auto body = decodeBody(call.http);
    if (!body)
        return failureResponse(body.error());
    Json &configuration = *body->json;
    if (std::optional<Failure> failure = checkConfiguration(call, configuration))
        return failureResponse(*failure);
    if (!kind || call.info.subresource == "scale")
        return failureResponse(unsupportedMediaType(std::string(jsonPatch) + ", " + mergePatch));
    if (!configuration.contains("metadata") || !configuration["metadata"].is_object())
        configuration["metadata"] = Json::object();
    const Json sent = configuration;
    if (type.namespaced)
        configuration["metadata"]["namespace"] = call.info.nameSpace;
    Warnings warnings;
    for (const std::string &path : body->duplicates)
        warnings.push_back("duplicate field \"" + path + '"');
    if (!warnings.empty() && call.info.queryValue("fieldValidation") == "Strict")
        return failureResponse(badRequest("error decoding YAML: " + warnings.front()));

    const ObjectPtr live = context.store.get(type, call.info.nameSpace, call.info.name);
    const schema::FieldWriter fields{writer.manager, "Apply", writer.subresource,
                                     rfc3339(context.store.clock().now())};
    const schema::ApplyResult applied =
        schema::apply(*kind, live.get(), configuration, fields, call.info.queryFlag("force"));
    if (!applied.typeErrors.empty())
        return failureResponse(notTyped(call, sent, applied.typeErrors), warnings);
    if (!applied.conflicts.empty())
        return failureResponse(applyConflict(applied.conflicts), warnings);
    writer.operation = "Apply";
    writer.fieldsTracked = true;
    Json &object = *applied.object;
    if (!live) {
        if (!writer.subresource.empty())
            return failureResponse(notFound(type.group, type.plural, call.info.name));
        if (const std::string uid = textAt(sent, "metadata.uid"); !uid.empty())
            return failureResponse(conflict(type.group, type.plural, call.info.name,
                                            "uid mismatch: the provided object specified uid " + uid
                                                + ", and no existing object was found"),
                                   warnings);
        return answer(context, call, 201, context.store.create(type, std::move(object), writer),
                      std::move(warnings));
    }
    object["metadata"].erase("resourceVersion");
    if (const Json *wanted = base::at(configuration, "metadata.resourceVersion"))
        object["metadata"]["resourceVersion"] = *wanted;
    return answer(context, call, 200, context.store.update(type, std::move(object), writer),
                  std::move(warnings));
}

} // namespace

HttpResponse handlePatch(ApiContext &context, const ApiCall &call)
{
    const std::string type = mediaType(call.http);
    const bool known = type == jsonPatch || type == mergePatch || type == applyPatch
        || (type == strategicPatch && !call.type->custom);
    if (!known)
        return failureResponse(call.type->custom ? unsupportedMediaType(acceptedTypes(*call.type))
                                                 : unsupportedMediaType());
    const auto writer = writeContext(call);
    if (!writer)
        return failureResponse(writer.error());
    return type == applyPatch ? handleApply(context, call, *writer)
                              : handleOrdinaryPatch(context, call, type, *writer);
}

} // namespace sluice::sandbox
