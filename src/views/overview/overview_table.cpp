// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/overview/overview_table.h"

#include "views/theme/painting.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace sluice::views {

using models::OverviewModel;
using session::OverviewRow;

namespace {

class OverviewDelegate final : public QStyledItemDelegate {
public:
    OverviewDelegate(OverviewModel &model, OverviewWords &words, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_model(model)
        , m_words(words)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const OverviewRow *row = m_model.rowAt(m_words.mapToSource(index));
        if (!row)
            return;
        const Theme &theme = themeOf(option.widget);
        const Colours &c = theme.colours();
        const Metrics &m = theme.metrics();
        painter->save();
        painter->fillRect(option.rect, option.state & QStyle::State_Selected ? c.accentSurface : c.surface);
        const QRect area = option.rect.adjusted(m.unit + 2, 0, -m.unit, 0);
        switch (index.column()) {
        case OverviewModel::State:
            paintState(*painter, area, option, theme, stateOf(*row));
            break;
        case OverviewModel::Files:
            if (row->drifted > 0 || row->unsaved > 0)
                paintState(*painter, area, option, theme, filesOf(*row));
            else
                paintText(*painter, area, option, index, theme.fonts().body, c.textDim);
            break;
        case OverviewModel::Split:
            if (row->traffic.empty())
                paintText(*painter, area, option, QStringLiteral("–"), theme.fonts().body, c.textFaint);
            else
                paintBar(*painter, area, option, theme, *row);
            break;
        case OverviewModel::Name:
            paintText(*painter, area, option, index, theme.fonts().strong, c.text);
            break;
        case OverviewModel::Serving:
            paintText(*painter, area, option, index, theme.fonts().mono, c.text);
            break;
        case OverviewModel::LastRelease:
            paintText(*painter, area, option, index, theme.fonts().body, c.textDim);
            break;
        default:
            paintText(*painter, area, option, index, theme.fonts().body, c.text);
        }
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = themeOf(option.widget);
        const Metrics &m = theme.metrics();
        if (m_model.isGroup(m_words.mapToSource(index)))
            return {0, m.tableRowHeight - m.half}; // spans the columns
        if (index.column() != OverviewModel::Name)
            return {m.unit * 10, m.tableRowHeight};
        const int text = QFontMetrics(theme.fonts().strong).horizontalAdvance(index.data().toString());
        return {text + 3 * m.unit, m.tableRowHeight};
    }

private:
    static void paintText(QPainter &painter, const QRect &area, const QStyleOptionViewItem &option,
                          const QString &text, const QFont &font, const QColor &colour,
                          Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter)
    {
        // In the middle: long names of a crowd differ at their ends.
        painter.setFont(font);
        painter.setPen(colour);
        const Qt::Alignment shown = QStyle::visualAlignment(option.direction, alignment);
        painter.drawText(area, int(shown),
                         painter.fontMetrics().elidedText(text, Qt::ElideMiddle, area.width()));
    }
    static void paintText(QPainter &painter, const QRect &area, const QStyleOptionViewItem &option,
                          const QModelIndex &index, const QFont &font, const QColor &colour)
    {
        const QVariant alignment = index.data(Qt::TextAlignmentRole);
        paintText(painter, area, option, index.data().toString(), font, colour,
                  alignment.isValid() ? Qt::Alignment(alignment.toInt()) : Qt::AlignLeft | Qt::AlignVCenter);
    }
    static void paintState(QPainter &painter, const QRect &area, const QStyleOptionViewItem &option,
                           const Theme &theme, const StateWord &state)
    {
        QSize size = chipSize(theme, state.text);
        size.setWidth(std::min(size.width(), area.width()));
        const QRect chip =
            QStyle::alignedRect(option.direction, Qt::AlignLeft | Qt::AlignVCenter, size, area);
        paintChip(painter, chip, theme, state.status, state.text, true, option.direction);
    }
    static void paintBar(QPainter &painter, const QRect &area, const QStyleOptionViewItem &option,
                         const Theme &theme, const OverviewRow &row)
    {
        std::vector<SplitPart> parts;
        for (const session::TrafficShare &share : row.traffic) {
            if (share.percent > 0)
                parts.push_back({double(share.percent), {}, int(parts.size())});
        }
        const QSize size(std::min(area.width(), theme.metrics().unit * 12), theme.metrics().unit);
        paintSplit(painter,
                   QStyle::alignedRect(option.direction, Qt::AlignLeft | Qt::AlignVCenter, size, area), theme,
                   parts, false, option.direction);
    }

    OverviewModel &m_model;
    OverviewWords &m_words;
};

} // namespace

OverviewTable::OverviewTable(OverviewModel &model, OverviewWords &words, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
    , m_words(words)
{
    setAccessibleName(tr("Services"));
    setModel(&words);
    setItemDelegate(new OverviewDelegate(model, words, this));
    setFrameShape(QFrame::NoFrame);
    setRootIsDecorated(false);
    setAnimated(false); // rows come and go with the cluster, not by a click
    setIndentation(0);
    setExpandsOnDoubleClick(false);
    setEditTriggers(NoEditTriggers);
    setAllColumnsShowFocus(true);
    setSortingEnabled(true);
    sortByColumn(-1, Qt::AscendingOrder);
    setVerticalScrollMode(ScrollPerPixel);
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(false);
    header()->setSectionResizeMode(QHeaderView::Fixed);
    connect(&words, &QAbstractItemModel::rowsInserted, this, &OverviewTable::arrange);
    connect(&words, &QAbstractItemModel::rowsRemoved, this, &OverviewTable::arrange);
    connect(&words, &QAbstractItemModel::modelReset, this, &OverviewTable::arrange);
    connect(&words, &QAbstractItemModel::layoutChanged, this, &OverviewTable::arrange);
    connect(this, &QTreeView::expanded, this, &OverviewTable::heightChanged);
    connect(this, &QTreeView::collapsed, this, &OverviewTable::heightChanged);
    connect(this, &QTreeView::doubleClicked, this, &OverviewTable::openIndex);
    arrange();
}

void OverviewTable::arrange()
{
    QSignalBlocker quiet(this); // one change of height, told at the end
    for (int row = 0; row < m_words.rowCount(); ++row) {
        const QModelIndex index = m_words.index(row, 0);
        const bool group = m_model.isGroup(m_words.mapToSource(index));
        if (isFirstColumnSpanned(row, {}) == group)
            continue;
        setFirstColumnSpanned(row, {}, group);
        if (group)
            expand(index);
    }
    quiet.unblock();
    scheduleDelayedItemsLayout();
    Q_EMIT heightChanged();
}

void OverviewTable::arrangeColumns()
{
    const Metrics &m = themeOf(this).metrics();
    // Units of the grid that each column likes; what is left goes to the names and the times.
    const int wanted[OverviewModel::ColumnCount] = {22, 18, 12, 14, 9, 15, 22};
    int sum = 0;
    for (const int width : wanted)
        sum += width * m.unit;
    const int room = viewport()->width();
    const int spare = std::max(0, room - sum);
    const int forNames = std::clamp(
        sizeHintForColumn(OverviewModel::Name) - wanted[OverviewModel::Name] * m.unit, spare / 3, spare);
    const int forOthers = std::min(spare / 12, (spare - forNames) / 4);
    int left = room;
    for (int column = 0; column < OverviewModel::ColumnCount; ++column) {
        int width = wanted[column] * m.unit;
        if (room < sum)
            width = std::max(m.unit * 8, width * room / std::max(1, sum));
        if (column == OverviewModel::Name)
            width += forNames;
        if (column == OverviewModel::LastRelease)
            width = std::max(width, left);
        else
            width += column == OverviewModel::Name ? 0 : forOthers;
        setColumnWidth(column, width);
        left -= width;
    }
}

const OverviewRow *OverviewTable::currentRow() const
{
    const QModelIndex source = m_words.mapToSource(currentIndex());
    return m_model.isGroup(source) ? nullptr : m_model.rowAt(source);
}

void OverviewTable::selectService(const QString &environment, const QString &service)
{
    const QModelIndex found = m_words.mapFromSource(m_model.find(environment, service));
    if (!found.isValid())
        return;
    setCurrentIndex(found);
    scrollTo(found);
}

int OverviewTable::contentHeight() const
{
    const Metrics &m = themeOf(this).metrics();
    int height = header()->sizeHint().height();
    for (int row = 0; row < m_words.rowCount(); ++row) {
        const QModelIndex index = m_words.index(row, 0);
        const bool group = m_model.isGroup(m_words.mapToSource(index));
        height += group ? m.tableRowHeight - m.half : m.tableRowHeight;
        if (isExpanded(index))
            height += m_words.rowCount(index) * m.tableRowHeight;
    }
    return height + 2;
}

void OverviewTable::openIndex(const QModelIndex &index)
{
    const QModelIndex source = m_words.mapToSource(index);
    if (m_model.isGroup(source)) {
        setExpanded(index.siblingAtColumn(0), !isExpanded(index.siblingAtColumn(0)));
    } else if (const OverviewRow *row = m_model.rowAt(source)) {
        Q_EMIT opened(row->environment, row->service);
    }
}

void OverviewTable::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()
        && event->modifiers() == Qt::NoModifier) {
        openIndex(currentIndex());
        event->accept();
        return;
    }
    QTreeView::keyPressEvent(event);
}

void OverviewTable::mousePressEvent(QMouseEvent *event)
{
    QTreeView::mousePressEvent(event);
    const QModelIndex at = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && m_model.isGroup(m_words.mapToSource(at)))
        openIndex(at);
}

void OverviewTable::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    arrangeColumns();
}

void OverviewTable::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        arrangeColumns();
}

void OverviewTable::drawRow(QPainter *painter, const QStyleOptionViewItem &options,
                            const QModelIndex &index) const
{
    const Theme &theme = themeOf(this);
    const Colours &c = theme.colours();
    const Metrics &m = theme.metrics();
    const QRect rect = options.rect;
    const QModelIndex source = m_words.mapToSource(index);
    if (!m_model.isGroup(source)) {
        QTreeView::drawRow(painter, options, index);
    } else {
        const OverviewRow *row = m_model.rowAt(source);
        painter->save();
        painter->fillRect(rect, c.bg);
        const int side = m.unit + 2;
        const auto place = [&](int left, int width) {
            return QStyle::visualRect(layoutDirection(), rect,
                                      QRect(rect.left() + left, rect.top(), width, rect.height()));
        };
        const Qt::ArrowType closed = isRightToLeft() ? Qt::LeftArrow : Qt::RightArrow;
        paintArrow(*painter, place(m.unit, side),
                   isExpanded(index.siblingAtColumn(0)) ? Qt::DownArrow : closed, c.textDim);
        int x = m.unit + side + m.half;
        const auto words = [&](const QString &text, const QFont &font, const QColor &colour) {
            painter->setFont(font);
            painter->setPen(colour);
            const int width = painter->fontMetrics().horizontalAdvance(text) + 1;
            painter->drawText(place(x, width), int(Qt::AlignVCenter | Qt::AlignLeft), text);
            x += width + m.half;
        };
        words(source.data().toString(), theme.fonts().strong, c.textDim);
        if (m_model.grouping() == OverviewModel::Grouping::Environment) {
            const QString where =
                row->context.isEmpty() ? row->nameSpace : tr("%1 · %2").arg(row->nameSpace, row->context);
            words(where, theme.fonts().body, c.textDim);
            if (row->production)
                words(tr("production"), theme.fonts().strong, c.production.ink);
        }
        painter->restore();
    }
    painter->save();
    painter->setPen(c.lineSoft);
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    if (hasFocus() && currentIndex().row() == index.row() && currentIndex().parent() == index.parent())
        paintFocus(*painter, rect.adjusted(0, 0, 0, -1), theme, m.half);
    painter->restore();
}

} // namespace sluice::views
