// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/project_drafts.h"

#include "base/json.h"

#include <QCryptographicHash>
#include <QDir>
#include <nlohmann/json.hpp>

namespace sluice::session {

using base::Json;

QString projectKey(const QString &root)
{
    const QByteArray path = QDir(root).canonicalPath().toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().left(16));
}

QByteArray encodeDraft(const std::vector<ParameterChange> &changes)
{
    Json list = Json::array();
    for (const ParameterChange &change : changes) {
        Json entry = {{"column", change.column.toStdString()},
                      {"parameter", domain::parameter(change.parameter).name.toStdString()}};
        entry["value"] = change.after ? Json(change.after->toStdString()) : Json();
        list.push_back(std::move(entry));
    }
    return QByteArray::fromStdString(base::dump(Json{{"version", 1}, {"changes", list}}));
}

std::vector<ParameterChange> decodeDraft(const QByteArray &bytes)
{
    std::vector<ParameterChange> changes;
    const auto parsed =
        base::parseJson(std::string_view(bytes.constData(), size_t(bytes.size())), QStringLiteral("draft"));
    if (!parsed || base::intAt(*parsed, "version") != 1)
        return changes;
    const Json *list = base::at(*parsed, "changes");
    if (!list || !list->is_array())
        return changes;
    for (const Json &entry : *list) {
        const domain::Parameter *parameter = domain::findParameter(base::stringAt(entry, "parameter"));
        const Json *value = base::at(entry, "value");
        if (!parameter || !value || base::stringAt(entry, "column").isEmpty())
            continue;
        ParameterChange change;
        change.column = base::stringAt(entry, "column");
        change.parameter = parameter->id;
        if (value->is_string())
            change.after = QString::fromStdString(value->get<std::string>());
        changes.push_back(std::move(change));
    }
    return changes;
}

QByteArray planEvidence(const ApplyPlan &plan, const ApplyProgress &result)
{
    Json objects = Json::array();
    for (const PlannedObject &object : plan.objects) {
        Json changes = Json::array();
        for (const FieldChange &change : object.changes) {
            Json entry = {{"path", change.path.toStdString()}};
            if (object.kind != QLatin1String("Secret")) {
                entry["before"] = change.before.toStdString();
                entry["after"] = change.after.toStdString();
            }
            changes.push_back(std::move(entry));
        }
        objects.push_back({{"kind", object.kind.toStdString()},
                           {"namespace", object.nameSpace.toStdString()},
                           {"name", object.name.toStdString()},
                           {"changes", std::move(changes)}});
    }
    Json files = Json::array();
    for (const FileDiff &file : plan.files)
        files.push_back(file.file.toStdString());
    Json evidence = {{"version", 1},
                     {"objects", std::move(objects)},
                     {"files", std::move(files)},
                     {"sent", result.objectsSent},
                     {"revision", result.revision.toStdString()},
                     {"url", result.url.toStdString()}};
    if (result.error)
        evidence["error"] = base::debugText(*result.error).toStdString();
    return QByteArray::fromStdString(base::dump(evidence));
}

} // namespace sluice::session
