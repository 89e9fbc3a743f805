// SPDX-License-Identifier: GPL-3.0-or-later
// Any request: "METHOD target\ncontent-type\n\nbody". The server always answers with a status and never crashes, also when
// the body is a patch or carries managedFields of its own; the store stays readable.
#include "sandbox/api/api_server.h"
#include "sandbox/store/object_store.h"
#include "sandbox/store/pod_logs.h"

#include "base/json.h"

#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>

using namespace sluice;
using namespace sluice::sandbox;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    std::string text(reinterpret_cast<const char *>(data), size);
    const auto take = [&text](char end) {
        const std::size_t at = std::min(text.find(end), text.size());
        std::string part = text.substr(0, at);
        text.erase(0, std::min(at + 1, text.size()));
        return part;
    };
    HttpRequest request;
    request.method = take(' ');
    request.target = take('\n');
    request.headers = {{"Content-Type", take('\n')}, {"User-Agent", "fuzz"}};
    request.body = text;

    ResourceRegistry registry;
    addBuiltInResources(registry);
    VirtualClock clock(QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC));
    ObjectStore store(registry, clock, 1);
    PodLogs logs;
    ApiServer api(store, logs);
    const auto post = [&api](const char *target, const char *body) {
        (void)api.handle(
            {"POST", target, {{"Content-Type", "application/json"}, {"User-Agent", "seed"}}, body});
    };
    post("/api/v1/namespaces", R"({"apiVersion":"v1","kind":"Namespace","metadata":{"name":"shop"}})");
    post("/apis/serving.knative.dev/v1/namespaces/shop/services",
         R"({"apiVersion":"serving.knative.dev/v1","kind":"Service","metadata":{"name":"hello"},
             "spec":{"template":{"spec":{"containers":[{"image":"a"}]}}}})");
    post(
        "/apis/apps/v1/namespaces/shop/deployments",
        R"({"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web"},"spec":{"selector":{"matchLabels":{"a":"b"}},
             "template":{"metadata":{"labels":{"a":"b"}},"spec":{"containers":[{"name":"app","image":"a"}]}}}})");

    HttpResponse response = api.handle(request);
    if (response.status < 200 || response.status > 599)
        std::abort();
    if (response.stream)
        response.stream->start([](std::string_view) {}, [] {});
    for (const auto &type : registry.all()) {
        for (const ObjectPtr &object : store.list(*type)) {
            if (!object->is_object() || base::textAt(*object, "metadata.name").empty())
                std::abort();
        }
    }
    return 0;
}
