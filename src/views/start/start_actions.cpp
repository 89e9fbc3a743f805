// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/start/start_actions.h"

#include "session/workspace.h"
#include "views/start/connect_dialog.h"
#include "views/start/new_project_dialog.h"

#include <QFileDialog>

namespace sluice::views {

StartActions::StartActions(session::Workspace &workspace, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_window(window)
{
    connect(&m_workspace, &session::Workspace::opened, this, [this] {
        if (!m_pendingContext.isEmpty())
            m_workspace.connectTo(std::exchange(m_pendingContext, {}));
    });
    connect(&m_workspace, &session::Workspace::openFailed, this, [this] { m_pendingContext.clear(); });
}

void StartActions::tryIt()
{
    m_workspace.openSample();
}

void StartActions::openFolder()
{
    auto *dialog = new QFileDialog(m_window, tr("Open a folder"), m_workspace.projectPath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &folder) { m_workspace.open(folder); });
    connect(dialog, &QDialog::rejected, this, [this] { m_pendingContext.clear(); });
    dialog->open();
}

void StartActions::newProject()
{
    auto *dialog = new NewProjectDialog(m_window);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { m_workspace.create(dialog->options()); });
    connect(dialog, &QDialog::rejected, this, [this] { m_pendingContext.clear(); });
    dialog->open();
}

void StartActions::connectToCluster()
{
    auto *dialog = new ConnectDialog(m_workspace.contexts(), m_workspace.isOpen(), m_window);
    connect(dialog, &ConnectDialog::chosen, this, [this](const QString &context, ConnectDialog::Next next) {
        switch (next) {
        case ConnectDialog::Next::UseHere:
            m_workspace.connectTo(context);
            break;
        case ConnectDialog::Next::OpenFolder:
            m_pendingContext = context;
            openFolder();
            break;
        case ConnectDialog::Next::NewProject:
            m_pendingContext = context;
            newProject();
            break;
        }
    });
    dialog->open();
}

} // namespace sluice::views
