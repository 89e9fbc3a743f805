// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/split_bar.h"

#include <QEvent>
#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

namespace sluice::views {

namespace {

QString described(const std::vector<SplitPart> &parts)
{
    QStringList words;
    for (const SplitPart &part : parts) {
        words.append(SplitBar::tr("%1 %2 %", "revision and percent")
                         .arg(part.label, QLocale().toString(part.percent, 'g', 3)));
    }
    return words.join(QStringLiteral(", "));
}

} // namespace

SplitBar::SplitBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Traffic split"));
}

void SplitBar::setParts(std::vector<SplitPart> parts)
{
    m_parts = std::move(parts);
    setAccessibleDescription(described(m_parts));
    update();
}

void SplitBar::setLabelsVisible(bool visible)
{
    m_labels = visible;
    updateGeometry();
    update();
}

QSize SplitBar::sizeHint() const
{
    const Metrics &m = themeOf(this).metrics();
    return {m.unit * 12, m_labels ? m.chipHeight + 2 : m.unit + 2};
}

QSize SplitBar::minimumSizeHint() const
{
    return {themeOf(this).metrics().unit * 4, sizeHint().height()};
}

void SplitBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintSplit(painter, rect(), themeOf(this), m_parts, m_labels, layoutDirection());
}

bool SplitBar::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), described(m_parts).toHtmlEscaped(),
                           this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace sluice::views
