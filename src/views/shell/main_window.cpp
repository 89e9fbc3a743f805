// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/main_window.h"

#include "base/settings.h"
#include "session/environment_editor.h"
#include "session/workspace.h"
#include "views/shell/cheat_sheet.h"
#include "views/shell/command_palette.h"
#include "views/shell/commands.h"
#include "views/shell/page_stack.h"
#include "views/shell/rail.h"
#include "views/shell/status_strip.h"
#include "views/shell/unsaved_dialog.h"
#include "views/start/start_actions.h"
#include "views/start/start_page.h"
#include "views/theme/icons.h"
#include "views/theme/theme_controller.h"
#include "views/widgets/labels.h"

#include <QCloseEvent>
#include <QStackedWidget>

namespace sluice::views {

namespace {
const QString geometryKey = QStringLiteral("window/geometry");
constexpr int pageKeys = 9;
} // namespace

MainWindow::MainWindow(const ShellServices &services, ThemeController &theme, std::vector<PageInfo> pages)
    : m_services(services)
    , m_theme(theme)
    , m_pages(std::move(pages))
    , m_commands(new CommandSet(services.settings, this))
    , m_actions(new StartActions(services.workspace, this))
    , m_stack(new QStackedWidget)
{
    setCentralWidget(m_stack);
    makeCommands();
    if (!restoreGeometry(m_services.settings.value(geometryKey).toByteArray()))
        resize(1280, 800);
    using session::Workspace;
    connect(&m_services.workspace, &Workspace::opened, this, &MainWindow::followWorkspace);
    connect(&m_services.workspace, &Workspace::closed, this, &MainWindow::followWorkspace);
    followWorkspace();
}

MainWindow::~MainWindow() = default;

void MainWindow::makeCommands()
{
    const QString general = tr("General");
    const auto add = [&](const char *id, const QString &text, const QKeySequence &keys,
                         std::function<void()> run) {
        return m_commands->add(QString::fromLatin1(id), general, text, keys, std::move(run));
    };
    const auto onPage = [this](auto act) {
        return [this, act] {
            if (Page *page = m_workbench && m_stack->currentWidget() == m_workbench
                    ? m_workbench->currentPage()
                    : nullptr)
                act(page);
        };
    };
    add("palette.open", tr("Search or run…"), Qt::CTRL | Qt::Key_K, [this] { commandPalette().open(); });
    add("project.sample", tr("Try the sample on the sandbox"), {}, [this] { m_actions->tryIt(); });
    add("project.open", tr("Open a folder…"), QKeySequence::Open, [this] { m_actions->openFolder(); });
    add("project.new", tr("New project…"), QKeySequence::New, [this] { m_actions->newProject(); });
    add("project.close", tr("Close the project"), {}, [this] { m_services.workspace.close(); });
    add("cluster.connect", tr("Connect to a cluster…"), Qt::CTRL | Qt::SHIFT | Qt::Key_C,
        [this] { m_actions->connectToCluster(); });
    add("page.refresh", tr("Refresh"), Qt::Key_F5, onPage([](Page *page) { page->refresh(); }));
    add("page.filter", tr("Filter this page"), Qt::Key_Slash, onPage([](Page *page) {
            if (FilterField *field = page->filterField())
                field->setFocus(Qt::ShortcutFocusReason);
        }));
    add("edit.undo", tr("Undo"), QKeySequence::Undo, onPage([](Page *page) { page->undo(); }));
    add("edit.redo", tr("Redo"), Qt::CTRL | Qt::Key_Y, onPage([](Page *page) { page->redo(); }));
    add("rail.toggle", tr("Collapse or expand the list of pages"), Qt::CTRL | Qt::Key_B, [this] {
        if (m_workbench)
            m_workbench->rail().setCollapsed(!m_workbench->rail().isCollapsed());
    });
    add("problems.show", tr("Show problems"), Qt::CTRL | Qt::SHIFT | Qt::Key_M, [this] {
        if (m_workbench)
            m_workbench->strip().showProblems();
    });
    add("activity.show", tr("Show activity"), {}, [this] {
        if (m_workbench)
            m_workbench->strip().showActivity();
    });
    add("theme.light", tr("Use the light theme"), {}, [this] { m_theme.setChoice(QStringLiteral("light")); });
    add("theme.dark", tr("Use the dark theme"), {}, [this] { m_theme.setChoice(QStringLiteral("dark")); });
    add("theme.system", tr("Follow the desktop's theme"), {},
        [this] { m_theme.setChoice(QStringLiteral("system")); });
    add("settings.open", tr("Settings"), Qt::CTRL | Qt::Key_Comma, [this] { openSettings({}); });
    add("help.shortcuts", tr("Keyboard shortcuts"), Qt::Key_F1, [this] {
        auto *sheet = new CheatSheet(*m_commands, this);
        connect(sheet, &CheatSheet::changeRequested, this,
                [this] { openSettings(QStringLiteral("shortcuts")); });
        sheet->open();
    });
    add("help.about", tr("About"), {}, [this] {
        if (m_openAbout)
            m_openAbout(this);
    });
    add("window.quit", tr("Close the window"), QKeySequence::Quit, [this] { close(); });
    int number = 0;
    for (const PageInfo &info : m_pages) {
        const QKeySequence keys = ++number <= pageKeys
            ? QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + number))
            : QKeySequence();
        m_commands->add(QStringLiteral("page.") + info.id, tr("Pages"), info.title, keys,
                        [this, id = info.id] { showPage(id); });
    }
}

CommandPalette &MainWindow::commandPalette()
{
    if (!m_palette)
        m_palette = new CommandPalette([this] { return paletteItems(); }, this);
    return *m_palette;
}

QList<PaletteItem> MainWindow::paletteItems() const
{
    QList<PaletteItem> items;
    const bool working = m_workbench && m_stack->currentWidget() == m_workbench;
    const Page *current = working ? m_workbench->currentPage() : nullptr;
    if (working) {
        for (const Page *page : m_workbench->pages().made())
            items += page->paletteItems();
        const std::vector<session::EnvironmentInfo> environments = m_services.workspace.environments();
        for (const session::EnvironmentInfo &environment : environments) {
            items.append({environment.name, tr("environment · %1").arg(environment.nameSpace),
                          ownIcon(QStringLiteral("rail-environments")),
                          [this, name = environment.name] { m_services.workspace.selectEnvironment(name); }});
        }
    }
    for (const CommandSet::Entry &entry : m_commands->entries()) {
        const bool ofPage = current && current->actions().contains(entry.action);
        const bool shared = entry.action->parent() == m_commands;
        const bool needsWorkbench =
            entry.id.startsWith(QLatin1String("page.")) || entry.id.startsWith(QLatin1String("edit."));
        if (!entry.action->isEnabled() || entry.id == QLatin1String("palette.open") || !(shared || ofPage)
            || (needsWorkbench && !working))
            continue;
        QString text = entry.action->text();
        QString keys = entry.action->shortcut().toString(QKeySequence::NativeText);
        items.append({text.remove(QLatin1Char('&')), shared ? QString() : entry.group, entry.action->icon(),
                      [action = QPointer<QAction>(entry.action)] {
                          if (action)
                              action->trigger();
                      },
                      keys.replace(QLatin1Char('+'), QLatin1Char(' '))});
    }
    const std::vector<session::RecentProject> recent = m_services.workspace.recentProjects();
    for (const session::RecentProject &project : recent) {
        items.append({project.name, tr("project · %1").arg(project.path), ownIcon(QStringLiteral("folder")),
                      [this, path = project.path] { m_services.workspace.open(path); }});
    }
    return items;
}

bool MainWindow::showPage(const QString &id, const QVariantMap &where)
{
    return m_workbench && m_workbench->showPage(id, where);
}

void MainWindow::followWorkspace()
{
    const bool open = m_services.workspace.isOpen();
    m_commands->find(QStringLiteral("project.close"))->setEnabled(open);
    setWindowTitle(open ? tr("%1 – Sluice").arg(m_services.workspace.projectName() + QStringLiteral("[*]"))
                        : QStringLiteral("Sluice[*]"));
    if (open)
        showWorkbench();
    else
        showStart();
    followWork();
}

void MainWindow::showStart()
{
    if (!m_start) {
        m_start = new StartPage(m_services.workspace, m_services.clock, *m_actions, *m_commands);
        m_stack->addWidget(m_start);
    }
    m_stack->setCurrentWidget(m_start);
}

void MainWindow::showWorkbench()
{
    if (!m_workbench) {
        m_workbench = new Workbench(m_services, *m_commands, std::move(m_pages));
        m_stack->addWidget(m_workbench);
        connect(m_workbench, &Workbench::settingsRequested, this, [this] { openSettings({}); });
        connect(m_workbench, &Workbench::currentPageChanged, this, &MainWindow::followWork);
        connect(m_workbench, &Workbench::workChanged, this, &MainWindow::followWork);
        const std::vector<PageInfo> &infos = m_workbench->pages().infos();
        if (!infos.empty())
            m_workbench->showPage(infos.front().id);
    }
    m_stack->setCurrentWidget(m_workbench);
}

void MainWindow::followWork()
{
    const Page *page =
        m_workbench && m_stack->currentWidget() == m_workbench ? m_workbench->currentPage() : nullptr;
    const auto follow = [&](const char *id, const QString &verb, const QString &what) {
        QAction *action = m_commands->find(QString::fromLatin1(id));
        action->setEnabled(page && !what.isEmpty());
        action->setText(what.isEmpty() ? verb : tr("%1: %2").arg(verb, what));
    };
    follow("edit.undo", tr("Undo"), page ? page->undoText() : QString());
    follow("edit.redo", tr("Redo"), page ? page->redoText() : QString());
    setWindowModified(!unsavedWork().isEmpty());
}

QStringList MainWindow::unsavedWork() const
{
    QStringList work;
    if (!m_workbench || !m_services.workspace.isOpen())
        return work;
    for (const Page *page : m_workbench->pages().made())
        work += page->unsavedWork();
    if (!work.isEmpty() || !m_services.workspace.editor().hasUnsaved())
        return work;
    // A draft that came back while its page was never visited.
    QMap<QString, int> byColumn;
    const auto changes = m_services.workspace.editor().changes();
    for (const session::ParameterChange &change : changes)
        ++byColumn[change.column];
    for (auto it = byColumn.cbegin(); it != byColumn.cend(); ++it)
        work.append(tr("%1: %n value(s) edited", nullptr, it.value()).arg(it.key()));
    return work;
}

void MainWindow::openSettings(const QString &section)
{
    if (m_openSettings)
        m_openSettings(this, *m_commands, section);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    const QStringList work = m_closeConfirmed ? QStringList() : unsavedWork();
    if (!work.isEmpty()) {
        event->ignore();
        auto *dialog = new UnsavedDialog(work, this);
        connect(dialog, &QDialog::accepted, this, [this] {
            m_closeConfirmed = true;
            close();
        });
        dialog->open();
        return;
    }
    m_services.settings.setValue(geometryKey, saveGeometry());
    if (m_workbench)
        m_workbench->saveLayout();
    QMainWindow::closeEvent(event);
}

} // namespace sluice::views
