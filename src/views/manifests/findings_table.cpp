// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/manifests/findings_table.h"

#include "text/catalog.h"
#include "views/theme/painting.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>

namespace sluice::views {

using models::FindingsModel;

namespace {

class FindingsWords final : public QSortFilterProxyModel {
public:
    FindingsWords(FindingsModel &model, QObject *parent)
        : QSortFilterProxyModel(parent)
        , m_model(model)
    {
        setSourceModel(&model);
        setSortRole(FindingsModel::SortRole);
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole || role == Qt::ToolTipRole) {
            const session::ManifestFinding &row = m_model.at(mapToSource(index).row());
            if (index.column() == FindingsModel::Severity)
                return row.isError ? FindingsTable::tr("Error")
                    : row.isNote   ? FindingsTable::tr("Note")
                                   : FindingsTable::tr("Warning");
            if (index.column() == FindingsModel::Text)
                return text::words(row.text);
        }
        return QSortFilterProxyModel::data(index, role == Qt::ToolTipRole ? int(Qt::DisplayRole) : role);
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
            return {};
        switch (section) {
        case FindingsModel::Text:
            return FindingsTable::tr("Finding");
        case FindingsModel::Where:
            return FindingsTable::tr("Where");
        case FindingsModel::Rule:
            return FindingsTable::tr("Rule");
        default:
            return {};
        }
    }

private:
    FindingsModel &m_model;
};

class FindingsDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = themeOf(option.widget);
        const Colours &c = theme.colours();
        const Metrics &m = theme.metrics();
        painter->save();
        painter->fillRect(option.rect, option.state & QStyle::State_Selected ? c.accentSurface : c.surface);
        painter->setPen(c.lineSoft);
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        const QRect area = option.rect.adjusted(m.unit + 2, 0, -m.unit, 0);
        if (index.column() == FindingsModel::Severity) {
            const Status status = index.data(FindingsModel::ErrorRole).toBool() ? Status::Failed
                : index.data(FindingsModel::NoteRole).toBool()                  ? Status::Unknown
                                                                                : Status::Warning;
            const int side = m.unit + 3;
            const QRect shape = QStyle::alignedRect(option.direction, Qt::AlignLeft | Qt::AlignVCenter,
                                                    QSize(side, side), area);
            paintStatusShape(*painter, shape, status, c.of(status).ink);
        } else {
            const bool mono = index.column() != FindingsModel::Text;
            painter->setFont(mono ? theme.fonts().mono : theme.fonts().body);
            painter->setPen(index.column() == FindingsModel::Rule ? c.textDim : c.text);
            const auto mode = index.column() == FindingsModel::Where ? Qt::ElideMiddle : Qt::ElideRight;
            painter->drawText(
                area, int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)),
                painter->fontMetrics().elidedText(index.data().toString(), mode, area.width()));
        }
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {100, themeOf(option.widget).metrics().tableRowHeight};
    }
};

} // namespace

FindingsTable::FindingsTable(FindingsModel &model, QWidget *parent)
    : QTreeView(parent)
{
    setAccessibleName(tr("Findings"));
    setModel(new FindingsWords(model, this));
    setItemDelegate(new FindingsDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setRootIsDecorated(false);
    setIndentation(0);
    setUniformRowHeights(true);
    setEditTriggers(NoEditTriggers);
    setSortingEnabled(true);
    sortByColumn(FindingsModel::Severity, Qt::AscendingOrder);
    header()->setStretchLastSection(true);
    header()->setSectionResizeMode(QHeaderView::Fixed);
    header()->setMinimumSectionSize(themeOf(this).metrics().unit * 3);
    connect(this, &QTreeView::doubleClicked, this, &FindingsTable::go);
    connect(this, &QTreeView::clicked, this, &FindingsTable::go);
}

void FindingsTable::go(const QModelIndex &index)
{
    if (index.isValid())
        Q_EMIT placeRequested(index.data(FindingsModel::FileRole).toString(),
                              index.data(FindingsModel::LineRole).toInt());
}

int FindingsTable::currentFinding() const
{
    const auto *words = static_cast<const QSortFilterProxyModel *>(model());
    return currentIndex().isValid() ? words->mapToSource(currentIndex()).row() : -1;
}

void FindingsTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    Q_EMIT currentFindingChanged();
}

void FindingsTable::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::AltModifier)) {
        if (currentFinding() >= 0)
            Q_EMIT fixRequested(currentFinding());
        event->accept();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        go(currentIndex());
        event->accept();
    } else if (event->matches(QKeySequence::Copy) && currentIndex().isValid()) {
        const QModelIndex at = currentIndex();
        QGuiApplication::clipboard()->setText(at.siblingAtColumn(FindingsModel::Where).data().toString()
                                              + QStringLiteral(": ")
                                              + at.siblingAtColumn(FindingsModel::Text).data().toString());
        event->accept();
    } else {
        QTreeView::keyPressEvent(event);
    }
}

void FindingsTable::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    const Metrics &m = themeOf(this).metrics();
    const int room = viewport()->width() - m.unit * 4;
    setColumnWidth(FindingsModel::Severity, m.unit * 4);
    setColumnWidth(FindingsModel::Text, room * 50 / 100);
    setColumnWidth(FindingsModel::Where, room * 30 / 100);
}

} // namespace sluice::views
