// SPDX-License-Identifier: GPL-3.0-or-later
#include "lint/argo_sources.h"

#include "base/json.h"

#include <QRegularExpression>
#include <nlohmann/json.hpp>

namespace sluice::lint {

using base::Json;

namespace {

/// The folder of the project that a path of the repository leads to: the project may be any folder of it.
QString folderFor(const View &view, const QString &path)
{
    QStringList folders;
    for (const auto &[file, content] : view.files.files())
        folders.append(manifest::folderOf(file));
    folders.removeDuplicates();
    const QString wanted = manifest::joinPath({}, path);
    QString best;
    for (const QString &folder : std::as_const(folders)) {
        if (folder == wanted
            || (!folder.isEmpty() && wanted.endsWith(u'/' + folder) && folder.size() > best.size()))
            best = folder;
    }
    return best;
}

/// Every text with {{key}}, {{.key}} and {{ .key }} filled in from \a values.
Json filled(const Json &value, const Json &values)
{
    if (value.is_string()) {
        QString text = QString::fromStdString(value.get<std::string>());
        for (const auto &[key, item] : values.items()) {
            if (!item.is_primitive())
                continue;
            const QRegularExpression pattern(
                QStringLiteral("\\{\\{\\s*\\.?%1\\s*\\}\\}")
                    .arg(QRegularExpression::escape(QString::fromStdString(key))));
            text.replace(
                pattern,
                QString::fromStdString(item.is_string() ? item.get<std::string>() : base::dump(item)));
        }
        return text.toStdString();
    }
    Json result = value;
    if (value.is_structured()) {
        for (Json &item : result)
            item = filled(item, values);
    }
    return result;
}

void addApplication(const View &view, const Declared &declared, const Json &name, const Json &spec,
                    yaml::Path path, std::vector<ArgoSource> &out)
{
    std::vector<std::string> paths;
    if (const Json *source = base::find(spec, {"source"}); source && source->contains("path"))
        paths.push_back(base::textAt(*source, "path"));
    if (const Json *several = base::find(spec, {"sources"}); several && several->is_array()) {
        for (const Json &source : *several) {
            if (source.contains("path"))
                paths.push_back(base::textAt(source, "path"));
        }
    }
    for (const std::string &text : paths) {
        ArgoSource entry;
        entry.name = name.is_string() ? QString::fromStdString(name.get<std::string>()) : declared.id.name;
        entry.declared = &declared;
        entry.path = path;
        entry.spec = std::make_shared<const Json>(spec);
        entry.destination =
            base::stringAt(spec, "destination.server") + u'|' + base::stringAt(spec, "destination.name");
        entry.nameSpace = base::stringAt(spec, "destination.namespace");
        entry.folder = folderFor(view, QString::fromStdString(text));
        out.push_back(std::move(entry));
    }
}

} // namespace

std::vector<ArgoSource> argoSources(const View &view)
{
    std::vector<ArgoSource> found;
    for (const Declared &declared : view.declared) {
        if (declared.id.group != u"argoproj.io")
            continue;
        const Json &object = declared.document->value();
        if (declared.id.kind == u"Application") {
            if (const Json *spec = base::find(object, {"spec"}))
                addApplication(view, declared, base::textAt(object, "metadata.name"), *spec,
                               yaml::keys({"spec"}), found);
            continue;
        }
        const Json *generators = base::find(object, {"spec", "generators"});
        const Json *spec = base::find(object, {"spec", "template", "spec"});
        if (declared.id.kind != u"ApplicationSet" || !generators || !generators->is_array() || !spec)
            continue;
        for (const Json &generator : *generators) {
            const Json *elements = base::find(generator, {"list", "elements"});
            if (!elements || !elements->is_array())
                continue;
            for (const Json &values : *elements) {
                if (values.is_object())
                    addApplication(view, declared,
                                   filled(base::textAt(object, "spec.template.metadata.name"), values),
                                   filled(*spec, values), yaml::keys({"spec", "template", "spec"}), found);
            }
        }
    }
    return found;
}

} // namespace sluice::lint
