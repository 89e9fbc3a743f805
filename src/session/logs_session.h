// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/status.h"

#include <QObject>
#include <QStringList>
#include <vector>

namespace sluice::session {

/// What to read logs of.
struct LogScope {
    QString environment;
    QString service; ///< all pods of the Service...
    QString revision; ///< ...or only of this revision
    QString pod; ///< ...or one pod
    QString container = QStringLiteral("user-container");
    bool previous = false;
    bool follow = true;
    int tailLines = 500;
    int sinceSeconds = 0; ///< 0: no limit
};

struct LogLine {
    QDateTime time; ///< as the server stamped it
    QString pod;
    QString container;
    QString text; ///< as sent; views make control characters visible
};

/// Reads and follows pod logs, merged by time. At most 50,000 lines are kept. GUI thread.
class LogsSession : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    [[nodiscard]] virtual const LogScope &scope() const = 0;
    virtual void start(const LogScope &scope) = 0;
    virtual void stop() = 0;
    [[nodiscard]] virtual const std::vector<LogLine> &lines() const = 0;
    [[nodiscard]] virtual QStringList pods() const = 0;
    [[nodiscard]] virtual QStringList containers() const = 0;
    [[nodiscard]] virtual QStringList revisions() const = 0;
    [[nodiscard]] virtual FreshnessInfo freshness() const = 0;

Q_SIGNALS:
    void linesAppended(int first, int count);
    void linesDropped(int count); ///< from the front
    void restarted();
    void scopeOptionsChanged(); ///< pods, containers or revisions
    void freshnessChanged();
};

} // namespace sluice::session
