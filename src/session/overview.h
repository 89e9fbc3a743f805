// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/status.h"

#include <QObject>
#include <vector>

namespace sluice::session {

/// A share of the traffic.
struct TrafficShare {
    QString revision;
    QString tag;
    int percent = 0; ///< whole percent of 100
    bool latest = false;
    bool operator==(const TrafficShare &) const = default;
};

/// One Service in one environment.
struct OverviewRow {
    QString environment;
    QString nameSpace;
    QString context;
    QString service;
    bool deployed = false;
    bool production = false;
    Health health = Health::Unknown;
    base::Message healthWords;
    QString failure; ///< the failing condition's message, as sent
    std::vector<TrafficShare> traffic;
    QString latestReady;
    QString latestCreated;
    int podsActual = -1; ///< -1: unknown
    int podsDesired = -1;
    int maxScale = -1; ///< -1: unknown; 0: unlimited
    QString url;
    int drifted = 0;
    int unsaved = 0;
    QDateTime lastRelease; ///< creation of the latest ready revision, server's time
    QString lastReleaseBy;
    FreshnessInfo freshness;
    bool operator==(const OverviewRow &) const = default;
};

/// Rows for the Overview page. GUI thread.
class Overview : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    [[nodiscard]] virtual std::vector<OverviewRow> rows() const = 0;
Q_SIGNALS:
    void changed();
};

} // namespace sluice::session
