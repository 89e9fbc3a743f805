// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/selectors.h"

#include "base/json.h"
#include "sandbox/api/object_names.h"
#include "sandbox/store/resource_type.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <optional>

namespace sluice::sandbox {

using base::Json;

namespace {

std::optional<long long> number(const std::string &text)
{
    long long value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

} // namespace

/// Reads k8s.io/apimachinery's selector language (pkg/labels/selector.go describes it).
class LabelSelectorParser {
public:
    explicit LabelSelectorParser(const std::string &text)
        : m_text(text)
    {
    }

    Outcome<LabelSelector> parse()
    {
        LabelSelector selector;
        skipSpace();
        if (atEnd())
            return selector;
        for (;;) {
            auto requirement = parseRequirement();
            if (!requirement)
                return tl::unexpected(requirement.error());
            selector.m_requirements.push_back(std::move(*requirement));
            skipSpace();
            if (atEnd())
                return selector;
            if (!take(','))
                return wrong("found '" + rest() + "', expected: ',' or 'end of string'");
        }
    }

private:
    using Requirement = LabelSelector::Requirement;
    using Operator = LabelSelector::Operator;

    Outcome<Requirement> parseRequirement()
    {
        Requirement requirement;
        skipSpace();
        const bool negated = take('!');
        requirement.key = word();
        if (requirement.key.empty())
            return wrong("found '" + rest() + "', expected: !, identifier, or 'end of string'");
        if (negated) {
            requirement.op = Operator::Absent;
            return requirement;
        }
        skipSpace();
        if (atEnd() || peek() == ',')
            return requirement;
        if (take('=')) {
            take('=');
            requirement.op = Operator::In;
            requirement.values = {value()};
        } else if (take('!')) {
            if (!take('='))
                return wrong("found '" + rest() + "', expected: '='");
            requirement.op = Operator::NotIn;
            requirement.values = {value()};
        } else if (take('>') || take('<')) {
            requirement.op = m_text[m_at - 1] == '>' ? Operator::Greater : Operator::Less;
            requirement.values = {value()};
            const std::string &limit = requirement.values.front();
            if (!number(limit))
                return wrong("values[0]: Invalid value: \"" + limit
                             + "\": for 'Gt', 'Lt' operators, the value must be an integer");
        } else {
            const std::string op = word();
            if (op != "in" && op != "notin")
                return wrong("found '" + (op.empty() ? rest() : op)
                             + "', expected: in, notin, =, ==, !=, gt, lt");
            requirement.op = op == "in" ? Operator::In : Operator::NotIn;
            skipSpace();
            if (!take('('))
                return wrong("found '" + rest() + "' expected: '('");
            do {
                requirement.values.push_back(value());
                skipSpace();
            } while (take(','));
            if (!take(')'))
                return wrong("found '" + rest() + "', expected: ',' or ')'");
        }
        for (size_t i = 0; i < requirement.values.size(); ++i) {
            if (const std::string why = labelValueProblem(requirement.values[i]); !why.empty())
                return wrong("values[" + std::to_string(i) + "][" + requirement.key + "]: Invalid value: \""
                             + requirement.values[i] + "\": " + why);
        }
        return requirement;
    }

    tl::unexpected<Failure> wrong(const std::string &what) const
    {
        return tl::unexpected(badRequest("unable to parse requirement: " + what));
    }
    std::string value()
    {
        skipSpace();
        return word();
    }
    std::string word()
    {
        const size_t from = m_at;
        while (!atEnd() && std::string_view(" \t,()=!<>").find(peek()) == std::string_view::npos)
            ++m_at;
        return m_text.substr(from, m_at - from);
    }
    void skipSpace()
    {
        while (!atEnd() && (peek() == ' ' || peek() == '\t'))
            ++m_at;
    }
    bool take(char c)
    {
        if (atEnd() || peek() != c)
            return false;
        ++m_at;
        return true;
    }
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] char peek() const { return m_text[m_at]; }
    [[nodiscard]] std::string rest() const { return m_text.substr(m_at); }

    const std::string &m_text;
    size_t m_at = 0;
};

Outcome<LabelSelector> LabelSelector::parse(const std::string &text)
{
    return LabelSelectorParser(text).parse();
}

bool LabelSelector::matches(const Json &object) const
{
    const Json *labels = base::find(object, {"metadata", "labels"});
    return std::all_of(m_requirements.begin(), m_requirements.end(),
                       [labels](const Requirement &requirement) {
                           std::optional<std::string> value;
                           if (labels && labels->is_object()) {
                               const auto found = labels->find(requirement.key);
                               if (found != labels->end() && found->is_string())
                                   value = found->get<std::string>();
                           }
                           const auto listed = [&] {
                               return std::find(requirement.values.begin(), requirement.values.end(), *value)
                                   != requirement.values.end();
                           };
                           switch (requirement.op) {
                           case Operator::In:
                               return value && listed();
                           case Operator::NotIn:
                               return !value || !listed();
                           case Operator::Exists:
                               return value.has_value();
                           case Operator::Absent:
                               return !value;
                           case Operator::Greater:
                           case Operator::Less: {
                               const auto has = value ? number(*value) : std::nullopt;
                               const auto limit = number(requirement.values.front());
                               if (!has || !limit)
                                   return false;
                               return requirement.op == Operator::Greater ? *has > *limit : *has < *limit;
                           }
                           }
                           return false;
                       });
}

namespace {

/// Fields beside metadata.name and metadata.namespace (pkg/registry/*/strategy.go and pkg/apis/core/v1/conversion.go).
std::vector<std::string> selectableFields(const ResourceType &type)
{
    if (type.custom)
        return {};
    if (type.kind == "Pod")
        return {"spec.nodeName",    "spec.restartPolicy", "spec.schedulerName", "spec.serviceAccountName",
                "spec.hostNetwork", "status.phase",       "status.podIP",       "status.nominatedNodeName"};
    if (type.kind == "Event")
        return {"involvedObject.kind",
                "involvedObject.namespace",
                "involvedObject.name",
                "involvedObject.uid",
                "involvedObject.apiVersion",
                "involvedObject.resourceVersion",
                "involvedObject.fieldPath",
                "reason",
                "reportingComponent",
                "source",
                "type"};
    if (type.kind == "Secret")
        return {"type"};
    if (type.kind == "Namespace")
        return {"status.phase"};
    if (type.kind == "Service")
        return {"spec.clusterIP", "spec.type"};
    if (type.kind == "ReplicaSet")
        return {"status.replicas"};
    return {};
}

std::string fieldText(const Json &object, const std::string &field)
{
    if (field == "source")
        return base::textAt(object, "source.component", base::textAt(object, "reportingComponent"));
    const Json *value = base::at(object, field);
    if (!value)
        return field == "spec.hostNetwork" ? "false" : std::string();
    return value->is_string() ? value->get<std::string>() : base::dump(*value);
}

} // namespace

Outcome<FieldSelector> FieldSelector::parse(const ResourceType &type, const std::string &text)
{
    FieldSelector selector;
    const std::vector<std::string> known = selectableFields(type);
    size_t from = 0;
    while (from < text.size()) {
        const size_t to = std::min(text.find(',', from), text.size());
        const std::string term = text.substr(from, to - from);
        from = to + 1;
        if (term.empty())
            continue;
        const size_t equals = term.find('=');
        if (equals == std::string::npos || equals == 0)
            return tl::unexpected(
                badRequest("invalid selector: '" + text + "'; can't understand '" + term + '\''));
        Term parsed;
        parsed.equal = term[equals - 1] != '!';
        parsed.field = term.substr(0, parsed.equal ? equals : equals - 1);
        parsed.value = term.substr(equals + (term.compare(equals, 2, "==") == 0 ? 2 : 1));
        if (parsed.field != "metadata.name" && parsed.field != "metadata.namespace"
            && std::find(known.begin(), known.end(), parsed.field) == known.end())
            return tl::unexpected(badRequest(
                known.empty() && !type.custom && type.kind != "Node"
                    ? '"' + parsed.field
                        + "\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\""
                    : "field label not supported: " + parsed.field));
        selector.m_terms.push_back(std::move(parsed));
    }
    return selector;
}

bool FieldSelector::matches(const Json &object) const
{
    return std::all_of(m_terms.begin(), m_terms.end(), [&object](const Term &term) {
        return (fieldText(object, term.field) == term.value) == term.equal;
    });
}

} // namespace sluice::sandbox
