// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "sandbox/api/api_call.h"
#include "sandbox/api/continue_token.h"
#include "sandbox/api/list_query.h"
#include "sandbox/api/table.h"

#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;
using base::textAt;

namespace {

Json partialMetadata(const Json &object)
{
    return {{"kind", "PartialObjectMetadata"},
            {"apiVersion", "meta.k8s.io/v1"},
            {"metadata", object.value("metadata", Json::object())}};
}

TableOptions tableOptions(const ApiContext &context, const ApiCall &call)
{
    TableOptions options;
    options.now = context.store.clock().now();
    const std::string include = call.info.queryValue("includeObject");
    if (include == "Object")
        options.rowObject = RowObject::Object;
    else if (include == "None")
        options.rowObject = RowObject::None;
    return options;
}

/// The objects of one page and where the next one begins.
struct Page {
    std::vector<ObjectPtr> objects;
    std::uint64_t version = 0;
    std::string next;
    size_t remaining = 0;
};

Failure tooLarge(std::uint64_t wanted, std::uint64_t current)
{
    Failure failure;
    failure.code = 504;
    failure.reason = "Timeout";
    failure.message = "Timeout: Too large resource version: " + std::to_string(wanted)
        + ", current: " + std::to_string(current);
    failure.causes = {{"ResourceVersionTooLarge", "Too large resource version", {}}};
    failure.retryAfterSeconds = 1;
    failure.hasDetails = true;
    return failure;
}

Outcome<Page> readPage(const ApiContext &context, const ApiCall &call, const ListQuery &query)
{
    const ObjectStore &store = context.store;
    Page page;
    page.version = store.version();
    std::optional<ContinueToken> token;
    if (const std::string text = call.info.queryValue("continue"); !text.empty()) {
        auto decoded = ContinueToken::decode(text);
        if (!decoded)
            return tl::unexpected(decoded.error());
        token = std::move(*decoded);
        if (token->version != 0)
            page.version = token->version;
    } else if (query.versionMatch == "Exact") {
        page.version = *query.version;
    }
    if (query.version && *query.version > store.version())
        return tl::unexpected(tooLarge(*query.version, store.version()));
    const auto all = store.listAt(*call.type, call.info.nameSpace, page.version);
    if (!all) {
        if (!token)
            return tl::unexpected(expired("The resourceVersion for the provided list is too old."));
        Failure failure =
            expired("The provided continue parameter is too old to display a consistent list result. "
                    "You can start a new list without the continue parameter, or use the continue token "
                    "in this response to retrieve the remainder of the results. Continuing with the "
                    "provided token results in an inconsistent list - objects that were created, "
                    "modified, or deleted between the time the first chunk was returned and now may show "
                    "up in the list.");
        failure.continueToken = ContinueToken{0, token->nameSpace, token->name}.encoded();
        return tl::unexpected(std::move(failure));
    }
    std::vector<ObjectPtr> matching;
    for (const ObjectPtr &object : *all) {
        if (!query.matches(*object))
            continue;
        if (token) {
            const auto place =
                std::pair{call.info.nameSpace.empty() ? textAt(*object, "metadata.namespace") : std::string(),
                          textAt(*object, "metadata.name")};
            if (place <= std::pair{token->nameSpace, token->name})
                continue;
        }
        matching.push_back(object);
    }
    const long long limit = call.info.queryNumber("limit").value_or(0);
    if (limit > 0 && matching.size() > static_cast<size_t>(limit)) {
        page.remaining = matching.size() - static_cast<size_t>(limit);
        matching.resize(static_cast<size_t>(limit));
        const Json &last = *matching.back();
        page.next =
            ContinueToken{page.version,
                          call.info.nameSpace.empty() ? textAt(last, "metadata.namespace") : std::string(),
                          textAt(last, "metadata.name")}
                .encoded();
    }
    page.objects = std::move(matching);
    return page;
}

} // namespace

HttpResponse objectResponse(const ApiContext &context, const ApiCall &call, int status,
                            const ObjectPtr &object, const Warnings &warnings)
{
    switch (requestedForm(call.http)) {
    case Form::Table: {
        Json table = tableOf(*call.type, {object}, tableOptions(context, call));
        table["metadata"]["resourceVersion"] = textAt(*object, "metadata.resourceVersion");
        return jsonResponse(status, table, warnings);
    }
    case Form::Metadata:
        return jsonResponse(status, partialMetadata(*object), warnings);
    case Form::Object:
        break;
    }
    return jsonResponse(status, *object, warnings);
}

std::optional<Failure> unknownInclude(const ApiCall &call)
{
    const std::string include = call.info.queryValue("includeObject");
    if (requestedForm(call.http) != Form::Table || include.empty() || include == "None"
        || include == "Metadata" || include == "Object")
        return std::nullopt;
    return badRequest("Unable to convert to Table as requested: includeObject: Invalid value: \"" + include
                      + "\": must be 'Metadata', 'Object', 'None', or empty");
}

HttpResponse handleGet(ApiContext &context, const ApiCall &call)
{
    if (const std::optional<Failure> failure = unknownInclude(call))
        return failureResponse(*failure);
    const ResourceType &type = *call.type;
    const std::string version = call.info.queryValue("resourceVersion");
    if (version.find_first_not_of("0123456789") != std::string::npos)
        return failureResponse(bareError(500, notAVersion(version)));
    const ObjectPtr object = context.store.get(type, call.info.nameSpace, call.info.name);
    if (!object)
        return failureResponse(notFound(type.group, type.plural, call.info.name));
    if (call.info.subresource == "scale")
        return jsonResponse(200, scaleOf(*object));
    return objectResponse(context, call, 200, object);
}

HttpResponse handleList(ApiContext &context, const ApiCall &call)
{
    if (const std::optional<Failure> failure = unknownInclude(call))
        return failureResponse(*failure);
    const auto query = ListQuery::read(call);
    if (!query)
        return failureResponse(query.error());
    const auto page = readPage(context, call, *query);
    if (!page)
        return failureResponse(page.error());
    const ResourceType &type = *call.type;
    Json metadata{{"resourceVersion", std::to_string(page->version)}};
    if (!page->next.empty())
        metadata["continue"] = page->next;
    else if (type.custom && requestedForm(call.http) == Form::Object)
        metadata["continue"] = "";
    if (page->remaining > 0 && query->labels.isEmpty() && query->fields.isEmpty())
        metadata["remainingItemCount"] = page->remaining;

    if (requestedForm(call.http) == Form::Table) {
        Json table = tableOf(type, page->objects, tableOptions(context, call));
        table["metadata"] = std::move(metadata);
        return jsonResponse(200, table);
    }
    Json items = Json::array();
    for (const ObjectPtr &object : page->objects) {
        if (requestedForm(call.http) == Form::Metadata) {
            items.push_back(partialMetadata(*object));
            continue;
        }
        items.push_back(*object);
        if (!type.custom) { // items of typed lists carry no kind of their own
            items.back().erase("kind");
            items.back().erase("apiVersion");
        }
    }
    Json list{{"metadata", std::move(metadata)}, {"items", std::move(items)}};
    if (requestedForm(call.http) == Form::Metadata) {
        list["kind"] = "PartialObjectMetadataList";
        list["apiVersion"] = "meta.k8s.io/v1";
    } else {
        list["kind"] = type.listKind();
        list["apiVersion"] = type.apiVersion();
    }
    return jsonResponse(200, list);
}

Json scaleOf(const Json &object)
{
    Json metadata = Json::object();
    for (const char *key : {"name", "namespace", "uid", "resourceVersion", "creationTimestamp"}) {
        if (const Json *value = base::find(object, {"metadata", key}))
            metadata[key] = *value;
    }
    std::string selector;
    if (const Json *labels = base::at(object, "spec.selector.matchLabels"); labels && labels->is_object()) {
        for (const auto &[key, value] : labels->items())
            selector += (selector.empty() ? "" : ",") + key + '='
                + (value.is_string() ? value.get<std::string>() : "");
    }
    Json spec = Json::object(); // none is left out
    if (const qint64 replicas = base::intAt(object, "spec.replicas"))
        spec["replicas"] = replicas;
    Json status{{"replicas", base::intAt(object, "status.replicas")}};
    if (!selector.empty())
        status["selector"] = selector;
    return {{"kind", "Scale"},
            {"apiVersion", "autoscaling/v1"},
            {"metadata", std::move(metadata)},
            {"spec", std::move(spec)},
            {"status", std::move(status)}};
}

} // namespace sluice::sandbox
