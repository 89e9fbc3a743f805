// SPDX-License-Identifier: GPL-3.0-or-later
// The acts of the Environments page: header buttons, shortcuts and menus.
#include "views/environments/environments_page.h"

#include "models/matrix_model.h"
#include "views/environments/matrix_view.h"
#include "views/theme/icons.h"
#include "views/widgets/labels.h"

#include <QAction>
#include <QMenu>
#include <QPushButton>

namespace sluice::views {

namespace {

constexpr int pairsInOneMenu = 4; ///< columns up to which every pair stands in one menu

/// A link in the header that an action stands behind; a tick says that it is on.
QPushButton *linkFor(QAction *action)
{
    auto *button = new LinkButton(action->text());
    button->setElided(true); // the last room of a narrow header; its tool tip has the whole text
    button->setAccessibleName(action->text());
    button->setCheckable(action->isCheckable());
    button->setChecked(action->isChecked());
    button->setToolTip(action->toolTip());
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    QObject::connect(action, &QAction::toggled, button, [button](bool on) {
        button->setChecked(on);
        button->setIcon(on ? ownIcon(QStringLiteral("check")) : QIcon());
    });
    QObject::connect(action, &QAction::changed, button, [button, action] {
        button->setText(action->text());
        button->setAccessibleName(action->text());
    });
    return button;
}

} // namespace

void EnvironmentsPage::makeActions()
{
    const auto add = [this](const char *name, const QString &text, const QKeySequence &key, auto run) {
        auto *action = new QAction(text, this);
        action->setObjectName(QLatin1String(name));
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, run);
        addAction(action);
        return action;
    };
    m_onlyDifferences = add("environments.only-differences", tr("Only differences"),
                            QKeySequence(Qt::CTRL | Qt::Key_D), [] {});
    m_onlyDifferences->setCheckable(true);
    connect(m_onlyDifferences, &QAction::toggled, m_view, &MatrixView::setOnlyDifferences);
    m_live = add("environments.live", tr("Live values"), QKeySequence(Qt::CTRL | Qt::Key_L),
                 [this] { m_view->setLiveShown(m_live->isChecked()); });
    m_live->setCheckable(true);
    m_clear = add("environments.clear", tr("Clear the value"), {}, [this] { m_view->clearRange(); });
    m_promote = add("environments.promote", tr("Promote to the next environment"),
                    QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Right), [this] { m_view->promote(); });
    m_goToFile = add("environments.go-to-file", tr("Open where it is set"), QKeySequence(Qt::Key_F4), [this] {
        if (const session::MatrixCell *cell = m_model->cellAt(m_shown); cell && !cell->file.isEmpty())
            Q_EMIT pageRequested(
                QStringLiteral("manifests"),
                {{QStringLiteral("file"), cell->file}, {QStringLiteral("line"), cell->line}});
    });

    addHeaderAction(linkFor(m_live));
    addHeaderAction(linkFor(m_onlyDifferences));
    auto *compareButton = new QPushButton(tr("Compare"));
    compareButton->setMenu(new QMenu(compareButton));
    connect(compareButton->menu(), &QMenu::aboutToShow, this,
            [this, compareButton] { fillCompareMenu(compareButton->menu()); });
    addHeaderAction(compareButton);
    auto *planButton = new QPushButton(tr("Apply"));
    planButton->setMenu(new QMenu(planButton));
    connect(planButton->menu(), &QMenu::aboutToShow, this,
            [this, planButton] { fillPlanMenu(planButton->menu()); });
    addHeaderAction(planButton);
}

void EnvironmentsPage::fillCompareMenu(QMenu *menu)
{
    menu->clear();
    const auto &columns = m_model->matrix().columns;
    const int count = int(columns.size());
    for (int a = 0; a < count; ++a) {
        // A pair a line while there are few; then a menu for each.
        QMenu *pairs = count > pairsInOneMenu ? menu->addMenu(columns[size_t(a)].name) : menu;
        for (int b = count > pairsInOneMenu ? 0 : a + 1; b < count; ++b) {
            if (b != a)
                pairs->addAction(tr("%1 with %2").arg(columns[size_t(a)].name, columns[size_t(b)].name), this,
                                 [this, a, b] { compare(a, b); });
        }
    }
    if (m_view->isComparing()) {
        menu->addSeparator();
        menu->addAction(tr("Show all environments"), this, [this] { compare(-1, -1); });
    }
}

void EnvironmentsPage::fillPlanMenu(QMenu *menu)
{
    menu->clear();
    for (const session::MatrixColumn &column : m_model->matrix().columns) {
        if (column.base)
            continue;
        const QString changes =
            column.unsavedCells > 0 ? tr(" · %n unsaved change(s)", nullptr, column.unsavedCells) : QString();
        QAction *action = menu->addAction(tr("What applying to %1 would do%2").arg(column.name, changes),
                                          this, [this, name = column.name] { planFor(name); });
        action->setEnabled(!column.readOnly && column.invalidCells == 0);
    }
}

void EnvironmentsPage::showHeaderMenu(int column, const QPoint &at)
{
    const session::MatrixColumn info = m_model->matrix().columns[size_t(column)];
    QMenu menu(this);
    if (!info.base) {
        QAction *plan = menu.addAction(tr("What applying to %1 would do").arg(info.name), this,
                                       [this, info] { planFor(info.name); });
        plan->setEnabled(!info.readOnly && info.invalidCells == 0);
    }
    QMenu *with = menu.addMenu(tr("Compare with"));
    for (int other = 0; other < int(m_model->matrix().columns.size()); ++other) {
        if (other != column)
            with->addAction(m_model->matrix().columns[size_t(other)].name, this,
                            [this, column, other] { compare(column, other); });
    }
    QAction *discard = menu.addAction(tr("Discard the unsaved changes of %1").arg(info.name), this,
                                      [this, info] { m_model->editor()->discard(info.name); });
    discard->setEnabled(info.unsavedCells > 0);
    menu.exec(at);
}

void EnvironmentsPage::showCellMenu(const QPoint &at)
{
    QMenu menu(this);
    menu.addAction(tr("Copy"), QKeySequence(QKeySequence::Copy), m_view, [this] { m_view->copyRange(); });
    menu.addAction(tr("Paste"), QKeySequence(QKeySequence::Paste), m_view, [this] { m_view->pasteRange(); });
    menu.addAction(m_clear);
    menu.addSeparator();
    menu.addAction(m_promote);
    menu.addAction(m_goToFile);
    menu.exec(at);
}

} // namespace sluice::views
