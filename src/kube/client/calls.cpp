// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/client/calls.h"

#include "base/json.h"
#include "kube/core/status.h"
#include "kube/core/warning.h"

#include <nlohmann/json.hpp>

namespace sluice::kube::calls {

using base::fail;
using base::Json;
using base::Result;
using base::Task;

namespace {

constexpr qsizetype decodeElsewhereFrom = 256 * 1024; ///< bytes of a list; below, the hand-over costs more
constexpr qsizetype maxRefusalBytes = 1024 * 1024;

bool isSuccess(int status)
{
    return status >= 200 && status < 300;
}

base::Error refusal(const ApiClient::Shared &shared, int status, const Headers &headers,
                    const QByteArray &body)
{
    if (status >= 300 && status < 400) {
        // Following it could carry the credentials to somebody else.
        return base::TransportError{base::TransportError::Kind::Protocol, shared.name,
                                    QStringLiteral("HTTP %1 -> %2")
                                        .arg(status)
                                        .arg(QString::fromUtf8(headers.value("Location").left(200)))};
    }
    return statusFromResponse(status, headers, body);
}

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), size_t(bytes.size())};
}

/// What \a work gives, a pure function of a text of that size: on the pool when it is long, else here.
template <typename Work, typename Value = typename std::invoke_result_t<Work>::value_type>
Task<Value> elsewhere(SharedPtr shared, qsizetype size, Work work, std::stop_token stop)
{
    if (!shared->pool || size < decodeElsewhereFrom)
        co_return work();
    Result<Value> result = co_await base::offload(*shared->pool, std::move(work));
    if (stop.stop_requested())
        co_return fail(base::Cancelled{});
    co_return result;
}

} // namespace

QString sourceOf(const ApiClient::Shared &shared, const Request &request)
{
    return shared.name + QLatin1Char(' ') + QString::fromLatin1(request.method) + QLatin1Char(' ')
        + request.path;
}

Task<Response> send(SharedPtr shared, Request request, std::stop_token stop)
{
    request.timeoutMs = shared->requestTimeoutMs;
    Result<Response> response = co_await shared->transport->send(std::move(request), stop);
    if (!response)
        co_return response;
    if (!isSuccess(response->status))
        co_return fail(refusal(*shared, response->status, response->headers, response->body));
    co_return response;
}

Task<std::shared_ptr<ResponseStream>> open(SharedPtr shared, Request request, std::stop_token stop)
{
    if (request.timeoutMs > 0)
        request.timeoutMs = shared->requestTimeoutMs;
    Result<std::shared_ptr<ResponseStream>> stream =
        co_await shared->transport->open(std::move(request), stop);
    if (!stream || isSuccess((*stream)->status()))
        co_return stream;
    QByteArray body;
    while (body.size() < maxRefusalBytes) {
        const Result<QByteArray> bytes = co_await (*stream)->next(stop);
        if (!bytes && bytes.error().isCancelled())
            co_return tl::unexpected(bytes.error());
        if (!bytes || bytes->isEmpty())
            break;
        body += *bytes;
    }
    co_return fail(refusal(*shared, (*stream)->status(), (*stream)->headers(), body));
}

Task<ObjectAnswer> object(SharedPtr shared, Request request, std::stop_token stop)
{
    const QString source = sourceOf(*shared, request);
    const Result<Response> response = co_await send(shared, std::move(request), stop);
    if (!response)
        co_return tl::unexpected(response.error());
    Result<Json> json =
        base::parseJson(view(response->body), source, {shared->limits.objectBytes, shared->limits.depth});
    if (!json)
        co_return tl::unexpected(json.error());
    if (!json->is_object())
        co_return fail(base::DecodeError{source, 0, 0, {QStringLiteral("kube.not-an-object"), {}}});
    ObjectAnswer answer;
    answer.object = std::make_shared<const Json>(std::move(*json));
    answer.warnings = warningsOf(response->headers);
    answer.serverTime = dateOf(response->headers);
    answer.created = response->status == 201;
    co_return answer;
}

Task<ListPage> decodePage(SharedPtr shared, QByteArray body, QString source, std::stop_token stop)
{
    auto work = [body, source, limits = shared->limits] { return decodeList(view(body), source, limits); };
    return elsewhere(std::move(shared), body.size(), std::move(work), std::move(stop));
}

Task<ListAnswer> list(SharedPtr shared, Request request, std::stop_token stop)
{
    const QString source = sourceOf(*shared, request);
    const Result<Response> response = co_await send(shared, std::move(request), stop);
    if (!response)
        co_return tl::unexpected(response.error());
    Result<ListPage> page = co_await decodePage(shared, response->body, source, stop);
    if (!page)
        co_return tl::unexpected(page.error());
    ListAnswer answer;
    answer.page = std::move(*page);
    answer.warnings = warningsOf(response->headers);
    answer.serverTime = dateOf(response->headers);
    co_return answer;
}

Task<ListText> listText(SharedPtr shared, Request request, std::stop_token stop)
{
    const QString source = sourceOf(*shared, request);
    const Result<Response> response = co_await send(shared, std::move(request), stop);
    if (!response)
        co_return tl::unexpected(response.error());
    auto work = [body = response->body, source, limits = shared->limits] {
        return decodeListHead(view(body), source, limits);
    };
    const Result<ListHead> head = co_await elsewhere(shared, response->body.size(), std::move(work), stop);
    if (!head)
        co_return tl::unexpected(head.error());
    ListText text{*head, response->body, source};
    co_return text;
}

} // namespace sluice::kube::calls
