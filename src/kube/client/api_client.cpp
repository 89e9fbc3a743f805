// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/client/api_client.h"

#include "base/json.h"
#include "kube/client/calls.h"

#include <nlohmann/json.hpp>

namespace sluice::kube {

using base::fail;
using base::Json;
using base::Result;
using base::Task;
using calls::SharedPtr;

namespace {

constexpr int defaultPage = 500;

QByteArray bodyOf(const Json &json)
{
    return QByteArray::fromStdString(base::dump(json));
}

base::Error invalid(const QString &field, const QString &id, const QStringList &arguments)
{
    return base::ValidationError{{}, 0, field, {id, arguments}};
}

/// What a request for one object needs to know.
struct Target {
    ApiResource resource;
    ObjectRef ref;
};

Task<Target> targetOf(SharedPtr shared, ObjectRef ref, bool needsName, std::stop_token stop)
{
    if (!ref.gvk.isValid())
        co_return fail(invalid(QStringLiteral("kind"), QStringLiteral("kube.no-kind"), {ref.text()}));
    if (needsName && ref.name.isEmpty())
        co_return fail(
            invalid(QStringLiteral("metadata.name"), QStringLiteral("kube.name-needed"), {ref.gvk.kind}));
    const Result<ApiResource> resource = co_await calls::resource(shared, ref.gvk, stop);
    if (!resource)
        co_return tl::unexpected(resource.error());
    if (resource->namespaced && ref.nameSpace.isEmpty())
        co_return fail(invalid(QStringLiteral("metadata.namespace"), QStringLiteral("kube.namespace-needed"),
                               {ref.text()}));
    co_return Target{*resource, ref};
}

/// Makes the request once the resource is known.
using Build = std::function<Request(const Target &)>;

/// A refusal that names no object, as an admission webhook's, is about the one that was sent: kind and namespace/name.
base::Error about(const ObjectRef &ref, const base::Error &error)
{
    const base::ApiStatus *refused = error.api();
    if (!refused || !refused->name.isEmpty() || !refused->kind.isEmpty())
        return error;
    base::ApiStatus status = *refused;
    status.kind = ref.gvk.kind;
    status.name = ref.nameSpace.isEmpty() ? ref.name : ref.nameSpace + QLatin1Char('/') + ref.name;
    return status;
}

Task<ObjectAnswer> callObject(SharedPtr shared, ObjectRef ref, bool needsName, Build build,
                              std::stop_token stop)
{
    const Result<Target> target = co_await targetOf(shared, ref, needsName, stop);
    if (!target)
        co_return tl::unexpected(target.error());
    Result<ObjectAnswer> answer = co_await calls::object(shared, build(*target), stop);
    if (!answer)
        co_return fail(about(ref, answer.error()));
    co_return answer;
}

/// Finds the resource and asks for one page with \a call.
template <typename Answer>
Task<Answer> listOnePage(Task<Answer> (*call)(SharedPtr, Request, std::stop_token), SharedPtr shared, Gvk gvk,
                         QString nameSpace, ListOptions options, std::stop_token stop)
{
    const Result<ApiResource> resource = co_await calls::resource(shared, gvk, stop);
    if (!resource)
        co_return tl::unexpected(resource.error());
    const Request request = requests::list(*resource, nameSpace, options);
    Result<Answer> answer = co_await call(shared, request, stop);
    co_return answer;
}

Task<ListAnswer> listPages(SharedPtr shared, Gvk gvk, QString nameSpace, ListOptions options,
                           std::stop_token stop)
{
    if (options.limit <= 0)
        options.limit = defaultPage;
    ListAnswer all;
    bool first = true;
    bool restarted = false;
    for (;;) {
        Result<ListAnswer> answer = co_await listOnePage(&calls::list, shared, gvk, nameSpace, options, stop);
        if (!answer) {
            const base::ApiStatus *status = answer.error().api();
            if (!status || !status->isGone() || first || restarted)
                co_return answer;
            restarted = true;
            first = true;
            options.continueToken.clear();
            all = {};
            continue;
        }
        for (const QString &warning : answer->warnings) {
            if (!all.warnings.contains(warning))
                all.warnings.append(warning);
        }
        all.serverTime = answer->serverTime;
        if (first)
            all.page.resourceVersion = answer->page.resourceVersion;
        first = false;
        std::ranges::move(answer->page.items, std::back_inserter(all.page.items));
        options.continueToken = answer->page.continueToken;
        if (options.continueToken.isEmpty())
            co_return all;
    }
}

Task<std::shared_ptr<WatchStream>> openWatch(SharedPtr shared, Gvk gvk, QString nameSpace,
                                             WatchOptions options, std::stop_token stop)
{
    const Result<ApiResource> resource = co_await calls::resource(shared, gvk, stop);
    if (!resource)
        co_return tl::unexpected(resource.error());
    const Request request = requests::watch(*resource, nameSpace, options);
    const QString source = calls::sourceOf(*shared, request);
    const Result<std::shared_ptr<ResponseStream>> stream = co_await calls::open(shared, request, stop);
    if (!stream)
        co_return tl::unexpected(stream.error());
    co_return std::make_shared<WatchStream>(*stream, source, shared->limits);
}

Task<QByteArray> readBody(SharedPtr shared, Request request, std::stop_token stop)
{
    Result<Response> response = co_await calls::send(shared, std::move(request), stop);
    if (!response)
        co_return tl::unexpected(response.error());
    co_return std::move(response->body);
}

Task<std::shared_ptr<LogStream>> openLog(SharedPtr shared, Request request, std::stop_token stop)
{
    const Result<std::shared_ptr<ResponseStream>> stream =
        co_await calls::open(shared, std::move(request), stop);
    if (!stream)
        co_return tl::unexpected(stream.error());
    co_return std::make_shared<LogStream>(*stream);
}

Request getPath(const QString &path)
{
    Request request;
    request.path = path;
    request.headers.set("Accept", "application/json");
    return request;
}

Request postReview(const QString &path, const Json &body)
{
    Request request = getPath(path);
    request.method = "POST";
    request.headers.set("Content-Type", "application/json");
    request.body = bodyOf(body);
    return request;
}

/// "34+" is 34.
int leadingNumber(const QString &text)
{
    int value = 0;
    for (const QChar c : text) {
        if (!c.isDigit() || value > 1'000'000)
            break;
        value = value * 10 + c.digitValue();
    }
    return value;
}

Task<ServerVersion> readVersion(SharedPtr shared, std::stop_token stop)
{
    const Result<ObjectAnswer> answer =
        co_await calls::object(shared, getPath(QStringLiteral("/version")), stop);
    if (!answer)
        co_return tl::unexpected(answer.error());
    const Json &json = *answer->object;
    co_return ServerVersion{base::stringAt(json, "gitVersion"), leadingNumber(base::stringAt(json, "major")),
                            leadingNumber(base::stringAt(json, "minor")), base::stringAt(json, "platform")};
}

Task<AccessAnswer> reviewAccess(SharedPtr shared, AccessQuestion question, std::stop_token stop)
{
    Json attributes = Json::object();
    const auto set = [&](const char *key, const QString &value) {
        if (!value.isEmpty())
            attributes[key] = value.toStdString();
    };
    set("verb", question.verb);
    set("group", question.group);
    set("resource", question.resource);
    set("subresource", question.subresource);
    set("namespace", question.nameSpace);
    set("name", question.name);
    Json body = Json::object();
    body["apiVersion"] = "authorization.k8s.io/v1";
    body["kind"] = "SelfSubjectAccessReview";
    body["spec"]["resourceAttributes"] = std::move(attributes);
    const Request request =
        postReview(QStringLiteral("/apis/authorization.k8s.io/v1/selfsubjectaccessreviews"), body);
    const Result<ObjectAnswer> answer = co_await calls::object(shared, request, stop);
    if (!answer)
        co_return tl::unexpected(answer.error());
    const Json *allowed = base::at(*answer->object, "status.allowed");
    AccessAnswer access;
    access.allowed = allowed && allowed->is_boolean() && allowed->get<bool>();
    access.reason = base::stringAt(*answer->object, "status.reason");
    co_return access;
}

Task<UserInfo> reviewSelf(SharedPtr shared, std::stop_token stop)
{
    Result<ObjectAnswer> answer = tl::unexpected(base::Error(base::Cancelled{}));
    // v1 since Kubernetes 1.28, v1beta1 in 1.27.
    for (const char *version : {"v1", "v1beta1"}) {
        Json body = Json::object();
        body["apiVersion"] = std::string("authentication.k8s.io/") + version;
        body["kind"] = "SelfSubjectReview";
        const QString path =
            QStringLiteral("/apis/authentication.k8s.io/%1/selfsubjectreviews").arg(QLatin1String(version));
        Result<ObjectAnswer> tried = co_await calls::object(shared, postReview(path, body), stop);
        answer = std::move(tried);
        if (answer || !answer.error().api() || !answer.error().api()->isNotFound())
            break;
    }
    if (!answer)
        co_return tl::unexpected(answer.error());
    UserInfo user;
    user.username = base::stringAt(*answer->object, "status.userInfo.username");
    user.uid = base::stringAt(*answer->object, "status.userInfo.uid");
    if (const Json *groups = base::at(*answer->object, "status.userInfo.groups");
        groups && groups->is_array()) {
        for (const Json &group : *groups) {
            if (group.is_string())
                user.groups.append(QString::fromStdString(group.get_ref<const std::string &>()));
        }
    }
    co_return user;
}

} // namespace

ApiClient::ApiClient(std::shared_ptr<Transport> transport, std::shared_ptr<base::WorkerPool> pool,
                     QString name, int requestTimeoutMs)
    : m_shared(std::make_shared<Shared>())
{
    m_shared->transport = std::move(transport);
    m_shared->pool = std::move(pool);
    m_shared->name = std::move(name);
    m_shared->requestTimeoutMs = requestTimeoutMs;
}

Task<ObjectAnswer> ApiClient::get(ObjectRef ref, std::stop_token stop) const
{
    return callObject(
        m_shared, std::move(ref), true,
        [](const Target &t) { return requests::get(t.resource, t.ref.nameSpace, t.ref.name); },
        std::move(stop));
}

Task<ListAnswer> ApiClient::list(Gvk gvk, QString nameSpace, ListOptions options, std::stop_token stop) const
{
    return listOnePage(&calls::list, m_shared, std::move(gvk), std::move(nameSpace), std::move(options),
                       std::move(stop));
}

Task<ListText> ApiClient::listText(Gvk gvk, QString nameSpace, ListOptions options,
                                   std::stop_token stop) const
{
    return listOnePage(&calls::listText, m_shared, std::move(gvk), std::move(nameSpace), std::move(options),
                       std::move(stop));
}

Task<ListPage> ApiClient::decode(ListText text, std::stop_token stop) const
{
    return calls::decodePage(m_shared, std::move(text.body), std::move(text.source), std::move(stop));
}

Task<ListAnswer> ApiClient::listAll(Gvk gvk, QString nameSpace, ListOptions options,
                                    std::stop_token stop) const
{
    return listPages(m_shared, std::move(gvk), std::move(nameSpace), std::move(options), std::move(stop));
}

Task<ObjectAnswer> ApiClient::create(Json object, WriteOptions options, std::stop_token stop) const
{
    const QByteArray body = bodyOf(object);
    return callObject(
        m_shared, refOf(object), false,
        [body, options](const Target &t) {
            return requests::create(t.resource, t.ref.nameSpace, body, options);
        },
        std::move(stop));
}

Task<ObjectAnswer> ApiClient::apply(Json object, WriteOptions options, std::stop_token stop) const
{
    if (const auto metadata = object.find("metadata"); metadata != object.end() && metadata->is_object())
        metadata->erase("managedFields"); // refused by the server
    const QByteArray body = bodyOf(object);
    return callObject(
        m_shared, refOf(object), true,
        [body, options](const Target &t) {
            return requests::apply(t.resource, t.ref.nameSpace, t.ref.name, body, options);
        },
        std::move(stop));
}

Task<ObjectAnswer> ApiClient::update(Json object, WriteOptions options, std::stop_token stop) const
{
    const QByteArray body = bodyOf(object);
    return callObject(
        m_shared, refOf(object), true,
        [body, options](const Target &t) {
            return requests::update(t.resource, t.ref.nameSpace, t.ref.name, body, options);
        },
        std::move(stop));
}

Task<ObjectAnswer> ApiClient::patch(ObjectRef ref, PatchType type, Json patch, WriteOptions options,
                                    std::stop_token stop) const
{
    const QByteArray body = bodyOf(patch);
    return callObject(
        m_shared, std::move(ref), true,
        [body, type, options](const Target &t) {
            return requests::patch(t.resource, t.ref.nameSpace, t.ref.name, type, body, options);
        },
        std::move(stop));
}

Task<ObjectAnswer> ApiClient::remove(ObjectRef ref, DeleteOptions options, std::stop_token stop) const
{
    return callObject(
        m_shared, std::move(ref), true,
        [options](const Target &t) {
            return requests::remove(t.resource, t.ref.nameSpace, t.ref.name, options);
        },
        std::move(stop));
}

Task<std::shared_ptr<WatchStream>> ApiClient::watch(Gvk gvk, QString nameSpace, WatchOptions options,
                                                    std::stop_token stop) const
{
    return openWatch(m_shared, std::move(gvk), std::move(nameSpace), std::move(options), std::move(stop));
}

Task<QByteArray> ApiClient::logs(QString nameSpace, QString pod, LogOptions options,
                                 std::stop_token stop) const
{
    return readBody(m_shared, requests::podLogs(nameSpace, pod, options, false), std::move(stop));
}

Task<std::shared_ptr<LogStream>> ApiClient::followLogs(QString nameSpace, QString pod, LogOptions options,
                                                       std::stop_token stop) const
{
    return openLog(m_shared, requests::podLogs(nameSpace, pod, options, true), std::move(stop));
}

Task<std::shared_ptr<const Discovery>> ApiClient::discover(bool refresh, std::stop_token stop) const
{
    return calls::discover(m_shared, refresh, std::move(stop));
}

Task<ApiResource> ApiClient::resource(Gvk gvk, std::stop_token stop) const
{
    return calls::resource(m_shared, std::move(gvk), std::move(stop));
}

Task<ServerVersion> ApiClient::serverVersion(std::stop_token stop) const
{
    return readVersion(m_shared, std::move(stop));
}

Task<AccessAnswer> ApiClient::canI(AccessQuestion question, std::stop_token stop) const
{
    return reviewAccess(m_shared, std::move(question), std::move(stop));
}

Task<UserInfo> ApiClient::whoAmI(std::stop_token stop) const
{
    return reviewSelf(m_shared, std::move(stop));
}

Task<QByteArray> ApiClient::getRaw(QString path, std::stop_token stop) const
{
    return readBody(m_shared, getPath(path), std::move(stop));
}

} // namespace sluice::kube
