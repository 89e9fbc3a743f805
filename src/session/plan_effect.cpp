// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/plan_effect.h"

#include "base/json.h"
#include "codec/serving.h"

#include <QCryptographicHash>
#include <nlohmann/json.hpp>

namespace sluice::session {

using base::Json;

namespace {

/// The template as the revision sees it: null timestamps that servers add do not make a revision.
Json templateOf(const Json &service)
{
    const Json *node = base::at(service, "spec.template");
    Json result = node ? *node : Json::object();
    if (result.is_object() && result.contains("metadata") && result["metadata"].is_object())
        result["metadata"].erase("creationTimestamp");
    return result;
}

} // namespace

QString revisionName(const QString &configuration, qint64 generation)
{
    const QString suffix = QStringLiteral("-%1").arg(generation, 5, 10, QLatin1Char('0'));
    constexpr qsizetype longest = 63;
    constexpr qsizetype md5Length = 32;
    if (configuration.size() + suffix.size() <= longest)
        return configuration + suffix;
    const QByteArray digest =
        QCryptographicHash::hash(configuration.toUtf8(), QCryptographicHash::Md5).toHex();
    return configuration.left(longest - md5Length - suffix.size()) + QString::fromLatin1(digest) + suffix;
}

PlanEffect planEffect(const Json *before, const Json &after, qint64 configurationGeneration)
{
    PlanEffect effect;
    const domain::Service next = codec::service(after);
    effect.service = next.name;
    const int following = domain::percentFollowingLatest(next);
    effect.followsLatest = following > 0;
    const QString ownName = base::stringAt(after, "spec.template.metadata.name");
    if (!before) {
        effect.createsRevision = true;
        effect.revision = ownName.isEmpty() ? revisionName(next.name, 1) : ownName;
        effect.percentMoved = following;
        return effect;
    }
    const domain::Service now = codec::service(*before);
    effect.routedNow = now.latestReadyRevision;
    for (const domain::TrafficTarget &target : now.routed) {
        if (target.percent == 100)
            effect.routedNow = target.revisionName;
    }
    effect.createsRevision = templateOf(*before) != templateOf(after);
    if (!effect.createsRevision)
        return effect;
    qint64 generation = configurationGeneration;
    if (generation <= 0)
        generation = now.latestCreatedRevision.section(QLatin1Char('-'), -1).toLongLong();
    effect.revision = !ownName.isEmpty() ? ownName
        : generation > 0                 ? revisionName(next.name, generation + 1)
                                         : QString();
    effect.percentMoved = following;
    return effect;
}

std::optional<GitOpsOwner> gitOpsOwner(const Json &object)
{
    const QMap<QString, QString> labels = codec::stringMap(object, "labels");
    const QMap<QString, QString> annotations = codec::stringMap(object, "annotations");
    const QString tracking = annotations.value(QStringLiteral("argocd.argoproj.io/tracking-id"));
    if (!tracking.isEmpty())
        return GitOpsOwner{QStringLiteral("Argo CD"), tracking.section(QLatin1Char(':'), 0, 0)};
    const QString instance = labels.value(QStringLiteral("argocd.argoproj.io/instance"));
    if (!instance.isEmpty())
        return GitOpsOwner{QStringLiteral("Argo CD"), instance};
    const QString kustomization = labels.value(QStringLiteral("kustomize.toolkit.fluxcd.io/name"));
    if (!kustomization.isEmpty())
        return GitOpsOwner{QStringLiteral("Flux"), kustomization};
    const QString release = labels.value(QStringLiteral("helm.toolkit.fluxcd.io/name"));
    if (!release.isEmpty())
        return GitOpsOwner{QStringLiteral("Flux"), release};
    return std::nullopt;
}

Json significantPart(const Json &object)
{
    Json result = object;
    if (!result.is_object())
        return result;
    result.erase("status");
    if (result.contains("metadata") && result["metadata"].is_object()) {
        Json &metadata = result["metadata"];
        metadata.erase("resourceVersion");
        metadata.erase("managedFields");
        metadata.erase("generation");
        if (metadata.contains("annotations") && metadata["annotations"].is_object()) {
            metadata["annotations"].erase("serving.knative.dev/lastModifier");
            if (metadata["annotations"].empty())
                metadata.erase("annotations");
        }
    }
    return result;
}

} // namespace sluice::session
