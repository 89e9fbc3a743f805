// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/rail.h"

#include "views/theme/icons.h"
#include "views/theme/painting.h"

#include <QPainter>
#include <QVBoxLayout>

namespace sluice::views {

RailItem::RailItem(const QString &icon, const QString &text, QWidget *parent)
    : QAbstractButton(parent)
{
    setIcon(ownIcon(icon));
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    announce();
}

void RailItem::announce()
{
    setAccessibleName(m_badge > 0 ? tr("%1, %n problem(s)", nullptr, m_badge).arg(text()) : text());
    setToolTip(m_collapsed ? text() : QString());
}

void RailItem::setBadge(int count, Status status)
{
    m_badge = count;
    m_badgeStatus = status;
    announce();
    update();
}

void RailItem::setCollapsed(bool collapsed)
{
    m_collapsed = collapsed;
    announce();
    updateGeometry();
    update();
}

QSize RailItem::sizeHint() const
{
    const Metrics &m = themeOf(this).metrics();
    return {m_collapsed ? m.rowHeight : m.unit * 10, m.rowHeight};
}

void RailItem::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    const Metrics &m = theme.metrics();
    const Colours &c = theme.colours();
    QPainter painter(this);
    if (isChecked())
        paintPanel(painter, rect(), c.accentSurface, {}, m.controlRadius);
    else if (isEnabled() && (underMouse() || isDown()))
        paintPanel(painter, rect(), c.hover, {}, m.controlRadius);
    const auto logical = [this](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
    const int iconX = m_collapsed ? (width() - m.icon) / 2 : m.unit + 2;
    const QRect iconRect(iconX, (height() - m.icon) / 2, m.icon, m.icon);
    icon().paint(&painter, logical(iconRect), Qt::AlignCenter, isEnabled() ? QIcon::Normal : QIcon::Disabled,
                 isChecked() ? QIcon::On : QIcon::Off);

    int end = width() - m.unit - 2;
    if (m_badge > 0) {
        const QString count = m_badge > 99 ? QStringLiteral("99+") : QString::number(m_badge);
        QFont font = theme.fonts().small;
        font.setWeight(QFont::DemiBold);
        if (m_collapsed) { // no room for the number: its shape alone, the words are in the name
            const int side = m.unit;
            paintStatusShape(painter, logical(QRect(width() - side - 2, 2, side, side)), m_badgeStatus,
                             c.of(m_badgeStatus).ink);
        } else {
            const QFontMetrics metrics(font);
            const int height = metrics.height();
            const int width = std::max(height + 2, metrics.horizontalAdvance(count) + m.unit);
            const QRect box(end - width, (this->height() - height) / 2, width, height);
            paintPanel(painter, logical(box), c.of(m_badgeStatus).surface, {}, height / 2.0);
            painter.setFont(font);
            painter.setPen(c.of(m_badgeStatus).ink);
            painter.drawText(logical(box), Qt::AlignCenter, count);
            end = box.left() - m.half;
        }
    }
    if (!m_collapsed) {
        const int x = m.unit * 4 + m.half;
        const QRect textRect(x, 0, end - x, height());
        painter.setFont(isChecked() ? theme.fonts().strong : theme.fonts().body);
        painter.setPen(!isEnabled() ? c.textFaint : isChecked() ? c.accent : c.text);
        painter.drawText(
            logical(textRect),
            static_cast<int>(Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)),
            painter.fontMetrics().elidedText(text(), Qt::ElideRight, textRect.width()));
    }
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        paintFocus(painter, rect(), theme, m.controlRadius);
}

Rail::Rail(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
    , m_settings(new RailItem(QStringLiteral("rail-settings"), tr("Settings")))
    , m_toggle(new RailItem(QStringLiteral("rail-collapse"), tr("Collapse")))
{
    setAccessibleName(tr("Pages"));
    m_layout->addStretch(1);
    for (RailItem *item : {m_settings, m_toggle}) {
        item->setCheckable(false);
        m_layout->addWidget(item);
    }
    connect(m_settings, &RailItem::clicked, this, &Rail::settingsRequested);
    connect(m_toggle, &RailItem::clicked, this, [this] { setCollapsed(!m_collapsed); });
    relayout();
}

void Rail::addPage(const QString &id, const QString &icon, const QString &title)
{
    auto *item = new RailItem(icon, title);
    m_layout->insertWidget(static_cast<int>(m_items.size()), item);
    m_items.append({id, item});
    item->setCollapsed(m_collapsed);
    connect(item, &RailItem::clicked, this, [this, id] { Q_EMIT pageChosen(id); });
    relayout();
}

void Rail::setCurrent(const QString &id)
{
    for (const auto &[itemId, item] : m_items)
        item->setChecked(itemId == id);
}

void Rail::setBadge(const QString &id, int count, Status status)
{
    for (const auto &[itemId, item] : m_items) {
        if (itemId == id)
            item->setBadge(count, status);
    }
}

void Rail::setCollapsed(bool collapsed)
{
    if (m_collapsed == collapsed)
        return;
    m_collapsed = collapsed;
    m_toggle->setIcon(ownIcon(collapsed ? QStringLiteral("rail-expand") : QStringLiteral("rail-collapse")));
    m_toggle->setText(collapsed ? tr("Expand") : tr("Collapse"));
    for (const auto &[id, item] : m_items)
        item->setCollapsed(collapsed);
    m_settings->setCollapsed(collapsed);
    m_toggle->setCollapsed(collapsed);
    relayout();
    Q_EMIT collapsedChanged(collapsed);
}

void Rail::relayout()
{
    const Metrics &m = themeOf(this).metrics();
    m_layout->setContentsMargins(m.unit, m.unit, m.unit + 1, m.unit);
    m_layout->setSpacing(2);
    setFixedWidth(sizeHint().width());
}

QSize Rail::sizeHint() const
{
    const Theme &theme = themeOf(this);
    const Metrics &m = theme.metrics();
    if (m_collapsed)
        return {m.railCollapsedWidth, m.unit * 40};
    // Long words of a translation widen the rail, up to half as much again.
    const QFontMetrics metrics(theme.fonts().strong);
    int widest = 0;
    for (const auto &[id, item] : m_items)
        widest = std::max(widest, metrics.horizontalAdvance(item->text()));
    return {std::clamp(widest + m.unit * 11, m.railWidth, m.railWidth * 3 / 2), m.unit * 40};
}

void Rail::paintEvent(QPaintEvent *)
{
    const Colours &c = themeOf(this).colours();
    QPainter painter(this);
    painter.fillRect(rect(), c.surface);
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), QRect(width() - 1, 0, 1, height())),
                     c.line);
}

void Rail::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        relayout();
}

} // namespace sluice::views
