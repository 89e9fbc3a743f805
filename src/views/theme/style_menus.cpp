// SPDX-License-Identifier: GPL-3.0-or-later
// Menus and tool tips.
#include "views/theme/style_parts.h"

#include "views/theme/painting.h"

#include <QPainter>

namespace sluice::views {

bool SluiceStyle::drawMenuPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                    const QWidget *widget) const
{
    const Colours &c = m_theme.colours();
    switch (element) {
    case PE_PanelTipLabel:
    case PE_PanelMenu:
        painter->fillRect(option->rect, c.surface);
        drawPrimitive(PE_FrameMenu, option, painter, widget);
        return true;
    case PE_FrameMenu: {
        painter->save();
        painter->setPen(c.line);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        painter->restore();
        return true;
    }
    default:
        break;
    }
    return false;
}

bool SluiceStyle::drawMenuControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                                  const QWidget *widget) const
{
    const Colours &c = m_theme.colours();
    switch (element) {
    case CE_MenuItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (!item)
            break;
        if (item->menuItemType == QStyleOptionMenuItem::Separator) {
            painter->fillRect(QRect(option->rect.left(), option->rect.center().y(), option->rect.width(), 1),
                              c.lineSoft);
            return true;
        }
        drawMenuItem(*item, painter, widget);
        return true;
    }
    default:
        break;
    }
    return false;
}

void SluiceStyle::drawMenuItem(const QStyleOptionMenuItem &item, QPainter *painter,
                               const QWidget *widget) const
{
    const Colours &c = m_theme.colours();
    const Metrics &m = m_theme.metrics();
    const bool enabled = on(&item, State_Enabled);
    painter->save();
    if (on(&item, State_Selected) && enabled)
        paintPanel(*painter, item.rect.adjusted(m.half, 0, -m.half, 0), c.accentSurface, {}, m.half);
    QRect rect = item.rect.adjusted(m.gap, 0, -m.gap, 0);
    const auto logical = [&](const QRect &r) { return visualRect(item.direction, item.rect, r); };
    const bool marks = item.menuHasCheckableItems || item.maxIconWidth > 0;
    if (marks) {
        const QRect box = logical(QRect(rect.left(), rect.center().y() - m.icon / 2, m.icon, m.icon));
        if (item.checkType != QStyleOptionMenuItem::NotCheckable && item.checked) {
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(QPen(c.accent, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            const QRectF b = box;
            painter->drawPolyline(QPolygonF({b.topLeft() + QPointF(b.width() * 0.2, b.height() * 0.53),
                                             b.topLeft() + QPointF(b.width() * 0.42, b.height() * 0.74),
                                             b.topLeft() + QPointF(b.width() * 0.82, b.height() * 0.28)}));
        } else if (!item.icon.isNull()) {
            item.icon.paint(painter, box, Qt::AlignCenter, enabled ? QIcon::Active : QIcon::Disabled);
        }
        rect.adjust(m.icon + m.unit, 0, 0, 0);
    }
    const QStringList parts = item.text.split(QLatin1Char('\t'));
    painter->setFont(item.font);
    painter->setPen(enabled ? c.text : c.textFaint);
    const int start = static_cast<int>(visualAlignment(item.direction, Qt::AlignLeft));
    const int end = static_cast<int>(visualAlignment(item.direction, Qt::AlignRight));
    const int mnemonic =
        styleHint(SH_UnderlineShortcut, &item, widget, nullptr) ? Qt::TextShowMnemonic : Qt::TextHideMnemonic;
    painter->drawText(logical(rect), start | Qt::AlignVCenter | mnemonic | Qt::TextSingleLine,
                      parts.constFirst());
    if (parts.size() > 1) {
        painter->setPen(c.textFaint);
        painter->drawText(logical(rect), end | Qt::AlignVCenter | Qt::TextSingleLine, parts.at(1));
    }
    if (item.menuItemType == QStyleOptionMenuItem::SubMenu) {
        const QRect arrow(rect.right() - m.unit, rect.top(), m.unit, rect.height());
        paintArrow(*painter, logical(arrow),
                   item.direction == Qt::RightToLeft ? Qt::LeftArrow : Qt::RightArrow, c.textDim);
    }
    painter->restore();
}

} // namespace sluice::views
