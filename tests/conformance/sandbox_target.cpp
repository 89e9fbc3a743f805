// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "case_file.h"
#include "sandbox/http/sandbox_cluster.h"
#include "target.h"

namespace sluice::tests {

namespace {

class SandboxTarget final : public Target {
public:
    [[nodiscard]] bool start(const std::vector<Case> &cases)
    {
        sandbox::SandboxOptions options;
        options.paused = true;
        options.bookmarkSeconds = 1; // of real time, for which no case waits longer than it has to
        options.developerNamespaces.clear();
        // The developer's namespaces are chosen at the start: one for each case that has him.
        for (const Case &one : cases) {
            if (one.hasUser("developer"))
                options.developerNamespaces.append(developerNamespace(one));
        }
        const auto endpoint = m_cluster.start(options);
        if (!endpoint) {
            qCritical("%s", qPrintable(debugText(endpoint.error())));
            return false;
        }
        m_port = endpoint->port;
        m_caPem = endpoint->caPem;
        m_tokens = {{"admin", endpoint->token.toLatin1()},
                    {"developer", endpoint->developerToken.toLatin1()},
                    {"viewer", endpoint->viewerToken.toLatin1()}};
        m_names = {{"sandbox-admin", "<admin>"},
                   {"developers", "<developers>"},
                   {"dev", "<developer>"},
                   {"viewer", "<viewer>"}};
        // As the words in an image's name on the real one, and a registry that cannot be asked.
        using sandbox::ImageFault;
        for (const auto &[pattern, fault] :
             {std::pair("*not-found*", ImageFault::NotFound),
              std::pair("*pull-fails*", ImageFault::PullFails),
              std::pair("*unauthorized*", ImageFault::Unauthorized),
              std::pair("*crash*", ImageFault::Crashes), std::pair("*never-ready*", ImageFault::NeverReady),
              std::pair("localhost:1/*", ImageFault::NotFound)})
            m_cluster.setImageFault(QString::fromLatin1(pattern), fault);
        advance(5'000);
        return prepare();
    }

    std::string openNamespace(const Case &testCase) override
    {
        const std::string name = testCase.hasUser("developer")
            ? developerNamespace(testCase).toStdString()
            : "case-" + QString::number(++m_count, 36).toStdString();
        const auto made = send({"POST",
                                "/api/v1/namespaces",
                                "{\"metadata\":{\"name\":\"" + QByteArray::fromStdString(name) + "\"}}",
                                {"Content-Type: application/json"},
                                "admin"});
        return made && made->status == 201 ? name : std::string();
    }
    void advance(qint64 milliseconds) override { m_cluster.advance(milliseconds); }
    bool hasVirtualTime() const override { return true; }
    bool compact() override
    {
        m_cluster.forgetHistory();
        return true;
    }

private:
    static QString developerNamespace(const Case &testCase)
    {
        QString name = QStringLiteral("dev-") + QString::fromStdString(testCase.name());
        return name.replace(QLatin1Char('/'), QLatin1Char('-'));
    }

    /// As the real one is set up.
    bool prepare()
    {
        const QByteArray configMaps = "/api/v1/namespaces/knative-serving/configmaps/";
        const auto set = [&](const QByteArray &name, const QByteArray &data) {
            const auto answer = send(
                {"PATCH", configMaps + name, data, {"Content-Type: application/merge-patch+json"}, "admin"});
            return answer && answer->status == 200;
        };
        const bool done = set("config-domain", R"({"data":{"example.com":""}})")
            && set("config-deployment", R"({"data":{"registries-skipping-tag-resolving":"ghcr.io"}})");
        advance(5'000);
        return done;
    }

    sandbox::SandboxCluster m_cluster;
    int m_count = 0;
};

} // namespace

std::unique_ptr<Target> makeSandboxTarget(const std::vector<Case> &cases)
{
    auto target = std::make_unique<SandboxTarget>();
    if (!target->start(cases))
        return nullptr;
    return target;
}

} // namespace sluice::tests
