// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/recent_projects.h"

#include <QFileInfo>

namespace sluice::session {

namespace {

constexpr int maxRecent = 8;

QString key()
{
    return QStringLiteral("projects/recent");
}

QString lineOf(const RecentProject &project)
{
    return QStringLiteral("%1\t%2\t%3")
        .arg(project.lastOpened.toString(Qt::ISODate), project.name, project.path);
}

} // namespace

std::vector<RecentProject> RecentProjects::list() const
{
    std::vector<RecentProject> result;
    const QStringList stored = m_settings.value(key()).toStringList();
    for (const QString &line : stored) {
        const QStringList parts = line.split(QLatin1Char('\t'));
        if (parts.size() == 3 && QFileInfo::exists(parts[2]))
            result.push_back({parts[1], parts[2], QDateTime::fromString(parts[0], Qt::ISODate)});
    }
    return result;
}

void RecentProjects::remember(const RecentProject &project)
{
    QStringList lines{lineOf(project)};
    for (const RecentProject &other : list()) {
        if (other.path != project.path && lines.size() < maxRecent)
            lines.append(lineOf(other));
    }
    m_settings.setValue(key(), lines);
}

} // namespace sluice::session
