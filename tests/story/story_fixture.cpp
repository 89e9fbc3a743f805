// SPDX-License-Identifier: GPL-3.0-or-later
#include "story_fixture.h"

namespace sluice::test {

using base::Result;
using tests::ControlPlane;

bool StoryFixture::start()
{
    const auto opened = open();
    if (!opened)
        qWarning("%s", qPrintable(base::debugText(opened.error())));
    return opened.has_value();
}

Result<void> StoryFixture::open()
{
    sandbox::SandboxOptions options;
    options.speed = 60;
    const auto opened = m_plane.open(m_folder.path(), options);
    if (!opened)
        return opened;
    const auto client = m_plane.client(ControlPlane::Role::Admin);
    if (!client)
        return tl::unexpected(client.error());
    m_client = std::make_unique<kube::ApiClient>(*client);
    manifest::NewProject project;
    project.namespaceName = m_plane.ownNamespaces(project.namespaceName);
    m_nameSpace = project.namespaceName;
    const auto written = manifest::createProject(projectFolder(), project);
    if (!written)
        return tl::unexpected(written.error());
    return {};
}

Result<session::PlanRequest> StoryFixture::request(const QString &environment) const
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
    request.context = m_plane.context(ControlPlane::Role::Admin);
    request.nameSpace = target->namespaceName;
    request.overlay = target->overlay;
    request.objects = session::objectsToSend(*render, target->namespaceName);
    return request;
}

Result<session::ApplyPlan> StoryFixture::plan(const QString &environment) const
{
    const auto wanted = request(environment);
    if (!wanted)
        return tl::unexpected(wanted.error());
    return wait(session::makePlan(client(), *wanted, {}));
}

Result<session::ApplyProgress> StoryFixture::apply(const session::ApplyPlan &plan,
                                                   const session::ApplyConsent &consent) const
{
    const auto shared = std::make_shared<const session::ApplyPlan>(plan);
    const session::ProgressSink ignore = [](const session::ApplyProgress &) {};
    auto sent = wait(session::sendPlan(client(), shared, consent, ignore, {}));
    if (!sent)
        return sent;
    const session::WaitOptions options{120000, m_timers};
    return wait(session::waitUntilReady(client(), shared, options, ignore, {}));
}

Result<session::ApplyProgress> StoryFixture::deploy(const QString &environment) const
{
    const auto made = plan(environment);
    if (!made)
        return tl::unexpected(made.error());
    return apply(*made);
}

Result<void> StoryFixture::edit(const QString &environment, domain::ParameterId parameter,
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

kube::ObjectRef StoryFixture::ref(const QString &kind, const QString &nameSpace)
{
    return {{QStringLiteral("serving.knative.dev"), QStringLiteral("v1"), kind},
            nameSpace,
            QStringLiteral("python-api-base")};
}

Result<kube::JsonPtr> StoryFixture::service(const QString &nameSpace) const
{
    auto answer = wait(client().get(ref(QStringLiteral("Service"), nameSpace), {}));
    if (!answer)
        return tl::unexpected(answer.error());
    return answer->object;
}

} // namespace sluice::test
