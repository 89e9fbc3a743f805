// SPDX-License-Identifier: GPL-3.0-or-later
// Sizes and places: what a control needs and where its parts lie.
#include "views/theme/style_parts.h"

#include <QTableView>
#include <QTreeView>

namespace sluice::views {

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
        if (role == ButtonRole::Link && isFlush(widget))
            return {out.width() + 1, out.height()};
        const int padding = role == ButtonRole::Link ? m.half + 2 : m.gap;
        int width = out.width() + 2 * padding + 2;
        if (button && button->features.testFlag(QStyleOptionButton::HasMenu))
            width += role == ButtonRole::Link ? m.unit : m.half;
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
        const bool table =
            qobject_cast<const QTableView *>(widget) || qobject_cast<const QTreeView *>(widget);
        out.setHeight(std::max(out.height(),
                               popup       ? m.compactRowHeight
                                   : table ? m.tableRowHeight
                                           : m.rowHeight));
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

} // namespace sluice::views
