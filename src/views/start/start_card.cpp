// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/start/start_card.h"

#include "views/theme/icons.h"
#include "views/theme/painting.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>

namespace sluice::views {

namespace {

int tileSize(const Metrics &m)
{
    return m.unit * 5;
}

int keyWidth(const Theme &theme, const QString &key)
{
    return key.isEmpty() ? 0 : QFontMetrics(theme.fonts().small).horizontalAdvance(key) + theme.metrics().gap;
}

} // namespace

StartCard::StartCard(const QString &icon, const QString &title, const QString &text, const QString &key,
                     QWidget *parent)
    : QPushButton(title, parent)
    , m_key(key)
{
    setIcon(ownIcon(icon));
    setAccessibleName(title);
    setDescription(text);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void StartCard::setDescription(const QString &text)
{
    m_description = text;
    setAccessibleDescription(text);
    updateGeometry();
    update();
}

void StartCard::setPreferred(bool preferred)
{
    m_preferred = preferred;
    update();
}

QRect StartCard::textRect(int width, int height) const
{
    const Theme &theme = themeOf(this);
    const Metrics &m = theme.metrics();
    const int left = m.pageMargin + tileSize(m) + m.unit * 2;
    const int right = m.pageMargin + keyWidth(theme, m_key) + m.unit;
    return {left, 0, std::max(m.unit * 8, width - left - right), height};
}

QSize StartCard::sizeHint() const
{
    const int width = themeOf(this).metrics().unit * 65;
    return {width, heightForWidth(width)};
}

QSize StartCard::minimumSizeHint() const
{
    const int width = themeOf(this).metrics().unit * 34;
    return {width, heightForWidth(width)};
}

int StartCard::heightForWidth(int width) const
{
    const Theme &theme = themeOf(this);
    const Metrics &m = theme.metrics();
    const QRect text = textRect(width, 1000);
    const int words = QFontMetrics(theme.fonts().strong).height()
        + QFontMetrics(theme.fonts().body).boundingRect(text, Qt::TextWordWrap, m_description).height();
    return std::max(tileSize(m), words) + m.pageMargin * 2 - 2;
}

void StartCard::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    const Metrics &m = theme.metrics();
    const Colours &c = theme.colours();
    QPainter painter(this);
    const bool raised = underMouse() || isDown();
    paintPanel(painter, rect(), raised ? c.hover : c.surface, c.line, m.radius);
    const bool keyboard = window()->testAttribute(Qt::WA_KeyboardFocusChange);
    if ((hasFocus() && keyboard) || (m_preferred && window()->focusWidget() == this))
        paintFocus(painter, rect(), theme, m.radius);

    const auto logical = [this](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
    const int tile = tileSize(m);
    const QRect tileRect(m.pageMargin, (height() - tile) / 2, tile, tile);
    paintPanel(painter, logical(tileRect), c.accentSurface, {}, m.controlRadius);
    const int side = m.icon + m.half / 2;
    const QRect iconRect(tileRect.center().x() - side / 2 + 1, tileRect.center().y() - side / 2 + 1, side,
                         side);
    icon().paint(&painter, logical(iconRect), Qt::AlignCenter, QIcon::Normal, QIcon::On);

    const int align = static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft));
    const QRect text = textRect(width(), height());
    const QFontMetrics titleMetrics(theme.fonts().strong);
    const int bodyHeight =
        QFontMetrics(theme.fonts().body).boundingRect(text, Qt::TextWordWrap, m_description).height();
    int y = (height() - titleMetrics.height() - bodyHeight) / 2;
    painter.setFont(theme.fonts().strong);
    painter.setPen(c.text);
    painter.drawText(logical(QRect(text.left(), y, text.width(), titleMetrics.height())),
                     align | Qt::AlignVCenter,
                     titleMetrics.elidedText(this->text(), Qt::ElideRight, text.width()));
    y += titleMetrics.height();
    painter.setFont(theme.fonts().body);
    painter.setPen(c.textDim);
    painter.drawText(logical(QRect(text.left(), y, text.width(), bodyHeight)), align | Qt::TextWordWrap,
                     m_description);

    if (!m_key.isEmpty()) {
        painter.setFont(theme.fonts().small);
        const int keyHeight = painter.fontMetrics().height() + 2;
        const int width = keyWidth(theme, m_key);
        const QRect key(this->width() - m.pageMargin - width, (height() - keyHeight) / 2, width, keyHeight);
        paintPanel(painter, logical(key), c.surface, c.line, m.half);
        painter.setPen(c.textDim);
        painter.drawText(logical(key), Qt::AlignCenter, m_key);
    }
}

void StartCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QPushButton::keyPressEvent(event);
}

void StartCard::changeEvent(QEvent *event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        updateGeometry();
}

} // namespace sluice::views
