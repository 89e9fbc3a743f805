// SPDX-License-Identifier: GPL-3.0-or-later
#include "manifest/parameters.h"

#include "manifest/failure.h"
#include "manifest/file_set.h"
#include "manifest/names.h"
#include "manifest/parameter_paths.h"
#include "manifest/workset.h"

namespace sluice::manifest {

using base::Json;
using base::Result;
using domain::Parameter;
using domain::ParameterId;

const ParameterCell &ParameterColumn::cell(ParameterId id) const
{
    static const ParameterCell empty;
    const auto it = cells.find(id);
    return it == cells.end() ? empty : it->second;
}

domain::ParameterValues ParameterColumn::values() const
{
    domain::ParameterValues result;
    for (const auto &[id, cell] : cells) {
        if (const auto value = cell.effective())
            result[id] = value->text;
    }
    return result;
}

const ParameterColumn *ParameterTable::column(const QString &environment) const
{
    for (const ParameterColumn &column : columns) {
        if (column.environment == environment)
            return &column;
    }
    return nullptr;
}

std::vector<yaml::Path> pathsOf(const Parameter &parameter)
{
    const auto inTemplate = [](std::initializer_list<std::string_view> tail) {
        yaml::Path path = yaml::keys({"spec", "template"});
        for (const std::string_view step : tail)
            path.emplace_back(std::string(step));
        return path;
    };
    switch (parameter.place) {
    case domain::ParameterPlace::TemplateAnnotation: {
        std::vector<yaml::Path> paths{inTemplate({"metadata", "annotations", parameter.key.toStdString()})};
        if (!parameter.alias.isEmpty())
            paths.push_back(inTemplate({"metadata", "annotations", parameter.alias.toStdString()}));
        return paths;
    }
    case domain::ParameterPlace::TemplateSpec:
        return {inTemplate({"spec", parameter.key.toStdString()})};
    case domain::ParameterPlace::Container: {
        yaml::Path path = inTemplate({"spec", "containers"});
        path.emplace_back(std::size_t(0));
        const QStringList steps = parameter.key.split(u'.');
        for (const QString &step : steps)
            path.emplace_back(step.toStdString());
        return {path};
    }
    }
    return {};
}

std::optional<QString> textOf(const Json &value)
{
    if (value.is_string())
        return QString::fromStdString(value.get_ref<const std::string &>());
    if (value.is_number() || value.is_boolean())
        return QString::fromStdString(base::dump(value));
    return std::nullopt;
}

const WorkObject *findService(const std::vector<WorkObject> &objects, const QString &name)
{
    for (const WorkObject &object : objects) {
        const ObjectId id = object.id();
        if (!isKnativeService(id))
            continue;
        const QString declared = object.previous.empty() ? id.name : object.previous.front().name;
        if (name.isEmpty() || declared == name || id.name == name)
            return &object;
    }
    return nullptr;
}

std::optional<SetValue> findValue(const WorkObject &service, const Parameter &parameter)
{
    for (const yaml::Path &path : pathsOf(parameter)) {
        const Json *value = valueAt(service.object, path);
        const auto text = value ? textOf(*value) : std::nullopt;
        if (text)
            return SetValue{*text, path, service.sourceOf(path)};
    }
    return std::nullopt;
}

namespace {

ParameterColumn readColumn(const Project &project, const QString &environment, const QString &folder,
                           const QString &service)
{
    ParameterColumn column;
    column.environment = environment;
    const FileSet &files = project.fileSet();
    auto set = accumulate(files, folder);
    if (!set) {
        column.error = set.error();
        return column;
    }
    if (set->external) {
        column.error = base::Error(base::ValidationError{
            set->external->place.file, set->external->place.line, {}, set->external->reason});
        return column;
    }
    const WorkObject *now = findService(set->objects, service);
    if (!now) {
        column.error = base::Error(
            base::ValidationError{folder, 0, {}, {QStringLiteral("manifest.no-service"), {service}}});
        return column;
    }
    const WorkObject *before = findService(set->inherited, service);
    for (const Parameter &parameter : domain::parameters()) {
        ParameterCell cell;
        if (before) {
            if (const auto value = findValue(*before, parameter))
                cell.inherited = ParameterValue{value->text, originOf(files, value->source)};
        }
        if (const auto value = findValue(*now, parameter)) {
            if (set->ownFiles.contains(value->source.file))
                cell.own = ParameterValue{value->text, originOf(files, value->source)};
        } else if (cell.inherited) {
            cell.removedAt = originOf(files, now->sourceOf(pathsOf(parameter).front()));
        }
        if (cell.own || cell.inherited)
            column.cells.emplace(parameter.id, std::move(cell));
    }
    yaml::Path env = yaml::keys({"spec", "template", "spec", "containers"});
    env.emplace_back(std::size_t(0));
    env.emplace_back(std::string("env"));
    if (const Json *list = valueAt(now->object, env); list && list->is_array()) {
        for (const Json &entry : *list) {
            const QString name = base::stringAt(entry, "name");
            const Json *from = base::find(entry, {"valueFrom"});
            QString text = base::stringAt(entry, "value");
            if (from && from->is_object() && !from->empty()) {
                const Json &reference = *from->begin();
                text =
                    u'<' + base::stringAt(reference, "name") + u' ' + base::stringAt(reference, "key") + u'>';
            }
            column.environmentVariables.emplace_back(name, text);
        }
    }
    return column;
}

} // namespace

QStringList serviceNames(const Project &project)
{
    QStringList names;
    const auto collect = [&](const QString &folder) {
        const auto set = accumulate(project.fileSet(), folder);
        if (!set)
            return;
        for (const WorkObject &object : set->objects) {
            const ObjectId id = object.id();
            const QString declared = object.previous.empty() ? id.name : object.previous.front().name;
            if (isKnativeService(id) && !names.contains(declared))
                names.append(declared);
        }
    };
    if (!project.basePath().isEmpty())
        collect(project.basePath());
    for (const domain::Environment &environment : project.environments())
        collect(environment.overlay);
    return names;
}

Result<ParameterTable> parameterTable(const Project &project, const QString &service)
{
    ParameterTable table;
    const QStringList names = serviceNames(project);
    if (!service.isEmpty() && !names.contains(service))
        return failAt({project.root(), 0}, {}, QStringLiteral("manifest.no-service"), {service});
    table.service = service.isEmpty() && !names.isEmpty() ? names.first() : service;
    if (!project.basePath().isEmpty())
        table.columns.push_back(readColumn(project, {}, project.basePath(), table.service));
    for (const domain::Environment &environment : project.environments())
        table.columns.push_back(readColumn(project, environment.name, environment.overlay, table.service));
    return table;
}

} // namespace sluice::manifest
