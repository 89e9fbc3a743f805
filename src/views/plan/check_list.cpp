// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/plan/check_list.h"

#include "views/facts/facts.h"
#include "views/theme/painting.h"
#include "views/widgets/labels.h"

#include <QPainter>
#include <QVBoxLayout>

namespace sluice::views {

namespace {

using Outcome = session::PlanCheck::Outcome;

QString outcomeWord(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Passed:
        return CheckList::tr("Passed");
    case Outcome::Warning:
        return CheckList::tr("Warning");
    case Outcome::Blocked:
        return CheckList::tr("Blocked");
    case Outcome::Unknown:
        return CheckList::tr("Not known");
    }
    return {};
}

/// A tick, or the shape of the status; as tall as a line of text.
class Mark final : public QWidget {
public:
    Mark(Outcome outcome, QWidget *parent)
        : QWidget(parent)
        , m_outcome(outcome)
    {
        setFixedSize(themeOf(this).metrics().unit * 2, fontMetrics().height());
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = themeOf(this);
        QPainter painter(this);
        const qreal side = theme.metrics().unit + 2;
        const QRectF box(0, (height() - side) / 2, side, side);
        if (m_outcome != Outcome::Passed) {
            const Status status = statusOf(m_outcome);
            paintStatusShape(painter, box, status, theme.colours().of(status).ink);
            return;
        }
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(
            QPen(theme.colours().of(Status::Ok).ink, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(QPolygonF({{box.left() + 1, box.center().y() + 1},
                                        {box.left() + side * 0.4, box.bottom() - 1},
                                        {box.right() - 1, box.top() + 1}}));
    }

private:
    Outcome m_outcome;
};

/// Words in the colour of what they say; follows the theme.
class CheckText final : public QLabel {
public:
    CheckText(Outcome outcome, const QString &text, QWidget *parent)
        : QLabel(breakable(text), parent)
        , m_outcome(outcome)
    {
        setTextFormat(Qt::PlainText);
        setWordWrap(true);
        setTextInteractionFlags(Qt::TextSelectableByMouse);
        setAccessibleName(CheckList::tr("%1: %2").arg(outcomeWord(outcome), text));
        restyle();
    }

protected:
    void changeEvent(QEvent *event) override
    {
        QLabel::changeEvent(event);
        if (event->type() == QEvent::StyleChange)
            restyle();
    }

private:
    void restyle()
    {
        const Colours &c = themeOf(this).colours();
        QPalette colours = palette();
        const bool plain = m_outcome == Outcome::Passed || m_outcome == Outcome::Unknown;
        colours.setColor(QPalette::WindowText, plain ? c.text : c.of(statusOf(m_outcome)).ink);
        setPalette(colours);
    }

    Outcome m_outcome;
};

} // namespace

CheckList::CheckList(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(themeOf(this).metrics().half);
}

void CheckList::clear()
{
    qDeleteAll(findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    m_texts.clear();
}

void CheckList::add(Outcome outcome, const QString &text)
{
    auto *row = new QWidget(this);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(0);
    line->addWidget(new Mark(outcome, row), 0, Qt::AlignTop);
    line->addWidget(new CheckText(outcome, text, row), 1);
    m_layout->addWidget(row);
    m_texts << text;
}

} // namespace sluice::views
