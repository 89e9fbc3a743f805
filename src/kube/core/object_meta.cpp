// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/core/object_meta.h"

#include "base/json.h"
#include "base/shared_text.h"

#include <QTimeZone>
#include <nlohmann/json.hpp>

namespace sluice::kube {

using base::Json;

namespace {

QMap<QString, QString> stringMap(const Json &object, std::string_view key)
{
    QMap<QString, QString> map;
    const Json *members = base::find(object, {key});
    if (!members || !members->is_object())
        return map;
    for (const auto &[name, value] : members->items()) {
        if (value.is_string())
            map.insert(base::sharedText(name), base::sharedText(value.get_ref<const std::string &>()));
    }
    return map;
}

QStringList stringList(const Json &object, std::string_view key)
{
    QStringList list;
    const Json *members = base::find(object, {key});
    if (!members || !members->is_array())
        return list;
    for (const Json &value : *members) {
        if (value.is_string())
            list.append(base::sharedText(value.get_ref<const std::string &>()));
    }
    return list;
}

std::vector<OwnerReference> owners(const Json &metadata)
{
    std::vector<OwnerReference> list;
    const Json *members = base::find(metadata, {"ownerReferences"});
    if (!members || !members->is_array())
        return list;
    for (const Json &value : *members) {
        if (!value.is_object())
            continue;
        const Json *controller = base::find(value, {"controller"});
        list.push_back({base::stringAt(value, "apiVersion"), base::stringAt(value, "kind"),
                        base::stringAt(value, "name"), base::stringAt(value, "uid"),
                        controller && controller->is_boolean() && controller->get<bool>()});
    }
    return list;
}

} // namespace

QDateTime parseTime(const QString &text)
{
    if (text.isEmpty())
        return {};
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    return time.isValid() ? time.toUTC() : QDateTime();
}

ObjectMeta metaOf(const Json &object)
{
    ObjectMeta meta;
    const Json *metadata = base::find(object, {"metadata"});
    if (!metadata || !metadata->is_object())
        return meta;
    meta.name = base::stringAt(*metadata, "name");
    meta.nameSpace = base::stringAt(*metadata, "namespace");
    meta.uid = base::stringAt(*metadata, "uid");
    meta.resourceVersion = base::stringAt(*metadata, "resourceVersion");
    meta.generation = base::intAt(*metadata, "generation");
    meta.creationTimestamp = parseTime(base::stringAt(*metadata, "creationTimestamp"));
    meta.deletionTimestamp = parseTime(base::stringAt(*metadata, "deletionTimestamp"));
    meta.labels = stringMap(*metadata, "labels");
    meta.annotations = stringMap(*metadata, "annotations");
    meta.finalizers = stringList(*metadata, "finalizers");
    meta.ownerReferences = owners(*metadata);
    return meta;
}

Gvk gvkOf(const Json &object)
{
    return Gvk::parse(base::stringAt(object, "apiVersion"), base::stringAt(object, "kind"));
}

ObjectRef refOf(const Json &object)
{
    return {gvkOf(object), base::stringAt(object, "metadata.namespace"),
            base::stringAt(object, "metadata.name")};
}

} // namespace sluice::kube
