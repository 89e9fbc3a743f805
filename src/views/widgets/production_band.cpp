// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/production_band.h"

#include "views/theme/painting.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace sluice::views {

ProductionBand::ProductionBand(QWidget *parent)
    : QWidget(parent)
    , m_end(new QHBoxLayout(this))
{
    m_end->addStretch(1);
    relayout();
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    hide();
}

void ProductionBand::setEnvironment(const QString &environment, const QString &cluster)
{
    m_environment = environment;
    m_cluster = cluster;
    setAccessibleName(words());
    setVisible(!environment.isEmpty());
    update();
}

void ProductionBand::addAtEnd(QWidget *widget)
{
    m_end->addWidget(widget);
}

void ProductionBand::relayout()
{
    const Metrics &m = themeOf(this).metrics();
    m_end->setContentsMargins(m.gap, m.half, m.gap, m.half + m.focusLine);
    m_end->setSpacing(m.unit);
}

QString ProductionBand::words() const
{
    if (m_environment.isEmpty())
        return {};
    return m_cluster.isEmpty() ? tr("Production · %1").arg(m_environment)
                               : tr("Production · %1 on %2").arg(m_environment, m_cluster);
}

QSize ProductionBand::sizeHint() const
{
    const Theme &theme = themeOf(this);
    const int text = QFontMetrics(theme.fonts().small).height() + theme.metrics().half * 2;
    return {theme.metrics().unit * 20 + m_end->sizeHint().width(),
            std::max(text, m_end->sizeHint().height())};
}

void ProductionBand::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    const InkAndSurface &colours = theme.colours().production;
    QPainter painter(this);
    painter.fillRect(rect(), colours.surface);
    painter.fillRect(QRect(0, height() - 2, width(), 2), colours.ink);
    QFont font = theme.fonts().small;
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(colours.ink);
    QRect inside = rect().adjusted(theme.metrics().gap, 0, -theme.metrics().gap, -2);
    for (int i = 1; i < m_end->count(); ++i) { // after the stretch; the first that is seen ends the words
        const QWidget *at = m_end->itemAt(i)->widget();
        if (!at || at->isHidden())
            continue;
        if (layoutDirection() == Qt::LeftToRight)
            inside.setRight(at->x() - theme.metrics().gap);
        else
            inside.setLeft(at->geometry().right() + theme.metrics().gap);
        break;
    }
    painter.drawText(
        inside,
        static_cast<int>(Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)),
        painter.fontMetrics().elidedText(words(), Qt::ElideRight, inside.width()));
}

void ProductionBand::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setAccessibleName(words());
    if (event->type() == QEvent::StyleChange) {
        relayout();
        updateGeometry();
    }
}

} // namespace sluice::views
