// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/labels.h"

#include "views/theme/icons.h"
#include "views/theme/painting.h"
#include "views/theme/sluice_style.h"

#include <QAccessible>
#include <QAccessibleEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

namespace sluice::views {

namespace {

QFont fontOf(const Theme &theme, TextRole role)
{
    switch (role) {
    case TextRole::Body:
    case TextRole::Dim:
    case TextRole::Faint:
        return theme.fonts().body;
    case TextRole::Strong:
        return theme.fonts().strong;
    case TextRole::Small:
    case TextRole::SmallDim:
        return theme.fonts().small;
    case TextRole::Title:
        return theme.fonts().title;
    case TextRole::Display:
        return theme.fonts().display;
    case TextRole::Mono:
        return theme.fonts().mono;
    }
    return theme.fonts().body;
}

QColor colourOf(const Theme &theme, TextRole role)
{
    switch (role) {
    case TextRole::Dim:
    case TextRole::SmallDim:
        return theme.colours().textDim;
    case TextRole::Faint:
        return theme.colours().textFaint;
    default:
        return theme.colours().text;
    }
}

bool isThemeChange(const QEvent *event)
{
    return event->type() == QEvent::StyleChange || event->type() == QEvent::ApplicationFontChange;
}

} // namespace

bool tellElided(QWidget *widget, QEvent *event, const QString &text)
{
    if (event->type() != QEvent::ToolTip || !widget->toolTip().isEmpty())
        return false;
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), text.toHtmlEscaped(), widget);
    return true;
}

Text::Text(TextRole role, const QString &text, QWidget *parent)
    : QLabel(text, parent)
    , m_role(role)
{
    setTextFormat(Qt::PlainText);
    restyle();
}

void Text::setRole(TextRole role)
{
    m_role = role;
    restyle();
}

void Text::restyle()
{
    const Theme &theme = themeOf(this);
    m_restyling = true;
    setFont(fontOf(theme, m_role));
    QPalette p = palette();
    p.setColor(QPalette::WindowText, colourOf(theme, m_role));
    setPalette(p);
    m_restyling = false;
}

void Text::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (isThemeChange(event) && !m_restyling)
        restyle();
}

ElidedLabel::ElidedLabel(const QString &text, TextRole role, QWidget *parent)
    : QWidget(parent)
    , m_role(role)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setText(text);
}

void ElidedLabel::setText(const QString &text)
{
    // A line break would be drawn as a box.
    QString oneLine = text;
    oneLine.replace(QLatin1Char('\n'), QLatin1Char(' '));
    if (m_text == oneLine)
        return;
    m_text = oneLine;
    setAccessibleName(m_text);
    updateGeometry();
    update();
}

void ElidedLabel::setRole(TextRole role)
{
    m_role = role;
    updateGeometry();
    update();
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode)
{
    m_mode = mode;
    update();
}

bool ElidedLabel::isElided() const
{
    return QFontMetrics(roleFont()).horizontalAdvance(m_text) > width();
}

QFont ElidedLabel::roleFont() const
{
    return fontOf(themeOf(this), m_role);
}

QSize ElidedLabel::sizeHint() const
{
    const QFontMetrics metrics(roleFont());
    return {metrics.horizontalAdvance(m_text) + 1, metrics.height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    const QFontMetrics metrics(roleFont());
    const int whole = metrics.horizontalAdvance(m_text) + 1;
    return {std::min(whole, metrics.averageCharWidth() * 6), metrics.height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(roleFont());
    painter.setPen(isEnabled() ? colourOf(themeOf(this), m_role) : themeOf(this).colours().textFaint);
    const QString shown = painter.fontMetrics().elidedText(m_text, m_mode, width());
    painter.drawText(
        rect(),
        static_cast<int>(Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)),
        shown);
}

void ElidedLabel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (isThemeChange(event)) {
        updateGeometry();
        update();
    }
}

bool ElidedLabel::event(QEvent *event)
{
    return tellElided(this, event, isElided() ? m_text : QString()) || QWidget::event(event);
}

LinkButton::LinkButton(const QString &text, QWidget *parent)
    : QPushButton(text, parent)
{
    setButtonRole(this, ButtonRole::Link);
    setCursor(Qt::PointingHandCursor);
}

void LinkButton::setElided(bool elided)
{
    m_elided = elided;
    updateGeometry();
}

QSize LinkButton::minimumSizeHint() const
{
    const QSize whole = QPushButton::minimumSizeHint();
    return m_elided ? QSize(std::min(whole.width(), themeOf(this).metrics().unit * 8), whole.height())
                    : whole;
}

FilterField::FilterField(QWidget *parent)
    : QLineEdit(parent)
    , m_hint(QStringLiteral("/"))
{
    setPlaceholderText(tr("Filter…"));
    setKeyHint(m_hint);
    setAccessibleName(tr("Filter"));
    setClearButtonEnabled(true);
}

void FilterField::setKeyHint(const QString &hint)
{
    m_hint = hint;
    const Theme &theme = themeOf(this);
    const int width = QFontMetrics(theme.fonts().small).horizontalAdvance(hint) + theme.metrics().gap;
    setTextMargins(0, 0, hint.isEmpty() ? 0 : width, 0);
    update();
}

QSize FilterField::sizeHint() const
{
    return {themeOf(this).metrics().unit * 25, QLineEdit::sizeHint().height()};
}

void FilterField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        if (!text().isEmpty())
            clear();
        else if (QWidget *next = nextInFocusChain())
            next->setFocus(Qt::OtherFocusReason);
        event->accept();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void FilterField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (m_hint.isEmpty() || !text().isEmpty() || hasFocus())
        return;
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.setFont(theme.fonts().small);
    const int height = painter.fontMetrics().height() + 2;
    const int width =
        std::max(height - 2, painter.fontMetrics().horizontalAdvance(m_hint) + theme.metrics().unit);
    QRect box(rect().right() - width - theme.metrics().half, (rect().height() - height) / 2, width, height);
    box = QStyle::visualRect(layoutDirection(), rect(), box);
    paintPanel(painter, box, theme.colours().surface, theme.colours().line, theme.metrics().half);
    painter.setPen(theme.colours().textDim);
    painter.drawText(box, Qt::AlignCenter, m_hint);
}

KeyCap::KeyCap(const QString &text, QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setText(text);
}

void KeyCap::setText(const QString &text)
{
    m_text = text;
    setAccessibleName(tr("Key %1").arg(text));
    updateGeometry();
    update();
}

QSize KeyCap::sizeHint() const
{
    const Theme &theme = themeOf(this);
    const QFontMetrics metrics(theme.fonts().small);
    return {metrics.horizontalAdvance(m_text) + theme.metrics().gap, metrics.height() + 2};
}

void KeyCap::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    paintPanel(painter, rect(), theme.colours().surface, theme.colours().line, theme.metrics().half);
    painter.setFont(theme.fonts().small);
    painter.setPen(theme.colours().textDim);
    painter.drawText(rect(), Qt::AlignCenter, m_text);
}

} // namespace sluice::views
