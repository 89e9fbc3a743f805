// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/rendering.h"

#include "base/json.h"
#include "session/on_pool.h"

#include <nlohmann/json.hpp>

namespace sluice::session {

namespace {

/// Kinds of ours that live outside namespaces; a kind that is not known here keeps what its file says.
bool isClusterScoped(const QString &kind)
{
    static const QStringList kinds{
        QStringLiteral("Namespace"),          QStringLiteral("ClusterRole"),
        QStringLiteral("ClusterRoleBinding"), QStringLiteral("CustomResourceDefinition"),
        QStringLiteral("PersistentVolume"),   QStringLiteral("StorageClass"),
        QStringLiteral("PriorityClass"),      QStringLiteral("ClusterDomainClaim")};
    return kinds.contains(kind);
}

} // namespace

base::Error unknownEnvironment(const manifest::Project &project, const QString &name)
{
    QStringList names;
    for (const domain::Environment &environment : project.environments())
        names.append(environment.name);
    const base::Message what = names.isEmpty()
        ? base::Message{QStringLiteral("environment.none"), {}}
        : base::Message{QStringLiteral("environment.unknown"), {name, names.join(QStringLiteral(", "))}};
    return base::ValidationError{project.root(), 0, QStringLiteral("--env"), what};
}

base::Task<manifest::Render> renderEnvironment(manifest::Project project, QString environment,
                                               RenderTools tools, std::stop_token stop)
{
    if (!project.environment(environment))
        co_return base::fail(unknownEnvironment(project, environment));
    const auto work = [project, environment, stop]() -> base::Result<manifest::Render> {
        if (stop.stop_requested()) // while it waited for its turn
            return base::fail(base::Cancelled{});
        return manifest::render(project, environment);
    };
    auto rendered = co_await onPool(tools.pool, work);
    if (!rendered || !rendered->external)
        co_return rendered;
    if (!tools.onDisk) {
        co_return base::fail(base::ValidationError{rendered->external->place.file,
                                                   rendered->external->place.line,
                                                   {},
                                                   {QStringLiteral("render.unsaved-external"), {}}});
    }
    manifest::ExternalOptions options;
    if (tools.kustomizeProgram)
        options.program = tools.kustomizeProgram();
    options.allowRemote = tools.allowRemote;
    auto external = co_await manifest::renderExternally(*tools.runner, project, environment, options, stop);
    co_return external;
}

std::vector<std::shared_ptr<const base::Json>> objectsToSend(const manifest::Render &render,
                                                             const QString &nameSpace)
{
    std::vector<std::shared_ptr<const base::Json>> objects;
    for (const manifest::RenderedObject &object : render.objects) {
        if (!object.namespaceName.isEmpty() || isClusterScoped(object.kind)) {
            objects.push_back(object.object);
            continue;
        }
        base::Json placed = *object.object;
        placed["metadata"]["namespace"] = nameSpace.toStdString();
        objects.push_back(std::make_shared<const base::Json>(std::move(placed)));
    }
    return objects;
}

} // namespace sluice::session
