// SPDX-License-Identifier: GPL-3.0-or-later
// Tab bars, progress bars, scroll bars and splitters.
#include "views/theme/style_parts.h"

#include "views/theme/painting.h"

#include <QPainter>

namespace sluice::views {

bool SluiceStyle::drawBarPrimitive(PrimitiveElement element, const QStyleOption *option,
                                   QPainter *painter) const
{
    const Colours &c = m_theme.colours();
    switch (element) {
    case PE_FrameTabBarBase:
        if (const auto *base = qstyleoption_cast<const QStyleOptionTabBarBase *>(option)) {
            painter->fillRect(QRect(base->rect.left(), base->rect.bottom(), base->rect.width(), 1), c.line);
        }
        return true;
    default:
        break;
    }
    return false;
}

bool SluiceStyle::drawBarControl(ControlElement element, const QStyleOption *option, QPainter *painter) const
{
    const Colours &c = m_theme.colours();
    const Metrics &m = m_theme.metrics();
    switch (element) {
    case CE_TabBarTabShape: {
        if (on(option, State_Selected)) {
            const int thick = m.focusLine;
            painter->fillRect(
                QRect(option->rect.left(), option->rect.bottom() + 1 - thick, option->rect.width(), thick),
                c.accent);
        } else if (on(option, State_MouseOver) && on(option, State_Enabled)) {
            const int thick = m.focusLine;
            painter->fillRect(
                QRect(option->rect.left(), option->rect.bottom() + 1 - thick, option->rect.width(), thick),
                c.control);
        }
        return true;
    }
    case CE_TabBarTabLabel: {
        const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
        if (!tab)
            return true;
        const bool selected = on(option, State_Selected);
        painter->save();
        painter->setFont(selected ? m_theme.fonts().strong : m_theme.fonts().body);
        painter->setPen(!on(option, State_Enabled) ? c.textFaint : selected ? c.accent : c.textDim);
        painter->drawText(option->rect, Qt::AlignCenter | Qt::TextShowMnemonic, tab->text);
        if (showsFocus(option))
            paintFocus(*painter, option->rect.adjusted(2, 3, -2, -4), m_theme, m.half);
        painter->restore();
        return true;
    }
    case CE_ProgressBarGroove:
        paintPanel(*painter, option->rect, c.lineSoft, {}, option->rect.height() / 2.0);
        return true;
    case CE_ProgressBarContents: {
        const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
        if (!bar || bar->maximum <= bar->minimum) // unknown length: a quiet full bar, words say the rest
            paintPanel(*painter, option->rect, c.accentSurface, {}, option->rect.height() / 2.0);
        if (!bar || bar->maximum <= bar->minimum || bar->progress <= bar->minimum)
            return true;
        QRectF filled = option->rect;
        filled.setWidth(
            std::max<qreal>(filled.height(),
                            filled.width() * (bar->progress - bar->minimum) / (bar->maximum - bar->minimum)));
        if (option->direction == Qt::RightToLeft)
            filled.moveRight(option->rect.right() + 1);
        paintPanel(*painter, filled, c.accent, {}, filled.height() / 2.0);
        return true;
    }
    case CE_ProgressBarLabel:
        return true;
    case CE_Splitter: {
        const bool vertical = on(option, State_Horizontal);
        const QPoint centre = option->rect.center();
        const QColor colour = on(option, State_MouseOver) ? c.accent : c.line;
        if (vertical)
            painter->fillRect(QRect(centre.x(), option->rect.top(), 1, option->rect.height()), colour);
        else if (on(option, State_MouseOver))
            painter->fillRect(QRect(option->rect.left(), centre.y(), option->rect.width(), 1), colour);
        return true;
    }
    default:
        break;
    }
    return false;
}

bool SluiceStyle::drawBarComplex(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                 const QWidget *widget) const
{
    const Colours &c = m_theme.colours();
    const Metrics &m = m_theme.metrics();
    switch (control) {
    case CC_ScrollBar: {
        const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (!slider)
            break;
        if (slider->maximum <= slider->minimum)
            return true;
        QRectF handle = subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget);
        const bool active = slider->activeSubControls.testFlag(SC_ScrollBarSlider)
            && (on(option, State_Sunken) || on(option, State_MouseOver));
        const qreal inset = std::max(2, m.scrollBar / 4);
        handle = slider->orientation == Qt::Horizontal ? handle.adjusted(1, inset, -1, -inset)
                                                       : handle.adjusted(inset, 1, -inset, -1);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(active ? c.textFaint : c.control);
        const qreal radius = std::min(handle.width(), handle.height()) / 2;
        painter->drawRoundedRect(handle, radius, radius);
        painter->restore();
        return true;
    }
    default:
        break;
    }
    return false;
}

} // namespace sluice::views
