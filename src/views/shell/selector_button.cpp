// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/selector_button.h"

#include "views/theme/painting.h"

#include <QEvent>
#include <QMenu>
#include <QPainter>

namespace sluice::views {

namespace {

bool showsFocus(const QWidget *widget)
{
    return widget->hasFocus() && widget->window()->testAttribute(Qt::WA_KeyboardFocusChange);
}

} // namespace

SelectorButton::SelectorButton(const QString &label, std::function<void(QMenu *)> fill, QWidget *parent)
    : QPushButton(parent)
    , m_label(label)
{
    auto *popup = new QMenu(this);
    popup->setToolTipsVisible(true);
    connect(popup, &QMenu::aboutToShow, this, [popup, fill = std::move(fill)] {
        popup->clear();
        fill(popup);
    });
    setMenu(popup);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setValue({});
}

void SelectorButton::setValue(const QString &value, bool strong)
{
    m_value = value;
    m_strong = strong;
    setAccessibleName(m_label.isEmpty() ? value : QStringLiteral("%1: %2").arg(m_label, value));
    setToolTip(value.toHtmlEscaped());
    updateGeometry();
    update();
}

QSize SelectorButton::sizeHint() const
{
    const Theme &theme = themeOf(this);
    const Metrics &m = theme.metrics();
    const int label =
        m_label.isEmpty() ? 0 : QFontMetrics(theme.fonts().small).horizontalAdvance(m_label) + m.half + 2;
    const int value =
        QFontMetrics(m_strong ? theme.fonts().strong : theme.fonts().body).horizontalAdvance(m_value);
    return {label + std::min(value, m.unit * 26) + m.unit * 4 + m.half, m.unit * 3 + m.half};
}

QSize SelectorButton::minimumSizeHint() const
{
    return {themeOf(this).metrics().unit * 9, sizeHint().height()};
}

void SelectorButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    const Metrics &m = theme.metrics();
    const Colours &c = theme.colours();
    QPainter painter(this);
    paintPanel(painter, rect(), isEnabled() && (underMouse() || isDown()) ? c.hover : c.surface, c.line,
               m.controlRadius);
    const auto logical = [this](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
    const int align =
        static_cast<int>(Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft));
    QRect inner = rect().adjusted(m.unit + 2, 0, -m.unit * 2 - m.half, 0);
    if (!m_label.isEmpty()) {
        painter.setFont(theme.fonts().small);
        painter.setPen(c.textDim);
        const int needed = painter.fontMetrics().horizontalAdvance(m_label);
        // A narrow bar keeps the value and gives up the label.
        if (inner.width() - needed >= m.unit * 5) {
            painter.drawText(logical(inner), align, m_label);
            inner.adjust(needed + m.half + 2, 0, 0, 0);
        }
    }
    painter.setFont(m_strong ? theme.fonts().strong : theme.fonts().body);
    painter.setPen(isEnabled() ? c.text : c.textFaint);
    painter.drawText(logical(inner), align,
                     painter.fontMetrics().elidedText(m_value, Qt::ElideMiddle, inner.width()));
    paintArrow(painter, logical(QRect(width() - m.unit * 2 - 2, 0, m.unit, height())), Qt::DownArrow,
               c.textDim);
    if (showsFocus(this))
        paintFocus(painter, rect(), theme, m.controlRadius);
}

void SelectorButton::changeEvent(QEvent *event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        updateGeometry();
}

SearchButton::SearchButton(QWidget *parent)
    : QPushButton(tr("Search or run…"), parent)
{
    setAccessibleName(tr("Search or run"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setCursor(Qt::IBeamCursor);
}

void SearchButton::setKeyHint(const QString &hint)
{
    m_hint = hint;
    update();
}

QSize SearchButton::sizeHint() const
{
    const Metrics &m = themeOf(this).metrics();
    return {m.unit * 37 + m.half, m.unit * 3 + m.half};
}

QSize SearchButton::minimumSizeHint() const
{
    return {themeOf(this).metrics().unit * 12, sizeHint().height()};
}

void SearchButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    const Metrics &m = theme.metrics();
    const Colours &c = theme.colours();
    QPainter painter(this);
    paintPanel(painter, rect(), underMouse() ? c.hover : c.bg, c.line, m.controlRadius);
    QRect inner = rect().adjusted(m.unit + 2, 0, -m.unit - 2, 0);
    const auto logical = [this](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
    if (!m_hint.isEmpty()) {
        painter.setFont(theme.fonts().small);
        const int height = painter.fontMetrics().height() + 2;
        const int width = painter.fontMetrics().horizontalAdvance(m_hint) + m.gap;
        const QRect key(inner.right() - width + 1, (this->height() - height) / 2, width, height);
        if (key.left() > inner.left() + m.unit * 6) {
            paintPanel(painter, logical(key), c.surface, c.line, m.half);
            painter.setPen(c.textDim);
            painter.drawText(logical(key), Qt::AlignCenter, m_hint);
            inner.setRight(key.left() - m.half);
        }
    }
    painter.setFont(theme.fonts().body);
    painter.setPen(c.textDim);
    painter.drawText(
        logical(inner),
        static_cast<int>(Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)),
        painter.fontMetrics().elidedText(text(), Qt::ElideRight, inner.width()));
    if (showsFocus(this))
        paintFocus(painter, rect(), theme, m.controlRadius);
}

} // namespace sluice::views
