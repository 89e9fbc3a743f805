// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/bar.h"

#include "views/theme/icons.h"
#include "views/theme/painting.h"
#include "views/theme/sluice_style.h"
#include "views/widgets/labels.h"

#include <QAccessible>
#include <QAccessibleEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace sluice::views {

namespace {
constexpr int detailLines = 6;
}

Bar::Bar(QWidget *parent)
    : QFrame(parent)
    , m_title(new Text(TextRole::Strong))
    , m_body(new Text(TextRole::Dim))
    , m_buttons(new QHBoxLayout)
    , m_action(new QPushButton)
    , m_detailsButton(new LinkButton(tr("Details")))
    , m_close(new QToolButton)
    , m_details(new QPlainTextEdit)
{
    auto *outer = new QVBoxLayout(this);
    auto *first = new QHBoxLayout;
    outer->addLayout(first);
    outer->addWidget(m_body);
    outer->addWidget(m_details);
    first->addWidget(m_title, 1);
    first->addLayout(m_buttons);
    m_buttons->addWidget(m_detailsButton);
    m_buttons->addWidget(m_action);
    m_buttons->addWidget(m_close);

    for (QLabel *label : {m_title, m_body}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        label->setFocusPolicy(Qt::NoFocus); // selection by mouse; the bar's own name is read out
    }
    m_close->setIcon(ownIcon(QStringLiteral("close")));
    m_close->setAutoRaise(true);
    m_close->setAccessibleName(tr("Dismiss"));
    m_close->setToolTip(tr("Dismiss"));
    m_details->setReadOnly(true);
    m_details->setAccessibleName(tr("Details"));
    m_details->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_details->hide();
    m_detailsButton->setCheckable(true);

    connect(m_action, &QPushButton::clicked, this, &Bar::actionTriggered);
    connect(m_close, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT dismissed();
    });
    connect(m_detailsButton, &QPushButton::toggled, m_details, &QWidget::setVisible);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    relayout();
    setText({});
}

void Bar::setText(const BarText &text)
{
    m_text = text;
    m_title->setText(text.title);
    QStringList sentences = {text.cause, text.nextStep};
    sentences.removeAll(QString());
    m_body->setText(sentences.join(QLatin1Char(' ')));
    m_body->setVisible(!sentences.isEmpty());
    m_action->setText(text.action);
    m_action->setVisible(!text.action.isEmpty());
    m_details->setPlainText(text.details);
    m_detailsButton->setVisible(!text.details.isEmpty());
    if (text.details.isEmpty())
        m_detailsButton->setChecked(false);
    m_close->setVisible(text.dismissible);
    setAccessibleName(QStringLiteral("%1: %2").arg(statusWord(text.status), text.title));
    setAccessibleDescription(m_body->text());
    if (isVisible()) {
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
    update();
}

QPushButton *Bar::addButton(const QString &label)
{
    auto *button = new QPushButton(label);
    m_buttons->insertWidget(m_buttons->indexOf(m_close), button);
    return button;
}

void Bar::relayout()
{
    const Theme &theme = themeOf(this);
    const Metrics &m = theme.metrics();
    auto *outer = static_cast<QVBoxLayout *>(layout());
    // The coloured edge stands at the side where reading starts.
    outer->setContentsMargins(m.unit * 2 + m.half + m.icon, m.unit + 2, m.cardPadding, m.unit + 2);
    outer->setSpacing(m.half);
    m_buttons->setSpacing(m.unit);
    m_details->setFont(theme.fonts().mono);
    m_details->setFixedHeight(QFontMetrics(theme.fonts().mono).lineSpacing() * detailLines + 2 * m.unit);
}

void Bar::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    const Metrics &m = theme.metrics();
    const QColor ink = theme.colours().of(m_text.status).ink;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    // The edge is the panel in its colour, covered by the panel on all but the first pixels.
    paintPanel(painter, rect(), theme.colours().surface, theme.colours().line, m.radius);
    const int edge = m.half - 1;
    painter.save();
    painter.setClipRect(QStyle::visualRect(layoutDirection(), rect(), QRect(0, 0, edge, height())));
    paintPanel(painter, rect(), ink, ink, m.radius);
    painter.restore();
    const int side = m.icon - 2;
    const QRect title = m_title->geometry();
    const int lineHeight = m_title->fontMetrics().height();
    const int top = title.top() + (title.height() - std::min(title.height(), lineHeight)) / 2;
    const QRect shape(m.cardPadding, top + (lineHeight - side) / 2, side, side);
    paintStatusShape(painter, QStyle::visualRect(layoutDirection(), rect(), shape), m_text.status, ink);
}

void Bar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        relayout();
}

} // namespace sluice::views
