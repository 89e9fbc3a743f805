// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/api_server.h"

#include "base/json.h"
#include "sandbox/api/api_call.h"
#include "sandbox/api/discovery.h"
#include "sandbox/api/negotiation.h"
#include "sandbox/api/schema_rules.h"
#include "sandbox/api/version_translation.h"

#include <QLocale>
#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

class ApiServer::Private {
public:
    Private(ObjectStore &store, PodLogs &logs)
        : context{store, logs}
    {
        store.setRules(&rules);
    }
    ~Private() { context.store.setRules(nullptr); }

    HttpResponse answer(const HttpRequest &request);
    [[nodiscard]] std::optional<User> userOf(const HttpRequest &request) const;
    [[nodiscard]] std::optional<HttpResponse> impersonate(const HttpRequest &request, User &user) const;
    HttpResponse answerResource(ApiCall &call);
    HttpResponse answerPath(const ApiCall &call);
    HttpResponse dispatch(ApiCall &call);

    ApiContext context;
    SchemaRules rules;
    std::vector<User> users;
};

namespace {

/// RFC 9110 date in virtual time, from which clients take the server's clock.
std::string httpDate(const QDateTime &time)
{
    return QLocale::c()
        .toString(time.toUTC(), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"))
        .toStdString();
}

std::string quoted(const std::string &text)
{
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            result += '\\';
        result += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return result + '"';
}

/// Whether the path belongs to a group that is compiled into the API server.
bool isBuiltIn(const RequestInfo &info)
{
    return info.group.empty() || info.group == "apps" || info.group.ends_with(".k8s.io");
}

const char *plainOk(const std::string &path)
{
    return path == "/healthz" || path == "/livez" || path == "/readyz" || path == "/ping" ? "ok" : nullptr;
}

} // namespace

HttpResponse jsonResponse(int status, const Json &body, const Warnings &warnings)
{
    HttpResponse response;
    response.status = status;
    response.headers = {{"Content-Type", "application/json"}, {"Cache-Control", "no-cache, private"}};
    std::vector<std::string> sent;
    for (const std::string &warning : warnings) {
        if (std::find(sent.begin(), sent.end(), warning) != sent.end())
            continue;
        sent.push_back(warning);
        response.headers.emplace_back("Warning", "299 - " + quoted(warning));
    }
    response.body = base::dump(body) + '\n';
    return response;
}

HttpResponse failureResponse(const Failure &failure, const Warnings &warnings)
{
    HttpResponse response = jsonResponse(failure.code, statusJson(failure), warnings);
    if (failure.retryAfterSeconds > 0)
        response.headers.emplace_back("Retry-After", std::to_string(failure.retryAfterSeconds));
    return response;
}

HttpResponse pageNotFound()
{
    HttpResponse response;
    response.status = 404;
    response.headers = {{"Content-Type", "text/plain; charset=utf-8"}, {"X-Content-Type-Options", "nosniff"}};
    response.body = "404 page not found\n";
    return response;
}

ApiServer::ApiServer(ObjectStore &store, PodLogs &logs)
    : d(std::make_unique<Private>(store, logs))
{
}

ApiServer::~ApiServer() = default;

void ApiServer::addUser(User user)
{
    d->users.push_back(std::move(user));
}

void ApiServer::setAddress(std::string address)
{
    d->context.address = std::move(address);
}

void ApiServer::setGoneAsHttpStatus(bool enabled)
{
    d->context.goneAsHttpStatus = enabled;
}

HttpResponse ApiServer::handle(const HttpRequest &request)
{
    HttpResponse response;
    try {
        const ServedVersion *version = servedVersionOf(parseRequest(request.method, request.target));
        response = d->answer(version ? forStoredVersion(request, *version) : request);
        if (version) {
            answerInServedVersion(response, *version);
            if (version->deprecation)
                response.headers.emplace_back("Warning", "299 - " + quoted(version->deprecation));
        }
    } catch (const std::exception &error) { // a defect of ours must not take the sandbox down
        response = failureResponse(internalError(error.what()));
    }
    if (wantsYaml(request))
        translateToYaml(response);
    response.headers.emplace_back("Date", httpDate(d->context.store.clock().now()));
    return response;
}

std::optional<User> ApiServer::Private::userOf(const HttpRequest &request) const
{
    User user;
    if (users.empty()) {
        user.name = "admin";
        user.groups = {"system:masters"};
        user.role = Role::Admin;
        return user;
    }
    const std::string authorization = headerValue(request.headers, "Authorization");
    const std::string_view scheme = "Bearer ";
    if (!authorization.starts_with(scheme))
        return std::nullopt;
    const std::string_view token = std::string_view(authorization).substr(scheme.size());
    const auto found =
        std::find_if(users.begin(), users.end(), [token](const User &known) { return known.token == token; });
    if (token.empty() || found == users.end())
        return std::nullopt;
    user = *found;
    return user;
}

/// Impersonate-User and -Group: who \a user wants to be.
std::optional<HttpResponse> ApiServer::Private::impersonate(const HttpRequest &request, User &user) const
{
    const std::string name = headerValue(request.headers, "Impersonate-User");
    std::vector<std::string> groups;
    std::string asked;
    for (const auto &[header, value] : request.headers) {
        if (QByteArray::fromStdString(header).compare("Impersonate-Group", Qt::CaseInsensitive) == 0) {
            groups.push_back(value);
            asked += (asked.empty() ? "" : " ") + std::string("{Group  ") + value + "    }";
        }
    }
    if (name.empty() && groups.empty())
        return std::nullopt;
    if (name.empty()) {
        HttpResponse response;
        response.status = 500;
        response.headers = {{"Content-Type", "text/plain; charset=utf-8"},
                            {"X-Content-Type-Options", "nosniff"}};
        response.body = "Internal Server Error: " + quoted(request.target.substr(0, request.target.find('?')))
            + ": requested [" + asked + "] without impersonating a user\n";
        return response;
    }
    if (user.role != Role::Admin) {
        const AccessAttributes access{"impersonate", {}, "users", {}, {}, name};
        return failureResponse(forbidden({}, "users", name, whyForbidden(user, access)));
    }
    const auto known =
        std::find_if(users.begin(), users.end(), [&name](const User &other) { return other.name == name; });
    if (known != users.end()) {
        user = *known;
    } else {
        user = {};
        user.name = name;
    }
    if (!groups.empty())
        user.groups = std::move(groups);
    return std::nullopt;
}

HttpResponse ApiServer::Private::answer(const HttpRequest &request)
{
    std::optional<User> user = userOf(request);
    if (!user)
        return failureResponse(unauthorized());
    if (std::optional<HttpResponse> refusal = impersonate(request, *user))
        return std::move(*refusal);
    if (request.method == "GET") {
        if (const std::optional<Failure> failure = notAcceptable(request))
            return failureResponse(*failure);
    }
    ApiCall call{request, parseRequest(request.method, request.target), *user, nullptr,
                 &context.store.registry()};
    return call.info.isResource ? answerResource(call) : answerPath(call);
}

HttpResponse ApiServer::Private::answerPath(const ApiCall &call)
{
    const ResourceRegistry &registry = context.store.registry();
    const std::vector<std::string> &segments = call.info.segments;
    if (const char *text = plainOk(call.info.path)) {
        HttpResponse response;
        response.headers = {{"Content-Type", "text/plain; charset=utf-8"}};
        response.body = text;
        return response;
    }
    if (segments.empty())
        return jsonResponse(200, {{"paths", {"/api", "/apis", "/healthz", "/openapi/v3", "/version"}}});
    if (call.http.method != "GET" && call.http.method != "HEAD")
        return failureResponse(methodNotAllowed());
    if (call.info.path == "/version" || call.info.path == "/version/")
        return jsonResponse(200, versionDocument());
    if (segments[0] == "openapi")
        return handleOpenApi(context, call);

    const bool core = segments[0] == "api";
    if (segments.size() == 1 && (core || segments[0] == "apis")) {
        const std::string accept = headerValue(call.http.headers, "Accept");
        // v2beta1 is served no more.
        const std::string form = "g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";
        if (accept.find(form) != std::string::npos) {
            HttpResponse response = jsonResponse(200, aggregatedDiscovery(registry, core, "v2"));
            response.headers[0].second = "application/json;" + form;
            return response;
        }
        return jsonResponse(200, core ? coreVersions(context.address) : groupList(registry));
    }
    std::optional<Json> document;
    if (core && segments.size() == 2)
        document = resourceList(registry, {}, segments[1]);
    else if (segments[0] == "apis" && segments.size() == 2)
        document = groupDocument(registry, segments[1]);
    else if (segments[0] == "apis" && segments.size() == 3)
        document = resourceList(registry, segments[1], segments[2]);
    if (!document && core)
        return failureResponse(noSuchResource());
    return document ? jsonResponse(200, *document) : pageNotFound();
}

HttpResponse ApiServer::Private::answerResource(ApiCall &call)
{
    const RequestInfo &info = call.info;
    const bool review = info.group == "authorization.k8s.io" || info.group == "authentication.k8s.io";
    call.type = context.store.registry().find(info.group, info.version, info.resource);
    const bool knownReview = review
        && (info.resource == "selfsubjectreviews" || info.resource == "selfsubjectaccessreviews"
            || info.resource == "selfsubjectrulesreviews");
    if (!call.type && !knownReview)
        return isBuiltIn(info) ? failureResponse(noSuchResource()) : pageNotFound();
    AccessAttributes access{info.verb,        info.group,     info.resource,
                            info.subresource, info.nameSpace, info.name};
    if (info.resource == "namespaces" && info.group.empty() && !info.name.empty())
        access.nameSpace = info.name;
    if (!isAllowed(call.user, access)) {
        return failureResponse(
            forbidden(info.group, info.resource, info.name, whyForbidden(call.user, access)));
    }
    if (knownReview)
        return info.verb == "create"
            ? handleReview(context, call)
            : failureResponse(methodNotAllowed(info.group, info.resource, info.verb));
    return dispatch(call);
}

HttpResponse ApiServer::Private::dispatch(ApiCall &call)
{
    const RequestInfo &info = call.info;
    const ResourceType &type = *call.type;
    const bool knownSubresource = info.subresource.empty() || (info.subresource == "status" && type.hasStatus)
        || (info.subresource == "scale" && type.hasScale) || (info.subresource == "log" && type.kind == "Pod")
        || (info.subresource == "finalize" && type.kind == "Namespace");
    if (!knownSubresource)
        return failureResponse(type.custom ? notFound(type.group, type.plural, info.name) : noSuchResource());
    if (info.subresource == "log")
        return info.verb == "get" ? handleLog(context, call)
                                  : failureResponse(methodNotAllowed(type.group, "pods/log", info.verb));
    if (type.namespaced && info.nameSpace.empty() && !info.name.empty())
        return isBuiltIn(info) ? failureResponse(noSuchResource()) : pageNotFound();
    if (info.verb == "get")
        return handleGet(context, call);
    if (info.verb == "list")
        return handleList(context, call);
    if (info.verb == "watch")
        return handleWatch(context, call);
    // Which kinds there are is settled; the definitions are there to be read.
    if (type.kind == "CustomResourceDefinition")
        return failureResponse(methodNotAllowed(type.group, type.plural, info.verb));
    // The router of Kubernetes' own resources knows no such paths; that of custom ones sees them fail further in.
    const bool strayed = (info.verb == "create") != info.name.empty()
        && (info.verb == "create" || info.verb == "update" || info.verb == "patch");
    const bool homeless = type.namespaced && info.nameSpace.empty() && info.verb == "create";
    if (!type.custom && (strayed || homeless))
        return failureResponse(methodNotAllowed());
    if (strayed && info.verb != "create")
        return failureResponse(badRequest("name must be provided"));
    if (info.verb == "create")
        return handleCreate(context, call);
    if (info.verb == "update" && !info.name.empty())
        return handleUpdate(context, call);
    if (info.verb == "patch" && !info.name.empty())
        return handlePatch(context, call);
    if (info.verb == "delete" && info.subresource.empty())
        return handleDelete(context, call);
    if (info.verb == "deletecollection" && type.kind != "Namespace")
        return handleDeleteCollection(context, call);
    return failureResponse(type.custom ? methodNotAllowed(type.group, type.plural, info.verb)
                                       : methodNotAllowed());
}

} // namespace sluice::sandbox
