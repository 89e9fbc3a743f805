// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/new_options.h"

#include "app/cli/options.h"
#include "app/cli/words.h"

#include <QCommandLineParser>

namespace sluice::app {

namespace {

using manifest::NewProject;

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

struct TextOption {
    const char *name;
    const char *valueName;
    QString NewProject::*target;
    const char *text;
};

constexpr TextOption textOptions[] = {
    {"name", "NAME", &NewProject::name, QT_TRANSLATE_NOOP("Cli", "Name of the Knative Service.")},
    {"image", "IMAGE", &NewProject::image, QT_TRANSLATE_NOOP("Cli", "Container image.")},
    {"health-path", "PATH", &NewProject::healthPath,
     QT_TRANSLATE_NOOP("Cli", "Path that the probes ask for.")},
    {"repository", "URL", &NewProject::repository,
     QT_TRANSLATE_NOOP("Cli", "Git repository that Argo CD reads.")},
    {"repository-path", "PATH", &NewProject::repositoryPath,
     QT_TRANSLATE_NOOP("Cli", "Where this project is in that repository.")},
    {"branch", "NAME", &NewProject::branch,
     QT_TRANSLATE_NOOP("Cli", "Branch of that repository that Argo CD follows.")},
};

struct Part {
    const char *name;
    bool NewProject::*target;
    const char *text;
};

constexpr Part parts[] = {
    {"eventing", &NewProject::eventing,
     QT_TRANSLATE_NOOP("Cli", "Add a Kafka source, a Broker, Triggers and a dead-letter sink.")},
    {"traffic", &NewProject::traffic,
     QT_TRANSLATE_NOOP("Cli", "Add traffic splits for a canary, blue-green and a rollback.")},
    {"argocd", &NewProject::argoCd,
     QT_TRANSLATE_NOOP("Cli", "Add an Argo CD Application for each environment.")},
    {"monitoring", &NewProject::monitoring,
     QT_TRANSLATE_NOOP("Cli", "Add monitors and alerts for Prometheus and a dashboard for Grafana.")},
    {"istio", &NewProject::istio,
     QT_TRANSLATE_NOOP("Cli", "Add Istio policies: mutual TLS and who may call.")},
    {"adapter", &NewProject::adapter,
     QT_TRANSLATE_NOOP("Cli", "Add the program: a FastAPI application that takes CloudEvents.")},
};

/// "dev,qa=shop-qa": names, each with its namespace where it is not the usual one.
std::vector<manifest::NewEnvironment> environmentsFrom(const QString &text)
{
    std::vector<manifest::NewEnvironment> list;
    for (const QString &entry : text.split(u',')) {
        manifest::NewEnvironment environment = manifest::newEnvironment(entry.section(u'=', 0, 0).trimmed());
        environment.namespaceName = entry.section(u'=', 1).trimmed();
        list.push_back(std::move(environment));
    }
    return list;
}

} // namespace

void addNewOptions(QCommandLineParser &parser)
{
    const auto add = [&parser](const QStringList &names, const char *text, const char *valueName) {
        parser.addOption(QCommandLineOption(names, Cli::tr(text), s(valueName)));
    };
    for (const TextOption &option : textOptions)
        add({s(option.name)}, option.text, option.valueName);
    add({s("n"), s("namespace")},
        QT_TRANSLATE_NOOP("Cli", "Namespace of production; the others add their environment's name."),
        "NAME");
    add({s("environments")},
        QT_TRANSLATE_NOOP(
            "Cli",
            "Environments, dev,staging,prod unless given; a namespace of its own follows after =, as in "
            "dev,qa=shop-qa,prod."),
        "LIST");
    add({s("port")}, QT_TRANSLATE_NOOP("Cli", "Port that the container listens on."), "PORT");
    add({s("release")}, QT_TRANSLATE_NOOP("Cli", "Release of Knative that it runs on, for example 1.18."),
        "RELEASE");
    for (const Part &part : parts)
        parser.addOption(QCommandLineOption(s(part.name), Cli::tr(part.text)));
    parser.addOption(QCommandLineOption(s("all"), Cli::tr("Add all of these.")));
    add({s("kafka-server")}, QT_TRANSLATE_NOOP("Cli", "Address of a Kafka broker; may be repeated."),
        "HOST:PORT");
    add({s("kafka-topic")}, QT_TRANSLATE_NOOP("Cli", "Topic of Kafka to read; may be repeated."), "TOPIC");
}

std::optional<QString> readNewOptions(const QCommandLineParser &parser, NewProject &project)
{
    for (const TextOption &option : textOptions) {
        // An empty value takes the default, as in the dialog.
        if (const QString text = parser.value(s(option.name)); !text.isEmpty())
            project.*option.target = text;
    }
    // The one that may be empty: the project is the repository.
    if (parser.isSet(s("repository-path")))
        project.repositoryPath = parser.value(s("repository-path"));
    while (project.repositoryPath.endsWith(u'/'))
        project.repositoryPath.chop(1);
    if (parser.isSet(s("namespace")))
        project.namespaceName = parser.value(s("namespace"));
    if (parser.isSet(s("environments")))
        project.environments = environmentsFrom(parser.value(s("environments")));
    if (parser.isSet(s("port"))) {
        bool isNumber = false;
        project.port = parser.value(s("port")).toInt(&isNumber);
        if (!isNumber)
            return Cli::tr("--port takes a number");
    }
    if (parser.isSet(s("release"))) {
        const auto release = parseRelease(parser.value(s("release")));
        if (!release)
            return releaseProblem();
        project.knativeRelease = *release;
    }
    for (const Part &part : parts)
        project.*part.target = project.*part.target || parser.isSet(s(part.name));
    if (parser.isSet(s("all")))
        project.addAllParts();
    if (parser.isSet(s("kafka-server")))
        project.kafkaServers = parser.values(s("kafka-server"));
    if (parser.isSet(s("kafka-topic")))
        project.kafkaTopics = parser.values(s("kafka-topic"));
    return std::nullopt;
}

QString releaseProblem()
{
    return Cli::tr("--release takes a release of Knative such as 1.18");
}

} // namespace sluice::app
