// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox_fixture.h"

#include "kube/config/credential_sources.h"
#include "kube/net/network_transport.h"

namespace sluice::test {

using base::Result;

bool SandboxFixture::start()
{
    sandbox::SandboxOptions options;
    options.speed = 60;
    const auto endpoint = m_cluster.start(options);
    if (!endpoint) {
        qWarning("%s", qPrintable(base::debugText(endpoint.error())));
        return false;
    }
    m_client = std::make_unique<kube::ApiClient>(clientFor(endpoint->token));
    const auto written = manifest::createProject(projectFolder(), {});
    if (!written)
        qWarning("%s", qPrintable(base::debugText(written.error())));
    return written.has_value();
}

kube::ApiClient SandboxFixture::clientFor(const QString &token) const
{
    kube::Connection connection;
    connection.server = QUrl(m_cluster.endpoint().url);
    connection.tls.caPem = m_cluster.endpoint().caPem;
    connection.credentials = kube::StaticToken{token.toUtf8()};
    auto transport =
        kube::makeTransport(connection, kube::makeCredentialSource(connection, {}), m_timers, "sluice-test");
    return kube::ApiClient(*transport, nullptr, connection.server.toString());
}

Result<session::PlanRequest> SandboxFixture::request(const QString &environment) const
{
    const auto project = manifest::openProject(projectFolder());
    if (!project)
        return tl::unexpected(project.error());
    const domain::Environment *target = project->environment(environment);
    if (!target)
        return base::fail(session::unknownEnvironment(*project, environment));
    const auto render = manifest::render(*project, environment);
    if (!render)
        return tl::unexpected(render.error());
    session::PlanRequest request;
    request.environment = environment;
    request.context = QStringLiteral("sandbox");
    request.nameSpace = target->namespaceName;
    request.overlay = target->overlay;
    request.objects = session::objectsToSend(*render, target->namespaceName);
    return request;
}

Result<session::ApplyPlan> SandboxFixture::plan(const QString &environment) const
{
    const auto wanted = request(environment);
    if (!wanted)
        return tl::unexpected(wanted.error());
    return wait(session::makePlan(client(), *wanted, {}));
}

Result<session::ApplyProgress> SandboxFixture::apply(const session::ApplyPlan &plan,
                                                     const session::ApplyConsent &consent) const
{
    const auto shared = std::make_shared<const session::ApplyPlan>(plan);
    const session::ProgressSink ignore = [](const session::ApplyProgress &) {};
    auto sent = wait(session::sendPlan(client(), shared, consent, ignore, {}));
    if (!sent)
        return sent;
    const session::WaitOptions options{60000, m_timers};
    return wait(session::waitUntilReady(client(), shared, options, ignore, {}));
}

Result<session::ApplyProgress> SandboxFixture::deploy(const QString &environment) const
{
    const auto made = plan(environment);
    if (!made)
        return tl::unexpected(made.error());
    return apply(*made);
}

Result<void> SandboxFixture::edit(const QString &environment, domain::ParameterId parameter,
                                  const QString &value) const
{
    const auto project = manifest::openProject(projectFolder());
    if (!project)
        return tl::unexpected(project.error());
    const std::optional<QString> wanted = value.isEmpty() ? std::nullopt : std::optional(value);
    const auto edits = manifest::planEdits(*project, {{environment, parameter, wanted}});
    if (!edits)
        return tl::unexpected(edits.error());
    const manifest::SaveReport report = manifest::saveEdits(projectFolder(), *edits);
    if (!report.ok())
        return tl::unexpected(*report.error);
    return {};
}

Result<kube::JsonPtr> SandboxFixture::service(const QString &nameSpace) const
{
    const kube::ObjectRef ref{
        {QStringLiteral("serving.knative.dev"), QStringLiteral("v1"), QStringLiteral("Service")},
        nameSpace,
        QStringLiteral("python-api-base")};
    auto answer = wait(client().get(ref, {}));
    if (!answer)
        return tl::unexpected(answer.error());
    return answer->object;
}

} // namespace sluice::test
