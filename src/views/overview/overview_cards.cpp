// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/overview/overview_cards.h"

#include "text/catalog.h"
#include "views/facts/facts.h"
#include "views/theme/theme.h"
#include "views/widgets/card.h"
#include "views/widgets/labels.h"

#include <QPainter>
#include <QVBoxLayout>

namespace sluice::views {

namespace {

/// A row with a line below it, unless it is the last.
class LineRow final : public QWidget {
public:
    LineRow(bool last, QWidget *parent)
        : QWidget(parent)
        , m_last(last)
    {
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        if (!m_last)
            QPainter(this).fillRect(QRect(0, height() - 1, width(), 1), themeOf(this).colours().lineSoft);
    }

private:
    bool m_last;
};

LineList *listIn(QFrame *frame, const QString &title)
{
    auto *card = new Card(title);
    auto *lines = new LineList;
    card->body()->addWidget(lines);
    card->body()->addStretch(1);
    auto *layout = new QVBoxLayout(frame);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
    frame->setAccessibleName(title);
    return lines;
}

} // namespace

LineList::LineList(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
}

void LineList::setLines(const std::vector<Line> &lines, const QString &nothing)
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the link that led here
        delete item;
    }
    if (lines.empty()) {
        auto *text = new Text(TextRole::Dim, nothing);
        text->setWordWrap(true);
        m_layout->addWidget(text);
    }
    const Metrics &m = themeOf(this).metrics();
    for (size_t i = 0; i < lines.size(); ++i) {
        const Line &line = lines[i];
        auto *row = new LineRow(i + 1 == lines.size(), this);
        row->setMinimumHeight(m.rowHeight);
        row->setToolTip(line.toolTip);
        auto *layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(m.gap);
        if (line.open) {
            auto *link = new LinkButton(line.text);
            connect(link, &QPushButton::clicked, this, line.open);
            layout->addWidget(link);
            layout->addStretch(1);
            layout->addWidget(new ElidedLabel(line.detail, TextRole::Dim));
        } else {
            layout->addWidget(new ElidedLabel(line.text), 1);
            layout->addWidget(new Text(TextRole::Dim, line.detail));
        }
        m_layout->addWidget(row);
    }
}

WaitingCard::WaitingCard(QWidget *parent)
    : QFrame(parent)
    , m_lines(listIn(this, tr("Waiting for you")))
{
}

void WaitingCard::setRows(const std::vector<session::OverviewRow> &rows)
{
    constexpr size_t shown = 5;
    std::vector<LineList::Line> lines;
    const auto add = [&](const session::OverviewRow &row, const QString &text, bool plan) {
        if (lines.size() < shown)
            lines.push_back({text, row.service, {}, [this, environment = row.environment, plan] {
                                 Q_EMIT environmentRequested(environment, plan);
                             }});
    };
    for (const session::OverviewRow &row : rows) {
        if (row.unsaved > 0)
            add(row, tr("Apply or discard %n change(s) of %1", nullptr, row.unsaved).arg(row.environment),
                true);
    }
    for (const session::OverviewRow &row : rows) {
        if (row.drifted > 0)
            add(row, tr("%n value(s) of %1 differ from the files", nullptr, row.drifted).arg(row.environment),
                false);
    }
    for (const session::OverviewRow &row : rows) {
        const bool known = row.freshness.state == session::FreshnessInfo::State::Live;
        if (!row.deployed && known)
            add(row, tr("Deploy to %1 for the first time").arg(row.environment), true);
    }
    const bool compared = std::all_of(rows.begin(), rows.end(), [](const session::OverviewRow &row) {
        return row.freshness.state == session::FreshnessInfo::State::Live;
    });
    m_lines->setLines(lines,
                      compared
                          ? tr("Nothing. Files and clusters agree.")
                          : tr("Nothing known. Files are compared with clusters while they are connected."));
}

ActivityCard::ActivityCard(QWidget *parent)
    : QFrame(parent)
    , m_lines(listIn(this, tr("Recent activity")))
{
}

void ActivityCard::setEntries(const std::vector<session::ActivityEntry> &entries, const QDateTime &now)
{
    std::vector<LineList::Line> lines;
    for (const session::ActivityEntry &entry : entries)
        lines.push_back({text::words(entry.what), ageText(entry.when, now), absoluteTime(entry.when), {}});
    m_lines->setLines(lines, tr("Nothing yet. What you apply is written down here."));
}

} // namespace sluice::views
