// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>

class QWidget;

namespace sluice::session {
class Workspace;
}

namespace sluice::views {

/// The ways into a project: sample, folder, new project, cluster. The start page, the top bar and the palette share them.
class StartActions final : public QObject {
    Q_OBJECT
public:
    /// Dialogs belong to \a window.
    StartActions(session::Workspace &workspace, QWidget *window);

    void tryIt();
    void openFolder();
    void newProject();
    /// Chooses a context; with a project open every environment of it goes there, without one a folder is asked for.
    void connectToCluster();

private:
    session::Workspace &m_workspace;
    QWidget *m_window;
    QString m_pendingContext;
};

} // namespace sluice::views
