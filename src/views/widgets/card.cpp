// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/card.h"

#include "views/theme/painting.h"
#include "views/widgets/labels.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

namespace sluice::views {

namespace {

/// The card's border and corners, above its content.
class Edge final : public QWidget {
public:
    explicit Edge(QWidget *card)
        : QWidget(card)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = themeOf(this);
        const qreal radius = theme.metrics().radius;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QPainterPath corners;
        corners.addRect(rect());
        QPainterPath inside;
        inside.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
        painter.fillPath(corners.subtracted(inside), theme.colours().bg);
        paintPanel(painter, rect(), {}, theme.colours().line, radius);
    }
};

} // namespace

Card::Card(QWidget *parent)
    : QFrame(parent)
    , m_outer(new QVBoxLayout(this))
    , m_body(new QVBoxLayout)
{
    m_outer->setSpacing(0);
    m_outer->addLayout(m_body, 1);
    relayout();
}

Card::Card(const QString &title, QWidget *parent)
    : Card(parent)
{
    setTitle(title);
}

void Card::ensureTitle()
{
    if (m_titleRow)
        return;
    m_titleRow = new QWidget(this);
    m_titleLayout = new QHBoxLayout(m_titleRow);
    m_titleStart = new QHBoxLayout;
    m_titleEnd = new QHBoxLayout;
    m_title = new Text(TextRole::Strong);
    m_titleStart->addWidget(m_title);
    m_titleLayout->addLayout(m_titleStart);
    m_titleLayout->addStretch(1);
    m_titleLayout->addLayout(m_titleEnd);
    m_outer->insertWidget(0, m_titleRow);
    relayout();
}

void Card::setTitle(const QString &title)
{
    ensureTitle();
    m_title->setText(title);
    setAccessibleName(title);
}

void Card::addToTitle(QWidget *widget)
{
    ensureTitle();
    m_titleStart->addWidget(widget);
}

void Card::addTitleAction(QWidget *widget)
{
    ensureTitle();
    m_titleEnd->addWidget(widget);
}

void Card::setFlush(bool flush)
{
    m_flush = flush;
    if (flush && !m_edge)
        m_edge = new Edge(this);
    if (m_edge) {
        m_edge->setVisible(flush);
        m_edge->resize(size());
    }
    relayout();
}

void Card::setTitleSeparated(bool separated)
{
    m_separated = separated;
    relayout();
}

void Card::relayout()
{
    const Metrics &m = themeOf(this).metrics();
    const int inner = m_flush ? 1 : m.cardPadding;
    m_outer->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(m.unit);
    const bool underTitle = m_titleRow && !m_separated;
    m_body->setContentsMargins(inner, underTitle ? (m_flush ? 0 : m.half) : inner, inner, inner);
    if (!m_titleRow)
        return;
    const int vertical = m_separated ? m.unit : m.unit + m.half / 2;
    m_titleLayout->setContentsMargins(m.cardPadding, vertical, m.cardPadding, vertical);
    m_titleStart->setSpacing(m.unit + m.half / 2);
    m_titleEnd->setSpacing(m.unit + m.half / 2);
}

void Card::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    paintPanel(painter, rect(), theme.colours().surface, theme.colours().line, theme.metrics().radius);
    if (m_separated && m_titleRow) {
        const int y = m_titleRow->geometry().bottom() + 1;
        painter.fillRect(QRect(1, y, width() - 2, 1), theme.colours().line);
    }
}

void Card::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    if (m_edge)
        m_edge->resize(size());
}

void Card::childEvent(QChildEvent *event)
{
    QFrame::childEvent(event);
    if (m_edge && event->added() && event->child()->isWidgetType() && event->child() != m_edge)
        m_edge->raise();
}

void Card::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        relayout();
}

} // namespace sluice::views
