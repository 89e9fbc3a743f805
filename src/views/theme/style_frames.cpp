// SPDX-License-Identifier: GPL-3.0-or-later
// Frames, lines, arrows and the ring of the focus.
#include "views/theme/style_parts.h"

#include "views/theme/painting.h"

#include <QAbstractItemView>
#include <QFrame>
#include <QPainter>

namespace sluice::views {

bool SluiceStyle::drawFramePrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                     const QWidget *widget) const
{
    const Colours &c = m_theme.colours();
    const Metrics &m = m_theme.metrics();
    const bool enabled = on(option, State_Enabled);
    switch (element) {
    case PE_FrameFocusRect:
        if (on(option, State_KeyboardFocusChange) || qobject_cast<const QAbstractItemView *>(widget))
            paintFocus(*painter, option->rect, m_theme, m.half);
        return true;
    case PE_Frame:
        paintPanel(*painter, option->rect, {}, c.line, m.half);
        return true;
    case PE_IndicatorArrowDown:
        paintArrow(*painter, option->rect, Qt::DownArrow, enabled ? c.textDim : c.control);
        return true;
    case PE_IndicatorArrowUp:
        paintArrow(*painter, option->rect, Qt::UpArrow, enabled ? c.textDim : c.control);
        return true;
    case PE_IndicatorArrowLeft:
        paintArrow(*painter, option->rect, Qt::LeftArrow, enabled ? c.textDim : c.control);
        return true;
    case PE_IndicatorArrowRight:
        paintArrow(*painter, option->rect, Qt::RightArrow, enabled ? c.textDim : c.control);
        return true;
    case PE_FrameGroupBox:
    case PE_FrameStatusBarItem:
    case PE_FrameTabWidget:
        return true;
    default:
        break;
    }
    return false;
}

bool SluiceStyle::drawFrameControl(ControlElement element, const QStyleOption *option,
                                   QPainter *painter) const
{
    const Colours &c = m_theme.colours();
    switch (element) {
    case CE_ShapedFrame: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->frameShape == QFrame::HLine) {
            painter->fillRect(QRect(option->rect.left(), option->rect.center().y(), option->rect.width(), 1),
                              c.line);
            return true;
        }
        if (frame && frame->frameShape == QFrame::VLine) {
            painter->fillRect(QRect(option->rect.center().x(), option->rect.top(), 1, option->rect.height()),
                              c.line);
            return true;
        }
        break;
    }
    default:
        break;
    }
    return false;
}

} // namespace sluice::views
