// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sandbox/api/api_server.h"
#include "sandbox/store/object_store.h"
#include "sandbox/store/pod_logs.h"
#include "support/json_text.h"

namespace sluice::tests {

/// A cluster with Kubernetes' and Knative's types, its API and nothing that acts by itself.
struct ApiFixture {
    ApiFixture() { sandbox::addBuiltInResources(registry); }

    sandbox::ResourceRegistry registry;
    sandbox::VirtualClock clock{QDateTime(QDate(2026, 11, 23), QTime(1, 32, 12), Qt::UTC)};
    sandbox::ObjectStore store{registry, clock, 7};
    sandbox::PodLogs logs;
    sandbox::ApiServer api{store, logs};
    sandbox::WriteContext seeding;

    const sandbox::ResourceType &type(const char *group, const char *plural) const
    {
        return *registry.find(group, {}, plural);
    }
    void addNamespace(const std::string &name)
    {
        (void)store.create(type("", "namespaces"), {{"metadata", {{"name", name}}}}, seeding);
    }
    sandbox::HttpResponse send(const std::string &method, const std::string &target,
                               const std::string &body = {}, const std::string &contentType = {},
                               sandbox::HttpHeaders headers = {})
    {
        if (!contentType.empty())
            headers.emplace_back("Content-Type", contentType);
        if (sandbox::headerValue(headers, "User-Agent").empty())
            headers.emplace_back("User-Agent", "Python-urllib/3.11");
        return api.handle({method, target, headers, body});
    }
    base::Json sendJson(const std::string &method, const std::string &target,
                        const base::Json &body = nullptr, const std::string &contentType = "application/json")
    {
        return bodyOf(send(method, target, body.is_null() ? std::string() : base::dump(body), contentType));
    }
    static base::Json bodyOf(const sandbox::HttpResponse &response)
    {
        const auto value = base::parseJson(response.body, QStringLiteral("answer"), {16 * 1024 * 1024, 128});
        return value ? *value : base::Json(response.body);
    }
};

/// Starts a stream and collects its lines.
struct Collected {
    explicit Collected(sandbox::HttpResponse response)
        : stream(std::move(response.stream))
    {
        if (stream) {
            stream->start(
                [this](std::string_view bytes) {
                    std::string text(bytes);
                    while (!text.empty()) {
                        const size_t end = std::min(text.find('\n'), text.size());
                        lines.push_back(text.substr(0, end));
                        text.erase(0, end + 1);
                    }
                },
                [this] { done = true; });
        }
    }
    std::unique_ptr<sandbox::ResponseStream> stream;
    std::vector<std::string> lines;
    bool done = false;
    /// "ADDED name" of each event.
    [[nodiscard]] QStringList events() const
    {
        QStringList result;
        for (const std::string &line : lines) {
            const base::Json event = json(line);
            result += QString::fromStdString(base::textAt(event, "type") + ' '
                                             + base::textAt(event, "object.metadata.name"));
        }
        return result;
    }
};

} // namespace sluice::tests
