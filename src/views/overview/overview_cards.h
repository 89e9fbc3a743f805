// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/overview.h"
#include "session/status.h"

#include <QFrame>
#include <functional>

class QVBoxLayout;

namespace sluice::views {

/// Lines of "what … when" with a thin line between, in a card.
class LineList : public QWidget {
    Q_OBJECT
public:
    struct Line {
        QString text;
        QString detail; ///< dim, at the end
        QString toolTip;
        std::function<void()> open; ///< the line is a link when set
    };
    explicit LineList(QWidget *parent = nullptr);
    /// \a nothing stands there while there is no line.
    void setLines(const std::vector<Line> &lines, const QString &nothing);

private:
    QVBoxLayout *m_layout;
};

/// What waits for a person: unsaved changes, drift, environments where nothing is deployed yet.
class WaitingCard final : public QFrame {
    Q_OBJECT
public:
    explicit WaitingCard(QWidget *parent = nullptr);
    void setRows(const std::vector<session::OverviewRow> &rows);

Q_SIGNALS:
    void environmentRequested(const QString &environment, bool plan);

private:
    LineList *m_lines;
};

/// The journal's last entries.
class ActivityCard final : public QFrame {
    Q_OBJECT
public:
    explicit ActivityCard(QWidget *parent = nullptr);
    void setEntries(const std::vector<session::ActivityEntry> &entries, const QDateTime &now);

private:
    LineList *m_lines;
};

} // namespace sluice::views
