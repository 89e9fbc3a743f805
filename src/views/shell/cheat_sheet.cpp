// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/cheat_sheet.h"

#include "views/shell/commands.h"
#include "views/theme/theme.h"
#include "views/widgets/card.h"
#include "views/widgets/labels.h"
#include "views/widgets/scrolled.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace sluice::views {

namespace {

struct Line {
    QString keys;
    QString text;
};

QString keyText(const QKeySequence &keys)
{
    return keys.toString(QKeySequence::NativeText).replace(QLatin1Char('+'), QLatin1Char(' '));
}

Card *groupCard(const QString &title, const QList<Line> &lines)
{
    auto *card = new Card(title);
    auto *grid = new QGridLayout;
    grid->setColumnStretch(0, 1);
    for (int row = 0; row < lines.size(); ++row) {
        auto *text = new Text(TextRole::Body, lines[row].text);
        auto *key = new KeyCap(lines[row].keys);
        text->setAccessibleName(QStringLiteral("%1: %2").arg(lines[row].text, lines[row].keys));
        grid->addWidget(text, row, 0);
        grid->addWidget(key, row, 1, Qt::AlignRight);
    }
    card->body()->addLayout(grid);
    return card;
}

} // namespace

CheatSheet::CheatSheet(const CommandSet &commands, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keyboard shortcuts"));
    QStringList groups;
    QHash<QString, QList<Line>> lines;
    for (const CommandSet::Entry &entry : commands.entries()) {
        if (entry.action->shortcut().isEmpty())
            continue;
        if (!groups.contains(entry.group))
            groups.append(entry.group);
        QString text = entry.action->text();
        lines[entry.group].append({keyText(entry.action->shortcut()), text.remove(QLatin1Char('&'))});
    }
    // Keys that belong to the widgets themselves.
    const QString everywhere = tr("Everywhere");
    groups.append(everywhere);
    lines[everywhere] = {{tr("Esc"), tr("Close what is on top, or leave a field")},
                         {keyText(QKeySequence(Qt::CTRL | Qt::Key_Return)), tr("Confirm a plan")},
                         {tr("Tab"), tr("Go to the next control")},
                         {tr("Arrows"), tr("Move in tables, lists and graphs")}};

    const Metrics &m = themeOf(this).metrics();
    auto *content = new QWidget;
    auto *columns = new QHBoxLayout(content);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(m.gap);
    QVBoxLayout *sides[] = {new QVBoxLayout, new QVBoxLayout};
    qsizetype heights[] = {0, 0};
    for (QVBoxLayout *side : sides) {
        side->setSpacing(m.gap);
        columns->addLayout(side, 1);
    }
    for (const QString &group : groups) {
        const int shorter = heights[0] <= heights[1] ? 0 : 1;
        sides[shorter]->addWidget(groupCard(group, lines.value(group)));
        heights[shorter] += lines.value(group).size() + 2;
    }
    for (QVBoxLayout *side : sides)
        side->addStretch(1);

    QScrollArea *scroll = scrolled(content, windowTitle());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton *change = buttons->addButton(tr("Change shortcuts…"), QDialogButtonBox::ActionRole);
    connect(change, &QPushButton::clicked, this, [this] {
        close();
        Q_EMIT changeRequested();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto *outer = new QVBoxLayout(this);
    outer->addWidget(scroll, 1);
    outer->addWidget(buttons);
    resize(m.unit * 92, m.unit * 64);
}

} // namespace sluice::views
