// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/item_list.h"

#include "views/theme/painting.h"

#include <QKeyEvent>
#include <QPainter>
#include <algorithm>

namespace sluice::views {

namespace {

enum Role { DetailRole = Qt::UserRole + 1, TrailingRole, StatusRole, StrongRole, ReserveRole };

/// Titles stand in one line even when only some rows have an icon.
bool reservesIcon(const QModelIndex &index)
{
    return index.data(ReserveRole).toBool();
}

class RowDelegate final : public QStyledItemDelegate {
public:
    RowDelegate(bool twoLines, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_twoLines(twoLines)
    {
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = themeOf(option.widget);
        const bool second = m_twoLines && !index.data(DetailRole).toString().isEmpty();
        const int text = QFontMetrics(theme.fonts().body).height() * (second ? 2 : 1);
        return {theme.metrics().unit * 10,
                std::max(theme.metrics().rowHeight, text + theme.metrics().unit + theme.metrics().half)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = themeOf(option.widget);
        const Metrics &m = theme.metrics();
        const Colours &c = theme.colours();
        const auto logical = [&](const QRect &r) {
            return QStyle::visualRect(option.direction, option.rect, r);
        };
        const int start =
            static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter);
        const int end =
            static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignRight) | Qt::AlignVCenter);
        painter->save();
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        if (selected)
            painter->fillRect(option.rect, c.accentSurface);
        else if (option.state.testFlag(QStyle::State_MouseOver))
            painter->fillRect(option.rect, c.hover);
        if (index.row() + 1 < index.model()->rowCount())
            painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                              c.lineSoft);

        QRect rect = option.rect.adjusted(m.unit + 2, 0, -m.unit - 2, 0);
        const QVariant status = index.data(StatusRole);
        const QIcon icon = index.data(Qt::DecorationRole).value<QIcon>();
        if (status.isValid()) {
            const auto value = static_cast<Status>(status.toInt());
            const int side = m.unit + m.half / 2;
            const QRect box(rect.left(), rect.center().y() - side / 2, side, side);
            paintStatusShape(*painter, logical(box), value, c.of(value).ink);
            rect.adjust(side + m.unit, 0, 0, 0);
        } else if (!icon.isNull()) {
            const QRect box(rect.left(), rect.center().y() - m.icon / 2, m.icon, m.icon);
            icon.paint(painter, logical(box), Qt::AlignCenter, selected ? QIcon::Selected : QIcon::Active);
            rect.adjust(m.icon + m.unit, 0, 0, 0);
        } else if (reservesIcon(index)) {
            rect.adjust(m.icon + m.unit, 0, 0, 0);
        }

        const QString trailing = index.data(TrailingRole).toString();
        if (!trailing.isEmpty()) {
            painter->setFont(theme.fonts().small);
            painter->setPen(c.textDim);
            // The title comes first, but leaves at least a third to the end.
            const int title =
                QFontMetrics(theme.fonts().strong).horizontalAdvance(index.data(Qt::DisplayRole).toString());
            const int room = std::max(rect.width() / 3, rect.width() - title - 2 * m.gap);
            const int width = std::min(painter->fontMetrics().horizontalAdvance(trailing) + 1, room);
            painter->drawText(logical(QRect(rect.right() - width + 1, rect.top(), width, rect.height())), end,
                              painter->fontMetrics().elidedText(trailing, Qt::ElideMiddle, width));
            rect.adjust(0, 0, -width - m.gap, 0);
        }

        const QString title = index.data(Qt::DisplayRole).toString();
        const QString detail = index.data(DetailRole).toString();
        const QFont titleFont = index.data(StrongRole).toBool() ? theme.fonts().strong : theme.fonts().body;
        const QFontMetrics titleMetrics(titleFont);
        QRect titleRect = rect;
        if (m_twoLines && !detail.isEmpty()) {
            const QFontMetrics detailMetrics(theme.fonts().small);
            const int both = titleMetrics.height() + detailMetrics.height();
            const int top = rect.top() + (rect.height() - both) / 2;
            titleRect = QRect(rect.left(), top, rect.width(), titleMetrics.height());
            const QRect second(rect.left(), titleRect.bottom() + 1, rect.width(), detailMetrics.height());
            painter->setFont(theme.fonts().small);
            painter->setPen(c.textDim);
            painter->drawText(logical(second), start,
                              detailMetrics.elidedText(detail, Qt::ElideMiddle, second.width()));
        } else if (!detail.isEmpty()) {
            const int used = titleMetrics.horizontalAdvance(title) + m.unit + m.half / 2;
            const QRect after = rect.adjusted(std::min(used, rect.width()), 0, 0, 0);
            painter->setFont(theme.fonts().body);
            painter->setPen(c.textDim);
            painter->drawText(logical(after), start,
                              painter->fontMetrics().elidedText(detail, Qt::ElideRight, after.width()));
        }
        painter->setFont(titleFont);
        painter->setPen(c.text);
        painter->drawText(logical(titleRect), start,
                          titleMetrics.elidedText(title, Qt::ElideRight, titleRect.width()));
        if (option.state.testFlag(QStyle::State_HasFocus)
            && option.state.testFlag(QStyle::State_KeyboardFocusChange))
            paintFocus(*painter, option.rect, theme, m.half);
        painter->restore();
    }

private:
    bool m_twoLines;
};

} // namespace

ItemList::ItemList(bool twoLines, QWidget *parent)
    : QListWidget(parent)
{
    setItemDelegate(new RowDelegate(twoLines, this));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setMouseTracking(true);
    setUniformItemSizes(false);
    connect(this, &QListWidget::itemClicked, this,
            [this](QListWidgetItem *item) { Q_EMIT rowActivated(row(item)); });
}

void ItemList::setRows(const std::vector<ListRow> &rows)
{
    clear();
    const bool icons = std::ranges::any_of(rows, [](const ListRow &row) { return !row.icon.isNull(); });
    for (const ListRow &row : rows) {
        auto *item = new QListWidgetItem(row.icon, row.title);
        item->setData(DetailRole, row.detail);
        item->setData(TrailingRole, row.trailing);
        if (row.status)
            item->setData(StatusRole, static_cast<int>(*row.status));
        item->setData(StrongRole, row.strong);
        item->setData(ReserveRole, icons);
        item->setData(Qt::UserRole, row.data);
        item->setToolTip(row.toolTip.toHtmlEscaped());
        QStringList words = {row.status ? statusWord(*row.status) : QString(), row.title, row.detail,
                             row.trailing};
        words.removeAll(QString());
        item->setData(Qt::AccessibleTextRole, words.join(QStringLiteral(", ")));
        addItem(item);
    }
    updateGeometry();
}

QVariant ItemList::dataAt(int row) const
{
    const QListWidgetItem *found = item(row);
    return found ? found->data(Qt::UserRole) : QVariant();
}

void ItemList::setFitRows(int maxRows)
{
    m_fitRows = maxRows;
    setSizePolicy(QSizePolicy::Preferred, maxRows > 0 ? QSizePolicy::Fixed : QSizePolicy::Expanding);
    updateGeometry();
}

QSize ItemList::sizeHint() const
{
    if (m_fitRows <= 0)
        return QListWidget::sizeHint();
    int height = 0;
    for (int i = 0; i < std::min(m_fitRows, count()); ++i)
        height += sizeHintForRow(i);
    return {themeOf(this).metrics().unit * 40, height};
}

void ItemList::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentRow() >= 0) {
        Q_EMIT rowActivated(currentRow());
        return;
    }
    QListWidget::keyPressEvent(event);
}

void ItemList::changeEvent(QEvent *event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        scheduleDelayedItemsLayout();
}

} // namespace sluice::views
