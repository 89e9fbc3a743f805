// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "views/shell/workbench.h"

#include <QMainWindow>

class QStackedWidget;

namespace sluice::views {

class CommandPalette;
class CommandSet;
class StartActions;
class StartPage;
class ThemeController;

/// Opens the settings at a section ("appearance", "shortcuts"…, empty for the first).
using SettingsOpener = std::function<void(QWidget *parent, CommandSet &commands, const QString &section)>;

/// The window: the start page until a project is open, then the workbench; the palette and the shortcuts over both.
/// Nothing but the visible one of the two is made before the first paint.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    /// \a pages in the order of the rail; only pages that exist.
    MainWindow(const ShellServices &services, ThemeController &theme, std::vector<PageInfo> pages);
    ~MainWindow() override;

    /// What the settings page and the about page need from the program.
    void setSettingsOpener(SettingsOpener open) { m_openSettings = std::move(open); }
    void setAboutOpener(std::function<void(QWidget *)> open) { m_openAbout = std::move(open); }

    [[nodiscard]] CommandSet &commands() const { return *m_commands; }
    /// Null while the start page is shown for the first time.
    [[nodiscard]] Workbench *workbench() const { return m_workbench; }
    [[nodiscard]] CommandPalette &commandPalette();
    bool showPage(const QString &id, const QVariantMap &where = {});
    /// One line for each thing that closing would leave unsaved.
    [[nodiscard]] QStringList unsavedWork() const;

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void makeCommands();
    void followWorkspace();
    void followWork();
    void showStart();
    void showWorkbench();
    [[nodiscard]] QList<PaletteItem> paletteItems() const;
    void openSettings(const QString &section);

    ShellServices m_services;
    ThemeController &m_theme;
    std::vector<PageInfo> m_pages;
    CommandSet *m_commands;
    StartActions *m_actions;
    QStackedWidget *m_stack;
    StartPage *m_start = nullptr;
    Workbench *m_workbench = nullptr;
    CommandPalette *m_palette = nullptr;
    SettingsOpener m_openSettings;
    std::function<void(QWidget *)> m_openAbout;
    bool m_closeConfirmed = false;
};

} // namespace sluice::views
