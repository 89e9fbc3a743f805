// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "sandbox/api/api_call.h"
#include "sandbox/api/body.h"
#include "sandbox/api/field_validation.h"
#include "sandbox/api/list_query.h"

#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;
using base::textAt;

namespace {

HttpResponse writtenResponse(const ApiContext &context, const ApiCall &call, int status,
                             const WriteOutcome &outcome, Warnings warnings)
{
    const std::vector<std::string> &more = outcome ? outcome->warnings : outcome.error().warnings;
    warnings.insert(warnings.end(), more.begin(), more.end());
    if (!outcome)
        return failureResponse(outcome.error().failure, warnings);
    if (call.info.subresource == "scale")
        return jsonResponse(status, scaleOf(*outcome->object), warnings);
    return objectResponse(context, call, status, outcome->object, warnings);
}

constexpr const char *objectTypes = "application/json, application/yaml, application/vnd.kubernetes.protobuf";

bool isObjectType(const std::string &type)
{
    return type.find("json") != std::string::npos || type.find("yaml") != std::string::npos
        || type.find("protobuf") != std::string::npos;
}

/// The deletion that the body asks for, or without one the query.
Outcome<RemoveOptions> removeOptions(const ApiCall &call, WriteContext &writer)
{
    RemoveOptions options;
    Json body = Json::object();
    if (!call.http.body.empty()) {
        auto decoded = decodeBody(call.http);
        if (!decoded)
            return tl::unexpected(decoded.error());
        if (decoded->json->is_object())
            body = std::move(*decoded->json);
    }
    const bool asked = !call.http.body.empty(); // what stands in the query is then not looked at
    std::string policy =
        asked ? textAt(body, "propagationPolicy") : call.info.queryValue("propagationPolicy");
    const bool orphanDependents = body.value("orphanDependents", Json()).is_boolean();
    if (!policy.empty() && orphanDependents) {
        return tl::unexpected(
            invalid("meta.k8s.io", "DeleteOptions", {},
                    {{"FieldValueInvalid",
                      "Invalid value: \"" + policy
                          + "\": orphanDependents and deletionPropagation cannot be both set",
                      "propagationPolicy"}}));
    }
    if (policy.empty() && orphanDependents)
        policy = body["orphanDependents"].get<bool>() ? "Orphan" : "Background";
    if (policy == "Background")
        options.propagation = RemoveOptions::Propagation::Background;
    else if (policy == "Foreground")
        options.propagation = RemoveOptions::Propagation::Foreground;
    else if (policy == "Orphan")
        options.propagation = RemoveOptions::Propagation::Orphan;
    else if (!policy.empty()) {
        return tl::unexpected(
            invalid("meta.k8s.io", "DeleteOptions", {},
                    {{"FieldValueNotSupported",
                      "Unsupported value: \"" + policy
                          + "\": supported values: \"Foreground\", \"Background\", \"Orphan\", \"nil\"",
                      "propagationPolicy"}}));
    }
    if (const Json *uid = base::at(body, "preconditions.uid"); uid && uid->is_string())
        options.uid = uid->get<std::string>();
    if (const Json *version = base::at(body, "preconditions.resourceVersion");
        version && version->is_string())
        options.resourceVersion = version->get<std::string>();
    if (const Json *grace = base::at(body, "gracePeriodSeconds"); grace && grace->is_number_integer())
        options.gracePeriodSeconds = grace->get<qint64>();
    else if (const auto seconds = asked ? std::nullopt : call.info.queryNumber("gracePeriodSeconds"))
        options.gracePeriodSeconds = *seconds;
    if (const Json *dryRun = base::at(body, "dryRun"); dryRun && dryRun->is_array() && !dryRun->empty()) {
        if (*dryRun != Json::array({"All"}))
            return tl::unexpected(invalid(
                "meta.k8s.io", "DeleteOptions", {},
                {{"FieldValueNotSupported",
                  "Unsupported value: " + base::dump(*dryRun) + ": supported values: \"All\"", "dryRun"}}));
        writer.dryRun = true;
    }
    return options;
}

} // namespace

HttpResponse handleCreate(ApiContext &context, const ApiCall &call)
{
    if (!isObjectType(mediaType(call.http)))
        return failureResponse(unsupportedMediaType(objectTypes));
    auto writer = writeContext(call);
    if (!writer)
        return failureResponse(writer.error());
    auto body = decodeObject(call);
    if (!body)
        return failureResponse(body.error());
    Warnings warnings;
    if (const auto failure = validateSentFields(call, *body, warnings))
        return failureResponse(*failure, warnings);
    const std::string version = textAt(*body->json, "metadata.resourceVersion");
    if (!version.empty() && version != "0")
        return failureResponse(bareError(500, "resourceVersion should not be set on objects to be created"),
                               warnings);
    const WriteOutcome outcome = context.store.create(*call.type, std::move(*body->json), *writer);
    return writtenResponse(context, call, 201, outcome, std::move(warnings));
}

HttpResponse handleUpdate(ApiContext &context, const ApiCall &call)
{
    if (!isObjectType(mediaType(call.http)))
        return failureResponse(unsupportedMediaType(objectTypes));
    const ResourceType &type = *call.type;
    auto writer = writeContext(call);
    if (!writer)
        return failureResponse(writer.error());
    auto body = decodeObject(call);
    if (!body)
        return failureResponse(body.error());
    Warnings warnings;
    if (call.info.subresource == "scale") {
        const Json *replicas = base::at(*body->json, "spec.replicas");
        const qint64 wanted = replicas && replicas->is_number_integer() ? replicas->get<qint64>() : 0;
        const std::string version = textAt(*body->json, "metadata.resourceVersion");
        const WriteOutcome outcome =
            context.store.modify(type, call.info.nameSpace, call.info.name, *writer, [&](Json &object) {
                object["spec"]["replicas"] = wanted;
                if (!version.empty())
                    object["metadata"]["resourceVersion"] = version;
                return true;
            });
        return writtenResponse(context, call, 200, outcome, std::move(warnings));
    }
    if (const auto failure = validateSentFields(call, *body, warnings))
        return failureResponse(*failure, warnings);
    if (type.custom && textAt(*body->json, "metadata.resourceVersion").empty()
        && context.store.get(type, call.info.nameSpace, call.info.name)) {
        return failureResponse(
            invalid(type.group, type.plural, call.info.name,
                    {{"FieldValueInvalid", "Invalid value: 0: must be specified for an update",
                      "metadata.resourceVersion"}}),
            warnings);
    }
    const WriteOutcome outcome = context.store.update(type, std::move(*body->json), *writer);
    return writtenResponse(context, call, 200, outcome, std::move(warnings));
}

HttpResponse handleDelete(ApiContext &context, const ApiCall &call)
{
    const ResourceType &type = *call.type;
    auto writer = writeContext(call);
    if (!writer)
        return failureResponse(writer.error());
    const auto options = removeOptions(call, *writer);
    if (!options)
        return failureResponse(options.error());
    const WriteOutcome outcome =
        context.store.remove(type, call.info.nameSpace, call.info.name, *options, *writer);
    if (!outcome)
        return failureResponse(outcome.error().failure, outcome.error().warnings);
    if (!outcome->removed || type.returnsDeleted)
        return objectResponse(context, call, 200, outcome->object, outcome->warnings);
    Json details{
        {"name", call.info.name}, {"kind", type.plural}, {"uid", textAt(*outcome->object, "metadata.uid")}};
    if (!type.group.empty())
        details["group"] = type.group;
    return jsonResponse(200,
                        {{"kind", "Status"},
                         {"apiVersion", "v1"},
                         {"metadata", Json::object()},
                         {"status", "Success"},
                         {"details", std::move(details)}},
                        outcome->warnings);
}

HttpResponse handleDeleteCollection(ApiContext &context, const ApiCall &call)
{
    const ResourceType &type = *call.type;
    auto writer = writeContext(call);
    if (!writer)
        return failureResponse(writer.error());
    const auto options = removeOptions(call, *writer);
    if (!options)
        return failureResponse(options.error());
    const auto query = ListQuery::read(call);
    if (!query)
        return failureResponse(query.error());
    Json items = Json::array();
    Warnings warnings;
    for (const ObjectPtr &object : context.store.list(type, call.info.nameSpace)) {
        if (!query->matches(*object))
            continue;
        const WriteOutcome outcome = context.store.remove(
            type, textAt(*object, "metadata.namespace"), textAt(*object, "metadata.name"), *options, *writer);
        if (!outcome && outcome.error().failure.code != 404)
            return failureResponse(outcome.error().failure, outcome.error().warnings);
        if (outcome)
            items.push_back(*outcome->object);
        if (outcome && !type.custom) { // as in a typed list
            items.back().erase("kind");
            items.back().erase("apiVersion");
        }
    }
    return jsonResponse(200,
                        {{"kind", type.listKind()},
                         {"apiVersion", type.apiVersion()},
                         {"metadata", {{"resourceVersion", std::to_string(context.store.version())}}},
                         {"items", std::move(items)}},
                        warnings);
}

} // namespace sluice::sandbox
