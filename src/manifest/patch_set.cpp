// SPDX-License-Identifier: GPL-3.0-or-later
#include "manifest/patch_set.h"

#include "manifest/failure.h"

#include <QRegularExpression>

namespace sluice::manifest {

namespace {

using base::Json;
using base::Result;

Result<void> check(const LoadedPatch &patch)
{
    if (patch.isOperations()) {
        if (!patch.entry->target)
            return failAt(patch.entry->place, QStringLiteral("target"),
                          QStringLiteral("manifest.patch-needs-target"));
        if (patch.value.empty())
            return failAt(patch.place, {}, QStringLiteral("manifest.patch-empty"));
        return {};
    }
    const ObjectId id = patch.value.is_object() ? idOf(patch.value) : ObjectId{};
    if (id.kind.isEmpty() || id.name.isEmpty())
        return failAt(patch.place, QStringLiteral("metadata.name"),
                      QStringLiteral("manifest.patch-without-name"));
    return {};
}

Result<void> loadInline(const PatchEntry &entry, const QString &file, std::vector<LoadedPatch> &out)
{
    auto documents = yaml::parse(QByteArray::fromStdString(entry.text), file);
    if (!documents) {
        // Lines inside the text are not lines of the file: name the place where the text starts.
        const auto *decode = documents.error().get_if<base::DecodeError>();
        return failAt(entry.place, QStringLiteral("patch"), decode ? decode->what.id : QString(),
                      decode ? decode->what.arguments : QStringList());
    }
    for (const yaml::Document &document : *documents) {
        if (document.value().is_null())
            continue;
        out.push_back({&entry,
                       document.value(),
                       {file, document.index(), {}, std::max(1, entry.place.line)},
                       entry.place});
    }
    return {};
}

Result<void> loadFile(const FileSet &files, const PatchEntry &entry, const Kustomization &kustomization,
                      std::vector<LoadedPatch> &out)
{
    const QString path = entry.path.startsWith(u'/') ? QString() : joinPath(kustomization.folder, entry.path);
    if (path.isNull())
        return failAt(entry.place, QStringLiteral("patches"), QStringLiteral("manifest.outside-project"),
                      {entry.path});
    const FileSet::File *file = files.find(path);
    if (!file)
        return failAt(entry.place, QStringLiteral("patches"), QStringLiteral("manifest.missing-file"),
                      {entry.path});
    if (!isInside(path, kustomization.folder))
        return failAt(entry.place, QStringLiteral("patches"), QStringLiteral("manifest.file-outside-folder"),
                      {entry.path});
    if (!file->documents)
        return tl::unexpected(file->documents.error());
    // What starts with a bracket is read as JSON by kustomize, not as YAML.
    if (file->bytes.startsWith('[') && !base::parseJson(file->bytes.toStdString(), path))
        return failAt({path, 1}, {}, QStringLiteral("manifest.patch-not-json"));
    for (const yaml::Document &document : *file->documents) {
        if (document.value().is_null())
            continue;
        out.push_back({&entry, document.value(), {path, document.index(), {}, 0}, placeOf(document, {})});
    }
    return {};
}

QRegularExpression anchored(const QString &pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern));
}

} // namespace

Result<std::vector<LoadedPatch>> loadPatches(const FileSet &files, const Kustomization &kustomization)
{
    std::vector<LoadedPatch> loaded;
    for (const auto *list :
         {&kustomization.strategicMerges, &kustomization.patches, &kustomization.jsonPatches}) {
        for (const PatchEntry &entry : *list) {
            const std::size_t before = loaded.size();
            auto done = entry.path.isEmpty() ? loadInline(entry, kustomization.file, loaded)
                                             : loadFile(files, entry, kustomization, loaded);
            if (!done)
                return tl::unexpected(done.error());
            if (loaded.size() == before)
                return failAt(entry.place, QStringLiteral("patches"), QStringLiteral("manifest.patch-empty"));
            for (std::size_t i = before; i < loaded.size(); ++i) {
                if (auto ok = check(loaded[i]); !ok)
                    return tl::unexpected(ok.error());
            }
        }
    }
    return loaded;
}

Result<std::vector<std::size_t>> targetsOf(const LoadedPatch &patch, const std::vector<WorkObject> &objects)
{
    std::vector<std::size_t> found;
    if (!patch.entry->target) {
        const ObjectId wanted = idOf(patch.value);
        for (std::size_t i = 0; i < objects.size(); ++i) {
            if (objects[i].wasEver(wanted))
                found.push_back(i);
        }
        if (found.size() != 1) {
            return failAt(patch.place, QStringLiteral("metadata.name"),
                          found.empty() ? QStringLiteral("manifest.patch-no-object")
                                        : QStringLiteral("manifest.patch-several-objects"),
                          {wanted.text()});
        }
        return found;
    }
    const Target &target = *patch.entry->target;
    const auto fits = [&](const QString &pattern, const QString &text) {
        return pattern.isEmpty() || anchored(pattern).match(text).hasMatch();
    };
    for (const QString &pattern :
         {target.group, target.version, target.kind, target.name, target.namespaceName}) {
        if (!anchored(pattern).isValid())
            return failAt(patch.entry->place, QStringLiteral("target"),
                          QStringLiteral("manifest.bad-pattern"), {pattern});
    }
    for (std::size_t i = 0; i < objects.size(); ++i) {
        const ObjectId now = objects[i].id();
        if (!fits(target.group, now.group) || !fits(target.version, now.version)
            || !fits(target.kind, now.kind))
            continue;
        std::vector<ObjectId> names = objects[i].previous;
        names.push_back(now);
        const auto any = [&](const QString &pattern, QString ObjectId::*part) {
            return std::any_of(names.begin(), names.end(),
                               [&](const ObjectId &id) { return fits(pattern, id.*part); });
        };
        if (any(target.name, &ObjectId::name) && any(target.namespaceName, &ObjectId::namespaceName))
            found.push_back(i);
    }
    return found;
}

} // namespace sluice::manifest
