// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/workbench.h"

#include "base/settings.h"
#include "session/workspace.h"
#include "views/facts/facts.h"
#include "views/shell/commands.h"
#include "views/shell/page_stack.h"
#include "views/shell/rail.h"
#include "views/shell/side_panes.h"
#include "views/shell/status_strip.h"
#include "views/shell/top_bar.h"
#include "views/theme/theme.h"
#include "views/widgets/production_band.h"

#include <QSplitter>
#include <QVBoxLayout>

namespace sluice::views {

namespace {
const QString columnsKey = QStringLiteral("window/columns");
const QString rowsKey = QStringLiteral("window/rows");
const QString railKey = QStringLiteral("window/rail-collapsed");
} // namespace

Workbench::Workbench(const ShellServices &services, CommandSet &commands, std::vector<PageInfo> pages,
                     QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_rail(new Rail)
    , m_pages(new PageStack)
    , m_inspector(new InspectorPane)
    , m_drawer(new DrawerSlot)
    , m_strip(new StatusStrip(services.workspace, services.clock))
    , m_band(new ProductionBand)
    , m_columns(new QSplitter(Qt::Horizontal))
    , m_rows(new QSplitter(Qt::Vertical))
{
    for (PageInfo &info : pages) {
        m_rail->addPage(info.id, info.icon, info.title);
        m_pages->add(std::move(info));
    }
    build(commands);
    connect(m_rail, &Rail::pageChosen, this, [this](const QString &id) { showPage(id); });
    connect(m_rail, &Rail::settingsRequested, this, &Workbench::settingsRequested);
    connect(m_pages, &PageStack::pageMade, this,
            [this, &commands](Page *page, const QString &title) { connectPage(page, title, commands); });
    connect(m_pages, &PageStack::pageShown, this, [this] {
        m_rail->setCurrent(m_pages->currentId());
        followPage();
        Q_EMIT currentPageChanged();
    });
    connect(m_strip, &StatusStrip::problemChosen, this, [this](const QString &page, const QString &place) {
        showPage(page, {{QStringLiteral("place"), place}});
    });
    using session::Workspace;
    connect(&m_services.workspace, &Workspace::selectionChanged, this, &Workbench::followEnvironment);
    connect(&m_services.workspace, &Workspace::environmentsChanged, this, &Workbench::followEnvironment);
    connect(&m_services.workspace, &Workspace::problemsChanged, this, &Workbench::followProblems);
    followEnvironment();
    followProblems();
    restoreLayout();
}

void Workbench::build(CommandSet &commands)
{
    m_rows->addWidget(m_pages);
    m_rows->addWidget(m_drawer);
    m_rows->setStretchFactor(0, 1);
    m_rows->setStretchFactor(1, 0);
    m_rows->setChildrenCollapsible(false);
    m_columns->addWidget(m_rows);
    m_columns->addWidget(m_inspector);
    m_columns->setStretchFactor(0, 1);
    m_columns->setStretchFactor(1, 0);
    m_columns->setChildrenCollapsible(false);
    m_columns->setHandleWidth(1);

    auto *centre = new QVBoxLayout;
    centre->setSpacing(0);
    centre->addWidget(m_columns, 1);
    // Below the page: a band that comes above it would move what is being clicked from under the pointer.
    centre->addWidget(m_band);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_rail);
    middle->addLayout(centre, 1);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(new TopBar(m_services.workspace, m_services.sandbox, m_services.clock, commands));
    outer->addLayout(middle, 1);
    outer->addWidget(m_strip);
}

bool Workbench::showPage(const QString &id, const QVariantMap &where)
{
    if (!m_pages->showPage(id))
        return false;
    m_rail->setCurrent(id); // a click on the current item has unchecked it
    // Whoever walks the rail by keyboard stays there; everybody else goes on in the page.
    const QWidget *focus = window()->focusWidget();
    if (!focus || !m_rail->isAncestorOf(focus))
        m_pages->currentPage()->setFocus(Qt::OtherFocusReason);
    if (!where.isEmpty())
        m_pages->currentPage()->open(where);
    return true;
}

Page *Workbench::currentPage() const
{
    return m_pages->currentPage();
}

void Workbench::connectPage(Page *page, const QString &title, CommandSet &commands)
{
    commands.adopt(page, title);
    const auto ifCurrent = [this, page] {
        if (page == m_pages->currentPage())
            followPage();
    };
    connect(page, &Page::inspectorChanged, this, ifCurrent);
    connect(page, &Page::drawerChanged, this, ifCurrent);
    connect(page, &Page::workChanged, this, &Workbench::workChanged);
    connect(page, &Page::pageRequested, this,
            [this](const QString &id, const QVariantMap &where) { showPage(id, where); });
    connect(page, &Page::commandRequested, this, [&commands](const QString &id) {
        if (QAction *action = commands.find(id))
            action->trigger();
    });
}

void Workbench::followPage()
{
    Page *page = m_pages->currentPage();
    m_inspector->borrow(page ? page->inspector() : nullptr, page);
    const bool wasShut = m_drawer->isHidden();
    m_drawer->borrow(page ? page->drawer() : nullptr, page);
    if (wasShut && !m_drawer->isHidden() && !m_rowsChosen)
        shareRows();
    followEnvironment();
}

/// The drawer opens with a share of the window, so that a large one shows a plan whole.
void Workbench::shareRows()
{
    const int height = m_rows->height();
    m_rows->setSizes({height * 5 / 8, height * 3 / 8});
}

void Workbench::followEnvironment()
{
    const std::vector<session::EnvironmentInfo> environments = m_services.workspace.environments();
    QString production;
    QString cluster;
    for (const session::EnvironmentInfo &environment : environments) {
        if (environment.production && environment.name == m_services.workspace.selectedEnvironment()) {
            production = environment.name;
            cluster = contextLabel(environment.context);
        }
    }
    // Where the page says it beside the act, once is enough.
    const Page *page = m_pages->currentPage();
    m_band->setEnvironment(page && page->showsProduction() ? QString() : production, cluster);
}

void Workbench::followProblems()
{
    struct Count {
        int all = 0;
        bool error = false;
    };
    QHash<QString, Count> counts;
    const std::vector<session::Problem> problems = m_services.workspace.problems();
    for (const session::Problem &problem : problems) {
        Count &count = counts[problem.page];
        ++count.all;
        count.error = count.error || problem.severity == session::Problem::Severity::Error;
    }
    for (const PageInfo &info : m_pages->infos()) {
        const Count count = counts.value(info.id);
        m_rail->setBadge(info.id, count.all, count.error ? Status::Failed : Status::Warning);
    }
}

void Workbench::restoreLayout()
{
    const Metrics &m = themeOf(this).metrics();
    m_rail->setCollapsed(m_services.settings.value(railKey, false).toBool());
    if (!m_columns->restoreState(m_services.settings.value(columnsKey).toByteArray()))
        m_columns->setSizes({m.inspectorWidth * 3, m.inspectorWidth});
    m_rowsChosen = m_rows->restoreState(m_services.settings.value(rowsKey).toByteArray());
    connect(m_rows, &QSplitter::splitterMoved, this, [this] { m_rowsChosen = true; });
    m_columns->setHandleWidth(1);
}

void Workbench::saveLayout()
{
    m_services.settings.setValue(railKey, m_rail->isCollapsed());
    m_services.settings.setValue(columnsKey, m_columns->saveState());
    if (m_rowsChosen)
        m_services.settings.setValue(rowsKey, m_rows->saveState());
}

} // namespace sluice::views
