// SPDX-License-Identifier: GPL-3.0-or-later
#include "manifest/failure.h"
#include "manifest/file_set.h"
#include "manifest/project.h"

#include <QDir>
#include <QFileInfo>
#include <array>

namespace sluice::manifest {

namespace {

using base::FileError;
using base::Result;

constexpr int maxDepth = 12; ///< folders below the root
constexpr std::size_t maxFiles = 5000;
constexpr qint64 maxFileBytes = 3 * 1024 * 1024; ///< what yaml::Limits reads
constexpr qint64 maxTotalBytes = 64 * 1024 * 1024;

bool isManifestFile(const QString &name)
{
    return name.endsWith(QLatin1String(".yaml")) || name.endsWith(QLatin1String(".yml"))
        || name.endsWith(QLatin1String(".json")) || name == u"Kustomization";
}

bool isKustomizationFile(const QString &name)
{
    return name == u"kustomization.yaml" || name == u"kustomization.yml" || name == u"Kustomization";
}

bool isSkippedFolder(const QString &name)
{
    static const std::array<QStringView, 4> skipped{u"node_modules", u"vendor", u"__pycache__", u"venv"};
    return name.startsWith(u'.') || std::find(skipped.begin(), skipped.end(), name) != skipped.end();
}

/// Reads the manifests of one folder tree, within limits and never through a link that leads out of it.
class Walk {
public:
    explicit Walk(QString root)
        : m_root(std::move(root))
    {
    }

    Result<std::map<QString, QByteArray>> run()
    {
        if (auto done = folder(m_root, {}, 0); !done)
            return tl::unexpected(done.error());
        return std::move(m_files);
    }

private:
    Result<void> folder(const QString &absolute, const QString &relative, int depth)
    {
        const QFileInfoList entries =
            QDir(absolute).entryInfoList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
        for (const QFileInfo &entry : entries) {
            const QString path = relative.isEmpty() ? entry.fileName() : relative + u'/' + entry.fileName();
            if (entry.isSymLink() && !isInside(entry.canonicalFilePath(), m_root))
                continue;
            if (entry.isDir()) {
                if (entry.isSymLink() || isSkippedFolder(entry.fileName()) || depth >= maxDepth)
                    continue;
                if (auto done = folder(entry.absoluteFilePath(), path, depth + 1); !done)
                    return done;
            } else if (isManifestFile(entry.fileName())) {
                if (auto done = file(entry, path); !done)
                    return done;
            }
        }
        return {};
    }

    Result<void> file(const QFileInfo &entry, const QString &path)
    {
        if (m_files.size() >= maxFiles)
            return base::fail(FileError{FileError::Kind::TooLarge, m_root, QString::number(maxFiles)});
        // One byte more than the limit: the parser then says that the file is too large, and the project opens.
        QFile in(entry.absoluteFilePath());
        if (!in.open(QIODevice::ReadOnly))
            return base::fail(
                FileError{FileError::Kind::Permission, entry.absoluteFilePath(), in.errorString()});
        QByteArray bytes = in.read(maxFileBytes + 1);
        if (bytes.isNull())
            bytes = QByteArray("");
        m_total += bytes.size();
        if (m_total > maxTotalBytes)
            return base::fail(FileError{FileError::Kind::TooLarge, m_root, QString::number(maxTotalBytes)});
        m_files.emplace(path, bytes);
        return {};
    }

    QString m_root;
    std::map<QString, QByteArray> m_files;
    qint64 m_total = 0;
};

/// The nearest folder at or below \a folder that looks like a project: one with a project file, else the one that
/// holds all kustomizations (deployments/knative before others).
QString projectFolder(const QString &folder)
{
    const QDir dir(folder);
    if (dir.exists(QString::fromUtf16(projectFileName)))
        return folder;
    static const std::array<QString, 3> usual{QStringLiteral("deployments/knative"),
                                              QStringLiteral("deploy/knative"), QStringLiteral("knative")};
    QStringList withProjectFile;
    QStringList kustomizations;
    QStringList pending{folder};
    for (int depth = 0; depth < maxDepth && !pending.isEmpty(); ++depth) {
        QStringList next;
        for (const QString &current : std::as_const(pending)) {
            const QFileInfoList entries = QDir(current).entryInfoList(
                QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDir::Name);
            for (const QFileInfo &entry : entries) {
                if (entry.isDir() && !isSkippedFolder(entry.fileName()))
                    next.append(entry.absoluteFilePath());
                else if (entry.fileName() == QStringView(projectFileName))
                    withProjectFile.append(current);
                else if (isKustomizationFile(entry.fileName()))
                    kustomizations.append(current);
            }
        }
        pending = next;
    }
    if (!withProjectFile.isEmpty())
        return withProjectFile.first();
    for (const QString &name : usual) {
        if (std::any_of(kustomizations.begin(), kustomizations.end(),
                        [&](const QString &path) { return isInside(path, folder + u'/' + name); }))
            return folder + u'/' + name;
    }
    if (kustomizations.isEmpty())
        return {};
    // The folder above all of them.
    QString common = kustomizations.first();
    for (const QString &path : std::as_const(kustomizations)) {
        while (!isInside(path, common))
            common = folderOf(common);
    }
    return isInside(common, folder) ? common : folder;
}

} // namespace

Result<Project> openProject(const QString &folder)
{
    const QFileInfo info(folder);
    if (!info.exists())
        return base::fail(FileError{FileError::Kind::NotFound, folder, {}});
    if (!info.isDir())
        return base::fail(FileError{FileError::Kind::NotAFile, folder, {}});
    const QString canonical = info.canonicalFilePath();
    QString root = projectFolder(canonical);
    if (root.isEmpty())
        return failAt({folder, 0}, {}, QStringLiteral("manifest.no-project"), {folder});
    // A single overlay that builds on its neighbours belongs to the folder above.
    if (root == canonical && !QDir(root).exists(QString::fromUtf16(projectFileName))) {
        QDir up(root);
        for (int i = 0; i < 3 && up.cdUp(); ++i) {
            if (up.exists(QString::fromUtf16(projectFileName))) {
                root = up.canonicalPath();
                break;
            }
        }
    }
    auto files = Walk(root).run();
    if (!files)
        return tl::unexpected(files.error());
    return readProject(root, FileSet::make(*files));
}

} // namespace sluice::manifest
