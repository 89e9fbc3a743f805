// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/client/calls.h"

namespace sluice::kube::calls {

using base::fail;
using base::Result;
using base::Task;

namespace {

// Aggregated discovery in one answer a root (Kubernetes 1.26 on); older servers answer the plain form to the last.
const QByteArray acceptAggregated =
    QByteArrayLiteral("application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,"
                      "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,"
                      "application/json");

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), size_t(bytes.size())};
}

Request getRequest(const QString &path, const QByteArray &accept)
{
    Request request;
    request.path = path;
    request.headers.set("Accept", accept);
    return request;
}

/// Reads one group version after the other's request is on its way already.
Task<Discovery> plainDiscovery(SharedPtr shared, QStringList groupVersions, std::stop_token stop)
{
    std::vector<Task<Response>> running;
    for (const QString &groupVersion : groupVersions) {
        const QString root =
            groupVersion.contains(QLatin1Char('/')) ? QStringLiteral("/apis/") : QStringLiteral("/api/");
        running.push_back(send(shared, getRequest(root + groupVersion, "application/json"), stop));
    }
    Discovery discovery;
    for (qsizetype i = 0; i < groupVersions.size(); ++i) {
        const Result<Response> response = co_await running[size_t(i)];
        if (!response && response.error().isCancelled())
            co_return tl::unexpected(response.error());
        // An aggregated API that is down must not hide the others.
        Result<Discovery> part = response ? decodeResourceList(view(response->body), groupVersions.at(i))
                                          : Result<Discovery>(tl::unexpected(response.error()));
        if (part)
            discovery.append(std::move(*part));
        else
            discovery.addUnavailable(groupVersions.at(i));
    }
    co_return discovery;
}

Task<Discovery> discoverRoot(SharedPtr shared, QString root, std::stop_token stop)
{
    const Request request = getRequest(root, acceptAggregated);
    const QString source = sourceOf(*shared, request);
    const Result<Response> response = co_await send(shared, request, stop);
    if (!response)
        co_return tl::unexpected(response.error());
    Result<Discovery> aggregated = decodeAggregatedDiscovery(view(response->body), source);
    if (aggregated)
        co_return aggregated;
    const Result<QStringList> groupVersions = decodeGroupVersions(view(response->body), source);
    if (!groupVersions)
        co_return tl::unexpected(groupVersions.error());
    Result<Discovery> plain = co_await plainDiscovery(shared, *groupVersions, stop);
    co_return plain;
}

base::ApiStatus notServed(const Gvk &gvk)
{
    base::ApiStatus status;
    status.code = 404;
    status.reason = QStringLiteral("NotFound");
    status.kind = gvk.kind;
    // The words that kubectl has for it.
    status.message =
        QStringLiteral("no matches for kind \"%1\" in version \"%2\"").arg(gvk.kind, gvk.apiVersion());
    return status;
}

} // namespace

Task<std::shared_ptr<const Discovery>> discover(SharedPtr shared, bool refresh, std::stop_token stop)
{
    if (shared->discovery && !refresh)
        co_return std::as_const(shared->discovery);
    const quint64 seen = shared->discoveryCount;
    const Result<std::shared_ptr<void>> turn = co_await shared->discoveryTurns->take(stop);
    if (!turn)
        co_return tl::unexpected(turn.error());
    if (shared->discoveryCount != seen)
        co_return std::as_const(shared->discovery); // somebody has read it while this one waited
    Result<Discovery> core = co_await discoverRoot(shared, QStringLiteral("/api"), stop);
    if (!core)
        co_return tl::unexpected(core.error());
    Result<Discovery> groups = co_await discoverRoot(shared, QStringLiteral("/apis"), stop);
    if (!groups)
        co_return tl::unexpected(groups.error());
    core->append(std::move(*groups));
    shared->discovery = std::make_shared<const Discovery>(std::move(*core));
    ++shared->discoveryCount;
    co_return std::as_const(shared->discovery);
}

Task<ApiResource> resource(SharedPtr shared, Gvk gvk, std::stop_token stop)
{
    const bool cached = shared->discovery != nullptr;
    Result<std::shared_ptr<const Discovery>> discovery = co_await discover(shared, false, stop);
    if (!discovery)
        co_return tl::unexpected(discovery.error());
    if (const ApiResource *found = (*discovery)->find(gvk))
        co_return *found;
    if (!cached)
        co_return fail(notServed(gvk));
    // A custom resource may have been installed since.
    Result<std::shared_ptr<const Discovery>> renewed = co_await discover(shared, true, stop);
    if (!renewed)
        co_return tl::unexpected(renewed.error());
    if (const ApiResource *found = (*renewed)->find(gvk))
        co_return *found;
    co_return fail(notServed(gvk));
}

} // namespace sluice::kube::calls
