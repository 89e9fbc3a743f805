// SPDX-License-Identifier: GPL-3.0-or-later
#include "lint/view.h"

#include "base/json.h"
#include "manifest/names.h"

#include <QRegularExpression>
#include <nlohmann/json.hpp>

namespace sluice::lint {

using base::Json;
using manifest::ObjectId;
using manifest::WorkObject;
using yaml::operator/;

namespace {

/// Paths of all scalars below \a value.
void scalars(const Json &value, yaml::Path &path, std::vector<yaml::Path> &out)
{
    if (value.is_object()) {
        for (const auto &[key, item] : value.items()) {
            path.emplace_back(key);
            scalars(item, path, out);
            path.pop_back();
        }
    } else if (value.is_array()) {
        for (std::size_t i = 0; i < value.size(); ++i) {
            path.emplace_back(i);
            scalars(value[i], path, out);
            path.pop_back();
        }
    } else {
        out.push_back(path);
    }
}

bool isPatchFor(const LayerPatch &patch, const Json &value, const ObjectId &id, const QStringList &names)
{
    if (patch.hasTarget && !patch.kind.isEmpty())
        return patch.kind == id.kind && (patch.name.isEmpty() || names.contains(patch.name));
    const ObjectId wanted = manifest::idOf(value);
    return wanted.kind == id.kind && wanted.group == id.group && names.contains(wanted.name);
}

} // namespace

QString withoutHash(const QString &name)
{
    // sigs.k8s.io/kustomize api/hasher: ten characters of these.
    static const QRegularExpression hash(QStringLiteral("-[bcdfghkmt2-9]{10}$"));
    const auto match = hash.match(name);
    return match.hasMatch() ? name.left(match.capturedStart()) : name;
}

QString Object::text(const char *path) const
{
    return base::stringAt(work.object, path);
}

const Object *Stage::find(QStringView group, QStringView kind, const QString &name,
                          const QString &where) const
{
    for (const Object &object : objects) {
        if (object.id.name == name && object.is(group, kind)
            && (where.isEmpty() || namespaceOf(object.id) == where))
            return &object;
    }
    return nullptr;
}

QString Stage::namespaceOf(const ObjectId &id) const
{
    return id.namespaceName.isEmpty() ? nameSpace : id.namespaceName;
}

View::View(const manifest::Project &p, const Options &o)
    : project(p)
    , files(p.fileSet())
    , options(o)
    , graph(p.fileSet())
{
    findDeclared();
    for (const domain::Environment &environment : project.environments()) {
        if (options.environments.isEmpty() || options.environments.contains(environment.name))
            addStage(environment);
    }
    addLooseFiles();
}

void View::findDeclared()
{
    std::set<QString> patches;
    for (const auto &[folder, layer] : graph.layers()) {
        for (const LayerPatch &patch : layer.patches)
            patches.insert(patch.file);
    }
    for (const auto &[path, file] : files.files()) {
        if (!file->documents || patches.contains(path))
            continue;
        for (const yaml::Document &document : *file->documents) {
            if (!document.value().is_object())
                continue;
            const ObjectId id = manifest::idOf(document.value());
            if (!id.kind.isEmpty() && !id.version.isEmpty() && !id.name.isEmpty()
                && id.group != u"kustomize.config.k8s.io")
                declared.push_back({path, &document, id});
        }
    }
}

void View::addStage(const domain::Environment &environment)
{
    Stage stage;
    stage.environment = environment.name;
    stage.folder = environment.overlay;
    stage.nameSpace = environment.namespaceName;
    stage.layers = graph.reach(environment.overlay);
    auto set = manifest::accumulate(files, environment.overlay);
    if (!set) {
        failures.emplace_back(environment.name, set.error());
    } else if (!set->external) {
        manifest::fixNameReferences(*set);
        stage.rendered = true;
        for (WorkObject &work : set->objects) {
            Object object;
            object.id = work.id();
            for (const ObjectId &before : work.previous)
                object.names.append(before.name);
            object.names.append(object.id.name);
            object.names.removeDuplicates();
            object.work = std::move(work);
            stage.objects.push_back(std::move(object));
        }
    } else if (const auto given = options.external.find(environment.name); given != options.external.end()) {
        if (!given->second) {
            failures.emplace_back(environment.name, given->second.error());
        } else {
            stage.rendered = true;
            for (const manifest::RenderedObject &rendered : given->second->objects) {
                Object object;
                object.id = manifest::idOf(*rendered.object);
                object.work = located(stage, *rendered.object, object.names);
                stage.objects.push_back(std::move(object));
            }
        }
    }
    stages.push_back(std::move(stage));
}

void View::addLooseFiles()
{
    std::set<QString> named;
    for (const auto &[folder, layer] : graph.layers())
        named.insert(layer.uses.begin(), layer.uses.end());
    Stage stage;
    stage.rendered = true;
    stage.loose = true;
    for (const Declared &entry : declared) {
        if (named.contains(entry.file))
            continue;
        Object object;
        object.id = entry.id;
        object.names.append(entry.id.name);
        object.work.object = entry.document->value();
        object.work.root = {entry.file, entry.document->index(), {}, 0};
        stage.objects.push_back(std::move(object));
    }
    if (!stage.objects.empty())
        stages.push_back(std::move(stage));
}

/// kustomize says what comes out and not from where: the declaration is looked for by kind and name with the prefixes,
/// suffixes and hashes of the layers taken off, and a value is traced to the last patch that writes the same.
WorkObject View::located(const Stage &stage, const Json &object, QStringList &names) const
{
    WorkObject work;
    work.object = object;
    const ObjectId id = manifest::idOf(object);
    QStringList candidates{id.name, withoutHash(id.name)};
    for (const Layer *layer : stage.layers) {
        const QString prefix = QString::fromStdString(layer->text("namePrefix"));
        const QString suffix = QString::fromStdString(layer->text("nameSuffix"));
        const QStringList before = candidates;
        for (QString name : before) {
            if (!prefix.isEmpty() && name.startsWith(prefix))
                name.remove(0, prefix.size());
            if (!suffix.isEmpty() && name.endsWith(suffix))
                name.chop(suffix.size());
            candidates.append(name);
        }
        candidates.removeDuplicates();
    }
    std::set<QString> reached;
    for (const Layer *layer : stage.layers) {
        for (const QString &file : layer->files)
            reached.insert(file);
    }
    const Declared *source = nullptr;
    for (const QString &name : std::as_const(candidates)) {
        for (const Declared &entry : declared) {
            if (!source && entry.id.kind == id.kind && entry.id.group == id.group && entry.id.name == name
                && reached.contains(entry.file))
                source = &entry;
        }
    }
    // The oldest name is what references are written with.
    for (auto it = candidates.crbegin(); it != candidates.crend(); ++it)
        names.append(*it);
    if (!source) {
        // Made by a generator or transformer of some layer.
        work.root = {stage.layers.empty() ? QString() : stage.layers.front()->file, 0, {}, 0};
        return work;
    }
    work.root = {source->file, source->document->index(), {}, 0};
    std::vector<yaml::Path> all;
    yaml::Path path;
    scalars(object, path, all);
    // Base first, so that the outermost layer has the last word.
    for (auto layer = stage.layers.rbegin(); layer != stage.layers.rend(); ++layer) {
        for (const LayerPatch &patch : (*layer)->patches) {
            for (const yaml::Document &document : patch.documents) {
                if (!document.value().is_object() || !isPatchFor(patch, document.value(), id, candidates))
                    continue;
                const int line = patch.isInline && (*layer)->document
                    ? (*layer)->document->locateNearest(patch.path()).keyLine
                    : 0;
                for (const yaml::Path &field : all) {
                    const Json *written = manifest::valueAt(document.value(), field);
                    if (written && *written == *manifest::valueAt(object, field))
                        work.fields[field] = {document.source(), document.index(), field, line};
                }
            }
        }
    }
    return work;
}

} // namespace sluice::lint
