// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/project_files_watch.h"

#include "manifest/project.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

namespace sluice::session {

namespace {
constexpr int delayMs = 150;
}

ProjectFilesWatch::ProjectFilesWatch(QObject *parent)
    : QObject(parent)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(delayMs);
    connect(&m_delay, &QTimer::timeout, this, &ProjectFilesWatch::changed);
    connect(&m_files, &QFileSystemWatcher::fileChanged, &m_delay, qOverload<>(&QTimer::start));
    connect(&m_files, &QFileSystemWatcher::directoryChanged, &m_delay, qOverload<>(&QTimer::start));
}

void ProjectFilesWatch::add(const manifest::Project &project)
{
    QSet<QString> paths;
    const QDir root(project.root());
    const QStringList names = project.files();
    for (const QString &name : names) {
        const QString path = root.filePath(name);
        paths.insert(path);
        paths.insert(QFileInfo(path).absolutePath());
    }
    const QStringList watched = m_files.files() + m_files.directories();
    for (const QString &path : watched)
        paths.remove(path);
    if (!paths.isEmpty())
        m_files.addPaths(paths.values());
}

void ProjectFilesWatch::clear()
{
    m_delay.stop();
    const QStringList watched = m_files.files() + m_files.directories();
    if (!watched.isEmpty())
        m_files.removePaths(watched);
}

} // namespace sluice::session
