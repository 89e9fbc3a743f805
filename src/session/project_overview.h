// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/overview.h"

#include <functional>

namespace sluice::session {

class LiveEnvironment;
struct EnvironmentInfo;
struct MatrixColumn;

/// The health of a live Service with its words.
struct ServiceHealth {
    Health health = Health::Unknown;
    base::Message words;
    QString failure; ///< the failing condition's message, as sent
};

/// Rows made of the open project's environments and what runs there.
class ProjectOverview final : public Overview {
    Q_OBJECT
public:
    using Rows = std::function<std::vector<OverviewRow>()>;
    explicit ProjectOverview(Rows rows, QObject *parent = nullptr);
    [[nodiscard]] std::vector<OverviewRow> rows() const override { return m_rows(); }
    void notify() { Q_EMIT changed(); }

private:
    Rows m_rows;
};

/// Not deployed, progressing, failed, scaled to zero, ready. \a live may be null.
[[nodiscard]] ServiceHealth serviceHealth(const LiveEnvironment *live, const QString &service);

/// The row of \a service in one environment, and rows for Services that run there but are not in the project.
[[nodiscard]] std::vector<OverviewRow> overviewRows(const EnvironmentInfo &environment,
                                                    const LiveEnvironment *live, const QString &service,
                                                    const MatrixColumn *column);

} // namespace sluice::session
