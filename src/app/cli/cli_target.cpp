// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_target.h"

#include "app/consent_store.h"

namespace sluice::app {

namespace {

class AlwaysAllow final : public kube::ConsentSource {
public:
    [[nodiscard]] base::Task<bool> allow(kube::ExecConsentRequest, std::stop_token) override
    {
        co_return true;
    }
};

ConnectionTools toolsFor(const CliOptions &options, const ProgramEnvironment &, base::Settings *settings,
                         const std::shared_ptr<base::Timers> &timers,
                         const std::shared_ptr<base::ProcessRunner> &runner)
{
    ConnectionTools tools;
    tools.clock = std::make_shared<base::SystemClock>();
    tools.timers = timers;
    tools.runner = runner;
    tools.requestTimeoutMs = options.requestTimeoutMs;
    // On the command line the flag is the answer, for this once; what the window agreed to counts as well.
    if (options.allowCredentialPlugin)
        tools.consent = std::make_shared<AlwaysAllow>();
    else
        tools.consent = std::make_shared<ConsentStore>(settings, tools.clock, nullptr);
    return tools;
}

} // namespace

CliContext::CliContext(const CliOptions &options, const ProgramEnvironment &environment)
    : m_options(options)
    , m_timers(std::make_shared<base::SystemTimers>())
    , m_runner(std::make_shared<base::SystemProcessRunner>(environment.searchPath, m_timers))
{
    if (options.sandbox) {
        sandbox::SandboxOptions sandboxOptions;
        sandboxOptions.seed = options.seed;
        m_sandbox = std::make_unique<SandboxHost>(sandboxOptions);
    }
    kube::KubeconfigPlaces places = environment.kubeconfig;
    places.explicitFile = options.kubeconfig;
    kube::ConnectionOverrides overrides;
    overrides.impersonate.user = options.impersonate;
    overrides.impersonate.groups = options.impersonateGroups;
    overrides.proxies = environment.proxies;
    m_clusters = std::make_unique<ClusterDirectory>(
        [places] { return places; }, overrides,
        toolsFor(options, environment, &m_settings, m_timers, m_runner), m_sandbox.get());
}

session::RenderTools CliContext::renderTools() const
{
    session::RenderTools tools;
    tools.runner = m_runner;
    tools.kustomizeProgram = [program = m_settings.value(QStringLiteral("tools/kustomize"), {}).toString()] {
        return program;
    };
    tools.allowRemote = m_options.allowRemoteBases;
    return tools;
}

base::Task<CliTarget> openTarget(CliContext &context, std::stop_token stop)
{
    const CliOptions &options = context.options();
    const auto project = manifest::openProject(options.path);
    if (!project)
        co_return tl::unexpected(project.error());
    const domain::Environment *environment = project->environment(options.environment);
    if (!environment)
        co_return base::fail(session::unknownEnvironment(*project, options.environment));
    CliTarget target;
    target.environment = *environment;
    target.context = options.sandbox ? session::sandboxContextName()
        : options.context.isEmpty()  ? environment->context
                                     : options.context;
    if (target.context.isEmpty()) {
        co_return base::fail(base::ValidationError{QString(),
                                                   0,
                                                   QStringLiteral("--context"),
                                                   {QStringLiteral("plan.no-context"), {environment->name}}});
    }
    const session::RenderTools tools = context.renderTools();
    auto render = co_await session::renderEnvironment(*project, environment->name, tools, stop);
    if (!render)
        co_return tl::unexpected(render.error());
    auto connection = co_await context.clusters().connect(target.context, stop);
    if (!connection)
        co_return tl::unexpected(connection.error());
    target.connection = std::move(*connection);
    target.nameSpace = !options.nameSpace.isEmpty() ? options.nameSpace
        : !environment->namespaceName.isEmpty()     ? environment->namespaceName
                                                    : target.connection.context.defaultNamespace;

    target.request.environment = environment->name;
    target.request.context = target.context;
    target.request.nameSpace = target.nameSpace;
    target.request.overlay = environment->overlay;
    target.request.production = environment->production;
    target.request.readOnly = environment->readOnly;
    target.request.objects = session::objectsToSend(*render, target.nameSpace);
    co_return target;
}

} // namespace sluice::app
