// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/duration.h"
#include "domain/parameter.h"
#include "domain/quantity.h"

#include <cmath>
#include <limits>

namespace sluice::domain {

namespace {

using base::Message;
using Id = ParameterId;

Message outOfRange(const Parameter &row, const QString &maximum)
{
    if (maximum.isEmpty())
        return {QStringLiteral("parameter.too-small"), {row.minimum}};
    return {QStringLiteral("parameter.out-of-range"), {row.minimum, maximum}};
}

/// Digits only, optionally with a sign: what Go's strconv reads as a 32-bit integer.
std::optional<qint64> wholeNumber(const QString &text)
{
    bool ok = false;
    const int value = text.toInt(&ok);
    const bool plain =
        std::all_of(text.begin(), text.end(), [](QChar c) { return c.isDigit() || c == u'-' || c == u'+'; });
    return ok && plain ? std::optional<qint64>(value) : std::nullopt;
}

std::optional<Message> checkCount(const Parameter &row, const QString &text, const QString &maximum)
{
    const auto value = wholeNumber(text);
    if (!value)
        return Message{QStringLiteral("parameter.not-whole"), {text}};
    if (*value < row.minimum.toLongLong() || (!maximum.isEmpty() && *value > maximum.toLongLong()))
        return outOfRange(row, maximum);
    return std::nullopt;
}

std::optional<Message> checkDuration(const Parameter &row, const QString &text)
{
    const auto value = parseGoDuration(text);
    if (!value)
        return Message{QStringLiteral("parameter.not-duration"), {text}};
    if (*value < *parseGoDuration(row.minimum) || *value > *parseGoDuration(row.maximum))
        return outOfRange(row, row.maximum);
    if (!isWholeSeconds(*value))
        return Message{QStringLiteral("parameter.not-whole-seconds"), {text}};
    return std::nullopt;
}

std::optional<Message> checkQuantity(const Parameter &row, const QString &text)
{
    const auto value = Quantity::parse(text);
    if (!value)
        return Message{row.kind == ParameterKind::Cpu ? QStringLiteral("parameter.not-cpu")
                                                      : QStringLiteral("parameter.not-memory"),
                       {text}};
    if (value->isNegative())
        return outOfRange(row, {});
    return std::nullopt;
}

class CrossCheck {
public:
    CrossCheck(const ParameterValues &values, std::vector<ParameterProblem> &problems)
        : m_values(values)
        , m_problems(problems)
    {
    }

    void run()
    {
        scale();
        request(Id::CpuLimit, Id::CpuRequest);
        request(Id::MemoryLimit, Id::MemoryRequest);
        notAbove(Id::ResponseStartTimeoutSeconds, Id::TimeoutSeconds);
        notAbove(Id::IdleTimeoutSeconds, Id::TimeoutSeconds);
        target();
    }

private:
    [[nodiscard]] std::optional<QString> text(Id id) const
    {
        const auto it = m_values.find(id);
        if (it == m_values.end() || checkValue(id, it->second))
            return std::nullopt;
        return it->second;
    }

    void add(std::vector<Id> ids, const QString &message, const QStringList &arguments)
    {
        m_problems.push_back({std::move(ids), {message, arguments}});
    }

    void scale()
    {
        const auto low = text(Id::MinScale);
        const auto high = text(Id::MaxScale);
        if (low && high && high->toLongLong() != 0 && low->toLongLong() > high->toLongLong())
            add({Id::MaxScale, Id::MinScale}, QStringLiteral("parameter.max-below-min"), {*high, *low});
    }

    void request(Id limitId, Id requestId)
    {
        const auto limit = text(limitId);
        const auto request = text(requestId);
        if (limit && request && *Quantity::parse(*limit) < *Quantity::parse(*request))
            add({limitId, requestId}, QStringLiteral("parameter.limit-below-request"), {*limit, *request});
    }

    void notAbove(Id id, Id totalId)
    {
        const auto part = text(id);
        const QString total = text(totalId).value_or(parameter(totalId).clusterDefault);
        if (part && part->toLongLong() > total.toLongLong())
            add({id, totalId}, QStringLiteral("parameter.above-timeout"), {*part, total});
    }

    /// With a hard limit per pod, a higher target can never be reached.
    void target()
    {
        const auto wanted = text(Id::Target);
        const auto hard = text(Id::ContainerConcurrency);
        if (wanted && hard && hard->toDouble() > 0 && wanted->toDouble() > hard->toDouble())
            add({Id::Target, Id::ContainerConcurrency}, QStringLiteral("parameter.target-above-concurrency"),
                {*wanted, *hard});
    }

    const ParameterValues &m_values;
    std::vector<ParameterProblem> &m_problems;
};

} // namespace

std::optional<Message> checkValue(ParameterId id, const QString &text, const ClusterLimits &limits)
{
    const Parameter &row = parameter(id);
    if (text.isEmpty())
        return Message{QStringLiteral("parameter.empty"), {}};
    switch (row.kind) {
    case ParameterKind::Count:
        if (id == Id::MaxScale && limits.maxScaleLimit > 0) {
            const auto value = wholeNumber(text);
            if (value && (*value == 0 || *value > limits.maxScaleLimit))
                return Message{QStringLiteral("parameter.over-cluster-limit"),
                               {QString::number(limits.maxScaleLimit)}};
        }
        return checkCount(row, text, row.maximum);
    case ParameterKind::Seconds:
        return checkCount(row, text, QString::number(limits.maxRevisionTimeoutSeconds));
    case ParameterKind::Decimal: {
        bool ok = false;
        const double value = text.toDouble(&ok);
        if (!ok || !std::isfinite(value))
            return Message{QStringLiteral("parameter.not-number"), {text}};
        return value < row.minimum.toDouble() ? std::optional(outOfRange(row, row.maximum)) : std::nullopt;
    }
    case ParameterKind::Duration:
        return checkDuration(row, text);
    case ParameterKind::Cpu:
    case ParameterKind::Memory:
        return checkQuantity(row, text);
    case ParameterKind::Text:
        break;
    }
    return std::nullopt;
}

std::vector<ParameterProblem> checkValues(const ParameterValues &values, const ClusterLimits &limits)
{
    std::vector<ParameterProblem> problems;
    for (const auto &[id, text] : values) {
        if (auto what = checkValue(id, text, limits))
            problems.push_back({{id}, std::move(*what)});
    }
    CrossCheck(values, problems).run();
    return problems;
}

} // namespace sluice::domain
