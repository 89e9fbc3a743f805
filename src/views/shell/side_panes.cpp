// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/side_panes.h"

#include "views/theme/theme.h"

#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace sluice::views {

InspectorPane::InspectorPane(QWidget *parent)
    : QScrollArea(parent)
{
    setAccessibleName(tr("Inspector"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    restyle();
    hide();
}

void InspectorPane::borrow(QWidget *borrowed, QWidget *owner)
{
    if (borrowed && borrowed == widget()) {
        borrowed->updateGeometry();
        return;
    }
    giveBack();
    m_owner = owner;
    setVisible(borrowed);
    if (!borrowed)
        return;
    borrowed->setAutoFillBackground(false);
    setWidget(borrowed);
    borrowed->show();
}

void InspectorPane::giveBack()
{
    QWidget *old = takeWidget();
    if (!old)
        return;
    old->hide();
    if (m_owner)
        old->setParent(m_owner);
    else
        old->deleteLater();
}

QSize InspectorPane::sizeHint() const
{
    return {themeOf(this).metrics().inspectorWidth, themeOf(this).metrics().unit * 40};
}

QSize InspectorPane::minimumSizeHint() const
{
    return {themeOf(this).metrics().unit * 24, 0};
}

void InspectorPane::restyle()
{
    QPalette p = palette();
    p.setColor(QPalette::Window, themeOf(this).colours().surface);
    setPalette(p);
    viewport()->setPalette(p);
}

void InspectorPane::paintEvent(QPaintEvent *)
{
    QPainter(viewport()).fillRect(viewport()->rect(), themeOf(this).colours().surface);
}

void InspectorPane::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        restyle();
}

DrawerSlot::DrawerSlot(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(0);
    relayout();
    hide();
}

void DrawerSlot::borrow(QWidget *borrowed, QWidget *owner)
{
    if (borrowed && borrowed == m_widget) {
        borrowed->updateGeometry();
        return;
    }
    if (m_widget) {
        layout()->removeWidget(m_widget);
        m_widget->hide();
        if (m_owner)
            m_widget->setParent(m_owner);
    }
    m_widget = borrowed;
    m_owner = owner;
    setVisible(borrowed);
    if (!borrowed)
        return;
    layout()->addWidget(borrowed);
    borrowed->show();
}

void DrawerSlot::relayout()
{
    const Metrics &m = themeOf(this).metrics();
    layout()->setContentsMargins(m.pageMargin, 0, m.pageMargin, m.unit * 2);
}

void DrawerSlot::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        relayout();
}

} // namespace sluice::views
