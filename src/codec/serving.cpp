// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/serving.h"

#include "base/json.h"
#include "base/shared_text.h"
#include "domain/parameter.h"

#include <nlohmann/json.hpp>

namespace sluice::codec {

using base::intAt;
using base::Json;
using base::stringAt;

namespace {

QDateTime timeAt(const Json &value, std::string_view path)
{
    return QDateTime::fromString(stringAt(value, path), Qt::ISODate);
}

const Json &arrayAt(const Json &value, std::string_view path)
{
    static const Json empty = Json::array();
    const Json *node = base::at(value, path);
    return node && node->is_array() ? *node : empty;
}

std::vector<domain::TrafficTarget> targets(const Json &object, std::string_view path)
{
    std::vector<domain::TrafficTarget> result;
    const Json &entries = arrayAt(object, path);
    result.reserve(entries.size());
    for (const Json &entry : entries) {
        domain::TrafficTarget target;
        target.revisionName = stringAt(entry, "revisionName");
        target.tag = stringAt(entry, "tag");
        target.url = stringAt(entry, "url");
        target.percent = int(intAt(entry, "percent"));
        const Json *latest = base::at(entry, "latestRevision");
        target.latestRevision = latest && latest->is_boolean() && latest->get<bool>();
        result.push_back(std::move(target));
    }
    return result;
}

std::optional<int> countAt(const Json &object, std::string_view path)
{
    const Json *node = base::at(object, path);
    if (!node || !node->is_number_integer())
        return std::nullopt;
    return node->get<int>();
}

} // namespace

QMap<QString, QString> stringMap(const Json &object, const char *field)
{
    QMap<QString, QString> map;
    const Json *node = base::find(object, {"metadata", field});
    if (!node || !node->is_object())
        return map;
    for (const auto &[key, value] : node->items()) {
        if (value.is_string())
            map.insert(base::sharedText(key), base::sharedText(value.get_ref<const std::string &>()));
    }
    return map;
}

namespace {

std::optional<QString> scalarText(const Json *node)
{
    if (!node || node->is_structured() || node->is_null())
        return std::nullopt;
    return base::sharedText(node->is_string() ? node->get_ref<const std::string &>() : base::dump(*node));
}

std::optional<QString> parameterValue(const Json &service, const domain::Parameter &parameter)
{
    const std::string key = parameter.key.toStdString();
    switch (parameter.place) {
    case domain::ParameterPlace::TemplateAnnotation: {
        const Json *annotations = base::at(service, "spec.template.metadata.annotations");
        if (!annotations)
            return std::nullopt;
        const auto value = scalarText(base::find(*annotations, {key}));
        return value || parameter.alias.isEmpty()
            ? value
            : scalarText(base::find(*annotations, {parameter.alias.toStdString()}));
    }
    case domain::ParameterPlace::TemplateSpec:
        return scalarText(base::at(service, "spec.template.spec." + key));
    case domain::ParameterPlace::Container: {
        const Json &containers = arrayAt(service, "spec.template.spec.containers");
        return containers.empty() ? std::nullopt : scalarText(base::at(containers.front(), key));
    }
    }
    return std::nullopt;
}

} // namespace

QMap<QString, QString> parameters(const Json &service)
{
    QMap<QString, QString> values;
    for (const domain::Parameter &parameter : domain::parameters()) {
        if (const auto value = parameterValue(service, parameter))
            values.insert(parameter.name, *value);
    }
    return values;
}

domain::Conditions conditions(const Json &object)
{
    domain::Conditions result;
    const Json &entries = arrayAt(object, "status.conditions");
    result.reserve(entries.size());
    for (const Json &entry : entries) {
        domain::Condition condition;
        condition.type = stringAt(entry, "type");
        const QString status = stringAt(entry, "status");
        condition.status = status == QLatin1String("True") ? domain::Condition::Status::True
            : status == QLatin1String("False")             ? domain::Condition::Status::False
                                                           : domain::Condition::Status::Unknown;
        condition.severity = stringAt(entry, "severity");
        condition.reason = stringAt(entry, "reason");
        condition.message = stringAt(entry, "message");
        condition.lastTransition = timeAt(entry, "lastTransitionTime");
        result.push_back(std::move(condition));
    }
    return result;
}

domain::Service service(const Json &object)
{
    domain::Service result;
    result.name = stringAt(object, "metadata.name");
    result.nameSpace = stringAt(object, "metadata.namespace");
    result.uid = stringAt(object, "metadata.uid");
    result.resourceVersion = stringAt(object, "metadata.resourceVersion");
    result.created = timeAt(object, "metadata.creationTimestamp");
    result.deletion = timeAt(object, "metadata.deletionTimestamp");
    result.generation = intAt(object, "metadata.generation");
    result.observedGeneration = intAt(object, "status.observedGeneration");
    result.conditions = conditions(object);
    result.url = stringAt(object, "status.url");
    result.latestCreatedRevision = stringAt(object, "status.latestCreatedRevisionName");
    result.latestReadyRevision = stringAt(object, "status.latestReadyRevisionName");
    result.traffic = targets(object, "spec.traffic");
    result.routed = targets(object, "status.traffic");
    result.labels = stringMap(object, "labels");
    result.annotations = stringMap(object, "annotations");
    result.lastModifier = result.annotations.value(QStringLiteral("serving.knative.dev/lastModifier"));
    result.parameters = parameters(object);
    return result;
}

domain::Revision revision(const Json &object)
{
    domain::Revision result;
    result.name = stringAt(object, "metadata.name");
    result.nameSpace = stringAt(object, "metadata.namespace");
    result.uid = stringAt(object, "metadata.uid");
    result.created = timeAt(object, "metadata.creationTimestamp");
    result.objectGeneration = intAt(object, "metadata.generation");
    result.observedGeneration = intAt(object, "status.observedGeneration");
    result.conditions = conditions(object);
    const QMap<QString, QString> labels = stringMap(object, "labels");
    const QMap<QString, QString> annotations = stringMap(object, "annotations");
    result.service = labels.value(QStringLiteral("serving.knative.dev/service"));
    result.generation =
        labels.value(QStringLiteral("serving.knative.dev/configurationGeneration")).toLongLong();
    result.creator = annotations.value(QStringLiteral("serving.knative.dev/creator"));
    result.maxScale =
        annotations.value(QStringLiteral("autoscaling.knative.dev/max-scale"),
                          annotations.value(QStringLiteral("autoscaling.knative.dev/maxScale")));
    result.actualReplicas = countAt(object, "status.actualReplicas");
    result.desiredReplicas = countAt(object, "status.desiredReplicas");
    const Json &containers = arrayAt(object, "spec.containers");
    if (!containers.empty())
        result.image = stringAt(containers.front(), "image");
    const Json &statuses = arrayAt(object, "status.containerStatuses");
    if (!statuses.empty())
        result.imageDigest = stringAt(statuses.front(), "imageDigest");
    return result;
}

domain::Pod pod(const Json &object)
{
    domain::Pod result;
    result.name = stringAt(object, "metadata.name");
    result.nameSpace = stringAt(object, "metadata.namespace");
    result.uid = stringAt(object, "metadata.uid");
    result.created = timeAt(object, "metadata.creationTimestamp");
    result.deleting = base::at(object, "metadata.deletionTimestamp") != nullptr;
    const QMap<QString, QString> labels = stringMap(object, "labels");
    result.service = labels.value(QStringLiteral("serving.knative.dev/service"));
    result.revision = labels.value(QStringLiteral("serving.knative.dev/revision"));
    result.phase = stringAt(object, "status.phase");
    for (const Json &container : arrayAt(object, "spec.containers"))
        result.containers.push_back(stringAt(container, "name"));
    const domain::Conditions podConditions = conditions(object);
    const domain::Condition *ready = domain::findCondition(podConditions, QStringLiteral("Ready"));
    result.ready = ready && ready->status == domain::Condition::Status::True;
    return result;
}

} // namespace sluice::codec
