// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/production_band.h"

#include "views/theme/painting.h"

#include <QEvent>
#include <QPainter>

namespace sluice::views {

ProductionBand::ProductionBand(QWidget *parent)
    : QWidget(parent)
{
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
    return {theme.metrics().unit * 20, QFontMetrics(theme.fonts().small).height() + theme.metrics().half * 2};
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
    const QRect inside = rect().adjusted(theme.metrics().gap, 0, -theme.metrics().gap, -2);
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
    if (event->type() == QEvent::StyleChange)
        updateGeometry();
}

} // namespace sluice::views
