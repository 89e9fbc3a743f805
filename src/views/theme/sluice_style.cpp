// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/sluice_style.h"

#include "views/theme/painting.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QComboBox>
#include <QFrame>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>

namespace sluice::views {

namespace {

constexpr const char *roleProperty = "sluiceButtonRole";
constexpr const char *flushProperty = "sluiceFlush";

bool on(const QStyleOption *option, QStyle::StateFlag flag)
{
    return option->state.testFlag(flag);
}

/// Focus is drawn where the keyboard brought it, and in fields always.
bool showsFocus(const QStyleOption *option)
{
    return on(option, QStyle::State_HasFocus) && on(option, QStyle::State_KeyboardFocusChange);
}

QColor mixed(const QColor &a, const QColor &b, double part)
{
    const auto channel = [part](float x, float y) { return x + (y - x) * static_cast<float>(part); };
    return QColor::fromRgbF(channel(a.redF(), b.redF()), channel(a.greenF(), b.greenF()),
                            channel(a.blueF(), b.blueF()));
}

/// Tables, and trees with a header, have lines between their rows; lists and trees of files have none.
bool hasRowLines(const QWidget *widget)
{
    if (const auto *tree = qobject_cast<const QTreeView *>(widget))
        return !tree->isHeaderHidden();
    return qobject_cast<const QTableView *>(widget);
}

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

ButtonRole buttonRole(const QWidget *button)
{
    const QVariant value = button ? button->property(roleProperty) : QVariant();
    // The default button of a dialog is not looked at: auto-default would colour whatever has the focus.
    return value.isValid() ? static_cast<ButtonRole>(value.toInt()) : ButtonRole::Secondary;
}

SluiceStyle::SluiceStyle(Theme theme)
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
    , m_theme(std::move(theme))
{
}

void SluiceStyle::setTheme(Theme theme)
{
    m_theme = std::move(theme);
    QApplication::setPalette(m_theme.palette());
    // Widgets that took colours or fonts from the theme hear of the change as a change of style.
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        QEvent event(QEvent::StyleChange);
        QApplication::sendEvent(widget, &event);
        widget->update();
    }
}

void SluiceStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget)
        || qobject_cast<QScrollBar *>(widget) || qobject_cast<QTabBar *>(widget)
        || qobject_cast<QLineEdit *>(widget) || qobject_cast<QSlider *>(widget)) {
        widget->setAttribute(Qt::WA_Hover);
    }
    if (auto *view = qobject_cast<QAbstractItemView *>(widget))
        view->viewport()->setAttribute(Qt::WA_Hover);
}

void SluiceStyle::polish(QPalette &palette)
{
    palette = m_theme.palette();
}

void SluiceStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const
{
    const Colours &c = m_theme.colours();
    const Metrics &m = m_theme.metrics();
    const bool enabled = on(option, State_Enabled);
    switch (element) {
    case PE_FrameFocusRect:
        if (on(option, State_KeyboardFocusChange) || qobject_cast<const QAbstractItemView *>(widget))
            paintFocus(*painter, option->rect, m_theme, m.half);
        return;
    case PE_PanelButtonCommand: {
        const ButtonLook look = buttonLook(c, buttonRole(widget), option);
        paintPanel(*painter, option->rect, look.fill, look.border, m.controlRadius);
        return;
    }
    case PE_FrameDefaultButton:
        return;
    case PE_PanelButtonTool: {
        const bool raised = on(option, State_MouseOver) || on(option, State_Sunken);
        if (on(option, State_On))
            paintPanel(*painter, option->rect, c.accentSurface, {}, m.controlRadius);
        else if (enabled && raised)
            paintPanel(*painter, option->rect,
                       on(option, State_Sunken) ? mixed(c.hover, c.line, 0.5) : c.hover, {}, m.controlRadius);
        if (showsFocus(option))
            paintFocus(*painter, option->rect, m_theme, m.controlRadius);
        return;
    }
    case PE_PanelLineEdit: {
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth <= 0) {
            painter->fillRect(option->rect, option->palette.brush(QPalette::Base));
            return;
        }
        paintPanel(*painter, option->rect, enabled ? c.field : c.bg, c.line, m.controlRadius);
        drawPrimitive(PE_FrameLineEdit, option, painter, widget);
        return;
    }
    case PE_FrameLineEdit:
        if (on(option, State_HasFocus))
            paintFocus(*painter, option->rect, m_theme, m.controlRadius);
        else
            paintPanel(*painter, option->rect, {},
                       on(option, State_MouseOver) && enabled ? c.control : c.line, m.controlRadius);
        return;
    case PE_Frame:
        paintPanel(*painter, option->rect, {}, c.line, m.half);
        return;
    case PE_PanelTipLabel:
    case PE_PanelMenu:
        painter->fillRect(option->rect, c.surface);
        drawPrimitive(PE_FrameMenu, option, painter, widget);
        return;
    case PE_FrameMenu: {
        painter->save();
        painter->setPen(c.line);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        painter->restore();
        return;
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
        return;
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
        return;
    }
    case PE_PanelItemViewRow: // also the part of a tree's row before its text
    case PE_PanelItemViewItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
        if (item && item->backgroundBrush.style() != Qt::NoBrush)
            painter->fillRect(option->rect, item->backgroundBrush);
        if (on(option, State_Selected))
            painter->fillRect(option->rect, c.accentSurface);
        else if (on(option, State_MouseOver) && enabled && element == PE_PanelItemViewItem)
            painter->fillRect(option->rect, c.hover);
        if (hasRowLines(widget))
            painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                              c.lineSoft);
        return;
    }
    case PE_IndicatorBranch:
        if (on(option, State_Children)) {
            const Qt::ArrowType closed =
                option->direction == Qt::RightToLeft ? Qt::LeftArrow : Qt::RightArrow;
            paintArrow(*painter, option->rect, on(option, State_Open) ? Qt::DownArrow : closed, c.textDim);
        }
        return;
    case PE_IndicatorHeaderArrow:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            paintArrow(*painter, option->rect,
                       header->sortIndicator == QStyleOptionHeader::SortUp ? Qt::UpArrow : Qt::DownArrow,
                       c.accent);
        }
        return;
    case PE_IndicatorArrowDown:
        paintArrow(*painter, option->rect, Qt::DownArrow, enabled ? c.textDim : c.control);
        return;
    case PE_IndicatorArrowUp:
        paintArrow(*painter, option->rect, Qt::UpArrow, enabled ? c.textDim : c.control);
        return;
    case PE_IndicatorArrowLeft:
        paintArrow(*painter, option->rect, Qt::LeftArrow, enabled ? c.textDim : c.control);
        return;
    case PE_IndicatorArrowRight:
        paintArrow(*painter, option->rect, Qt::RightArrow, enabled ? c.textDim : c.control);
        return;
    case PE_FrameTabBarBase:
        if (const auto *base = qstyleoption_cast<const QStyleOptionTabBarBase *>(option)) {
            painter->fillRect(QRect(base->rect.left(), base->rect.bottom(), base->rect.width(), 1), c.line);
        }
        return;
    case PE_FrameGroupBox:
    case PE_FrameStatusBarItem:
    case PE_FrameTabWidget:
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void SluiceStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    const Colours &c = m_theme.colours();
    const Metrics &m = m_theme.metrics();
    switch (element) {
    case CE_PushButtonBevel:
        drawPrimitive(PE_PanelButtonCommand, option, painter, widget);
        return;
    case CE_PushButton:
        drawControl(CE_PushButtonBevel, option, painter, widget);
        drawControl(CE_PushButtonLabel, option, painter, widget);
        if (showsFocus(option))
            paintFocus(*painter, option->rect, m_theme, m.controlRadius);
        return;
    case CE_PushButtonLabel: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        if (!button)
            return;
        const ButtonRole role = buttonRole(widget);
        const ButtonLook look = buttonLook(c, role, option);
        painter->save();
        painter->setFont(role == ButtonRole::Primary ? m_theme.fonts().strong : painter->font());
        painter->setPen(look.text);
        QRect rect = option->rect;
        const bool menu = button->features.testFlag(QStyleOptionButton::HasMenu);
        if (menu) {
            const QRect arrow(rect.right() - m.unit * 2 - 1, rect.top(), m.unit, rect.height());
            paintArrow(*painter, visualRect(option->direction, rect, arrow), Qt::DownArrow,
                       role == ButtonRole::Secondary ? c.textDim : look.text);
            rect = visualRect(option->direction, rect, rect.adjusted(0, 0, -m.unit - m.half, 0));
        }
        const QString text = button->text;
        const bool flush = widget && widget->property(flushProperty).toBool();
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
        if (role == ButtonRole::Link
            && painter->fontMetrics().size(Qt::TextShowMnemonic, text).width() > rect.width())
            painter->drawText(rect, flags,
                              painter->fontMetrics().elidedText(text, Qt::ElideMiddle, rect.width()));
        else
            painter->drawText(rect, flags, text);
        painter->restore();
        return;
    }
    case CE_Header:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            drawControl(CE_HeaderSection, header, painter, widget);
            QStyleOptionHeader part = *header;
            part.rect = subElementRect(SE_HeaderLabel, header, widget);
            drawControl(CE_HeaderLabel, &part, painter, widget);
            if (header->sortIndicator != QStyleOptionHeader::None) {
                part.rect = subElementRect(SE_HeaderArrow, header, widget);
                drawPrimitive(PE_IndicatorHeaderArrow, &part, painter, widget);
            }
        }
        return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea: {
        painter->fillRect(option->rect, c.surface);
        const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        if (header && header->orientation == Qt::Vertical)
            return;
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), c.line);
        return;
    }
    case CE_HeaderLabel: {
        const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        if (!header)
            return;
        painter->save();
        QFont font = m_theme.fonts().small;
        font.setWeight(QFont::DemiBold);
        painter->setFont(font);
        painter->setPen(c.textDim);
        const Qt::Alignment align = visualAlignment(option->direction, header->textAlignment);
        painter->drawText(
            option->rect, static_cast<int>(align | Qt::AlignVCenter),
            painter->fontMetrics().elidedText(header->text, Qt::ElideRight, option->rect.width()));
        painter->restore();
        return;
    }
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
        return;
    }
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
        return;
    }
    case CE_TabBarTabLabel: {
        const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
        if (!tab)
            return;
        const bool selected = on(option, State_Selected);
        painter->save();
        painter->setFont(selected ? m_theme.fonts().strong : m_theme.fonts().body);
        painter->setPen(!on(option, State_Enabled) ? c.textFaint : selected ? c.accent : c.textDim);
        painter->drawText(option->rect, Qt::AlignCenter | Qt::TextShowMnemonic, tab->text);
        if (showsFocus(option))
            paintFocus(*painter, option->rect.adjusted(2, 3, -2, -4), m_theme, m.half);
        painter->restore();
        return;
    }
    case CE_ProgressBarGroove:
        paintPanel(*painter, option->rect, c.lineSoft, {}, option->rect.height() / 2.0);
        return;
    case CE_ProgressBarContents: {
        const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
        if (!bar || bar->maximum <= bar->minimum) // unknown length: a quiet full bar, words say the rest
            paintPanel(*painter, option->rect, c.accentSurface, {}, option->rect.height() / 2.0);
        if (!bar || bar->maximum <= bar->minimum || bar->progress <= bar->minimum)
            return;
        QRectF filled = option->rect;
        filled.setWidth(
            std::max<qreal>(filled.height(),
                            filled.width() * (bar->progress - bar->minimum) / (bar->maximum - bar->minimum)));
        if (option->direction == Qt::RightToLeft)
            filled.moveRight(option->rect.right() + 1);
        paintPanel(*painter, filled, c.accent, {}, filled.height() / 2.0);
        return;
    }
    case CE_ProgressBarLabel:
        return;
    case CE_Splitter: {
        const bool vertical = on(option, State_Horizontal);
        const QPoint centre = option->rect.center();
        const QColor colour = on(option, State_MouseOver) ? c.accent : c.line;
        if (vertical)
            painter->fillRect(QRect(centre.x(), option->rect.top(), 1, option->rect.height()), colour);
        else if (on(option, State_MouseOver))
            painter->fillRect(QRect(option->rect.left(), centre.y(), option->rect.width(), 1), colour);
        return;
    }
    case CE_ShapedFrame: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->frameShape == QFrame::HLine) {
            painter->fillRect(QRect(option->rect.left(), option->rect.center().y(), option->rect.width(), 1),
                              c.line);
            return;
        }
        if (frame && frame->frameShape == QFrame::VLine) {
            painter->fillRect(QRect(option->rect.center().x(), option->rect.top(), 1, option->rect.height()),
                              c.line);
            return;
        }
        break;
    }
    case CE_MenuItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (!item)
            break;
        if (item->menuItemType == QStyleOptionMenuItem::Separator) {
            painter->fillRect(QRect(option->rect.left(), option->rect.center().y(), option->rect.width(), 1),
                              c.lineSoft);
            return;
        }
        drawMenuItem(*item, painter, widget);
        return;
    }
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
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

void SluiceStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
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
        return;
    }
    case CC_ScrollBar: {
        const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (!slider)
            break;
        if (slider->maximum <= slider->minimum)
            return;
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
        return;
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
        return;
    }
    case CC_ToolButton:
        if (const auto *tool = qstyleoption_cast<const QStyleOptionToolButton *>(option)) {
            // The little arrow of a menu is left out: it would cover the text.
            QStyleOptionToolButton plain = *tool;
            plain.features &= ~QStyleOptionToolButton::HasMenu;
            QProxyStyle::drawComplexControl(control, &plain, painter, widget);
            return;
        }
        break;
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
        return;
    }
    default:
        break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QSize SluiceStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                    const QWidget *widget) const
{
    const Metrics &m = m_theme.metrics();
    switch (type) {
    case CT_PushButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        const ButtonRole role = buttonRole(widget);
        QSize out = size;
        if (button && role == ButtonRole::Primary) {
            const QFontMetrics metrics(m_theme.fonts().strong);
            out.setWidth(metrics.size(Qt::TextShowMnemonic, button->text).width()
                         + (button->icon.isNull() ? 0 : m.icon + m.unit));
        }
        if (button && button->text.isEmpty() && !button->icon.isNull())
            return {m.controlHeight, m.controlHeight};
        if (role == ButtonRole::Link && widget->property(flushProperty).toBool())
            return {out.width() + 1, out.height()};
        const int padding = role == ButtonRole::Link ? m.half + 2 : m.gap;
        int width = out.width() + 2 * padding + 2;
        if (button && button->features.testFlag(QStyleOptionButton::HasMenu))
            width += m.half;
        return {width,
                std::max(role == ButtonRole::Link ? m.unit * 3 : m.controlHeight, out.height() + m.half)};
    }
    case CT_ComboBox:
        return {size.width() + m.unit * 3 + m.gap, std::max(m.controlHeight, size.height() + m.half)};
    case CT_LineEdit:
        return {size.width() + m.unit, std::max(m.controlHeight, size.height() + m.half)};
    case CT_SpinBox:
        return {size.width() + m.unit * 5, std::max(m.controlHeight, size.height() + m.half)};
    case CT_HeaderSection: {
        const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        QFont font = m_theme.fonts().small;
        font.setWeight(QFont::DemiBold);
        const QFontMetrics metrics(font);
        if (!header)
            break;
        return {metrics.horizontalAdvance(header->text) + 2 * (m.unit + 2)
                    + (header->sortIndicator == QStyleOptionHeader::None ? 0 : m.gap),
                m.headerHeight};
    }
    case CT_ItemViewItem: {
        QSize out = QProxyStyle::sizeFromContents(type, option, size, widget);
        const bool popup = widget && widget->window()->windowType() == Qt::Popup;
        out.setHeight(std::max(out.height(), popup ? m.compactRowHeight : m.rowHeight));
        return out;
    }
    case CT_TabBarTab: {
        const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
        if (!tab)
            break;
        const QFontMetrics metrics(m_theme.fonts().strong);
        return {metrics.size(Qt::TextShowMnemonic, tab->text).width() + 2 * m.gap, m.controlHeight + m.unit};
    }
    case CT_MenuItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (!item)
            break;
        if (item->menuItemType == QStyleOptionMenuItem::Separator)
            return {m.unit * 4, m.unit + 1};
        const QFontMetrics metrics(item->font);
        const QStringList parts = item->text.split(QLatin1Char('\t'));
        int width = metrics.size(Qt::TextShowMnemonic, parts.constFirst()).width() + 2 * m.gap;
        if (parts.size() > 1)
            width += metrics.horizontalAdvance(parts.at(1)) + 3 * m.unit;
        if (item->menuHasCheckableItems || item->maxIconWidth > 0)
            width += m.icon + m.unit;
        if (item->menuItemType == QStyleOptionMenuItem::SubMenu)
            width += m.unit * 2;
        return {width + m.unit, std::max(m.compactRowHeight, metrics.height() + m.unit)};
    }
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

QRect SluiceStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                  const QWidget *widget) const
{
    const Metrics &m = m_theme.metrics();
    const QRect r = option->rect;
    const auto logical = [&](const QRect &rect) { return visualRect(option->direction, r, rect); };
    if (control == CC_ComboBox) {
        const int arrow = m.unit * 3;
        if (part == SC_ComboBoxArrow)
            return logical(QRect(r.right() - arrow + 1, r.top(), arrow - m.half, r.height()));
        if (part == SC_ComboBoxEditField)
            return logical(r.adjusted(m.unit + 2, 2, -arrow, -2));
    }
    if (control == CC_SpinBox) {
        const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        const bool buttons = spin && spin->buttonSymbols != QAbstractSpinBox::NoButtons;
        const int arrow = buttons ? m.unit * 2 + m.half : 0;
        const int half = r.height() / 2;
        switch (part) {
        case SC_SpinBoxEditField:
            return logical(r.adjusted(m.half, 2, -arrow - 2, -2));
        case SC_SpinBoxUp:
            return logical(QRect(r.right() - arrow, r.top() + 2, arrow, half - 2));
        case SC_SpinBoxDown:
            return logical(QRect(r.right() - arrow, r.top() + half, arrow, half - 2));
        default:
            break;
        }
    }
    if (control == CC_ScrollBar) {
        const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (slider) {
            const bool horizontal = slider->orientation == Qt::Horizontal;
            const int length = horizontal ? r.width() : r.height();
            const int range = slider->maximum - slider->minimum;
            int handle = range > 0
                ? static_cast<int>(qint64(slider->pageStep) * length / (qint64(range) + slider->pageStep))
                : length;
            handle = std::clamp(handle, std::min(length, m.unit * 4), length);
            const int start =
                sliderPositionFromValue(slider->minimum, slider->maximum, slider->sliderPosition,
                                        length - handle, slider->upsideDown);
            const auto along = [&](int from, int extent) {
                return horizontal ? QRect(r.left() + from, r.top(), extent, r.height())
                                  : QRect(r.left(), r.top() + from, r.width(), extent);
            };
            switch (part) {
            case SC_ScrollBarGroove:
                return r;
            case SC_ScrollBarSlider:
                return along(start, handle);
            case SC_ScrollBarSubPage:
                return along(0, start);
            case SC_ScrollBarAddPage:
                return along(start + handle, length - start - handle);
            default:
                return {};
            }
        }
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect SluiceStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const Metrics &m = m_theme.metrics();
    switch (element) {
    case SE_LineEditContents: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        const int padding = frame && frame->lineWidth > 0 ? m.unit : m.half;
        return visualRect(option->direction, option->rect, option->rect.adjusted(padding, 1, -padding, -1));
    }
    case SE_HeaderLabel: {
        const QRect rect = option->rect.adjusted(m.unit + 2, 0, -m.unit - 2, 0);
        const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        const int arrow = header && header->sortIndicator != QStyleOptionHeader::None ? m.gap : 0;
        return visualRect(option->direction, option->rect, rect.adjusted(0, 0, -arrow, 0));
    }
    case SE_HeaderArrow: {
        const QRect rect(option->rect.right() - m.unit * 2, option->rect.top(), m.unit + 2,
                         option->rect.height());
        return visualRect(option->direction, option->rect, rect);
    }
    default:
        return QProxyStyle::subElementRect(element, option, widget);
    }
}

int SluiceStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    const Metrics &m = m_theme.metrics();
    switch (metric) {
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return m.unit;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return widget && widget->isWindow() ? m.unit * 2 : m.unit;
    case PM_ButtonMargin:
        return m.unit;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_ButtonDefaultIndicator:
    case PM_MenuBarPanelWidth:
        return 0;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ToolBarIconSize:
    case PM_ListViewIconSize:
        return m.icon;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return m.icon;
    case PM_ScrollBarExtent:
        return m.scrollBar + 2;
    case PM_ScrollBarSliderMin:
        return m.unit * 4;
    case PM_ScrollView_ScrollBarSpacing:
        return 0;
    case PM_SplitterWidth:
        return m.half + 1;
    case PM_MenuVMargin:
        return m.half;
    case PM_MenuHMargin:
        return 0;
    case PM_TreeViewIndentation:
        return m.unit * 2;
    case PM_TabBarTabOverlap:
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabShiftVertical:
        return 0;
    case PM_FocusFrameHMargin:
        return m.unit + 1; // the text inside of an item view's cell
    case PM_SliderLength:
    case PM_SliderThickness:
    case PM_SliderControlThickness:
        return m.icon + m.half;
    case PM_ToolTipLabelFrameWidth:
        return m.half + 2;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int SluiceStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                           QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ComboBox_Popup:
    case SH_ScrollBar_Transient:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_ItemView_ArrowKeysNavigateIntoChildren:
        return 1;
    case SH_Table_GridLineColor:
        return static_cast<int>(m_theme.colours().lineSoft.rgba());
    case SH_Widget_Animate:
        return m_theme.motion() > 0 ? 1 : 0;
    case SH_Widget_Animation_Duration:
        return m_theme.motion();
    case SH_ToolTipLabel_Opacity:
        return 255;
    case SH_LineEdit_PasswordCharacter:
        return 0x2022;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

} // namespace sluice::views
