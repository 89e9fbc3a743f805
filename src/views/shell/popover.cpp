// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/popover.h"

#include "views/theme/theme.h"
#include "views/widgets/labels.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScreen>
#include <QVBoxLayout>

namespace sluice::views {

namespace {
constexpr int visibleRows = 8;
}

Popover::Popover(const QString &title, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_list(new ItemList(true))
    , m_empty(new Text(TextRole::Dim))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(title);
    const Metrics &m = themeOf(this).metrics();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(m.unit, m.unit + 2, m.unit, m.unit);
    auto *heading = new Text(TextRole::Strong, title);
    heading->setContentsMargins(m.unit + 2, 0, 0, 0);
    m_empty->setContentsMargins(m.unit + 2, 0, m.unit, m.half);
    m_empty->setWordWrap(true);
    layout->addWidget(heading);
    layout->addWidget(m_list);
    layout->addWidget(m_empty);
    m_list->setAccessibleName(title);
    m_list->setFitRows(visibleRows);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_list, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addAction(tr("Copy"), this, &Popover::copyCurrent);
        menu->popup(m_list->viewport()->mapToGlobal(at));
    });
}

void Popover::setRows(const std::vector<ListRow> &rows, const QString &emptyText)
{
    m_list->setRows(rows);
    m_list->setVisible(!rows.empty());
    m_empty->setText(emptyText);
    m_empty->setVisible(rows.empty());
    if (!rows.empty())
        m_list->setCurrentRow(0);
}

void Popover::openAbove(const QWidget *anchor)
{
    const Metrics &m = themeOf(this).metrics();
    ensurePolished();
    const QRect window = anchor->window()->geometry();
    const int width = std::min(m.unit * 60, window.width() - 2 * m.unit);
    setFixedWidth(width);
    adjustSize();
    const int height = sizeHint().height();
    const QPoint corner = anchor->mapToGlobal(QPoint(0, 0));
    int x = anchor->layoutDirection() == Qt::RightToLeft ? corner.x() + anchor->width() - width : corner.x();
    const QRect screen = anchor->screen()->availableGeometry();
    x = std::clamp(x, screen.left(), std::max(screen.left(), screen.right() - width));
    setGeometry(x, std::max(screen.top(), corner.y() - height - m.half), width, height);
    show();
    (m_list->isVisible() ? static_cast<QWidget *>(m_list) : this)->setFocus(Qt::PopupFocusReason);
}

void Popover::copyCurrent()
{
    if (const QListWidgetItem *item = m_list->currentItem())
        QApplication::clipboard()->setText(item->data(Qt::AccessibleTextRole).toString());
}

void Popover::paintEvent(QPaintEvent *)
{
    const Colours &c = themeOf(this).colours();
    QPainter painter(this);
    painter.fillRect(rect(), c.surface);
    painter.setPen(c.control);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void Popover::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copyCurrent();
    else if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

} // namespace sluice::views
