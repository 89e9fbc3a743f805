// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/progress_steps.h"

#include "views/theme/painting.h"

#include <QAccessible>
#include <QAccessibleEvent>
#include <QEvent>
#include <QPainter>
#include <QTimerEvent>

namespace sluice::views {

namespace {
constexpr int spinMs = 60;
constexpr int spinDegrees = 24;

int discSize(const Theme &theme)
{
    return theme.metrics().unit * 2 + theme.metrics().half + 2;
}

void paintTick(QPainter &painter, const QRectF &disc, const QColor &ink)
{
    painter.setPen(QPen(ink, disc.width() / 12, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const qreal s = disc.width();
    const QPointF o = disc.topLeft();
    painter.drawPolyline(QPolygonF(
        {o + QPointF(s * 0.32, s * 0.52), o + QPointF(s * 0.45, s * 0.65), o + QPointF(s * 0.69, s * 0.37)}));
}

} // namespace

ProgressSteps::ProgressSteps(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Progress"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ProgressSteps::setSteps(std::vector<ProgressStep> steps)
{
    if (m_steps == steps)
        return;
    m_steps = std::move(steps);
    QStringList words;
    bool running = false;
    int number = 0;
    for (const ProgressStep &step : m_steps) {
        running = running || step.status == Status::Progressing;
        const QString state = step.status == Status::Unknown ? tr("to come") : statusWord(step.status);
        words.append(tr("Step %1: %2, %3. %4").arg(++number).arg(step.title, state, step.detail));
    }
    setAccessibleDescription(words.join(QLatin1Char('\n')));
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
    if (running && themeOf(this).motion() > 0)
        m_spin.start(spinMs, this);
    else
        m_spin.stop();
    updateGeometry();
    update();
}

int ProgressSteps::stepHeight(const ProgressStep &step, int width) const
{
    const Theme &theme = themeOf(this);
    const int textWidth = std::max(1, width - discSize(theme) - theme.metrics().gap);
    int height = QFontMetrics(theme.fonts().strong).height();
    if (!step.detail.isEmpty()) {
        height += QFontMetrics(theme.fonts().body)
                      .boundingRect(0, 0, textWidth, 10000, Qt::TextWordWrap, step.detail)
                      .height();
    }
    return std::max(height, discSize(theme)) + theme.metrics().unit * 2 + theme.metrics().half;
}

QSize ProgressSteps::sizeHint() const
{
    const int width = themeOf(this).metrics().unit * 36;
    return {width, heightForWidth(width)};
}

QSize ProgressSteps::minimumSizeHint() const
{
    return {themeOf(this).metrics().unit * 18, themeOf(this).metrics().unit * 4};
}

int ProgressSteps::heightForWidth(int width) const
{
    int height = 0;
    for (const ProgressStep &step : m_steps)
        height += stepHeight(step, width);
    return height;
}

void ProgressSteps::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    const Metrics &m = theme.metrics();
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    int y = 0;
    for (size_t i = 0; i < m_steps.size(); ++i) {
        const ProgressStep &step = m_steps[i];
        const InkAndSurface &colours = theme.colours().of(step.status);
        const int height = stepHeight(step, width());
        const int side = discSize(theme);
        const QRectF disc(mirrored ? width() - side : 0, y + m.unit, side, side);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.surface);
        painter.drawEllipse(disc);
        const qreal inset = side * 0.28;
        const QRectF inside = disc.adjusted(inset, inset, -inset, -inset);
        switch (step.status) {
        case Status::Ok:
            paintTick(painter, disc, colours.ink);
            break;
        case Status::Unknown:
            painter.setPen(colours.ink);
            painter.setFont(theme.fonts().small);
            painter.drawText(disc, Qt::AlignCenter, QString::number(i + 1));
            break;
        case Status::Progressing:
            painter.save();
            painter.translate(inside.center());
            painter.rotate(m_angle);
            paintStatusShape(
                painter, QRectF(-inside.width() / 2, -inside.height() / 2, inside.width(), inside.height()),
                step.status, colours.ink);
            painter.restore();
            break;
        default:
            paintStatusShape(painter, inside, step.status, colours.ink);
            break;
        }
        QRect text(side + m.gap, y + m.unit, width() - side - m.gap, height - 2 * m.unit);
        text = QStyle::visualRect(layoutDirection(), rect(), text);
        const int align = static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft));
        painter.setFont(theme.fonts().strong);
        painter.setPen(step.status == Status::Unknown ? theme.colours().textDim : theme.colours().text);
        const int titleHeight = painter.fontMetrics().height();
        painter.drawText(text, align | Qt::AlignTop,
                         painter.fontMetrics().elidedText(step.title, Qt::ElideRight, text.width()));
        painter.setFont(theme.fonts().body);
        painter.setPen(step.status == Status::Failed ? colours.ink : theme.colours().textDim);
        painter.drawText(text.adjusted(0, titleHeight, 0, 0), align | Qt::AlignTop | Qt::TextWordWrap,
                         step.detail);
        y += height;
        if (i + 1 < m_steps.size())
            painter.fillRect(QRect(0, y - 1, width(), 1), theme.colours().lineSoft);
    }
}

void ProgressSteps::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) {
        updateGeometry();
        update();
    }
}

void ProgressSteps::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_spin.timerId())
        return;
    m_angle = (m_angle + spinDegrees) % 360;
    if (isVisible())
        update();
}

} // namespace sluice::views
