// SPDX-License-Identifier: GPL-3.0-or-later
#include "manifest/render.h"

#include "manifest/failure.h"
#include "manifest/file_set.h"
#include "manifest/kustomization.h"
#include "manifest/names.h"
#include "manifest/workset.h"
#include "yaml/emit.h"

namespace sluice::manifest {

using base::Json;
using base::Result;

Origin RenderedObject::originOf(const std::string &pointer) const
{
    // Longest pointer first; what is not listed stands in the declaring document.
    for (std::string at = pointer;;) {
        const auto it = fields.find(at);
        if (it != fields.end())
            return it->second;
        const std::size_t slash = at.rfind('/');
        if (slash == std::string::npos)
            return origin;
        at.resize(slash);
    }
}

namespace {

/// Lines of every value of the declaring document, so that origins need no document later.
void collectLines(const FileSet &files, const WorkObject &work, const Json &value, yaml::Path &path,
                  std::map<std::string, Origin> &out)
{
    if (!path.empty())
        out.emplace(yaml::toPointer(path), originOf(files, work.sourceOf(path)));
    if (value.is_object()) {
        for (const auto &[key, item] : value.items()) {
            path.emplace_back(key);
            collectLines(files, work, item, path, out);
            path.pop_back();
        }
    } else if (value.is_array()) {
        for (std::size_t i = 0; i < value.size(); ++i) {
            path.emplace_back(i);
            collectLines(files, work, value[i], path, out);
            path.pop_back();
        }
    }
}

} // namespace

Result<Render> renderFolder(const Project &project, const QString &folder)
{
    auto set = accumulate(project.fileSet(), folder);
    if (!set)
        return tl::unexpected(set.error());
    Render render;
    render.external = set->external;
    if (render.external)
        return render;
    fixNameReferences(*set);
    if (!set->fifoOrder)
        sortLegacy(set->objects);
    for (WorkObject &work : set->objects) {
        // kustomize leaves no empty annotations behind when it removes its own.
        if (auto metadata = work.object.find("metadata");
            metadata != work.object.end() && metadata->is_object()) {
            const auto annotations = metadata->find("annotations");
            if (annotations != metadata->end() && annotations->empty())
                metadata->erase(annotations);
        }
        RenderedObject object;
        const ObjectId id = work.id();
        object.apiVersion = id.group.isEmpty() ? id.version : id.group + u'/' + id.version;
        object.kind = id.kind;
        object.namespaceName = id.namespaceName;
        object.name = id.name;
        object.origin = originOf(project.fileSet(), work.root);
        yaml::Path path;
        collectLines(project.fileSet(), work, work.object, path, object.fields);
        object.object = std::make_shared<const Json>(std::move(work.object));
        render.objects.push_back(std::move(object));
    }
    return render;
}

Result<Render> render(const Project &project, const QString &environment)
{
    const domain::Environment *found = project.environment(environment);
    if (!found)
        return failAt({}, QStringLiteral("environment"), QStringLiteral("manifest.no-environment"),
                      {environment});
    return renderFolder(project, found->overlay);
}

QByteArray toYaml(const Render &render)
{
    std::vector<const Json *> values;
    values.reserve(render.objects.size());
    for (const RenderedObject &object : render.objects)
        values.push_back(object.object.get());
    return QByteArray::fromStdString(yaml::emitAll(values));
}

} // namespace sluice::manifest
