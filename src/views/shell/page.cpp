// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/page.h"

#include "views/theme/theme.h"
#include "views/widgets/labels.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace sluice::views {

Page::Page(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_outer(new QVBoxLayout(this))
    , m_header(new QHBoxLayout)
    , m_headerStart(new QHBoxLayout)
    , m_headerEnd(new QHBoxLayout)
    , m_title(new Text(TextRole::Title, title))
    , m_subtitle(new ElidedLabel({}, TextRole::Dim))
    , m_bars(new QVBoxLayout)
    , m_body(new QVBoxLayout)
{
    m_outer->addLayout(m_header);
    m_outer->addLayout(m_body, 1);
    // Below the content: a bar that comes above it would move what is being clicked from under the pointer.
    m_outer->addLayout(m_bars);
    m_header->addWidget(m_title);
    m_header->addLayout(m_headerStart);
    m_header->addStretch(1);
    m_header->addLayout(m_headerEnd);
    m_headerStart->addWidget(m_subtitle);
    m_subtitle->hide();
    setAccessibleName(title);
    relayout();
}

QString Page::title() const
{
    return m_title->text();
}

void Page::open(const QVariantMap &) { }

Bar *Page::showBar(const QString &id, const BarText &text)
{
    Bar *bar = findChild<Bar *>(id, Qt::FindDirectChildrenOnly);
    if (!bar) {
        bar = new Bar(this);
        bar->setObjectName(id);
        m_bars->addWidget(bar);
    }
    bar->setText(text);
    bar->show();
    return bar;
}

void Page::hideBar(const QString &id)
{
    if (Bar *bar = findChild<Bar *>(id, Qt::FindDirectChildrenOnly)) {
        bar->setObjectName({});
        bar->hide();
        bar->deleteLater();
    }
}

void Page::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void Page::setSubtitle(const QString &subtitle)
{
    m_subtitle->setText(subtitle);
    m_subtitle->setVisible(!subtitle.isEmpty());
}

void Page::addToHeader(QWidget *widget)
{
    m_headerStart->addWidget(widget);
}

void Page::addHeaderAction(QWidget *widget)
{
    m_headerEnd->addWidget(widget);
}

void Page::setInspector(QWidget *widget)
{
    if (widget && m_inspector != widget) {
        widget->setParent(this);
        widget->hide();
    }
    m_inspector = widget;
    Q_EMIT inspectorChanged();
}

void Page::setDrawer(QWidget *widget)
{
    if (widget && m_drawer != widget) {
        widget->setParent(this);
        widget->hide();
    }
    m_drawer = widget;
    relayout();
    Q_EMIT drawerChanged();
}

void Page::relayout()
{
    const Metrics &m = themeOf(this).metrics();
    // The drawer's handle stands between the page and its drawer.
    m_outer->setContentsMargins(m.pageMargin, m.unit * 2, m.pageMargin, m_drawer ? m.unit : m.unit * 2);
    m_outer->setSpacing(m.gap);
    for (QHBoxLayout *row : {m_header, m_headerStart, m_headerEnd})
        row->setSpacing(m.unit + m.half / 2);
    m_bars->setSpacing(m.unit);
    m_body->setSpacing(m.gap);
}

void Page::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        relayout();
}

} // namespace sluice::views
