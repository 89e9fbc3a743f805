// SPDX-License-Identifier: GPL-3.0-or-later
#include "manifest/new_project.h"

#include "domain/duration.h"
#include "domain/quantity.h"

#include <QRegularExpression>
#include <algorithm>
#include <array>

namespace sluice::manifest {

using base::Result;
using base::ValidationError;
using domain::Quantity;

namespace {

const QRegularExpression &dns1123()
{
    static const QRegularExpression pattern(QStringLiteral("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"));
    return pattern;
}

tl::unexpected<base::Error> bad(const char *option, const char *id, QStringList arguments)
{
    return base::fail(
        ValidationError{{}, 0, QLatin1String(option), {QString::fromLatin1(id), std::move(arguments)}});
}

Result<void> checkService(const NewProject &project)
{
    static const QRegularExpression dns1035(QStringLiteral("^[a-z]([-a-z0-9]*[a-z0-9])?$"));
    static const QRegularExpression image(
        QStringLiteral("^[a-z0-9]+([._-]+[a-z0-9]+)*(:[0-9]+)?(/[a-z0-9]+([._-]+[a-z0-9]+)*)*"
                       "(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[a-f0-9]{64})?$"));
    static const QRegularExpression path(QStringLiteral("^/[A-Za-z0-9._~/-]*$"));
    // knative.dev/serving pkg/apis/serving/k8s_validation.go: what the queue-proxy listens on itself.
    static constexpr std::array reservedPorts{8008, 8012, 8013, 8022, 9090, 9091};
    // A Service's name is a label value and the start of its revisions' names: 63 characters in all.
    if (project.name.size() > 57 || !dns1035.match(project.name).hasMatch())
        return bad("name", "manifest.bad-name", {project.name});
    if (project.name.size() > project.longestName())
        return bad("name", "manifest.long-name", {project.name, QString::number(project.longestName())});
    if (project.namespaceName.size() > 55 || !dns1123().match(project.namespaceName).hasMatch())
        return bad("namespace", "manifest.bad-namespace", {project.namespaceName});
    if (!image.match(project.image).hasMatch())
        return bad("image", "manifest.bad-image", {project.image});
    if (project.port < 1 || project.port > 65535)
        return bad("port", "manifest.bad-port", {QString::number(project.port)});
    if (std::find(reservedPorts.begin(), reservedPorts.end(), project.port) != reservedPorts.end())
        return bad("port", "manifest.reserved-port", {QString::number(project.port)});
    if (!path.match(project.healthPath).hasMatch())
        return bad("health-path", "manifest.bad-health-path", {project.healthPath});
    return {};
}

/// As Serving's webhook judges the annotations (pkg/apis/autoscaling/annotation_validation.go).
bool hasValidScaling(const NewEnvironment &environment)
{
    using namespace std::chrono_literals;
    const auto delay = domain::parseGoDuration(environment.scaleDownDelay);
    return environment.minScale >= 0 && environment.maxScale >= 0
        && (environment.maxScale == 0 || environment.minScale <= environment.maxScale)
        && environment.target >= 1 && delay && *delay >= 0s && *delay <= 1h && domain::isWholeSeconds(*delay);
}

bool hasValidResources(const NewEnvironment &environment)
{
    const auto fits = [](const QString &request, const QString &limit) {
        const auto low = Quantity::parse(request);
        const auto high = Quantity::parse(limit);
        return low && high && !low->isNegative() && *low <= *high;
    };
    return fits(environment.cpuRequest, environment.cpuLimit)
        && fits(environment.memoryRequest, environment.memoryLimit);
}

Result<void> checkEnvironments(const NewProject &project)
{
    if (project.environments.empty())
        return bad("environments", "manifest.no-environments", {});
    QStringList names;
    QStringList namespaces;
    for (const NewEnvironment &environment : project.environments) {
        const QString nameSpace = namespaceOf(project, environment);
        if (environment.name.size() > 40 || !dns1123().match(environment.name).hasMatch())
            return bad("environments", "manifest.bad-environment", {environment.name});
        if (names.contains(environment.name))
            return bad("environments", "manifest.environment-twice", {environment.name});
        if (nameSpace.size() > 63 || !dns1123().match(nameSpace).hasMatch())
            return bad("environments", "manifest.bad-environment-namespace", {nameSpace, environment.name});
        if (namespaces.contains(nameSpace))
            return bad("environments", "manifest.namespace-twice", {nameSpace});
        if (!hasValidScaling(environment))
            return bad("environments", "manifest.bad-scaling", {environment.name});
        if (!hasValidResources(environment))
            return bad("environments", "manifest.bad-resources", {environment.name});
        names.append(environment.name);
        namespaces.append(nameSpace);
    }
    return {};
}

Result<void> checkParts(const NewProject &project)
{
    static const QRegularExpression server(
        QStringLiteral("^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?:[0-9]{1,5}$"));
    // org.apache.kafka.common.internals.Topic
    static const QRegularExpression topic(QStringLiteral("^(?!\\.{1,2}$)[A-Za-z0-9._-]{1,249}$"));
    static const QRegularExpression repository(QStringLiteral("^[A-Za-z0-9][A-Za-z0-9.@:/_~+-]*$"));
    static const QRegularExpression path(QStringLiteral("^([A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*)?$"));
    static const QRegularExpression branch(QStringLiteral("^[A-Za-z0-9][A-Za-z0-9._/-]*$"));
    if (project.knativeRelease < 15 || project.knativeRelease > 99)
        return bad("release", "manifest.bad-release", {QString::number(project.knativeRelease)});
    if (project.eventing) {
        if (project.kafkaServers.isEmpty())
            return bad("kafka-server", "manifest.bad-kafka-server", {QString()});
        for (const QString &name : project.kafkaServers) {
            if (!server.match(name).hasMatch())
                return bad("kafka-server", "manifest.bad-kafka-server", {name});
        }
        if (project.kafkaTopics.isEmpty())
            return bad("kafka-topic", "manifest.bad-kafka-topic", {QString()});
        for (const QString &name : project.kafkaTopics) {
            if (!topic.match(name).hasMatch())
                return bad("kafka-topic", "manifest.bad-kafka-topic", {name});
        }
    }
    if (project.argoCd) {
        if (!repository.match(project.repository).hasMatch())
            return bad("repository", "manifest.bad-repository", {project.repository});
        if (!path.match(project.repositoryPath).hasMatch()
            || project.repositoryPath.split(u'/').contains(QStringLiteral("..")))
            return bad("repository-path", "manifest.bad-repository-path", {project.repositoryPath});
        if (!branch.match(project.branch).hasMatch())
            return bad("branch", "manifest.bad-branch", {project.branch});
    }
    return {};
}

} // namespace

std::vector<NewEnvironment> standardEnvironments()
{
    NewEnvironment dev;
    dev.name = QStringLiteral("dev");
    dev.minScale = 0;
    dev.maxScale = 3;
    dev.target = 50;
    dev.scaleDownDelay = QStringLiteral("15s");
    dev.cpuRequest = QStringLiteral("50m");
    dev.cpuLimit = QStringLiteral("500m");
    dev.memoryRequest = QStringLiteral("128Mi");
    dev.memoryLimit = QStringLiteral("512Mi");
    NewEnvironment staging;
    staging.name = QStringLiteral("staging");
    NewEnvironment prod;
    prod.name = QStringLiteral("prod");
    prod.production = true;
    prod.minScale = 2;
    prod.maxScale = 20;
    prod.target = 100;
    prod.scaleDownDelay = QStringLiteral("60s");
    prod.cpuRequest = QStringLiteral("200m");
    prod.cpuLimit = QStringLiteral("2000m");
    prod.memoryRequest = QStringLiteral("512Mi");
    prod.memoryLimit = QStringLiteral("2Gi");
    return {dev, staging, prod};
}

NewEnvironment newEnvironment(const QString &name)
{
    NewEnvironment made;
    for (const NewEnvironment &standard : standardEnvironments()) {
        const bool isLikeProd = standard.production && (name == u"production" || name == u"live");
        if (standard.name == name || isLikeProd)
            made = standard;
    }
    made.name = name;
    return made;
}

void NewProject::addAllParts()
{
    eventing = traffic = argoCd = monitoring = istio = adapter = true;
}

bool NewProject::hasParts() const
{
    return eventing || traffic || argoCd || monitoring || istio || adapter;
}

int NewProject::longestName() const
{
    constexpr int label = 63;
    // NAME-00001, canary-NAME, and NAME-dead-letters-00001.
    const int revision = label - int(qstrlen("-00001"));
    return eventing ? revision - int(qstrlen("-dead-letters"))
        : traffic   ? std::min(revision, label - int(qstrlen("canary-")))
                    : revision;
}

QString namespaceOf(const NewProject &project, const NewEnvironment &environment)
{
    if (!environment.namespaceName.isEmpty())
        return environment.namespaceName;
    return environment.production ? project.namespaceName : project.namespaceName + u'-' + environment.name;
}

const NewEnvironment &mainEnvironment(const NewProject &project)
{
    const auto found = std::find_if(project.environments.begin(), project.environments.end(),
                                    [](const NewEnvironment &entry) { return entry.production; });
    return found == project.environments.end() ? project.environments.back() : *found;
}

Result<void> checkNewProject(const NewProject &project)
{
    if (auto done = checkService(project); !done)
        return done;
    if (auto done = checkEnvironments(project); !done)
        return done;
    return checkParts(project);
}

} // namespace sluice::manifest
