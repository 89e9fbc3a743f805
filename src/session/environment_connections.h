// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/settings.h"
#include "domain/environment.h"
#include "session/live_environment.h"

#include <memory>
#include <vector>

namespace sluice::session {

/// The connections of the open project's environments: owns one LiveEnvironment each, made and dropped together. Which context an
/// environment goes to is the project file's word, unless another one was chosen on this machine. GUI thread.
class EnvironmentConnections final : public QObject {
    Q_OBJECT
public:
    /// \a clusters and \a settings outlive it.
    EnvironmentConnections(ClusterProvider &clusters, base::Settings &settings, kube::WatcherTools watching,
                           QObject *parent = nullptr);
    ~EnvironmentConnections() override;

    /// Makes the connections of the project in \a folder, in place of those of before; none is started yet.
    void reset(const QString &folder, const std::vector<domain::Environment> &environments);
    /// Connects every environment that has a context.
    void start();
    /// Again, at once, whatever is not connected or waits for its next attempt.
    void retry();
    void clear();

    /// Null where there is no such environment. Lives until the next reset() or clear().
    [[nodiscard]] LiveEnvironment *live(const QString &environment) const;
    [[nodiscard]] const std::vector<std::unique_ptr<LiveEnvironment>> &all() const { return m_live; }

    [[nodiscard]] QString contextOf(const QString &folder, const domain::Environment &environment) const;
    /// \a context for every environment of the project in \a folder, on this machine only. Counts from the next reset().
    void chooseContext(const QString &folder, const QString &context);

Q_SIGNALS:
    void changed(sluice::session::LiveEnvironment *live); ///< what runs there, or how current it is
    void stateChanged(); ///< freshness, identity or versions of some environment

private:
    ClusterProvider &m_clusters;
    base::Settings &m_settings;
    kube::WatcherTools m_watching;
    std::vector<std::unique_ptr<LiveEnvironment>> m_live;
};

} // namespace sluice::session
