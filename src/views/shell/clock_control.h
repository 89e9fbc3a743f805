// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QBasicTimer>
#include <QWidget>

class QToolButton;

namespace sluice::session {
class SandboxControl;
}

namespace sluice::views {

class Text;

/// The embedded cluster's clock: pause, speed, virtual time. Hidden while it does not run.
class ClockControl final : public QWidget {
    Q_OBJECT
public:
    explicit ClockControl(session::SandboxControl &sandbox, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void update();
    void relayout();

    session::SandboxControl &m_sandbox;
    QToolButton *m_pause;
    QToolButton *m_speed;
    Text *m_time;
    QBasicTimer m_tick;
};

} // namespace sluice::views
