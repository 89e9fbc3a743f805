// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/manifests/file_tree.h"

#include "text/visible_text.h"
#include "views/theme/painting.h"

#include <QHeaderView>
#include <QIdentityProxyModel>
#include <QPainter>
#include <QStyledItemDelegate>

namespace sluice::views {

using models::ManifestTreeModel;

namespace {

/// Names, and for people who hear them the counts.
class FileTreeDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = themeOf(option.widget);
        const Colours &c = theme.colours();
        const bool selected = option.state & QStyle::State_Selected;
        painter->save();
        // Square, as the style fills the part of the row before the name: one band without a seam.
        if (selected || option.state & QStyle::State_MouseOver)
            painter->fillRect(option.rect, selected ? c.accentSurface : c.hover);
        QRect area = option.rect.adjusted(theme.metrics().half, 0, -theme.metrics().half, 0);
        const int errors = index.data(ManifestTreeModel::ErrorsRole).toInt();
        const int warnings = index.data(ManifestTreeModel::WarningsRole).toInt();
        if (errors + warnings > 0) {
            const Status status = errors > 0 ? Status::Failed : Status::Warning;
            const QString count = QString::number(errors > 0 ? errors : warnings);
            const QSize size = chipSize(theme, count);
            const QRect chip(area.right() - size.width() + 1, area.center().y() - size.height() / 2,
                             size.width(), size.height());
            paintChip(*painter, QStyle::visualRect(option.direction, area, chip), theme, status, count, true,
                      option.direction);
            area.setRight(chip.left() - theme.metrics().half);
            area = QStyle::visualRect(option.direction, option.rect, area);
        }
        painter->setFont(selected ? theme.fonts().strong : theme.fonts().body);
        painter->setPen(selected ? c.accent : c.text);
        const QString name =
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, area.width());
        painter->drawText(
            area, int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)), name);
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {100, themeOf(option.widget).metrics().compactRowHeight};
    }
};

class FileTreeWords final : public QIdentityProxyModel {
public:
    FileTreeWords(ManifestTreeModel &model, QObject *parent)
        : QIdentityProxyModel(parent)
    {
        setSourceModel(&model);
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (role == Qt::ToolTipRole)
            return QIdentityProxyModel::data(index, ManifestTreeModel::PathRole);
        if (role == Qt::DisplayRole)
            return text::visibleText(QIdentityProxyModel::data(index, Qt::DisplayRole).toString());
        if (role != Qt::AccessibleTextRole)
            return QIdentityProxyModel::data(index, role);
        QStringList parts{index.data().toString()};
        const int errors = index.data(ManifestTreeModel::ErrorsRole).toInt();
        const int warnings = index.data(ManifestTreeModel::WarningsRole).toInt();
        if (errors > 0)
            parts << FileTree::tr("%n error(s)", nullptr, errors);
        if (warnings > 0)
            parts << FileTree::tr("%n warning(s)", nullptr, warnings);
        return parts.join(QStringLiteral(", "));
    }
};

} // namespace

FileTree::FileTree(ManifestTreeModel &model, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
{
    setAccessibleName(tr("Files"));
    setModel(new FileTreeWords(model, this));
    setItemDelegate(new FileTreeDelegate(this));
    setHeaderHidden(true);
    setAnimated(false);
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setEditTriggers(NoEditTriggers);
    setIndentation(themeOf(this).metrics().unit * 2);
    header()->setStretchLastSection(true);
    connect(this->model(), &QAbstractItemModel::rowsInserted, this, &FileTree::expandNew);
    connect(this, &QTreeView::activated, this, [this](const QModelIndex &index) {
        if (index.data(ManifestTreeModel::FolderRole).toBool())
            setExpanded(index, !isExpanded(index));
    });
    expandAll();
}

void FileTree::expandNew(const QModelIndex &parent)
{
    if (model()->rowCount(parent) < 200)
        expandRecursively(parent);
}

bool FileTree::selectFile(const QString &path)
{
    const QModelIndex source = m_model.find(path);
    if (!source.isValid())
        return false;
    const QModelIndex index = static_cast<QIdentityProxyModel *>(model())->mapFromSource(source);
    for (QModelIndex up = index.parent(); up.isValid(); up = up.parent())
        expand(up);
    setCurrentIndex(index);
    scrollTo(index);
    return true;
}

QString FileTree::currentFile() const
{
    const QModelIndex at = currentIndex();
    return at.data(ManifestTreeModel::FolderRole).toBool() ? QString()
                                                           : at.data(ManifestTreeModel::PathRole).toString();
}

void FileTree::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    if (const QString file = currentFile(); !file.isEmpty())
        Q_EMIT fileSelected(file);
}

void FileTree::drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    if (!index.data(ManifestTreeModel::FolderRole).toBool())
        return;
    const int side = indentation();
    const QRect own(isRightToLeft() ? rect.left() : rect.right() - side + 1, rect.top(), side, rect.height());
    const Qt::ArrowType closed = isRightToLeft() ? Qt::LeftArrow : Qt::RightArrow;
    paintArrow(*painter, own, isExpanded(index) ? Qt::DownArrow : closed, themeOf(this).colours().textDim);
}

} // namespace sluice::views
