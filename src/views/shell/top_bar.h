// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QBasicTimer>
#include <QWidget>

namespace sluice::base {
class Clock;
}
namespace sluice::session {
class SandboxControl;
class Workspace;
} // namespace sluice::session

namespace sluice::views {

class CommandSet;
class FreshnessChip;
class SearchButton;
class SelectorButton;

/// Which project, cluster and namespace the window shows, how fresh that is, the palette's field and the sandbox's clock.
class TopBar final : public QWidget {
    Q_OBJECT
public:
    /// \a sandbox may be null. \a commands has "project.open", "project.new" and "palette.open".
    TopBar(session::Workspace &workspace, session::SandboxControl *sandbox, const base::Clock &clock,
           CommandSet &commands, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void follow();
    void relayout();
    void fillProjects(class QMenu *menu);
    void fillClusters(class QMenu *menu);
    void fillNamespaces(class QMenu *menu);

    session::Workspace &m_workspace;
    const base::Clock &m_clock;
    CommandSet &m_commands;
    SelectorButton *m_project;
    SelectorButton *m_cluster;
    SelectorButton *m_namespace;
    FreshnessChip *m_freshness;
    SearchButton *m_search;
    QBasicTimer m_tick;
};

} // namespace sluice::views
