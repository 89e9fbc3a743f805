// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/states.h"

#include "views/theme/icons.h"
#include "views/theme/painting.h"
#include "views/theme/sluice_style.h"
#include "views/widgets/labels.h"

#include <QPainter>
#include <QPushButton>
#include <QTimerEvent>
#include <QVBoxLayout>
#include <cmath>

namespace sluice::views {

namespace {
constexpr int breathMs = 80;
constexpr int breathSteps = 24;
} // namespace

SkeletonView::SkeletonView(Shape shape, QWidget *parent)
    : QWidget(parent)
    , m_shape(shape)
{
    setAccessibleName(tr("Loading"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void SkeletonView::setRows(int rows)
{
    m_rows = rows;
    updateGeometry();
    update();
}

QSize SkeletonView::sizeHint() const
{
    const Metrics &m = themeOf(this).metrics();
    return {m.unit * 40, m.rowHeight * (m_rows > 0 ? m_rows : 4)};
}

QSize SkeletonView::minimumSizeHint() const
{
    const Metrics &m = themeOf(this).metrics();
    return {m.unit * 10, m.rowHeight * std::max(1, m_rows)};
}

void SkeletonView::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    const Metrics &m = theme.metrics();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    QColor colour = theme.colours().line;
    colour.setAlphaF(static_cast<float>(0.55 + 0.35 * std::sin(m_phase * 2 * M_PI / breathSteps)));
    const int rows = m_rows > 0 ? m_rows : std::max(1, height() / m.rowHeight);
    const qreal thick = m.unit + m.half / 2;
    // Widths that look like words, the same at every painting.
    constexpr int widths[] = {62, 38, 74, 51, 45, 68, 33, 57};
    const int columns = m_shape == Shape::Table ? std::max(1, width() / (m.unit * 18)) : 1;
    for (int row = 0; row < rows; ++row) {
        const qreal y = row * m.rowHeight + (m.rowHeight - thick) / 2;
        for (int column = 0; column < columns; ++column) {
            const qreal cell = (width() - 2.0 * m.cardPadding) / columns;
            const qreal part = widths[(row * 3 + column * 5) % 8] / 100.0;
            QRectF bar(m.cardPadding + column * cell, y, cell * part, thick);
            if (layoutDirection() == Qt::RightToLeft)
                bar.moveLeft(width() - bar.right());
            painter.setBrush(colour);
            painter.drawRoundedRect(bar, thick / 2, thick / 2);
        }
        if (m_shape == Shape::Table && row + 1 < rows)
            painter.fillRect(QRectF(0, (row + 1) * m.rowHeight - 1, width(), 1), theme.colours().lineSoft);
    }
}

void SkeletonView::showEvent(QShowEvent *)
{
    if (themeOf(this).motion() > 0)
        m_timer.start(breathMs, this);
}

void SkeletonView::hideEvent(QHideEvent *)
{
    m_timer.stop();
}

void SkeletonView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return;
    m_phase = (m_phase + 1) % breathSteps;
    update();
}

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel)
    , m_title(new Text(TextRole::Strong))
    , m_text(new Text(TextRole::Dim))
    , m_button(new QPushButton)
{
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(2);
    for (QLabel *label : {m_icon, m_title, m_text}) {
        label->setAlignment(Qt::AlignCenter);
        layout->addWidget(label);
    }
    m_title->setWordWrap(true);
    m_text->setWordWrap(true);
    layout->addSpacing(themeOf(this).metrics().unit);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    setButtonRole(m_button, ButtonRole::Primary);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::actionTriggered);
}

void EmptyState::setContent(const QString &icon, const QString &title, const QString &text,
                            const QString &action)
{
    m_iconName = icon;
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_button->setText(action);
    m_button->setVisible(!action.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(text);
    restyle();
}

void EmptyState::restyle()
{
    m_icon->setVisible(!m_iconName.isEmpty());
    if (!m_iconName.isEmpty()) {
        const int side = themeOf(this).metrics().unit * 4;
        m_icon->setPixmap(ownIcon(m_iconName).pixmap(QSize(side, side), devicePixelRatioF()));
    }
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        restyle();
}

} // namespace sluice::views
