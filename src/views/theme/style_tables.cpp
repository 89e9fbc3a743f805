// SPDX-License-Identifier: GPL-3.0-or-later
// Tables, trees, lists and their headers.
#include "views/theme/style_parts.h"

#include "views/theme/painting.h"

#include <QPainter>
#include <QTableView>
#include <QTreeView>

namespace sluice::views {

namespace {

/// Tables, and trees with a header, have lines between their rows; lists and trees of files have none.
bool hasRowLines(const QWidget *widget)
{
    if (const auto *tree = qobject_cast<const QTreeView *>(widget))
        return !tree->isHeaderHidden();
    return qobject_cast<const QTableView *>(widget);
}

} // namespace

bool SluiceStyle::drawTablePrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                     const QWidget *widget) const
{
    const Colours &c = m_theme.colours();
    const bool enabled = on(option, State_Enabled);
    switch (element) {
    case PE_PanelItemViewRow: // also the part of a tree's row before its text
    case PE_PanelItemViewItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
        if (item && item->backgroundBrush.style() != Qt::NoBrush)
            painter->fillRect(option->rect, item->backgroundBrush);
        if (on(option, State_Selected))
            painter->fillRect(option->rect, c.accentSurface);
        else if (on(option, State_MouseOver) && enabled
                 && (element == PE_PanelItemViewItem || !hasRowLines(widget)))
            painter->fillRect(option->rect, c.hover);
        if (hasRowLines(widget))
            painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                              c.lineSoft);
        return true;
    }
    case PE_IndicatorBranch:
        if (on(option, State_Children)) {
            const Qt::ArrowType closed =
                option->direction == Qt::RightToLeft ? Qt::LeftArrow : Qt::RightArrow;
            paintArrow(*painter, option->rect, on(option, State_Open) ? Qt::DownArrow : closed, c.textDim);
        }
        return true;
    case PE_IndicatorHeaderArrow:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            paintArrow(*painter, option->rect,
                       header->sortIndicator == QStyleOptionHeader::SortUp ? Qt::UpArrow : Qt::DownArrow,
                       c.accent);
        }
        return true;
    default:
        break;
    }
    return false;
}

bool SluiceStyle::drawTableControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                                   const QWidget *widget) const
{
    const Colours &c = m_theme.colours();
    switch (element) {
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
        return true;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea: {
        painter->fillRect(option->rect, c.surface);
        const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        if (header && header->orientation == Qt::Vertical)
            return true;
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), c.line);
        return true;
    }
    case CE_HeaderLabel: {
        const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        if (!header)
            return true;
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
        return true;
    }
    default:
        break;
    }
    return false;
}

} // namespace sluice::views
