// SPDX-License-Identifier: GPL-3.0-or-later
// Push and tool buttons, check boxes and radio buttons.
#include "views/theme/style_parts.h"

#include "views/theme/painting.h"

#include <QAbstractButton>
#include <QPainter>

namespace sluice::views {

namespace {

constexpr const char *roleProperty = "sluiceButtonRole";
constexpr const char *flushProperty = "sluiceFlush";

struct ButtonLook {
    QColor fill;
    QColor border;
    QColor text;
};

ButtonLook buttonLook(const Colours &c, ButtonRole role, const QStyleOption *option)
{
    const bool enabled = on(option, QStyle::State_Enabled);
    const bool hover = enabled && on(option, QStyle::State_MouseOver);
    const bool down = enabled && on(option, QStyle::State_Sunken);
    const bool checked = on(option, QStyle::State_On);
    switch (role) {
    case ButtonRole::Primary: {
        if (!enabled)
            return {c.hover, c.line, c.textFaint};
        const QColor fill = down ? mixed(c.accent, c.text, 0.25)
            : hover              ? mixed(c.accent, c.text, 0.12)
                                 : c.accent;
        return {fill, fill, c.onAccent};
    }
    case ButtonRole::Link:
        return {down || hover ? c.hover : QColor(), {}, enabled ? c.accent : c.textFaint};
    case ButtonRole::Quiet:
        return {checked             ? c.accentSurface
                    : down || hover ? c.hover
                                    : QColor(),
                {},
                !enabled      ? c.textFaint
                    : checked ? c.accent
                              : c.text};
    case ButtonRole::Danger:
        return {down        ? mixed(c.hover, c.line, 0.5)
                    : hover ? c.hover
                            : c.surface,
                c.line, enabled ? c.of(Status::Failed).ink : c.textFaint};
    case ButtonRole::Secondary:
        break;
    }
    if (checked)
        return {c.accentSurface, c.accent, c.accent};
    return {down        ? mixed(c.hover, c.line, 0.5)
                : hover ? c.hover
                        : c.surface,
            c.line, enabled ? c.text : c.textFaint};
}

} // namespace

QColor mixed(const QColor &a, const QColor &b, double part)
{
    const auto channel = [part](float x, float y) { return x + (y - x) * static_cast<float>(part); };
    return QColor::fromRgbF(channel(a.redF(), b.redF()), channel(a.greenF(), b.greenF()),
                            channel(a.blueF(), b.blueF()));
}

void setButtonRole(QAbstractButton *button, ButtonRole role)
{
    button->setProperty(roleProperty, static_cast<int>(role));
    button->updateGeometry();
    button->update();
}

void setFlush(QAbstractButton *link, bool flush)
{
    link->setProperty(flushProperty, flush);
    link->updateGeometry();
}

bool isFlush(const QWidget *button)
{
    return button && button->property(flushProperty).toBool();
}

ButtonRole buttonRole(const QWidget *button)
{
    const QVariant value = button ? button->property(roleProperty) : QVariant();
    // The default button of a dialog is not looked at: auto-default would colour whatever has the focus.
    return value.isValid() ? static_cast<ButtonRole>(value.toInt()) : ButtonRole::Secondary;
}

bool SluiceStyle::drawButtonPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                      const QWidget *widget) const
{
    const Colours &c = m_theme.colours();
    const Metrics &m = m_theme.metrics();
    const bool enabled = on(option, State_Enabled);
    switch (element) {
    case PE_PanelButtonCommand: {
        const ButtonLook look = buttonLook(c, buttonRole(widget), option);
        paintPanel(*painter, option->rect, look.fill, look.border, m.controlRadius);
        return true;
    }
    case PE_FrameDefaultButton:
        return true;
    case PE_PanelButtonTool: {
        const bool raised = on(option, State_MouseOver) || on(option, State_Sunken);
        if (on(option, State_On))
            paintPanel(*painter, option->rect, c.accentSurface, {}, m.controlRadius);
        else if (enabled && raised)
            paintPanel(*painter, option->rect,
                       on(option, State_Sunken) ? mixed(c.hover, c.line, 0.5) : c.hover, {}, m.controlRadius);
        if (showsFocus(option))
            paintFocus(*painter, option->rect, m_theme, m.controlRadius);
        return true;
    }
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: {
        const bool checked = on(option, State_On) || on(option, State_NoChange);
        const QColor fill = !checked ? c.field : enabled ? c.accent : c.textFaint;
        const QRectF box = option->rect;
        paintPanel(*painter, box, fill, checked ? fill : c.textFaint, m.half - 1);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(c.onAccent, box.width() / 8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const qreal s = box.width();
        if (on(option, State_On))
            painter->drawPolyline(QPolygonF({box.topLeft() + QPointF(s * 0.24, s * 0.53),
                                             box.topLeft() + QPointF(s * 0.43, s * 0.71),
                                             box.topLeft() + QPointF(s * 0.77, s * 0.31)}));
        else if (on(option, State_NoChange))
            painter->drawLine(box.topLeft() + QPointF(s * 0.25, s * 0.5),
                              box.topLeft() + QPointF(s * 0.75, s * 0.5));
        painter->restore();
        return true;
    }
    case PE_IndicatorRadioButton: {
        const bool checked = on(option, State_On);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRectF box = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
        const QColor fill = enabled ? c.accent : c.textFaint;
        painter->setPen(checked ? fill : c.textFaint);
        painter->setBrush(checked ? fill : c.field);
        painter->drawEllipse(box);
        if (checked) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(c.onAccent);
            const qreal inset = box.width() * 0.32;
            painter->drawEllipse(box.adjusted(inset, inset, -inset, -inset));
        }
        painter->restore();
        return true;
    }
    default:
        break;
    }
    return false;
}

bool SluiceStyle::drawButtonControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                                    const QWidget *widget) const
{
    const Colours &c = m_theme.colours();
    const Metrics &m = m_theme.metrics();
    switch (element) {
    case CE_PushButtonBevel:
        drawPrimitive(PE_PanelButtonCommand, option, painter, widget);
        return true;
    case CE_PushButton:
        drawControl(CE_PushButtonBevel, option, painter, widget);
        drawControl(CE_PushButtonLabel, option, painter, widget);
        if (showsFocus(option))
            paintFocus(*painter, option->rect, m_theme, m.controlRadius);
        return true;
    case CE_PushButtonLabel: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        if (!button)
            return true;
        const ButtonRole role = buttonRole(widget);
        const ButtonLook look = buttonLook(c, role, option);
        painter->save();
        painter->setFont(role == ButtonRole::Primary ? m_theme.fonts().strong : painter->font());
        painter->setPen(look.text);
        QRect rect = option->rect;
        const bool menu = button->features.testFlag(QStyleOptionButton::HasMenu);
        if (menu) {
            const int end = role == ButtonRole::Link ? m.half : m.unit + 1;
            const QRect arrow(rect.right() - end - m.unit, rect.top(), m.unit, rect.height());
            paintArrow(*painter, visualRect(option->direction, rect, arrow), Qt::DownArrow,
                       role == ButtonRole::Secondary ? c.textDim : look.text);
            rect = visualRect(option->direction, rect, rect.adjusted(0, 0, -m.unit - m.half, 0));
        }
        const QString text = button->text;
        const bool flush = isFlush(widget);
        const int align = flush
            ? static_cast<int>(Qt::AlignVCenter | visualAlignment(option->direction, Qt::AlignLeft))
            : static_cast<int>(Qt::AlignCenter);
        const int flags = align | Qt::TextShowMnemonic
            | (styleHint(SH_UnderlineShortcut, option, widget, nullptr) ? 0 : Qt::TextHideMnemonic);
        if (!button->icon.isNull()) {
            const int textWidth =
                text.isEmpty() ? 0 : painter->fontMetrics().size(Qt::TextShowMnemonic, text).width() + m.unit;
            const int side = m.icon;
            QRect icon(rect.left() + (rect.width() - side - textWidth) / 2,
                       rect.top() + (rect.height() - side) / 2, side, side);
            const QIcon::Mode mode = !on(option, State_Enabled) ? QIcon::Disabled : QIcon::Active;
            button->icon.paint(painter, visualRect(option->direction, rect, icon), Qt::AlignCenter, mode,
                               on(option, State_On) ? QIcon::On : QIcon::Off);
            rect = visualRect(
                option->direction, rect,
                QRect(icon.right() + m.unit, rect.top(), std::max(0, textWidth - m.unit + 1), rect.height()));
        }
        if (role == ButtonRole::Link) {
            QStringList lines = text.split(QLatin1Char('\n'));
            for (QString &line : lines) {
                if (painter->fontMetrics().size(Qt::TextShowMnemonic, line).width() > rect.width())
                    line = painter->fontMetrics().elidedText(line, Qt::ElideMiddle, rect.width());
            }
            painter->drawText(rect, flags, lines.join(QLatin1Char('\n')));
        } else {
            painter->drawText(rect, flags, text);
        }
        painter->restore();
        return true;
    }
    default:
        break;
    }
    return false;
}

bool SluiceStyle::drawButtonComplex(ComplexControl control, const QStyleOptionComplex *option,
                                    QPainter *painter, const QWidget *widget) const
{
    switch (control) {
    case CC_ToolButton:
        if (const auto *tool = qstyleoption_cast<const QStyleOptionToolButton *>(option)) {
            // The little arrow of a menu is left out: it would cover the text.
            QStyleOptionToolButton plain = *tool;
            plain.features &= ~QStyleOptionToolButton::HasMenu;
            QProxyStyle::drawComplexControl(control, &plain, painter, widget);
            return true;
        }
        break;
    default:
        break;
    }
    return false;
}

} // namespace sluice::views
