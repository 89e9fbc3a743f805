// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/environments/cell_editor.h"

#include "text/catalog.h"
#include "views/theme/painting.h"
#include "views/theme/theme.h"

#include <QAccessible>
#include <QLabel>
#include <QPainter>

namespace sluice::views {

namespace {

/// A small raised label; painted, so that no style sheet is needed.
class Reason final : public QLabel {
public:
    explicit Reason(QWidget *parent)
        : QLabel(parent)
    {
        setTextFormat(Qt::PlainText);
        setWordWrap(true);
        setAttribute(Qt::WA_TransparentForMouseEvents);
        const Metrics &m = themeOf(this).metrics();
        setContentsMargins(m.unit, m.half, m.unit, m.half);
        QPalette colours = palette();
        colours.setColor(QPalette::WindowText, themeOf(this).colours().of(Status::Failed).ink);
        setPalette(colours);
        setFont(themeOf(this).fonts().small);
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        const Theme &theme = themeOf(this);
        const InkAndSurface &colours = theme.colours().of(Status::Failed);
        QPainter painter(this);
        paintPanel(painter, rect(), colours.surface, colours.ink, theme.metrics().half);
        painter.end();
        QLabel::paintEvent(event);
    }
};

} // namespace

CellEditor::CellEditor(domain::ParameterId parameter, QWidget *parent)
    : QLineEdit(parent)
    , m_parameter(parameter)
{
    setFrame(false);
    setAutoFillBackground(true);
    connect(this, &QLineEdit::textChanged, this, &CellEditor::check);
}

CellEditor::~CellEditor()
{
    delete m_label;
}

void CellEditor::check()
{
    QString reason;
    if (!text().trimmed().isEmpty()) {
        if (const std::optional<base::Message> problem = domain::checkValue(m_parameter, text()))
            reason = text::words(*problem);
    }
    if (reason == m_reason)
        return;
    m_reason = reason;
    setAccessibleDescription(reason);
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
    if (!m_label && !reason.isEmpty())
        m_label = new Reason(parentWidget());
    if (m_label) {
        m_label->setText(reason);
        m_label->setVisible(!reason.isEmpty());
        placeReason();
    }
    update();
}

void CellEditor::placeReason()
{
    if (!m_label || m_reason.isEmpty())
        return;
    const QRect area = parentWidget()->rect();
    const int width = std::min(area.width(), std::max(this->width(), fontMetrics().averageCharWidth() * 40));
    m_label->setFixedWidth(width);
    m_label->setFixedHeight(m_label->heightForWidth(width));
    int x = std::min(geometry().left(), area.right() - width);
    int y = geometry().bottom() + 2;
    if (y + m_label->height() > area.bottom())
        y = geometry().top() - m_label->height() - 2;
    m_label->move(std::max(0, x), std::max(0, y));
    m_label->raise();
}

void CellEditor::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    const QColor edge = m_reason.isEmpty() ? theme.colours().accent : theme.colours().of(Status::Failed).ink;
    painter.setPen(QPen(edge, theme.metrics().focusLine));
    const int inset = theme.metrics().focusLine / 2;
    painter.drawRect(rect().adjusted(inset, inset, -inset, -inset));
}

void CellEditor::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    placeReason();
}

void CellEditor::moveEvent(QMoveEvent *event)
{
    QLineEdit::moveEvent(event);
    placeReason();
}

} // namespace sluice::views
