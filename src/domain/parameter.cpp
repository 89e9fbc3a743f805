// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/parameter.h"

#include "domain/duration.h"
#include "domain/quantity.h"

namespace sluice::domain {

namespace {

Parameter make(ParameterId id, const QString &name, ParameterGroup group, ParameterKind kind,
               ParameterPlace place, const QString &key)
{
    Parameter parameter;
    parameter.id = id;
    parameter.name = name;
    parameter.group = group;
    parameter.kind = kind;
    parameter.place = place;
    parameter.key = key;
    parameter.labelId = QStringLiteral("parameter.") + name;
    parameter.meaningId = parameter.labelId + QStringLiteral(".meaning");
    return parameter;
}

Parameter annotation(ParameterId id, const QString &name, ParameterKind kind, const QString &alias)
{
    Parameter parameter = make(id, name, ParameterGroup::Scaling, kind, ParameterPlace::TemplateAnnotation,
                               QStringLiteral("autoscaling.knative.dev/") + name);
    if (!alias.isEmpty())
        parameter.alias = QStringLiteral("autoscaling.knative.dev/") + alias;
    return parameter;
}

Parameter resource(ParameterId id, const QString &name, ParameterKind kind, const QString &key)
{
    Parameter parameter = make(id, name, ParameterGroup::Resources, kind, ParameterPlace::Container,
                               QStringLiteral("resources.") + key);
    parameter.unit = kind == ParameterKind::Cpu ? QStringLiteral("cores") : QStringLiteral("bytes");
    parameter.minimum = QStringLiteral("0");
    return parameter;
}

Parameter field(ParameterId id, const QString &name, const QString &key, const QString &clusterDefault,
                const QString &maximum)
{
    Parameter parameter = make(id, name, ParameterGroup::Concurrency, ParameterKind::Seconds,
                               ParameterPlace::TemplateSpec, key);
    parameter.unit = QStringLiteral("s");
    parameter.clusterDefault = clusterDefault;
    parameter.minimum = QStringLiteral("0");
    parameter.maximum = maximum;
    return parameter;
}

std::vector<Parameter> makeTable()
{
    using Id = ParameterId;
    using Kind = ParameterKind;
    std::vector<Parameter> rows;

    Parameter minScale =
        annotation(Id::MinScale, QStringLiteral("min-scale"), Kind::Count, QStringLiteral("minScale"));
    minScale.unit = QStringLiteral("pods");
    minScale.clusterDefault = QStringLiteral("0");
    minScale.minimum = QStringLiteral("0");
    rows.push_back(minScale);

    Parameter maxScale =
        annotation(Id::MaxScale, QStringLiteral("max-scale"), Kind::Count, QStringLiteral("maxScale"));
    maxScale.unit = QStringLiteral("pods");
    maxScale.clusterDefault = QStringLiteral("0");
    maxScale.minimum = QStringLiteral("0");
    rows.push_back(maxScale);

    Parameter target = annotation(Id::Target, QStringLiteral("target"), Kind::Decimal, {});
    target.unit = QStringLiteral("requests");
    target.clusterDefault = QStringLiteral("100");
    target.minimum = QStringLiteral("0.01");
    rows.push_back(target);

    Parameter delay = annotation(Id::ScaleDownDelay, QStringLiteral("scale-down-delay"), Kind::Duration,
                                 QStringLiteral("scaleDownDelay"));
    delay.unit = QStringLiteral("s");
    delay.clusterDefault = QStringLiteral("0s");
    delay.minimum = QStringLiteral("0s");
    delay.maximum = QStringLiteral("1h");
    rows.push_back(delay);

    Parameter window = annotation(Id::StableWindow, QStringLiteral("window"), Kind::Duration, {});
    window.unit = QStringLiteral("s");
    window.clusterDefault = QStringLiteral("60s");
    window.minimum = QStringLiteral("6s");
    window.maximum = QStringLiteral("1h");
    rows.push_back(window);

    rows.push_back(
        resource(Id::CpuRequest, QStringLiteral("cpu-request"), Kind::Cpu, QStringLiteral("requests.cpu")));
    rows.push_back(
        resource(Id::CpuLimit, QStringLiteral("cpu-limit"), Kind::Cpu, QStringLiteral("limits.cpu")));
    rows.push_back(resource(Id::MemoryRequest, QStringLiteral("memory-request"), Kind::Memory,
                            QStringLiteral("requests.memory")));
    rows.push_back(resource(Id::MemoryLimit, QStringLiteral("memory-limit"), Kind::Memory,
                            QStringLiteral("limits.memory")));

    Parameter concurrency =
        make(Id::ContainerConcurrency, QStringLiteral("container-concurrency"), ParameterGroup::Concurrency,
             Kind::Count, ParameterPlace::TemplateSpec, QStringLiteral("containerConcurrency"));
    concurrency.unit = QStringLiteral("requests");
    concurrency.clusterDefault = QStringLiteral("0");
    concurrency.minimum = QStringLiteral("0");
    concurrency.maximum = QStringLiteral("1000");
    rows.push_back(concurrency);

    rows.push_back(field(Id::TimeoutSeconds, QStringLiteral("timeout"), QStringLiteral("timeoutSeconds"),
                         QStringLiteral("300"), QStringLiteral("600")));
    rows.push_back(field(Id::ResponseStartTimeoutSeconds, QStringLiteral("response-start-timeout"),
                         QStringLiteral("responseStartTimeoutSeconds"), QStringLiteral("300"),
                         QStringLiteral("600")));
    rows.push_back(field(Id::IdleTimeoutSeconds, QStringLiteral("idle-timeout"),
                         QStringLiteral("idleTimeoutSeconds"), {}, QStringLiteral("600")));

    Parameter image = make(Id::Image, QStringLiteral("image"), ParameterGroup::Image, Kind::Text,
                           ParameterPlace::Container, QStringLiteral("image"));
    image.editable = false;
    rows.push_back(image);
    return rows;
}

const std::vector<Parameter> &table()
{
    static const std::vector<Parameter> rows = makeTable();
    return rows;
}

} // namespace

std::span<const Parameter> parameters()
{
    return table();
}

const Parameter &parameter(ParameterId id)
{
    // The table is in the order of the enumeration; a test holds that.
    return table()[std::size_t(id)];
}

const Parameter *findParameter(const QString &name)
{
    for (const Parameter &row : table()) {
        if (row.name == name)
            return &row;
    }
    return nullptr;
}

QString normalisedValue(ParameterId, const QString &text)
{
    return text.trimmed();
}

bool sameValue(ParameterId id, const QString &a, const QString &b)
{
    if (a == b)
        return true;
    switch (parameter(id).kind) {
    case ParameterKind::Duration: {
        const auto left = parseGoDuration(a);
        const auto right = parseGoDuration(b);
        return left && right && *left == *right;
    }
    case ParameterKind::Cpu:
    case ParameterKind::Memory: {
        const auto left = Quantity::parse(a);
        const auto right = Quantity::parse(b);
        return left && right && *left == *right;
    }
    case ParameterKind::Count:
    case ParameterKind::Seconds:
    case ParameterKind::Decimal: {
        bool okLeft = false;
        bool okRight = false;
        const double left = a.toDouble(&okLeft);
        const double right = b.toDouble(&okRight);
        return okLeft && okRight && left == right;
    }
    case ParameterKind::Text:
        break;
    }
    return false;
}

QString readValue(ParameterId id, const QString &text)
{
    switch (parameter(id).kind) {
    case ParameterKind::Duration:
        if (const auto duration = parseGoDuration(text))
            return readDuration(*duration);
        break;
    case ParameterKind::Seconds: {
        bool ok = false;
        const qint64 seconds = text.toLongLong(&ok);
        if (ok && seconds >= 0 && seconds < 1'000'000'000)
            return readDuration(std::chrono::seconds(seconds));
        break;
    }
    case ParameterKind::Cpu:
        if (const auto quantity = Quantity::parse(text))
            return readCpu(*quantity);
        break;
    case ParameterKind::Memory:
        if (const auto quantity = Quantity::parse(text))
            return readMemory(*quantity);
        break;
    default:
        break;
    }
    return text;
}

} // namespace sluice::domain
