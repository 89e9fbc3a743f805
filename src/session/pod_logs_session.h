// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/logs_session.h"

#include <functional>
#include <stop_token>

namespace sluice::session {

class LiveEnvironment;

/// Reads logs through the connections of the open project.
class PodLogsSession final : public LogsSession {
    Q_OBJECT
public:
    using Lookup = std::function<LiveEnvironment *(const QString &environment)>;
    explicit PodLogsSession(Lookup lookup, QObject *parent = nullptr);
    ~PodLogsSession() override;

    [[nodiscard]] const LogScope &scope() const override { return m_scope; }
    void start(const LogScope &scope) override;
    void stop() override;
    [[nodiscard]] const std::vector<LogLine> &lines() const override { return m_lines; }
    [[nodiscard]] QStringList pods() const override;
    [[nodiscard]] QStringList containers() const override;
    [[nodiscard]] QStringList revisions() const override;
    [[nodiscard]] FreshnessInfo freshness() const override { return m_freshness; }

private:
    void readPod(const QString &pod);
    void followNewPods();
    void take(const QString &pod, const std::vector<QByteArray> &raw);
    void flush();
    void failed(const base::Error &error);
    [[nodiscard]] QStringList wantedPods() const;

    Lookup m_lookup;
    LogScope m_scope;
    std::vector<LogLine> m_lines;
    std::vector<LogLine> m_pending; ///< arrived since the last batch
    QStringList m_reading; ///< pods that have been asked
    FreshnessInfo m_freshness;
    std::stop_source m_stop;
    QMetaObject::Connection m_podChanges;
    bool m_flushScheduled = false;
};

} // namespace sluice::session
