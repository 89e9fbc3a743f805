// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/condition.h"

#include <QMap>
#include <optional>

namespace sluice::domain {

/// One entry of spec.traffic or status.traffic.
struct TrafficTarget {
    QString revisionName; ///< empty when it follows latest (in spec)
    QString tag;
    QString url; ///< status only
    int percent = 0; ///< whole percent of 100
    bool latestRevision = false;
    bool operator==(const TrafficTarget &) const = default;
};

/// What pages and plans need of a Knative Service (serving.knative.dev/v1); a projection, never written back.
struct Service {
    QString name;
    QString nameSpace;
    QString uid;
    QString resourceVersion;
    QDateTime created;
    QDateTime deletion; ///< valid while it is being deleted
    qint64 generation = 0;
    qint64 observedGeneration = 0;
    Conditions conditions;
    QString url;
    QString latestCreatedRevision;
    QString latestReadyRevision;
    std::vector<TrafficTarget> traffic; ///< spec
    std::vector<TrafficTarget> routed; ///< status
    QMap<QString, QString> labels;
    QMap<QString, QString> annotations;
    /// Values of domain::parameters() found in the template, by the parameter's stable name, as written.
    QMap<QString, QString> parameters;
    QString lastModifier;
    bool operator==(const Service &) const = default;
};

[[nodiscard]] inline Readiness readiness(const Service &service)
{
    return readiness(service.conditions, service.generation, service.observedGeneration);
}

/// Percent of traffic in spec that follows the latest ready revision. An empty split follows latest with 100.
[[nodiscard]] int percentFollowingLatest(const Service &service);

/// What pages need of a Revision.
struct Revision {
    QString name;
    QString nameSpace;
    QString uid;
    QString service;
    QDateTime created;
    qint64 generation = 0; ///< of the Configuration that made it
    Conditions conditions;
    qint64 objectGeneration = 0;
    qint64 observedGeneration = 0;
    std::optional<int> actualReplicas; ///< absent when the cluster does not say
    std::optional<int> desiredReplicas;
    QString image;
    QString imageDigest;
    QString creator;
    QString maxScale;
    bool operator==(const Revision &) const = default;
};

[[nodiscard]] inline Readiness readiness(const Revision &revision)
{
    return readiness(revision.conditions, revision.objectGeneration, revision.observedGeneration);
}

/// What the logs page needs of a Pod.
struct Pod {
    QString name;
    QString nameSpace;
    QString uid;
    QString service;
    QString revision;
    QString phase;
    std::vector<QString> containers;
    QDateTime created;
    bool ready = false;
    bool deleting = false;
    bool operator==(const Pod &) const = default;
};

} // namespace sluice::domain
