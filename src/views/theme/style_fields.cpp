// SPDX-License-Identifier: GPL-3.0-or-later
// Text fields, combo boxes, spin boxes and sliders.
#include "views/theme/style_parts.h"

#include "views/theme/painting.h"

#include <QPainter>

namespace sluice::views {

bool SluiceStyle::drawFieldPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                     const QWidget *widget) const
{
    const Colours &c = m_theme.colours();
    const Metrics &m = m_theme.metrics();
    const bool enabled = on(option, State_Enabled);
    switch (element) {
    case PE_PanelLineEdit: {
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth <= 0) {
            painter->fillRect(option->rect, option->palette.brush(QPalette::Base));
            return true;
        }
        paintPanel(*painter, option->rect, enabled ? c.field : c.bg, c.line, m.controlRadius);
        drawPrimitive(PE_FrameLineEdit, option, painter, widget);
        return true;
    }
    case PE_FrameLineEdit:
        if (on(option, State_HasFocus))
            paintFocus(*painter, option->rect, m_theme, m.controlRadius);
        else
            paintPanel(*painter, option->rect, {},
                       on(option, State_MouseOver) && enabled ? c.control : c.line, m.controlRadius);
        return true;
    default:
        break;
    }
    return false;
}

bool SluiceStyle::drawFieldControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                                   const QWidget *widget) const
{
    const Colours &c = m_theme.colours();
    const Metrics &m = m_theme.metrics();
    switch (element) {
    case CE_ComboBoxLabel: {
        const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        if (!combo || combo->editable)
            break;
        QRect rect = subControlRect(CC_ComboBox, combo, SC_ComboBoxEditField, widget);
        painter->save();
        painter->setPen(on(option, State_Enabled) ? c.text : c.textFaint);
        if (!combo->currentIcon.isNull()) {
            const QRect icon(rect.left(), rect.top() + (rect.height() - m.icon) / 2, m.icon, m.icon);
            combo->currentIcon.paint(painter, visualRect(option->direction, rect, icon));
            rect = visualRect(option->direction, rect, rect.adjusted(m.icon + m.half, 0, 0, 0));
        }
        painter->drawText(
            rect, static_cast<int>(visualAlignment(option->direction, Qt::AlignLeft) | Qt::AlignVCenter),
            painter->fontMetrics().elidedText(combo->currentText, Qt::ElideRight, rect.width()));
        painter->restore();
        return true;
    }
    default:
        break;
    }
    return false;
}

bool SluiceStyle::drawFieldComplex(ComplexControl control, const QStyleOptionComplex *option,
                                   QPainter *painter, const QWidget *widget) const
{
    const Colours &c = m_theme.colours();
    const Metrics &m = m_theme.metrics();
    const bool enabled = on(option, State_Enabled);
    switch (control) {
    case CC_ComboBox: {
        const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        if (!combo)
            break;
        if (!combo->frame) { // an editor inside a table
            painter->fillRect(option->rect, c.field);
        } else {
            const bool hover = on(option, State_MouseOver) && enabled;
            paintPanel(*painter, option->rect,
                       combo->editable ? c.field
                           : hover     ? c.hover
                                       : c.surface,
                       c.line, m.controlRadius);
            if (on(option, State_HasFocus))
                paintFocus(*painter, option->rect, m_theme, m.controlRadius);
        }
        paintArrow(*painter, subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget), Qt::DownArrow,
                   enabled ? c.textDim : c.control);
        return true;
    }
    case CC_SpinBox: {
        const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        if (!spin)
            break;
        if (spin->frame) {
            paintPanel(*painter, option->rect, enabled ? c.field : c.bg, c.line, m.controlRadius);
            if (on(option, State_HasFocus))
                paintFocus(*painter, option->rect, m_theme, m.controlRadius);
        }
        if (spin->buttonSymbols != QAbstractSpinBox::NoButtons) {
            const auto arrow = [&](SubControl part, Qt::ArrowType type,
                                   QAbstractSpinBox::StepEnabledFlag step) {
                paintArrow(*painter, subControlRect(CC_SpinBox, option, part, widget), type,
                           enabled && spin->stepEnabled.testFlag(step) ? c.textDim : c.control);
            };
            arrow(SC_SpinBoxUp, Qt::UpArrow, QAbstractSpinBox::StepUpEnabled);
            arrow(SC_SpinBoxDown, Qt::DownArrow, QAbstractSpinBox::StepDownEnabled);
        }
        return true;
    }
    case CC_Slider: {
        const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (!slider || slider->orientation != Qt::Horizontal)
            break;
        const QRect groove = option->rect;
        const QRectF handle = subControlRect(CC_Slider, option, SC_SliderHandle, widget);
        const qreal thick = m.half;
        const QRectF line(groove.left() + handle.width() / 2, groove.center().y() + 0.5 - thick / 2,
                          groove.width() - handle.width(), thick);
        paintPanel(*painter, line, c.line, {}, thick / 2);
        QRectF filled = line;
        if (slider->upsideDown)
            filled.setLeft(handle.center().x());
        else
            filled.setRight(handle.center().x());
        const QColor ink = enabled ? c.accent : c.textFaint;
        paintPanel(*painter, filled, ink, {}, thick / 2);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const qreal side = m.icon - 2;
        const QRectF knob(handle.center().x() - side / 2, groove.center().y() + 0.5 - side / 2, side, side);
        if (on(option, State_HasFocus)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(c.accentSurface);
            painter->drawEllipse(knob.adjusted(-4, -4, 4, 4));
        }
        painter->setPen(QPen(ink, 2));
        painter->setBrush(c.surface);
        painter->drawEllipse(knob);
        painter->restore();
        return true;
    }
    default:
        break;
    }
    return false;
}

} // namespace sluice::views
