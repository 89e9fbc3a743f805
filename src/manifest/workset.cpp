// SPDX-License-Identifier: GPL-3.0-or-later
#include "manifest/workset.h"

#include "manifest/failure.h"
#include "manifest/file_set.h"
#include "manifest/kustomization.h"
#include "manifest/names.h"
#include "manifest/patch_set.h"
#include "manifest/transform.h"

namespace sluice::manifest {

namespace {

using base::Json;
using base::Result;

/// Walks the folders; one walk at a time.
class Accumulator {
public:
    explicit Accumulator(const FileSet &files)
        : m_files(files)
    {
    }

    Result<WorkSet> folder(const QString &folder, const Origin &referrer)
    {
        if (m_open.contains(folder)) {
            QStringList chain = m_open.mid(m_open.indexOf(folder));
            chain.append(folder);
            return failAt(referrer, QStringLiteral("resources"), QStringLiteral("manifest.cycle"),
                          {chain.join(QStringLiteral(" \u2192 "))});
        }
        const bool outermost = m_open.isEmpty();
        auto kustomization = readKustomization(m_files, folder, referrer);
        if (!kustomization)
            return tl::unexpected(kustomization.error());
        WorkSet set;
        set.external = kustomization->external;
        if (set.external)
            return set;
        set.nameReferences = kustomization->nameReferences;
        set.fifoOrder = kustomization->fifoOrder;
        set.ownFiles.insert(kustomization->file);
        m_open.append(folder);
        for (const Reference &reference : kustomization->resources) {
            if (auto done = resource(*kustomization, reference, set, outermost); !done)
                return tl::unexpected(done.error());
            if (set.external)
                return set;
        }
        m_open.removeLast();
        auto patches = loadPatches(m_files, *kustomization);
        if (!patches)
            return tl::unexpected(patches.error());
        for (const LoadedPatch &patch : *patches)
            set.ownFiles.insert(patch.source.file);
        if (auto done = transform(*kustomization, *patches, set, m_files); !done)
            return tl::unexpected(done.error());
        return set;
    }

private:
    Result<void> resource(const Kustomization &kustomization, const Reference &reference, WorkSet &set,
                          bool outermost)
    {
        if (isRemote(reference.text)) {
            set.external =
                ExternalNeed{reference.place, {QStringLiteral("manifest.remote-base"), {reference.text}}};
            return {};
        }
        const QString path =
            reference.text.startsWith(u'/') ? QString() : joinPath(kustomization.folder, reference.text);
        if (path.isNull())
            return failAt(reference.place, QStringLiteral("resources"),
                          QStringLiteral("manifest.outside-project"), {reference.text});
        if (m_files.find(path)) {
            // kustomize reads single files only from the kustomization's own folder or below.
            if (!isInside(path, kustomization.folder))
                return failAt(reference.place, QStringLiteral("resources"),
                              QStringLiteral("manifest.file-outside-folder"), {reference.text});
            return file(path, reference, set);
        }
        if (!m_files.hasFolder(path))
            return failAt(reference.place, QStringLiteral("resources"),
                          QStringLiteral("manifest.missing-file"), {reference.text});
        auto below = folder(path, reference.place);
        if (!below)
            return tl::unexpected(below.error());
        if (below->external) {
            set.external = below->external;
            return {};
        }
        for (WorkObject &object : below->objects) {
            if (auto done = add(set, std::move(object), reference.place); !done)
                return done;
            if (outermost)
                set.inherited.push_back(set.objects.back());
        }
        set.namesChanged = set.namesChanged || below->namesChanged;
        std::move(below->nameReferences.begin(), below->nameReferences.end(),
                  std::back_inserter(set.nameReferences));
        return {};
    }

    Result<void> file(const QString &path, const Reference &reference, WorkSet &set)
    {
        const FileSet::File &file = *m_files.find(path);
        if (!file.documents)
            return tl::unexpected(file.documents.error());
        set.ownFiles.insert(path);
        for (const yaml::Document &document : *file.documents) {
            if (document.value().is_null())
                continue;
            const ObjectId id = idOf(document.value());
            if (!document.value().is_object() || id.kind.isEmpty())
                return failAt(placeOf(document, {}), QStringLiteral("kind"),
                              QStringLiteral("manifest.object-without-kind"));
            if (id.kind.endsWith(QLatin1String("List")) && document.value().contains("items")) {
                set.external = ExternalNeed{placeOf(document, {}),
                                            {QStringLiteral("manifest.needs-kustomize"), {id.kind}}};
                return {};
            }
            if (id.version.isEmpty())
                return failAt(placeOf(document, {}), QStringLiteral("apiVersion"),
                              QStringLiteral("manifest.object-without-version"));
            if (id.name.isEmpty())
                return failAt(placeOf(document, yaml::keys({"metadata"})), QStringLiteral("metadata.name"),
                              QStringLiteral("manifest.object-without-name"));
            WorkObject object;
            object.object = document.value();
            object.root = {path, document.index(), {}, 0};
            if (auto done = add(set, std::move(object), reference.place); !done)
                return done;
        }
        return {};
    }

    static Result<void> add(WorkSet &set, WorkObject object, const Origin &place)
    {
        const ObjectId id = object.id();
        for (const WorkObject &other : set.objects) {
            if (other.id().sameObject(id))
                return failAt(place, QStringLiteral("resources"), QStringLiteral("manifest.duplicate-object"),
                              {id.text(), other.root.file});
        }
        set.objects.push_back(std::move(object));
        return {};
    }

    const FileSet &m_files;
    QStringList m_open;
};

} // namespace

bool ObjectId::sameObject(const ObjectId &other) const
{
    const auto effective = [](const QString &ns) { return ns.isEmpty() ? QStringLiteral("default") : ns; };
    return group == other.group && version == other.version && kind == other.kind && name == other.name
        && effective(namespaceName) == effective(other.namespaceName);
}

QString ObjectId::text() const
{
    return namespaceName.isEmpty() ? kind + u' ' + name : kind + u' ' + namespaceName + u'/' + name;
}

ObjectId idOf(const Json &object)
{
    const QString apiVersion = base::stringAt(object, "apiVersion");
    const qsizetype slash = apiVersion.indexOf(u'/');
    return {slash < 0 ? QString() : apiVersion.left(slash), apiVersion.mid(slash + 1),
            base::stringAt(object, "kind"), base::stringAt(object, "metadata.name"),
            base::stringAt(object, "metadata.namespace")};
}

ObjectId WorkObject::id() const
{
    return idOf(object);
}

bool WorkObject::wasEver(const ObjectId &wanted) const
{
    return id().sameObject(wanted) || std::any_of(previous.begin(), previous.end(), [&](const ObjectId &old) {
               return old.sameObject(wanted);
           });
}

Source WorkObject::sourceOf(const yaml::Path &path) const
{
    for (std::size_t length = path.size() + 1; length-- > 0;) {
        const auto it = fields.find(yaml::Path(path.begin(), path.begin() + std::ptrdiff_t(length)));
        if (it == fields.end())
            continue;
        Source source = it->second;
        source.path.insert(source.path.end(), path.begin() + std::ptrdiff_t(length), path.end());
        return source;
    }
    Source source = root;
    source.path.insert(source.path.end(), path.begin(), path.end());
    return source;
}

void WorkObject::wrote(const yaml::Path &path, Source source)
{
    for (auto it = fields.lower_bound(path); it != fields.end();) {
        const bool below =
            it->first.size() >= path.size() && std::equal(path.begin(), path.end(), it->first.begin());
        if (!below)
            break;
        it = fields.erase(it);
    }
    fields[path] = std::move(source);
}

const Json *valueAt(const Json &value, const yaml::Path &path)
{
    const Json *node = &value;
    for (const yaml::Step &step : path) {
        if (const auto *index = std::get_if<std::size_t>(&step)) {
            if (!node->is_array() || *index >= node->size())
                return nullptr;
            node = &(*node)[*index];
            continue;
        }
        if (!node->is_object())
            return nullptr;
        const auto it = node->find(std::get<std::string>(step));
        if (it == node->end())
            return nullptr;
        node = &*it;
    }
    return node;
}

Origin originOf(const FileSet &files, const Source &source)
{
    if (source.isInline())
        return {source.file, source.line};
    const FileSet::File *file = files.find(source.file);
    if (!file || !file->documents || source.document >= file->documents->size())
        return {source.file, 1};
    return placeOf((*file->documents)[source.document], source.path);
}

Result<WorkSet> accumulate(const FileSet &files, const QString &folder)
{
    return Accumulator(files).folder(folder, placeOfOverlay(files, folder));
}

} // namespace sluice::manifest
