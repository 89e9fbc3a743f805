// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "sandbox/api/api_call.h"
#include "sandbox/store/served_versions.h"
#include "schema/catalog.h"
#include "schema/open_api.h"

#include <QCryptographicHash>
#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

namespace {

Json parameter(const char *name, const char *type, const char *description)
{
    return {{"name", name},
            {"in", "query"},
            {"description", description},
            {"schema", {{"type", type}, {"uniqueItems", true}}}};
}

Json pathParameter(const char *name, const char *description)
{
    return {{"name", name},
            {"in", "path"},
            {"required", true},
            {"description", description},
            {"schema", {{"type", "string"}, {"uniqueItems", true}}}};
}

Json writeParameters(bool apply)
{
    Json parameters = Json::array(
        {parameter("dryRun", "string", "All: do everything except the write."),
         parameter("fieldManager", "string", "Name of the writer in managedFields; required for apply."),
         parameter("fieldValidation", "string",
                   "What happens to unknown and duplicate fields: Ignore, Warn or Strict.")});
    if (apply)
        parameters.push_back(
            parameter("force", "boolean", "Take over fields that others own; only for apply."));
    return parameters;
}

Json operation(const ResourceType &type, const char *action, Json parameters)
{
    return {{"parameters", std::move(parameters)},
            {"responses", {{"200", {{"description", "OK"}}}}},
            {"x-kubernetes-action", action},
            {"x-kubernetes-group-version-kind",
             {{"group", type.group}, {"version", type.version}, {"kind", type.kind}}}};
}

/// The operations on a type; kubectl looks here for what patches understand.
void addPaths(Json &paths, const ResourceType &type)
{
    const std::string root = (type.group.empty() ? "/api/" : "/apis/") + type.apiVersion() + '/';
    const std::string collection = root + (type.namespaced ? "namespaces/{namespace}/" : "") + type.plural;
    Json common = Json::array();
    if (type.namespaced)
        common.push_back(pathParameter("namespace", "Namespace of the object."));
    paths[collection] = {{"get", operation(type, "list", Json::array())},
                         {"post", operation(type, "post", writeParameters(false))},
                         {"delete", operation(type, "deletecollection", Json::array())},
                         {"parameters", common}};
    common.push_back(pathParameter("name", "Name of the object."));
    Json patch = operation(type, "patch", writeParameters(true));
    for (const char *content : {"application/json-patch+json", "application/merge-patch+json",
                                "application/strategic-merge-patch+json", "application/apply-patch+yaml"}) {
        if (!type.custom || std::string_view(content).find("strategic") == std::string_view::npos)
            patch["requestBody"]["content"][content] = {{"schema", {{"type", "object"}}}};
    }
    Json one{
        {"get", operation(type, "get", Json::array())},
        {"put", operation(type, "put", writeParameters(false))},
        {"patch", std::move(patch)},
        {"delete",
         operation(type, "delete",
                   Json::array({parameter("dryRun", "string", "All: do everything except the write.")}))},
        {"parameters", common}};
    if (type.hasStatus)
        paths[collection + "/{name}/status"] = one;
    paths[collection + "/{name}"] = std::move(one);
    if (type.namespaced)
        paths[root + type.plural] = {{"get", operation(type, "list", Json::array())}};
}

/// Puts a kind into the document of another version than the stored one, with what its schema refers to.
void addServed(Json &paths, Json &schemas, const ResourceType &stored, const ServedVersion &version)
{
    ResourceType type = stored;
    type.version = version.served;
    addPaths(paths, type);
    const Json all = schema::openApiSchemas(version.group, version.stored);
    for (const auto &[name, schema] : all.items()) {
        Json copy = schema;
        if (const auto kinds = copy.find("x-kubernetes-group-version-kind"); kinds != copy.end()) {
            Json &kind = kinds->at(0);
            if (kind["kind"] != version.kind)
                continue;
            kind["version"] = version.served;
        }
        if (!schemas.contains(name))
            schemas[name] = std::move(copy);
    }
}

Json document(const ResourceRegistry &registry, const std::string &group, const std::string &version)
{
    Json paths = Json::object();
    bool custom = false;
    for (const auto &type : registry.all()) {
        if (type->group == group && type->version == version) {
            addPaths(paths, *type);
            custom = type->custom;
        }
    }
    Json schemas = schema::openApiSchemas(group, version);
    for (const ServedVersion &served : servedVersions()) {
        const ResourceType *stored = registry.find(served.group, served.stored, served.plural);
        if (stored && group == served.group && version == served.served) {
            addServed(paths, schemas, *stored, served);
            custom = true;
        }
    }
    return {{"openapi", "3.0.0"},
            {"info", {{"title", custom ? "Kubernetes CRD Swagger" : "Kubernetes"}, {"version", "v1.34.1"}}},
            {"paths", std::move(paths)},
            {"components", {{"schemas", std::move(schemas)}}}};
}

const Json &cachedDocument(ApiContext &context, const std::string &group, const std::string &version)
{
    std::shared_ptr<const Json> &slot = context.openApiDocuments[group + '/' + version];
    if (!slot)
        slot = std::make_shared<const Json>(document(context.store.registry(), group, version));
    return *slot;
}

Json index(ApiContext &context)
{
    Json paths = Json::object();
    const auto add = [&](const std::string &group, const std::string &version) {
        const std::string path = (group.empty() ? "api/" : "apis/" + group + '/') + version;
        if (paths.contains(path))
            return;
        const QByteArray bytes =
            QByteArray::fromStdString(base::dump(cachedDocument(context, group, version)));
        const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().toUpper();
        paths[path] = {{"serverRelativeURL", "/openapi/v3/" + path + "?hash=" + hash.toStdString()}};
    };
    for (const auto &type : context.store.registry().all())
        add(type->group, type->version);
    for (const ServedVersion &served : servedVersions()) {
        if (context.store.registry().find(served.group, served.stored, served.plural))
            add(served.group, served.served);
    }
    return {{"paths", std::move(paths)}};
}

} // namespace

HttpResponse handleOpenApi(ApiContext &context, const ApiCall &call)
{
    const std::vector<std::string> &segments = call.info.segments; // openapi, v3, api|apis, …
    if (segments.size() < 2 || segments[1] != "v3")
        return pageNotFound();
    if (segments.size() == 2)
        return jsonResponse(200, index(context));
    std::string group;
    std::string version;
    if (segments.size() == 4 && segments[2] == "api") {
        version = segments[3];
    } else if (segments.size() == 5 && segments[2] == "apis") {
        group = segments[3];
        version = segments[4];
    } else {
        return pageNotFound();
    }
    const auto &types = context.store.registry().all();
    const auto served = servedVersions();
    const bool known =
        std::any_of(types.begin(), types.end(),
                    [&](const auto &type) { return type->group == group && type->version == version; })
        || std::any_of(served.begin(), served.end(), [&](const ServedVersion &one) {
               return one.group == group && one.served == version
                   && context.store.registry().find(group, one.stored, one.plural);
           });
    return known ? jsonResponse(200, cachedDocument(context, group, version)) : pageNotFound();
}

} // namespace sluice::sandbox
