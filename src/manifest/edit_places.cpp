// SPDX-License-Identifier: GPL-3.0-or-later
#include "manifest/edit_places.h"

#include "manifest/failure.h"
#include "manifest/file_set.h"
#include "manifest/kustomization.h"
#include "manifest/merge.h"
#include "manifest/names.h"
#include "manifest/parameter_paths.h"
#include "manifest/patch_set.h"
#include "manifest/workset.h"
#include "yaml/edit.h"
#include "yaml/emit.h"

namespace sluice::manifest {

namespace {

using base::Json;
using base::Result;
using domain::Parameter;
using yaml::operator/;

/// The value as the manifest holds it: annotations and quantities are strings, counts in the spec are numbers.
Json jsonOf(const Parameter &parameter, const QString &text)
{
    const bool isNumber = parameter.place == domain::ParameterPlace::TemplateSpec;
    bool ok = false;
    const qint64 number = text.toLongLong(&ok);
    return isNumber && ok ? Json(number) : Json(text.toStdString());
}

Result<yaml::Document> documentOf(const FileSet &files, const Source &source)
{
    const FileSet::File *file = files.find(source.file);
    if (source.isInline())
        return failAt({source.file, source.line}, {}, QStringLiteral("manifest.inline-patch"));
    if (!file || !file->documents || source.document >= file->documents->size())
        return failAt({source.file, 0}, {}, QStringLiteral("manifest.missing-file"), {source.file});
    return (*file->documents)[source.document];
}

bool isResourceFile(const Kustomization &kustomization, const QString &file)
{
    return std::any_of(
        kustomization.resources.begin(), kustomization.resources.end(),
        [&](const Reference &reference) { return joinPath(kustomization.folder, reference.text) == file; });
}

/// Mappings on the way to \a path that \a value has, as a count of steps.
std::size_t commonDepth(const Json &value, const yaml::Path &path)
{
    std::size_t depth = 0;
    while (depth < path.size()
           && valueAt(value, yaml::Path(path.begin(), path.begin() + std::ptrdiff_t(depth) + 1)))
        ++depth;
    return depth;
}

} // namespace

ColumnEditor::ColumnEditor(Project project, QString folder, QString service)
    : m_project(std::move(project))
    , m_folder(std::move(folder))
    , m_service(std::move(service))
{
}

Result<void> ColumnEditor::set(domain::ParameterId id, const QString &value)
{
    const Parameter &parameter = domain::parameter(id);
    const auto set = accumulate(m_project.fileSet(), m_folder);
    if (!set)
        return tl::unexpected(set.error());
    if (set->external)
        return failAt(set->external->place, {}, set->external->reason.id, set->external->reason.arguments);
    const WorkObject *service = findService(set->objects, m_service);
    if (!service)
        return failAt({m_folder, 0}, {}, QStringLiteral("manifest.no-service"), {m_service});
    const auto existing = findValue(*service, parameter);
    if (existing && set->ownFiles.contains(existing->source.file)) {
        const auto document = documentOf(m_project.fileSet(), existing->source);
        if (!document)
            return tl::unexpected(document.error());
        const auto edited = yaml::replaceScalar(*document, existing->source.path, jsonOf(parameter, value));
        if (!edited)
            return tl::unexpected(edited.error());
        return replaceFile(existing->source.file, edited->bytes());
    }
    const auto kustomization = readKustomization(m_project.fileSet(), m_folder, {});
    if (!kustomization)
        return tl::unexpected(kustomization.error());
    if (!isResourceFile(*kustomization, service->root.file))
        return addToPatches(parameter, value);
    // The column declares the Service itself: the value goes into its document.
    const auto document = documentOf(m_project.fileSet(), service->root);
    if (!document)
        return tl::unexpected(document.error());
    const auto edited = yaml::setValue(*document, pathsOf(parameter).front(), jsonOf(parameter, value));
    if (!edited)
        return tl::unexpected(edited.error());
    return replaceFile(service->root.file, edited->bytes());
}

Result<void> ColumnEditor::clear(domain::ParameterId id)
{
    const Parameter &parameter = domain::parameter(id);
    const auto set = accumulate(m_project.fileSet(), m_folder);
    if (!set)
        return tl::unexpected(set.error());
    if (set->external)
        return failAt(set->external->place, {}, set->external->reason.id, set->external->reason.arguments);
    const WorkObject *service = findService(set->objects, m_service);
    const auto existing = service ? findValue(*service, parameter) : std::nullopt;
    if (!existing || !set->ownFiles.contains(existing->source.file))
        return {};
    const Source &source = existing->source;
    const auto document = documentOf(m_project.fileSet(), source);
    if (!document)
        return tl::unexpected(document.error());
    yaml::Path path = source.path;
    std::size_t keep = 0;
    if (document->value().is_array() && !path.empty()) {
        // An operation that would be left with an empty value goes as a whole.
        bool whole = true;
        for (std::size_t length = 2; length < path.size(); ++length) {
            const Json *above =
                valueAt(document->value(), yaml::Path(path.begin(), path.begin() + std::ptrdiff_t(length)));
            whole = whole && above && above->size() == 1;
        }
        if (whole)
            path.resize(1);
        if (document->value().size() == 1 && path.size() == 1)
            return dropPatchFile(source.file);
    } else if (source.path.size() > 4 && std::holds_alternative<std::size_t>(path[4])) {
        keep = 5; // spec.template.spec.containers[0]: the container stays, whatever it loses
    }
    const auto edited = yaml::remove(*document, path, keep);
    if (!edited)
        return tl::unexpected(edited.error());
    return replaceFile(source.file, edited->bytes());
}

Result<void> ColumnEditor::replaceFile(const QString &file, const QByteArray &bytes)
{
    auto changed = m_project.with(file, bytes);
    if (!changed)
        return tl::unexpected(changed.error());
    m_project = std::move(*changed);
    return {};
}

Result<void> ColumnEditor::addToPatches(const Parameter &parameter, const QString &value)
{
    return parameter.place == domain::ParameterPlace::Container ? addOperation(parameter, value)
                                                                : addMerge(parameter, value);
}

Result<void> ColumnEditor::addMerge(const Parameter &parameter, const QString &value)
{
    const auto kustomization = readKustomization(m_project.fileSet(), m_folder, {});
    if (!kustomization)
        return tl::unexpected(kustomization.error());
    const auto patches = loadPatches(m_project.fileSet(), *kustomization);
    if (!patches)
        return tl::unexpected(patches.error());
    const yaml::Path path = pathsOf(parameter).front();
    // The patch of this Service that has most of the way already.
    const LoadedPatch *best = nullptr;
    std::size_t bestDepth = 0;
    for (const LoadedPatch &patch : *patches) {
        if (patch.isOperations() || patch.source.isInline())
            continue;
        const ObjectId id = idOf(patch.value);
        if (!isKnativeService(id) || id.name != m_service)
            continue;
        const std::size_t depth = commonDepth(patch.value, path);
        if (!best || depth > bestDepth) {
            best = &patch;
            bestDepth = depth;
        }
    }
    if (best) {
        const auto document = documentOf(m_project.fileSet(), best->source);
        if (!document)
            return tl::unexpected(document.error());
        const auto edited = yaml::setValue(*document, path, jsonOf(parameter, value));
        if (!edited)
            return tl::unexpected(edited.error());
        return replaceFile(best->source.file, edited->bytes());
    }
    const QString name = freeName(QStringLiteral("service-scaling"));
    const QString text =
        QStringLiteral("apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata:\n  name: %1\n")
            .arg(m_service);
    Json tree = jsonOf(parameter, value);
    for (std::size_t i = path.size(); i-- > 1;) {
        Json outer = Json::object();
        outer[std::get<std::string>(path[i])] = std::move(tree);
        tree = std::move(outer);
    }
    const QByteArray bytes = text.toUtf8() + QByteArray::fromStdString(yaml::emit(Json{{"spec", tree}}));
    if (auto done = replaceFile(joinPath(m_folder, name), bytes); !done)
        return done;
    return addPatchEntry(name, false);
}

Result<void> ColumnEditor::addOperation(const Parameter &parameter, const QString &value)
{
    const auto kustomization = readKustomization(m_project.fileSet(), m_folder, {});
    if (!kustomization)
        return tl::unexpected(kustomization.error());
    const auto set = accumulate(m_project.fileSet(), m_folder);
    const auto patches = loadPatches(m_project.fileSet(), *kustomization);
    if (!set || !patches)
        return tl::unexpected(set ? patches.error() : set.error());
    const WorkObject *service = findService(set->objects, m_service);
    if (!service)
        return failAt({m_folder, 0}, {}, QStringLiteral("manifest.no-service"), {m_service});
    // The operation adds the first mapping that is missing, with all below it.
    const yaml::Path path = pathsOf(parameter).front();
    const std::size_t depth = commonDepth(service->object, path);
    constexpr std::size_t containerDepth = 5; // spec.template.spec.containers[0]
    if (depth < containerDepth)
        return failAt(originOf(m_project.fileSet(), service->root), yaml::toString(path),
                      QStringLiteral("manifest.no-container"));
    const std::size_t length = std::min(depth + 1, path.size());
    Json tree = jsonOf(parameter, value);
    for (std::size_t i = path.size(); i-- > length;) {
        Json outer = Json::object();
        outer[std::get<std::string>(path[i])] = std::move(tree);
        tree = std::move(outer);
    }
    const yaml::Path place(path.begin(), path.begin() + std::ptrdiff_t(length));
    const Json operation{{"op", "add"}, {"path", yaml::toPointer(place)}, {"value", tree}};

    const LoadedPatch *last = nullptr;
    for (const LoadedPatch &patch : *patches) {
        if (!patch.isOperations() || patch.source.isInline())
            continue;
        const auto targets = targetsOf(patch, set->objects);
        if (targets && targets->size() == 1 && &set->objects[targets->front()] == service)
            last = &patch;
    }
    if (last) {
        const auto document = documentOf(m_project.fileSet(), last->source);
        if (!document)
            return tl::unexpected(document.error());
        const auto edited = yaml::appendItem(*document, {}, operation);
        if (!edited)
            return tl::unexpected(edited.error());
        return replaceFile(last->source.file, edited->bytes());
    }
    const yaml::Path container(path.begin(), path.begin() + containerDepth);
    const Json *containerName = valueAt(service->object, container / std::string("name"));
    QByteArray bytes;
    if (containerName && containerName->is_string()) {
        bytes = "- op: test\n  path: /spec/template/spec/containers/0/name\n  value: "
            + QByteArray::fromStdString(yaml::emit(*containerName));
    }
    const QString name = freeName(QStringLiteral("service-resources"));
    const QString file = joinPath(m_folder, name);
    bytes += "- op: add\n  path: " + QByteArray::fromStdString(yaml::toPointer(place)) + '\n';
    if (tree.is_object())
        bytes += "  value:\n    "
            + QByteArray::fromStdString(yaml::emit(tree)).trimmed().replace("\n", "\n    ") + '\n';
    else
        bytes += "  value: " + QByteArray::fromStdString(yaml::emit(tree));
    if (auto done = replaceFile(file, bytes); !done)
        return done;
    return addPatchEntry(name, true);
}

Result<void> ColumnEditor::addPatchEntry(const QString &fileName, bool withTarget)
{
    Json entry{{"path", fileName.toStdString()}};
    if (withTarget) {
        entry["target"] = {{"group", "serving.knative.dev"},
                           {"version", "v1"},
                           {"kind", "Service"},
                           {"name", m_service.toStdString()}};
    }
    const QString file = m_project.fileSet().kustomizationIn(m_folder);
    const FileSet::File *found = m_project.fileSet().find(file);
    if (!found || !found->documents || found->documents->empty())
        return failAt({file, 1}, {}, QStringLiteral("manifest.no-kustomization"), {m_folder});
    const yaml::Document &document = found->documents->front();
    const Json *list = base::find(document.value(), {"patches"});
    const auto edited = list && list->is_array() && !list->empty()
        ? yaml::appendItem(document, yaml::keys({"patches"}), entry)
        : yaml::addKey(document, {}, "patches", Json::array({entry}));
    if (!edited)
        return tl::unexpected(edited.error());
    return replaceFile(file, edited->bytes());
}

Result<void> ColumnEditor::dropPatchFile(const QString &file)
{
    const auto kustomization = readKustomization(m_project.fileSet(), m_folder, {});
    if (!kustomization)
        return tl::unexpected(kustomization.error());
    const auto entryIn = [&](const std::vector<PatchEntry> &entries,
                             const char *list) -> std::optional<yaml::Path> {
        for (const PatchEntry &entry : entries) {
            if (!entry.path.isEmpty() && joinPath(m_folder, entry.path) == file)
                return yaml::Path{std::string(list), entry.index};
        }
        return std::nullopt;
    };
    auto path = entryIn(kustomization->patches, "patches");
    if (!path)
        path = entryIn(kustomization->jsonPatches, "patchesJson6902");
    const FileSet::File *found = m_project.fileSet().find(kustomization->file);
    if (!path || !found || !found->documents)
        return failAt({file, 1}, {}, QStringLiteral("manifest.patch-empty"));
    const auto edited = yaml::remove(found->documents->front(), *path);
    if (!edited)
        return tl::unexpected(edited.error());
    if (auto done = replaceFile(kustomization->file, edited->bytes()); !done)
        return done;
    return replaceFile(file, {});
}

QString ColumnEditor::freeName(const QString &wanted) const
{
    for (int i = 1;; ++i) {
        const QString name =
            i == 1 ? wanted + QStringLiteral(".yaml") : QStringLiteral("%1-%2.yaml").arg(wanted).arg(i);
        if (!m_project.fileSet().find(joinPath(m_folder, name)))
            return name;
    }
}

} // namespace sluice::manifest
