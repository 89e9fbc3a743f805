// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QFileSystemWatcher>
#include <QTimer>

namespace sluice::manifest {
class Project;
}

namespace sluice::session {

/// Tells when files of the open project change on disk; several changes in a row are one. GUI thread.
class ProjectFilesWatch final : public QObject {
    Q_OBJECT
public:
    explicit ProjectFilesWatch(QObject *parent = nullptr);
    /// The files and folders of \a project, beside what is watched already.
    void add(const manifest::Project &project);
    /// The changes so far are known.
    void settle() { m_delay.stop(); }
    void clear();

Q_SIGNALS:
    void changed();

private:
    QFileSystemWatcher m_files;
    QTimer m_delay;
};

} // namespace sluice::session
