// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs.h"

#include "app/cli/cli_target.h"
#include "app/cli/exit_codes.h"
#include "app/cli/lint_verb.h"
#include "app/cli/output.h"
#include "app/cli/words.h"
#include "app/interrupt.h"
#include "base/json.h"
#include "manifest/create.h"
#include "session/plan_runner.h"
#include "session/project_drafts.h"

#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>
#include <QHostAddress>
#include <nlohmann/json.hpp>

namespace sluice::app {

namespace {

int newProject(const CliOptions &options)
{
    const auto written = manifest::createProject(options.path, options.project);
    if (!written) {
        printError(written.error());
        return exitCodeFor(written.error());
    }
    for (const QString &file : *written)
        printData(file.toUtf8() + '\n');
    printWords(Cli::tr("Try it without a cluster: sluice apply %1 --env %2 --sandbox --wait")
                   .arg(options.path, options.project.environments.front().name));
    return exit_code::ok;
}

QByteArray renderedJson(const manifest::Render &render)
{
    base::Json list = {{"apiVersion", "v1"}, {"kind", "List"}, {"items", base::Json::array()}};
    for (const manifest::RenderedObject &object : render.objects)
        list["items"].push_back(*object.object);
    return QByteArray::fromStdString(base::dump(list, 2)) + '\n';
}

base::Task<int> renderVerb(CliContext &context, std::stop_token stop)
{
    const CliOptions &options = context.options();
    const auto project = manifest::openProject(options.path);
    if (!project)
        co_return tl::unexpected(project.error());
    const session::RenderTools tools = context.renderTools();
    auto render = co_await session::renderEnvironment(*project, options.environment, tools, stop);
    if (!render)
        co_return tl::unexpected(render.error());
    printData(options.output == QLatin1String("json") ? renderedJson(*render) : manifest::toYaml(*render));
    co_return exit_code::ok;
}

base::Task<int> diffVerb(CliContext &context, std::stop_token stop)
{
    auto target = co_await openTarget(context, stop);
    if (!target)
        co_return tl::unexpected(target.error());
    auto plan = co_await session::makePlan(*target->connection.client, target->request, stop);
    if (!plan)
        co_return tl::unexpected(plan.error());
    bool trouble = false;
    for (const session::PlannedObject &object : plan->objects) {
        if (object.refusal) {
            printError(*object.refusal);
            trouble = true;
        }
        printSurvivors(object);
    }
    const std::vector<session::FileDiff> differences = session::liveDifferences(*plan);
    for (const session::FileDiff &difference : differences)
        printData(session::unifiedText(difference).toUtf8());
    if (trouble)
        co_return exit_code::trouble;
    co_return differences.empty() && !plan->hasSurvivors() ? exit_code::ok : exit_code::different;
}

/// What the flags do not cover, said with the flag that would.
std::optional<QString> missingFlag(const session::ApplyPlan &plan, const CliOptions &options)
{
    if (plan.createsNamespace && !options.createNamespace) {
        return Cli::tr("namespace %1 does not exist; add --create-namespace to create it")
            .arg(plan.nameSpace);
    }
    if (plan.gitOps && !options.consent.overrideGitOps) {
        return Cli::tr("%1 owns the Service; commit the change, or add --override-gitops")
            .arg(plan.gitOps->tool);
    }
    if (plan.hasConflicts() && !options.consent.forceConflicts)
        return Cli::tr("other field managers own fields; add --force-conflicts to take them over");
    if (plan.hasSurvivors() && options.consent.survivors == session::SurvivorChoice::Undecided) {
        return plan.revisionsMade(session::SurvivorChoice::RemoveByPatch) > 1
            ? Cli::tr("removed keys would stay on the cluster; add --foreign-keys=take-over, "
                      "remove (which creates a second revision) or keep")
            : Cli::tr("removed keys would stay on the cluster; add --foreign-keys=take-over, remove or keep");
    }
    return std::nullopt;
}

base::Task<int> applyVerb(CliContext &context, std::stop_token stop)
{
    const CliOptions &options = context.options();
    auto target = co_await openTarget(context, stop);
    if (!target)
        co_return tl::unexpected(target.error());
    auto made = co_await session::makePlan(*target->connection.client, target->request, stop);
    if (!made)
        co_return tl::unexpected(made.error());
    const auto plan = std::make_shared<const session::ApplyPlan>(std::move(*made));
    printPlan(*plan);
    if (plan->isBlocked())
        co_return exit_code::refused;
    const std::optional<QString> missing = missingFlag(*plan, options);
    if (missing) {
        printWords(QStringLiteral("sluice: %1").arg(*missing));
        co_return exit_code::consentNeeded;
    }
    if (options.dryRunServer)
        co_return exit_code::ok;

    QString last;
    const session::ProgressSink progress = [&last](const session::ApplyProgress &state) {
        printProgress(state, last);
    };
    const session::ApplyConsent consent = options.consent;
    auto result = co_await session::sendPlan(*target->connection.client, plan, consent, progress, stop);
    if (result && options.wait) {
        const session::WaitOptions wait{options.waitTimeoutMs, context.timers()};
        auto ready = co_await session::waitUntilReady(*target->connection.client, plan, wait, progress, stop);
        result = std::move(ready);
    }
    if (!result)
        co_return tl::unexpected(result.error());
    if (result->error)
        co_return base::fail(*result->error);
    if (options.output == QLatin1String("json"))
        printData(session::planEvidence(*plan, *result) + '\n');
    else if (!result->url.isEmpty())
        printData(result->url.toUtf8() + '\n');
    co_return exit_code::ok;
}

/// Splits "127.0.0.1:8443", "[::1]:8443", "::1", "127.0.0.1".
bool parseListen(const QString &text, sandbox::SandboxOptions &options)
{
    QString host = text;
    QString port;
    if (text.startsWith(QLatin1Char('['))) {
        const qsizetype end = text.indexOf(QLatin1Char(']'));
        host = text.mid(1, end - 1);
        port = text.mid(end + 1);
    } else if (text.count(QLatin1Char(':')) == 1) {
        host = text.section(QLatin1Char(':'), 0, 0);
        port = QLatin1Char(':') + text.section(QLatin1Char(':'), 1);
    }
    if (host == QLatin1String("localhost"))
        host = QStringLiteral("127.0.0.1");
    bool isPort = port.isEmpty();
    if (!isPort)
        options.port = port.mid(1).toUShort(&isPort);
    options.listen = host;
    return isPort && !QHostAddress(host).isNull();
}

int sandboxVerb(const CliOptions &options)
{
    sandbox::SandboxOptions wanted;
    wanted.seed = options.seed;
    wanted.speed = options.speed;
    if (!parseListen(options.listen, wanted)) {
        printWords(
            Cli::tr("sluice: --listen takes an address of this machine such as 127.0.0.1 or 127.0.0.1:6443"));
        return exit_code::trouble;
    }
    sandbox::SandboxCluster cluster;
    const auto endpoint = cluster.start(wanted);
    if (!endpoint) {
        printError(endpoint.error());
        return exitCodeFor(endpoint.error());
    }
    if (options.kubeconfigOut.isEmpty()) {
        printData(cluster.kubeconfig());
    } else {
        const auto written = cluster.writeKubeconfig(options.kubeconfigOut);
        if (!written) {
            printError(written.error());
            return exitCodeFor(written.error());
        }
        printWords(Cli::tr("Use it with: kubectl --kubeconfig %1 get ksvc -A")
                       .arg(QDir::toNativeSeparators(options.kubeconfigOut)));
    }
    printWords(Cli::tr("The embedded cluster answers at %1 until this command is stopped (Ctrl+C).")
                   .arg(endpoint->url));
    QEventLoop loop;
    const Interrupt interrupt([&loop] { loop.quit(); });
    loop.exec();
    cluster.stop();
    return exit_code::ok;
}

} // namespace

int runVerb(const CliOptions &options, const ProgramEnvironment &environment)
{
    using Verb = CliOptions::Verb;
    if (options.verb == Verb::New)
        return newProject(options);
    if (options.verb == Verb::Sandbox)
        return sandboxVerb(options);
    if (options.verb == Verb::Lint && options.listRules) {
        printRules();
        return exit_code::ok;
    }

    CliContext context(options, environment);
    std::stop_source stop;
    const Interrupt interrupt([&stop] { stop.request_stop(); });
    QEventLoop loop;
    int code = exit_code::trouble;
    const auto finish = [&](const base::Result<int> &result) {
        if (!result)
            printError(result.error());
        code = result ? *result : exitCodeFor(result.error());
        // diff keeps 1 for "there are differences", lint for "there are errors".
        if (!result && (options.verb == Verb::Diff || options.verb == Verb::Lint))
            code = exit_code::trouble;
        loop.quit();
    };
    QMetaObject::invokeMethod(
        &loop,
        [&] {
            base::Task<int> task = options.verb == Verb::Render ? renderVerb(context, stop.get_token())
                : options.verb == Verb::Lint                    ? lintVerb(context, stop.get_token())
                : options.verb == Verb::Diff                    ? diffVerb(context, stop.get_token())
                                                                : applyVerb(context, stop.get_token());
            std::move(task).then(finish);
        },
        Qt::QueuedConnection);
    loop.exec();
    return code;
}

} // namespace sluice::app
