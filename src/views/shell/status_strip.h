// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QBasicTimer>
#include <QPointer>
#include <QPushButton>
#include <QWidget>

class QProgressBar;
class QToolButton;

namespace sluice::base {
class Clock;
}
namespace sluice::session {
class Workspace;
}

namespace sluice::views {

class ElidedLabel;
class Popover;

/// The line at the bottom: problems, last activity, running jobs, who we are and what the cluster runs.
class StatusStrip final : public QWidget {
    Q_OBJECT
public:
    StatusStrip(session::Workspace &workspace, const base::Clock &clock, QWidget *parent = nullptr);

    void showProblems();
    void showActivity();

Q_SIGNALS:
    /// A problem was chosen: the page it belongs to and its place.
    void problemChosen(const QString &page, const QString &place);

protected:
    void paintEvent(QPaintEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void followProblems();
    void followActivity();
    void followJobs();
    void followEnvironment();
    void relayout();

    session::Workspace &m_workspace;
    const base::Clock &m_clock;
    QPushButton *m_problems;
    QPushButton *m_activity;
    ElidedLabel *m_job;
    QProgressBar *m_progress;
    QToolButton *m_stop;
    ElidedLabel *m_identity;
    ElidedLabel *m_versions;
    int m_jobId = 0;
    QBasicTimer m_tick;
};

} // namespace sluice::views
