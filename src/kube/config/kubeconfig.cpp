// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/config/kubeconfig.h"

#include "base/atomic_file.h"

#include <QDir>

namespace sluice::kube {

using base::FileError;
using base::Result;

namespace {

template <typename T>
const KubeEntry<T> *entryOf(const std::vector<KubeEntry<T>> &entries, const QString &name)
{
    const auto it =
        std::ranges::find_if(entries, [&](const KubeEntry<T> &entry) { return entry.name == name; });
    return it == entries.end() ? nullptr : &*it;
}

template <typename T> void addMissing(std::vector<KubeEntry<T>> &into, const std::vector<KubeEntry<T>> &from)
{
    for (const KubeEntry<T> &entry : from) {
        if (!entryOf(into, entry.name))
            into.push_back(entry);
    }
}

bool isMissing(const base::Error &error)
{
    const FileError *file = error.get_if<FileError>();
    return file && file->kind == FileError::Kind::NotFound;
}

} // namespace

const KubeEntry<KubeContext> *Kubeconfig::context(const QString &name) const
{
    return entryOf(contexts, name);
}

const KubeEntry<KubeCluster> *Kubeconfig::cluster(const QString &name) const
{
    return entryOf(clusters, name);
}

const KubeEntry<KubeUser> *Kubeconfig::user(const QString &name) const
{
    return entryOf(users, name);
}

Kubeconfig merge(Kubeconfig first, const Kubeconfig &later)
{
    addMissing(first.clusters, later.clusters);
    addMissing(first.users, later.users);
    addMissing(first.contexts, later.contexts);
    if (first.currentContext.isEmpty())
        first.currentContext = later.currentContext;
    first.files += later.files;
    return first;
}

Result<Kubeconfig> loadKubeconfig(const KubeconfigPlaces &places)
{
    QStringList files;
    bool mayBeMissing = true;
    if (!places.explicitFile.isEmpty()) {
        files = {places.explicitFile};
        mayBeMissing = false;
    } else if (!places.environmentList.isEmpty()) {
        files = places.environmentList.split(QDir::listSeparator(), Qt::SkipEmptyParts);
        files.removeDuplicates();
    } else if (!places.homeFile.isEmpty()) {
        files = {places.homeFile};
    }
    Kubeconfig config;
    for (const QString &file : files) {
        const Result<QByteArray> bytes = base::readFile(file);
        if (!bytes) {
            if (mayBeMissing && isMissing(bytes.error()))
                continue;
            return tl::unexpected(bytes.error());
        }
        const Result<Kubeconfig> one = parseKubeconfig(*bytes, QDir::current().absoluteFilePath(file));
        if (!one)
            return one;
        config = merge(std::move(config), *one);
    }
    return config;
}

} // namespace sluice::kube
