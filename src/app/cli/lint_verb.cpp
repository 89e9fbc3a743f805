// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/lint_verb.h"

#include "app/cli/exit_codes.h"
#include "app/cli/output.h"
#include "app/cli/words.h"
#include "lint/lint.h"
#include "lint/rules.h"
#include "lint/sarif.h"
#include "session/text_diff.h"
#include "text/catalog.h"

#include <QDir>

namespace sluice::app {

namespace {

/// Fixes may open the way for others; trees do not need more rounds than layers.
constexpr int maxRounds = 50;

/// What the environments render to that only kustomize can render. Where there is none, the linter says so itself.
base::Task<lint::Options> lintOptions(CliOptions options, manifest::Project project,
                                      session::RenderTools tools, std::stop_token stop)
{
    lint::Options result;
    result.release = options.release;
    if (!options.environment.isEmpty())
        result.environments.append(options.environment);
    for (const domain::Environment &environment : project.environments()) {
        if (!result.environments.isEmpty() && !result.environments.contains(environment.name))
            continue;
        const auto own = manifest::render(project, environment.name);
        if (!own || !own->external)
            continue;
        auto rendered = co_await session::renderEnvironment(project, environment.name, tools, stop);
        if (!rendered && rendered.error().isCancelled())
            co_return tl::unexpected(rendered.error());
        const auto *invalid = rendered ? nullptr : rendered.error().get_if<base::ValidationError>();
        if (invalid && invalid->what.id == u"manifest.kustomize-missing")
            continue;
        result.external.emplace(environment.name, std::move(rendered));
    }
    co_return result;
}

std::vector<lint::Fix> fixesOf(const lint::Report &report)
{
    std::vector<lint::Fix> fixes;
    for (const lint::Finding &finding : report.findings) {
        if (finding.fix)
            fixes.push_back(*finding.fix);
    }
    return fixes;
}

/// Writes the edits and says what changes; a report without error.
base::Result<void> save(const manifest::Project &project, const std::vector<manifest::FileEdit> &edits)
{
    for (const manifest::FileEdit &edit : edits) {
        session::FileDiff diff =
            session::diffLines(edit.file, QString::fromUtf8(edit.before), QString::fromUtf8(edit.after));
        diff.created = edit.before.isNull();
        printWords(session::unifiedText(diff).trimmed());
    }
    const manifest::SaveReport saved = manifest::saveEdits(project.root(), edits);
    return saved.error ? base::Result<void>(tl::unexpected(*saved.error)) : base::Result<void>();
}

QString weightOf(lint::Severity severity)
{
    switch (severity) {
    case lint::Severity::Error:
        return Cli::tr("error");
    case lint::Severity::Warning:
        return Cli::tr("warning");
    case lint::Severity::Note:
        break;
    }
    return Cli::tr("note");
}

void printText(const lint::Report &report, const lint::OutputContext &output, int verbosity)
{
    for (const lint::Finding &finding : report.findings) {
        QString place =
            output.folder.isEmpty() ? finding.place.file : output.folder + u'/' + finding.place.file;
        for (const int number : {finding.place.line, finding.place.column}) {
            if (number > 0)
                place += u':' + QString::number(number);
        }
        QString line =
            QStringLiteral("%1: %2: %3 [%4]")
                .arg(place, weightOf(finding.severity), text::words(finding.message), finding.rule);
        if (!finding.environments.isEmpty())
            line += QStringLiteral(" (%1)").arg(finding.environments.join(QStringLiteral(", ")));
        printData(line.toUtf8() + '\n');
        if (verbosity > 0)
            printData(QByteArray("    ") + text::words(lint::whyOf(finding.rule)).toUtf8() + '\n');
        if (finding.fix)
            printData(QByteArray("    ") + Cli::tr("fix: %1").arg(text::words(finding.fix->what)).toUtf8()
                      + '\n');
    }
}

void printSummary(const lint::Report &report)
{
    using lint::Severity;
    QStringList parts{Cli::tr("%n error(s)", nullptr, report.count(Severity::Error)),
                      Cli::tr("%n warning(s)", nullptr, report.count(Severity::Warning)),
                      Cli::tr("%n note(s)", nullptr, report.count(Severity::Note))};
    if (report.silenced > 0)
        parts.append(Cli::tr("%n silenced", nullptr, report.silenced));
    const auto fixable = int(fixesOf(report).size());
    if (fixable > 0)
        parts.append(Cli::tr("%n can be fixed with --fix", nullptr, fixable));
    printWords(parts.join(QStringLiteral(", ")));
}

/// What stands before the paths of a project: nothing or a way down from the working directory, else the whole path.
QString placeOf(const QString &root)
{
    const QString way = QDir::current().relativeFilePath(root);
    if (way == u".")
        return {};
    return way == u".." || way.startsWith(u"../") ? root : way;
}

} // namespace

void printRules()
{
    for (const lint::Rule &rule : lint::rules()) {
        const QString id = QLatin1String(rule.id);
        printData(QStringLiteral("%1 (%2)\n    %3\n")
                      .arg(id, weightOf(rule.severity), text::words(lint::whyOf(id)))
                      .toUtf8());
    }
}

base::Task<int> lintVerb(CliContext &context, std::stop_token stop)
{
    const CliOptions &options = context.options();
    auto project = manifest::openProject(options.path);
    if (!project)
        co_return tl::unexpected(project.error());
    if (!options.environment.isEmpty() && !project->environment(options.environment))
        co_return base::fail(session::unknownEnvironment(*project, options.environment));
    const session::RenderTools tools = context.renderTools();
    lint::Report report;
    for (int round = 0; round < maxRounds; ++round) {
        auto wanted = co_await lintOptions(options, *project, tools, stop);
        if (!wanted)
            co_return tl::unexpected(wanted.error());
        report = lint::check(*project, *wanted);
        const auto edits =
            options.fix ? lint::fixEdits(*project, fixesOf(report)) : std::vector<manifest::FileEdit>();
        if (edits.empty())
            break;
        if (auto saved = save(*project, edits); !saved)
            co_return tl::unexpected(saved.error());
        project = manifest::openProject(options.path);
        if (!project)
            co_return tl::unexpected(project.error());
    }
    lint::OutputContext output;
    output.words = [](const base::Message &message) { return text::words(message); };
    output.version = QCoreApplication::applicationVersion();
    output.folder = placeOf(project->root());
    if (options.output == u"sarif")
        printData(lint::toSarif(report, *project, output));
    else if (options.output == u"json")
        printData(lint::toJson(report, output));
    else
        printText(report, output, options.verbosity);
    printSummary(report);
    const bool bad = report.count(lint::Severity::Error) > 0
        || (options.strict && report.count(lint::Severity::Warning) > 0);
    co_return bad ? exit_code::refused : exit_code::ok;
}

} // namespace sluice::app
