// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/event_filter.h"

#include "domain/cesql.h"

#include <algorithm>
#include <optional>

namespace sluice::domain {

namespace {

using Dialect = EventFilter::Dialect;

/// What filters see of an attribute: the standard ones are always there, as "" when the event does not have them, and an
/// absent time is Go's zero time.
std::optional<AttributeValue> lookedUp(const CloudEvent &event, const QString &name)
{
    static const QString standard[] = {QStringLiteral("specversion"), QStringLiteral("type"),
                                       QStringLiteral("source"),      QStringLiteral("subject"),
                                       QStringLiteral("id"),          QStringLiteral("time"),
                                       QStringLiteral("dataschema"),  QStringLiteral("datacontenttype")};
    if (name == QLatin1String("schemaurl"))
        return lookedUp(event, QStringLiteral("dataschema"));
    if (name == QLatin1String("datamediatype")) // the content type without its parameters
        return event.text(QStringLiteral("datacontenttype")).section(u';', 0, 0).trimmed();
    if (const AttributeValue *value = event.attribute(name))
        return *value;
    if (name == QLatin1String("time"))
        return QStringLiteral("0001-01-01T00:00:00Z");
    if (name == QLatin1String("datacontentencoding")
        || std::find(std::begin(standard), std::end(standard), name) != std::end(standard))
        return QString();
    return std::nullopt;
}

bool isMatch(Dialect dialect, const QString &value, const QString &wanted)
{
    if (dialect == Dialect::Prefix)
        return value.startsWith(wanted);
    if (dialect == Dialect::Suffix)
        return value.endsWith(wanted);
    return value == wanted;
}

FilterVerdict judgeAttributes(const EventFilter &filter, const CloudEvent &event)
{
    for (const auto &[name, wanted] : filter.attributes) {
        if (name.isEmpty() || wanted.isEmpty())
            return FilterVerdict::NoFilter; // invalid: Knative leaves such a filter out
    }
    if (filter.attributes.empty())
        return FilterVerdict::NoFilter;
    for (const auto &[name, wanted] : filter.attributes) {
        const auto value = lookedUp(event, name);
        if (!value || !isMatch(filter.dialect, attributeText(*value), wanted))
            return FilterVerdict::Fail;
    }
    return FilterVerdict::Pass;
}

FilterVerdict judgeAll(const std::vector<EventFilter> &filters, const CloudEvent &event)
{
    FilterVerdict verdict = FilterVerdict::NoFilter;
    for (const EventFilter &filter : filters) {
        verdict = judge(filter, event);
        if (verdict == FilterVerdict::Fail)
            return verdict;
    }
    return verdict;
}

FilterVerdict judgeAny(const std::vector<EventFilter> &filters, const CloudEvent &event)
{
    FilterVerdict verdict = FilterVerdict::NoFilter;
    for (const EventFilter &filter : filters) {
        verdict = judge(filter, event);
        if (verdict == FilterVerdict::Pass)
            return verdict;
    }
    return verdict;
}

FilterVerdict judgeExpression(const QString &expression, const CloudEvent &event)
{
    if (expression.isEmpty())
        return FilterVerdict::NoFilter;
    const auto parsed = CeSql::parse(expression);
    if (!parsed)
        return FilterVerdict::NoFilter;
    const auto value = parsed->evaluate(event);
    const bool *result = value ? std::get_if<bool>(&*value) : nullptr;
    return result && *result ? FilterVerdict::Pass : FilterVerdict::Fail;
}

} // namespace

QString attributeText(const AttributeValue &value)
{
    if (const auto *flag = std::get_if<bool>(&value))
        return *flag ? QStringLiteral("true") : QStringLiteral("false");
    if (const auto *number = std::get_if<qint32>(&value))
        return QString::number(*number);
    return std::get<QString>(value);
}

const AttributeValue *CloudEvent::attribute(const QString &name) const
{
    const auto found = attributes.find(name);
    return found == attributes.end() ? nullptr : &found->second;
}

QString CloudEvent::text(const QString &name) const
{
    const AttributeValue *value = attribute(name);
    return value ? attributeText(*value) : QString();
}

FilterVerdict judge(const EventFilter &filter, const CloudEvent &event)
{
    switch (filter.dialect) {
    case Dialect::Exact:
    case Dialect::Prefix:
    case Dialect::Suffix:
        return judgeAttributes(filter, event);
    case Dialect::All:
        return judgeAll(filter.filters, event);
    case Dialect::Any:
        return judgeAny(filter.filters, event);
    case Dialect::Not: {
        const FilterVerdict inner =
            filter.filters.empty() ? FilterVerdict::NoFilter : judge(filter.filters.front(), event);
        if (inner == FilterVerdict::NoFilter)
            return inner;
        return inner == FilterVerdict::Pass ? FilterVerdict::Fail : FilterVerdict::Pass;
    }
    case Dialect::CeSql:
        return judgeExpression(filter.expression, event);
    }
    return FilterVerdict::NoFilter;
}

FilterVerdict judge(const TriggerFilter &filter, const CloudEvent &event)
{
    if (!filter.filters.empty())
        return judgeAll(filter.filters, event);
    if (filter.attributes.empty())
        return FilterVerdict::NoFilter;
    for (const auto &[name, wanted] : filter.attributes) {
        const auto value = lookedUp(event, name);
        const QString *text = value ? std::get_if<QString>(&*value) : nullptr;
        if (!value)
            return FilterVerdict::Fail;
        // The empty value asks for something to be there; any other one must be that very string, not a number like it.
        if (wanted.isEmpty() ? text && text->isEmpty() : !text || *text != wanted)
            return FilterVerdict::Fail;
    }
    return FilterVerdict::Pass;
}

bool passes(const TriggerFilter &filter, const CloudEvent &event)
{
    return judge(filter, event) != FilterVerdict::Fail;
}

bool isFilterAttributeName(const QString &name)
{
    const auto isLower = [](QChar c) { return c >= u'a' && c <= u'z'; };
    return !name.isEmpty() && isLower(name.front()) && std::all_of(name.begin(), name.end(), [&](QChar c) {
        return isLower(c) || (c >= u'0' && c <= u'9');
    });
}

} // namespace sluice::domain
