// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "views/shell/page.h"

namespace sluice::base {
class Clock;
class Settings;
} // namespace sluice::base
namespace sluice::session {
class SandboxControl;
class Workspace;
} // namespace sluice::session

class QSplitter;

namespace sluice::views {

class CommandSet;
class DrawerSlot;
class InspectorPane;
class PageStack;
class ProductionBand;
class Rail;
class StatusStrip;

/// What the window's parts are fed from. All outlive the window.
struct ShellServices {
    session::Workspace &workspace;
    session::SandboxControl *sandbox = nullptr; ///< null without an embedded cluster
    base::Settings &settings;
    const base::Clock &clock; ///< the time that ages are told by: the server's, virtual in the sandbox
};

/// The window while a project is open: top bar, rail, pages with inspector and drawer, status strip.
class Workbench final : public QWidget {
    Q_OBJECT
public:
    Workbench(const ShellServices &services, CommandSet &commands, std::vector<PageInfo> pages,
              QWidget *parent = nullptr);

    /// False for an unknown id.
    bool showPage(const QString &id, const QVariantMap &where = {});
    [[nodiscard]] Page *currentPage() const;
    [[nodiscard]] PageStack &pages() const { return *m_pages; }
    [[nodiscard]] Rail &rail() const { return *m_rail; }
    [[nodiscard]] StatusStrip &strip() const { return *m_strip; }
    [[nodiscard]] InspectorPane &inspector() const { return *m_inspector; }
    /// Remembers the sizes of panes.
    void saveLayout();

Q_SIGNALS:
    void settingsRequested();
    void currentPageChanged();
    void workChanged();

private:
    void build(CommandSet &commands);
    void connectPage(Page *page, const QString &title, CommandSet &commands);
    void followPage();
    void followEnvironment();
    void followProblems();
    void restoreLayout();
    void shareRows();

    ShellServices m_services;
    Rail *m_rail;
    PageStack *m_pages;
    InspectorPane *m_inspector;
    DrawerSlot *m_drawer;
    StatusStrip *m_strip;
    ProductionBand *m_band;
    QSplitter *m_columns;
    QSplitter *m_rows;
    bool m_rowsChosen = false; ///< somebody dragged the drawer's edge, now or in an earlier run
};

} // namespace sluice::views
