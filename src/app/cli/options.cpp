// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/options.h"

#include "app/cli/new_options.h"
#include "app/cli/words.h"
#include "domain/duration.h"

#include <QCommandLineParser>
#include <QRegularExpression>

namespace sluice::app {

namespace {

struct VerbInfo {
    const char *name;
    CliOptions::Verb verb;
    const char *arguments;
    const char *summary;
};

constexpr VerbInfo verbs[] = {
    {"new", CliOptions::Verb::New, "DIR",
     QT_TRANSLATE_NOOP(
         "Cli",
         "Make a project: a base and overlays, and on request eventing, traffic examples, Argo CD, "
         "monitoring, Istio policies and a program.")},
    {"render", CliOptions::Verb::Render, "DIR",
     QT_TRANSLATE_NOOP("Cli", "Print the final manifests of an environment, equal to kustomize build.")},
    {"lint", CliOptions::Verb::Lint, "DIR",
     QT_TRANSLATE_NOOP(
         "Cli",
         "Look for what goes wrong with kustomize and Knative. Exit code 0: no errors, 1: some, "
         "2: trouble.")},
    {"diff", CliOptions::Verb::Diff, "DIR",
     QT_TRANSLATE_NOOP(
         "Cli", "Compare an environment with what runs. Exit code 0: no difference, 1: some, 2: trouble.")},
    {"apply", CliOptions::Verb::Apply, "DIR",
     QT_TRANSLATE_NOOP(
         "Cli", "Apply an environment; the plan is printed first. With --wait, prints its URL once Ready.")},
    {"sandbox", CliOptions::Verb::Sandbox, "",
     QT_TRANSLATE_NOOP("Cli", "Run the simulated cluster alone, for kubectl and kn.")},
    {"tour", CliOptions::Verb::Tour, "", QT_TRANSLATE_NOOP("Cli", "Write a picture of every page.")},
};

QCommandLineOption flag(const QStringList &names, const char *text)
{
    return QCommandLineOption(names, Cli::tr(text));
}

QCommandLineOption value(const QStringList &names, const char *text, const QString &valueName,
                         const QString &fallback = {})
{
    return QCommandLineOption(names, Cli::tr(text), valueName, fallback);
}

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

void addSharedOptions(QCommandLineParser &parser)
{
    parser.addOption(
        value({s("kubeconfig")}, QT_TRANSLATE_NOOP("Cli", "Use this kubeconfig file."), s("FILE")));
    parser.addOption(
        value({s("context")}, QT_TRANSLATE_NOOP("Cli", "Use this context of the kubeconfig."), s("NAME")));
    parser.addOption(value({s("n"), s("namespace")},
                           QT_TRANSLATE_NOOP("Cli", "Use this namespace instead of the environment's."),
                           s("NAME")));
    parser.addOption(value({s("as")}, QT_TRANSLATE_NOOP("Cli", "Act as this user."), s("USER")));
    parser.addOption(value({s("as-group")},
                           QT_TRANSLATE_NOOP("Cli", "Act as a member of this group; may be repeated."),
                           s("GROUP")));
    parser.addOption(
        value({s("request-timeout")},
              QT_TRANSLATE_NOOP("Cli", "How long one request may take, for example 30s; 0 means no limit."),
              s("TIME")));
    parser.addOption(
        flag({s("sandbox")},
             QT_TRANSLATE_NOOP(
                 "Cli", "Use a fresh embedded cluster that ends with the command; creates namespaces.")));
    parser.addOption(
        flag({s("allow-credential-plugin")},
             QT_TRANSLATE_NOOP(
                 "Cli",
                 "Let the kubeconfig's credential plugin run without having been agreed to in the window.")));
    parser.addOption(value({s("o"), s("output")},
                           QT_TRANSLATE_NOOP("Cli", "Form of the output: text, json or yaml."), s("FORM"),
                           s("text")));
}

void addEnvironmentOptions(QCommandLineParser &parser)
{
    parser.addOption(
        value({s("e"), s("env")}, QT_TRANSLATE_NOOP("Cli", "The environment, for example prod."), s("ENV")));
    parser.addOption(flag({s("allow-remote-bases")},
                          QT_TRANSLATE_NOOP("Cli", "Let kustomize fetch bases from the network.")));
}

void addVerbOptions(QCommandLineParser &parser, CliOptions::Verb verb)
{
    using Verb = CliOptions::Verb;
    switch (verb) {
    case Verb::Window:
        parser.addOption(flag(
            {s("demo")}, QT_TRANSLATE_NOOP("Cli", "Open PROJECT, or the sample, on the embedded cluster.")));
        break;
    case Verb::New:
        addNewOptions(parser);
        break;
    case Verb::Render:
        addEnvironmentOptions(parser);
        parser.addOption(value({s("o"), s("output")},
                               QT_TRANSLATE_NOOP("Cli", "Form of the output: yaml or json."), s("FORM"),
                               s("yaml")));
        break;
    case Verb::Lint:
        addEnvironmentOptions(parser);
        parser.addOption(value({s("o"), s("output"), s("format")},
                               QT_TRANSLATE_NOOP("Cli", "Form of the output: text, json or sarif."),
                               s("FORM"), s("text")));
        parser.addOption(
            flag({s("fix")}, QT_TRANSLATE_NOOP("Cli", "Change the files where what is right can be told.")));
        parser.addOption(flag({s("strict")}, QT_TRANSLATE_NOOP("Cli", "Exit with 1 for warnings as well.")));
        parser.addOption(value(
            {s("release")}, QT_TRANSLATE_NOOP("Cli", "Release of Knative that it runs on, for example 1.18."),
            s("RELEASE")));
        parser.addOption(
            flag({s("rules")}, QT_TRANSLATE_NOOP("Cli", "List the rules with their reasons and stop.")));
        break;
    case Verb::Diff:
        addEnvironmentOptions(parser);
        addSharedOptions(parser);
        break;
    case Verb::Apply:
        addEnvironmentOptions(parser);
        addSharedOptions(parser);
        parser.addOption(value(
            {s("dry-run")}, QT_TRANSLATE_NOOP("Cli", "server: make and print the plan only."), s("WHERE")));
        parser.addOption(flag({s("wait")}, QT_TRANSLATE_NOOP("Cli", "Wait until the Service is Ready.")));
        parser.addOption(value(
            {s("timeout")}, QT_TRANSLATE_NOOP("Cli", "How long to wait, for example 5m; 0 means no limit."),
            s("TIME"), s("10m")));
        parser.addOption(flag({s("create-namespace")},
                              QT_TRANSLATE_NOOP("Cli", "Create the namespace if it does not exist.")));
        parser.addOption(flag({s("force-conflicts")},
                              QT_TRANSLATE_NOOP("Cli", "Take over fields that other field managers own.")));
        parser.addOption(value(
            {s("foreign-keys")},
            QT_TRANSLATE_NOOP(
                "Cli", "What to do with removed keys that another manager keeps: take-over, remove or keep."),
            s("WAY")));
        parser.addOption(flag({s("override-gitops")},
                              QT_TRANSLATE_NOOP("Cli", "Apply although Argo CD or Flux owns the Service.")));
        break;
    case Verb::Sandbox:
        parser.addOption(value({s("listen")},
                               QT_TRANSLATE_NOOP("Cli", "Address to listen on, with or without a port."),
                               s("ADDRESS"), s("127.0.0.1")));
        parser.addOption(value(
            {s("kubeconfig")},
            QT_TRANSLATE_NOOP("Cli", "Write the kubeconfig to this file instead of the standard output."),
            s("FILE")));
        parser.addOption(value({s("speed")},
                               QT_TRANSLATE_NOOP("Cli", "Virtual seconds a second: 1, 10 or 60."), s("N"),
                               s("1")));
        parser.addOption(
            value({s("seed")}, QT_TRANSLATE_NOOP("Cli", "Seed of everything random in it."), s("N"), s("1")));
        break;
    case Verb::Tour:
        parser.addOption(
            value({s("out")}, QT_TRANSLATE_NOOP("Cli", "Folder for the pictures."), s("DIR"), s("out")));
        parser.addOption(
            flag({s("story")}, QT_TRANSLATE_NOOP("Cli", "Do the main job on the way and print each step.")));
        break;
    }
}

CliAnswer usageError(const QString &text, const QString &program)
{
    return {std::nullopt,
            QStringLiteral("%1: %2\n%3\n").arg(program, text, Cli::tr("See '%1 --help'.").arg(program)),
            true};
}

QString overview(const QString &program)
{
    QString text = Cli::tr("Usage: %1 [PROJECT]\n       %1 VERB [ARGUMENTS]\n\n"
                           "Without a verb the window opens. Verbs:\n")
                       .arg(program);
    for (const VerbInfo &info : verbs) {
        const QString call =
            QStringLiteral("%1 %2").arg(QLatin1String(info.name), QLatin1String(info.arguments));
        text += QStringLiteral("  %1 %2\n").arg(call.trimmed(), -12).arg(Cli::tr(info.summary));
    }
    text += Cli::tr("\n'%1 VERB --help' lists the options of a verb; --demo opens the sample on "
                    "the embedded cluster.\n")
                .arg(program);
    return text;
}

/// \a arguments of the window without those that Qt takes for itself, such as -reverse and -style.
/// Source: Qt 6, QGuiApplication and QApplication, supported command line options.
QStringList withoutToolkitOptions(const QStringList &arguments)
{
    static const QStringList alone{s("-reverse")};
    static const QStringList withValue{s("-platform"),        s("-platformpluginpath"),
                                       s("-platformtheme"),   s("-plugin"),
                                       s("-qwindowgeometry"), s("-geometry"),
                                       s("-qwindowicon"),     s("-icon"),
                                       s("-qwindowtitle"),    s("-title"),
                                       s("-session"),         s("-display"),
                                       s("-style"),           s("-stylesheet")};
    QStringList rest;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString name = arguments[i].section(QLatin1Char('='), 0, 0);
        if (withValue.contains(name))
            i += arguments[i] == name ? 1 : 0; // the value is the next argument
        else if (!alone.contains(arguments[i]))
            rest.append(arguments[i]);
    }
    return rest;
}

} // namespace

std::optional<int> parseRelease(const QString &text)
{
    static const QRegularExpression pattern(s("^(?:v?1\\.)?(\\d{1,3})(?:\\.\\d+)?$"));
    const auto match = pattern.match(text);
    return match.hasMatch() ? std::optional(match.captured(1).toInt()) : std::nullopt;
}

std::optional<int> parseTimeoutMs(const QString &text)
{
    bool isNumber = false;
    const int seconds = text.toInt(&isNumber);
    if (isNumber && seconds >= 0 && seconds < 1000000)
        return seconds * 1000;
    const auto duration = domain::parseGoDuration(text);
    if (!duration || duration->count() < 0 || *duration > std::chrono::hours(24))
        return std::nullopt;
    return int(std::chrono::duration_cast<std::chrono::milliseconds>(*duration).count());
}

CliAnswer parseArguments(const QStringList &arguments, const QString &programName)
{
    CliOptions options;
    QStringList rest = arguments;
    const VerbInfo *verb = nullptr;
    if (!rest.isEmpty()) {
        for (const VerbInfo &info : verbs) {
            if (rest.first() == QLatin1String(info.name))
                verb = &info;
        }
    }
    QString program = programName;
    if (verb) {
        options.verb = verb->verb;
        rest.removeFirst();
        program += QLatin1Char(' ') + QLatin1String(verb->name);
    } else {
        rest = withoutToolkitOptions(rest);
    }

    QCommandLineParser parser;
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsCompactedShortOptions);
    const QCommandLineOption help({s("h"), s("help")}, Cli::tr("Print this help."));
    const QCommandLineOption version({s("version")}, Cli::tr("Print the version."));
    const QCommandLineOption verbose({s("v")}, Cli::tr("Tell more on the standard error: 0 to 2."), s("N"),
                                     s("0"));
    parser.addOptions({help, version, verbose});
    addVerbOptions(parser, options.verb);
    parser.addPositionalArgument(s("path"), verb ? QString::fromLatin1(verb->arguments) : s("[PROJECT]"));
    // QCommandLineParser wants the program's name first.
    if (!parser.parse(QStringList{program} + rest))
        return usageError(parser.errorText(), program);
    if (parser.isSet(help)) {
        if (!verb)
            return {std::nullopt, overview(programName), false};
        QString text = parser.helpText();
        const qsizetype start = text.indexOf(QLatin1String("Options"));
        text = QStringLiteral("%1\n\n").arg(Cli::tr(verb->summary)) + (start >= 0 ? text.mid(start) : text);
        return {std::nullopt,
                Cli::tr("Usage: %1 %2 [OPTIONS]\n").arg(program, QLatin1String(verb->arguments)) + text,
                false};
    }
    if (parser.isSet(version)) {
        return {std::nullopt, QStringLiteral("sluice %1\n").arg(QCoreApplication::applicationVersion()),
                false};
    }

    const QStringList positional = parser.positionalArguments();
    const bool takesPath =
        options.verb != CliOptions::Verb::Sandbox && options.verb != CliOptions::Verb::Tour;
    if (positional.size() > (takesPath ? 1 : 0))
        return usageError(Cli::tr("unexpected argument “%1”").arg(positional.last()), program);
    if (!positional.isEmpty())
        options.path = positional.first();
    else if (options.verb == CliOptions::Verb::New)
        return usageError(Cli::tr("name the folder to make"), program);
    else if (verb)
        options.path = s(".");

    const auto text = [&parser](const char *name) {
        // Asking for an option that this verb does not have would only print a warning.
        return parser.optionNames().contains(s(name)) ? parser.value(s(name)) : QString();
    };
    const auto isSet = [&parser](const char *name) { return parser.optionNames().contains(s(name)); };
    bool isNumber = false;
    options.verbosity = parser.value(verbose).toInt(&isNumber);
    if (!isNumber || options.verbosity < 0)
        return usageError(Cli::tr("-v takes a number"), program);
    options.demo = isSet("demo");
    options.context = text("context");
    options.nameSpace = text("namespace").isEmpty() ? text("n") : text("namespace");
    options.impersonate = text("as");
    options.impersonateGroups = isSet("as-group") ? parser.values(s("as-group")) : QStringList();
    options.environment = text("env").isEmpty() ? text("e") : text("env");
    options.sandbox = isSet("sandbox");
    options.allowCredentialPlugin = isSet("allow-credential-plugin");
    options.allowRemoteBases = isSet("allow-remote-bases");
    options.wait = isSet("wait");
    options.createNamespace = isSet("create-namespace") || options.sandbox;
    options.consent.forceConflicts = isSet("force-conflicts");
    options.consent.overrideGitOps = isSet("override-gitops");
    options.story = isSet("story");
    for (const char *name : {"output", "o", "format"}) {
        if (isSet(name))
            options.output = text(name);
    }
    if (options.verb == CliOptions::Verb::Lint) {
        if (!options.output.isEmpty()
            && !QStringList{s("text"), s("json"), s("sarif")}.contains(options.output))
            return usageError(Cli::tr("-o takes text, json or sarif, not “%1”").arg(options.output), program);
        options.fix = isSet("fix");
        options.strict = isSet("strict");
        options.listRules = isSet("rules");
        if (isSet("release")) {
            options.release = parseRelease(text("release"));
            if (!options.release)
                return usageError(releaseProblem(), program);
        }
    } else if (options.verb == CliOptions::Verb::New) {
        if (const auto problem = readNewOptions(parser, options.project))
            return usageError(*problem, program);
    } else if (!options.output.isEmpty()
               && !QStringList{s("text"), s("json"), s("yaml")}.contains(options.output)) {
        return usageError(Cli::tr("-o takes text, json or yaml, not “%1”").arg(options.output), program);
    }
    if (options.verb == CliOptions::Verb::Sandbox) {
        options.kubeconfigOut = text("kubeconfig");
        options.listen = text("listen").isEmpty() ? s("127.0.0.1") : text("listen");
        options.speed = text("speed").isEmpty() ? 1 : text("speed").toInt(&isNumber);
        if (!isNumber || options.speed < 1 || options.speed > 600)
            return usageError(Cli::tr("--speed takes a number from 1 to 600"), program);
        options.seed = text("seed").isEmpty() ? 1 : text("seed").toULongLong(&isNumber);
        if (!isNumber)
            return usageError(Cli::tr("--seed takes a number"), program);
    } else {
        options.kubeconfig = text("kubeconfig");
    }
    if (options.verb == CliOptions::Verb::Tour)
        options.out = text("out").isEmpty() ? s("out") : text("out");
    if (isSet("dry-run")) {
        if (text("dry-run") != QLatin1String("server"))
            return usageError(Cli::tr("--dry-run takes “server”; 'sluice render' prints without a cluster"),
                              program);
        options.dryRunServer = true;
    }
    for (const auto &[name, target] : {std::pair{"timeout", &options.waitTimeoutMs},
                                       std::pair{"request-timeout", &options.requestTimeoutMs}}) {
        if (!isSet(name))
            continue;
        const auto milliseconds = parseTimeoutMs(text(name));
        if (!milliseconds)
            return usageError(Cli::tr("--%1 takes a duration such as 30s or 5m").arg(QLatin1String(name)),
                              program);
        *target = *milliseconds;
    }
    if (isSet("foreign-keys")) {
        const QString way = text("foreign-keys");
        using session::SurvivorChoice;
        if (way == QLatin1String("take-over"))
            options.consent.survivors = SurvivorChoice::TakeOver;
        else if (way == QLatin1String("remove"))
            options.consent.survivors = SurvivorChoice::RemoveByPatch;
        else if (way == QLatin1String("keep"))
            options.consent.survivors = SurvivorChoice::Keep;
        else
            return usageError(Cli::tr("--foreign-keys takes take-over, remove or keep"), program);
    }
    const bool needsEnvironment = options.verb == CliOptions::Verb::Render
        || options.verb == CliOptions::Verb::Diff || options.verb == CliOptions::Verb::Apply;
    if (needsEnvironment && options.environment.isEmpty())
        return usageError(Cli::tr("name the environment with --env"), program);
    if (options.sandbox && (!options.context.isEmpty() || !options.kubeconfig.isEmpty()))
        return usageError(Cli::tr("--sandbox is a cluster of its own: leave out --context and --kubeconfig"),
                          program);
    return {options, {}, false};
}

} // namespace sluice::app
