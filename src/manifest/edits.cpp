// SPDX-License-Identifier: GPL-3.0-or-later
#include "manifest/edits.h"

#include "manifest/edit_places.h"
#include "manifest/failure.h"
#include "manifest/file_set.h"
#include "manifest/parameters.h"

#include <set>

namespace sluice::manifest {

namespace {

using base::Result;

QString folderOfColumn(const Project &project, const QString &environment)
{
    if (environment.isEmpty())
        return project.basePath();
    const domain::Environment *found = project.environment(environment);
    return found ? found->overlay : QString();
}

/// Every cell must hold what was wished, or what it held before.
Result<void> check(const ParameterTable &before, const ParameterTable &after,
                   const std::vector<ParameterEdit> &edits)
{
    std::map<std::pair<QString, domain::ParameterId>, std::optional<QString>> wishes;
    for (const ParameterEdit &edit : edits)
        wishes[{edit.environment, edit.parameter}] = edit.value;
    for (const ParameterColumn &column : after.columns) {
        const ParameterColumn *old = before.column(column.environment);
        if (column.error && old && !old->error)
            return base::fail(*column.error);
        for (const domain::Parameter &parameter : domain::parameters()) {
            const auto &own = column.cell(parameter.id).own;
            const std::optional<QString> text = own ? std::optional(own->text) : std::nullopt;
            std::optional<QString> wanted;
            if (const auto wish = wishes.find({column.environment, parameter.id}); wish != wishes.end())
                wanted = wish->second;
            else if (old && old->cell(parameter.id).own)
                wanted = old->cell(parameter.id).own->text;
            if (text != wanted)
                return failAt(own ? own->origin : Origin{}, parameter.name,
                              QStringLiteral("manifest.edit-no-effect"),
                              {column.environment, wanted.value_or(QString()), text.value_or(QString())});
        }
    }
    return {};
}

} // namespace

Result<std::vector<FileEdit>> planEdits(const Project &project, const std::vector<ParameterEdit> &edits,
                                        const QString &service)
{
    const auto before = parameterTable(project, service);
    if (!before)
        return tl::unexpected(before.error());
    Project now = project;
    for (const ParameterEdit &edit : edits) {
        const ParameterColumn *column = before->column(edit.environment);
        if (!column)
            return failAt({}, QStringLiteral("environment"), QStringLiteral("manifest.no-environment"),
                          {edit.environment});
        if (column->error)
            return base::fail(*column->error);
        const domain::Parameter &parameter = domain::parameter(edit.parameter);
        if (!parameter.editable)
            return failAt({}, parameter.name, QStringLiteral("manifest.not-editable"), {parameter.name});
        ColumnEditor editor(now, folderOfColumn(project, edit.environment), before->service);
        const auto done = edit.value
            ? editor.set(edit.parameter, domain::normalisedValue(edit.parameter, *edit.value))
            : editor.clear(edit.parameter);
        if (!done)
            return tl::unexpected(done.error());
        now = editor.project();
    }
    const auto after = parameterTable(now, before->service);
    if (!after)
        return tl::unexpected(after.error());
    std::vector<ParameterEdit> wishes = edits;
    for (ParameterEdit &wish : wishes) {
        if (wish.value)
            wish.value = domain::normalisedValue(wish.parameter, *wish.value);
    }
    if (auto done = check(*before, *after, wishes); !done)
        return tl::unexpected(done.error());

    std::set<QString> paths;
    for (const QString &path : project.files())
        paths.insert(path);
    for (const QString &path : now.files())
        paths.insert(path);
    std::vector<FileEdit> result;
    for (const QString &path : paths) {
        FileEdit edit{path, project.bytes(path), now.bytes(path), {}};
        if (edit.before == edit.after && edit.before.isNull() == edit.after.isNull())
            continue;
        edit.hunks = hunks(edit.before, edit.after);
        result.push_back(std::move(edit));
    }
    return result;
}

Result<Project> withEdits(const Project &project, const std::vector<FileEdit> &edits)
{
    Project now = project;
    for (const FileEdit &edit : edits) {
        auto changed = now.with(edit.file, edit.after);
        if (!changed)
            return changed;
        now = std::move(*changed);
    }
    return now;
}

} // namespace sluice::manifest
