// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/clock_control.h"

#include "session/sandbox_control.h"
#include "views/theme/icons.h"
#include "views/theme/painting.h"
#include "views/widgets/labels.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QTimerEvent>
#include <QToolButton>

namespace sluice::views {

namespace {
constexpr int tickMs = 250;
constexpr int speeds[] = {1, 10, 60};
} // namespace

ClockControl::ClockControl(session::SandboxControl &sandbox, QWidget *parent)
    : QWidget(parent)
    , m_sandbox(sandbox)
    , m_pause(new QToolButton)
    , m_speed(new QToolButton)
    , m_time(new Text(TextRole::SmallDim))
{
    setAccessibleName(tr("Sandbox clock"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *layout = new QHBoxLayout(this);
    for (QToolButton *button : {m_pause, m_speed}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        layout->addWidget(button);
    }
    layout->addWidget(m_time);
    m_time->setToolTip(tr("The time inside the sandbox"));
    m_speed->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_speed);
    auto *group = new QActionGroup(menu);
    for (const int speed : speeds) {
        QAction *action =
            menu->addAction(tr("%1× as fast").arg(speed), this, [this, speed] { m_sandbox.setSpeed(speed); });
        action->setCheckable(true);
        action->setData(speed);
        group->addAction(action);
    }
    connect(menu, &QMenu::aboutToShow, this, [this, group] {
        const QList<QAction *> actions = group->actions();
        for (QAction *action : actions)
            action->setChecked(action->data().toInt() == m_sandbox.speed());
    });
    m_speed->setMenu(menu);
    connect(m_pause, &QToolButton::clicked, this, [this] { m_sandbox.setPaused(!m_sandbox.isPaused()); });
    connect(&m_sandbox, &session::SandboxControl::changed, this, &ClockControl::update);
    relayout();
    update();
}

void ClockControl::update()
{
    setVisible(m_sandbox.isRunning());
    const bool paused = m_sandbox.isPaused();
    m_pause->setIcon(ownIcon(paused ? QStringLiteral("play") : QStringLiteral("pause")));
    const QString act = paused ? tr("Let the sandbox's time run") : tr("Pause the sandbox's time");
    m_pause->setToolTip(act);
    m_pause->setAccessibleName(act);
    m_speed->setText(QStringLiteral("%1×").arg(m_sandbox.speed()));
    m_speed->setToolTip(tr("How fast the sandbox's time runs"));
    m_speed->setAccessibleName(tr("Speed: %1 times").arg(m_sandbox.speed()));
    m_time->setText(m_sandbox.isRunning()
                        ? m_sandbox.virtualNow().toLocalTime().toString(QStringLiteral("HH:mm:ss"))
                        : QString());
    m_time->setAccessibleName(tr("Time in the sandbox: %1").arg(m_time->text()));
    if (m_sandbox.isRunning() && !paused)
        m_tick.start(tickMs, this);
    else
        m_tick.stop();
}

void ClockControl::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_tick.timerId() && isVisible())
        m_time->setText(m_sandbox.virtualNow().toLocalTime().toString(QStringLiteral("HH:mm:ss")));
}

void ClockControl::relayout()
{
    const Theme &theme = themeOf(this);
    const Metrics &m = theme.metrics();
    layout()->setContentsMargins(m.half, 2, m.unit + 2, 2);
    layout()->setSpacing(m.half / 2);
    setFixedHeight(m.unit * 3 + m.half);
    // Figures have one width in most fonts; the box must not tremble with the seconds.
    m_time->setMinimumWidth(QFontMetrics(theme.fonts().small).horizontalAdvance(QStringLiteral("00:00:00"))
                            + 1);
    const int side = m.unit * 3;
    for (QToolButton *button : {m_pause, m_speed})
        button->setFixedHeight(side);
    m_pause->setFixedWidth(side);
}

void ClockControl::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    paintPanel(painter, rect(), theme.colours().surface, theme.colours().line, theme.metrics().controlRadius);
}

void ClockControl::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        relayout();
}

} // namespace sluice::views
