// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/settings_sections.h"
#include "views/shell/commands.h"
#include "views/theme/sluice_style.h"
#include "views/theme/theme.h"
#include "views/widgets/card.h"
#include "views/widgets/labels.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QKeySequenceEdit>
#include <QVBoxLayout>

namespace sluice::views {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("Settings", text);
}

/// One shortcut: says who has it already instead of taking it away.
void addRow(QGridLayout *grid, int row, CommandSet &commands, const CommandSet::Entry &entry)
{
    QString name = entry.action->text();
    name.remove(QLatin1Char('&'));
    auto *label = new Text(TextRole::Body, name);
    auto *edit = new QKeySequenceEdit(entry.action->shortcut());
    edit->setObjectName(entry.id);
    edit->setAccessibleName(words(QT_TRANSLATE_NOOP("Settings", "Shortcut for %1")).arg(name));
    auto *reset = new LinkButton(words(QT_TRANSLATE_NOOP("Settings", "Reset")));
    reset->setAccessibleName(words(QT_TRANSLATE_NOOP("Settings", "Reset the shortcut for %1")).arg(name));
    reset->setEnabled(entry.action->shortcut() != entry.standard);
    auto *taken = new Text(TextRole::SmallDim);
    taken->hide();
    grid->addWidget(label, row * 2, 0);
    grid->addWidget(edit, row * 2, 1);
    grid->addWidget(reset, row * 2, 2);
    grid->addWidget(taken, row * 2 + 1, 1, 1, 2);
    const QString id = entry.id;
    const QKeySequence standard = entry.standard;
    QObject::connect(
        edit, &QKeySequenceEdit::editingFinished, edit, [&commands, id, standard, edit, reset, taken] {
            const QString owner = commands.takenBy(edit->keySequence(), id);
            taken->setVisible(!owner.isEmpty());
            if (!owner.isEmpty()) {
                taken->setText(words(QT_TRANSLATE_NOOP("Settings", "“%1” has this shortcut.")).arg(owner));
                return;
            }
            commands.setShortcut(id, edit->keySequence());
            reset->setEnabled(edit->keySequence() != standard);
        });
    QObject::connect(reset, &QPushButton::clicked, edit, [&commands, id, standard, edit, reset, taken] {
        commands.resetShortcut(id);
        edit->setKeySequence(standard);
        reset->setEnabled(false);
        taken->hide();
    });
}

} // namespace

QWidget *makeShortcutsSection(CommandSet &commands)
{
    auto *section = new QWidget;
    auto *layout = new QVBoxLayout(section);
    const Metrics &m = themeOf(section).metrics();
    layout->setContentsMargins(0, 0, m.unit, 0);
    layout->setSpacing(m.gap);
    QHash<QString, QGridLayout *> grids;
    QHash<QString, int> rows;
    for (const CommandSet::Entry &entry : commands.entries()) {
        if (entry.id.isEmpty())
            continue;
        QGridLayout *&grid = grids[entry.group];
        if (!grid) {
            auto *card = new Card(entry.group);
            grid = new QGridLayout;
            grid->setColumnStretch(0, 1);
            grid->setColumnMinimumWidth(1, m.unit * 20);
            card->body()->addLayout(grid);
            layout->addWidget(card);
        }
        addRow(grid, rows[entry.group]++, commands, entry);
    }
    layout->addStretch(1);
    return section;
}

} // namespace sluice::views
