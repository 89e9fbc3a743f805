// SPDX-License-Identifier: GPL-3.0-or-later
#include "manifest/file_set.h"

#include <QStringList>
#include <array>

namespace sluice::manifest {

namespace {

std::shared_ptr<const FileSet::File> parsed(const QString &path, const QByteArray &bytes)
{
    return std::make_shared<FileSet::File>(FileSet::File{bytes, yaml::parse(bytes, path)});
}

} // namespace

std::shared_ptr<const FileSet> FileSet::make(const std::map<QString, QByteArray> &bytes)
{
    auto set = std::make_shared<FileSet>();
    for (const auto &[path, content] : bytes)
        set->m_files.emplace(path, parsed(path, content));
    return set;
}

std::shared_ptr<const FileSet> FileSet::with(const QString &path, const QByteArray &bytes) const
{
    auto set = std::make_shared<FileSet>(*this);
    if (bytes.isNull())
        set->m_files.erase(path);
    else
        set->m_files[path] = parsed(path, bytes);
    return set;
}

const FileSet::File *FileSet::find(const QString &path) const
{
    const auto it = m_files.find(path);
    return it == m_files.end() ? nullptr : it->second.get();
}

bool FileSet::hasFolder(const QString &folder) const
{
    if (folder.isEmpty())
        return true;
    const QString prefix = folder + u'/';
    const auto it = m_files.lower_bound(prefix);
    return it != m_files.end() && it->first.startsWith(prefix);
}

QString FileSet::kustomizationIn(const QString &folder, int *count) const
{
    static const std::array<QString, 3> names{QStringLiteral("kustomization.yaml"),
                                              QStringLiteral("kustomization.yml"),
                                              QStringLiteral("Kustomization")};
    QString found;
    int seen = 0;
    for (const QString &name : names) {
        const QString path = joinPath(folder, name);
        if (!find(path))
            continue;
        if (found.isNull())
            found = path;
        ++seen;
    }
    if (count)
        *count = seen;
    return found;
}

QString joinPath(const QString &folder, const QString &relative)
{
    QStringList parts;
    const QString whole = folder.isEmpty() ? relative : folder + u'/' + relative;
    const QStringList steps = whole.split(u'/');
    for (const QString &step : steps) {
        if (step.isEmpty() || step == u".")
            continue;
        if (step != u"..") {
            parts.append(step);
            continue;
        }
        if (parts.isEmpty())
            return {};
        parts.removeLast();
    }
    return parts.isEmpty() ? QStringLiteral("") : parts.join(u'/');
}

QString folderOf(const QString &path)
{
    const qsizetype slash = path.lastIndexOf(u'/');
    return slash < 0 ? QStringLiteral("") : path.left(slash);
}

bool isInside(const QString &path, const QString &folder)
{
    return folder.isEmpty() || path == folder || path.startsWith(folder + u'/');
}

QString relativePath(const QString &folder, const QString &path)
{
    QStringList from = folder.isEmpty() ? QStringList() : folder.split(u'/');
    QStringList to = path.isEmpty() ? QStringList() : path.split(u'/');
    while (!from.isEmpty() && !to.isEmpty() && from.first() == to.first()) {
        from.removeFirst();
        to.removeFirst();
    }
    QStringList steps(from.size(), QStringLiteral(".."));
    steps += to;
    return steps.isEmpty() ? QStringLiteral(".") : steps.join(u'/');
}

} // namespace sluice::manifest
