// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/table_parser.h"

#include "base/json.h"

#include <nlohmann/json.hpp>

namespace sluice::schema {

namespace {

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    return text;
}

/// Splits at spaces outside of parentheses.
std::vector<std::string> words(std::string_view text)
{
    std::vector<std::string> result;
    std::string word;
    int depth = 0;
    for (const char c : text) {
        if (c == ' ' && depth == 0) {
            if (!word.empty())
                result.push_back(std::exchange(word, {}));
            continue;
        }
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        word += c;
    }
    if (!word.empty())
        result.push_back(word);
    return result;
}

/// "map(a,b)" is the flag "map" with the argument "a,b".
bool isFlag(const std::string &word, std::string_view name, std::string *argument = nullptr)
{
    if (!word.starts_with(name))
        return false;
    if (word.size() == name.size())
        return true;
    if (word[name.size()] != '(' || word.back() != ')')
        return false;
    if (argument)
        *argument = word.substr(name.size() + 1, word.size() - name.size() - 2);
    return true;
}

std::vector<std::string> split(const std::string &text)
{
    std::vector<std::string> parts;
    size_t from = 0;
    while (from <= text.size()) {
        const size_t to = std::min(text.find(',', from), text.size());
        parts.push_back(text.substr(from, to - from));
        from = to + 1;
    }
    return parts;
}

struct Scalar {
    const char *name;
    Shape shape;
    const char *format;
};
constexpr Scalar scalars[] = {
    {"string", Shape::String, ""},
    {"int32", Shape::Integer, "int32"},
    {"int64", Shape::Integer, "int64"},
    {"number", Shape::Number, "double"},
    {"bool", Shape::Boolean, ""},
    {"intstr", Shape::IntOrString, "int-or-string"},
    {"quantity", Shape::Quantity, ""},
    {"time", Shape::String, "date-time"},
    {"microtime", Shape::String, "date-time"},
    {"bytes", Shape::String, "byte"},
    {"any", Shape::Any, ""},
};

/// A default as it stands in the table: JSON where it parses, else a word.
std::string jsonOf(const std::string &text)
{
    if (base::parseJson(text, QStringLiteral("default")))
        return text;
    return base::dump(base::Json(text));
}

} // namespace

void TableParser::read(std::string_view table)
{
    Definition *current = nullptr;
    while (!table.empty()) {
        const size_t end = std::min(table.find('\n'), table.size());
        const std::string_view line = trimmed(table.substr(0, end));
        table.remove_prefix(std::min(end + 1, table.size()));
        if (line.empty())
            continue;
        const size_t bar = line.find(" | ");
        const std::string description(bar == std::string_view::npos ? std::string_view()
                                                                    : trimmed(line.substr(bar + 3)));
        std::vector<std::string> head = words(line.substr(0, bar));
        if (line.front() == '@') {
            Definition definition;
            definition.name = head.front().substr(1);
            definition.description = description;
            definition.flags.assign(head.begin() + 1, head.end());
            current = &(m_definitions[definition.name] = std::move(definition));
        } else if (line.front() == '#') {
            if (head.size() < 5) {
                m_errors.push_back("kind line: " + std::string(line));
                continue;
            }
            KindDefinition kind;
            kind.kind.group = head[1] == "-" ? std::string() : head[1];
            kind.kind.version = head[2];
            kind.kind.kind = head[3];
            kind.kind.custom = head[4] == "custom";
            kind.kind.description = description;
            kind.body.name = head[3];
            kind.body.description = description;
            m_kinds.push_back(std::move(kind));
            current = &m_kinds.back().body;
        } else if (current) {
            current->lines.emplace_back(line);
        } else {
            m_errors.push_back("field outside of a type: " + std::string(line));
        }
    }
}

std::vector<KindSchema> TableParser::build()
{
    static const std::string head[] = {
        "apiVersion string | Version of the API that the object is written in, as group/version.",
        "kind string | Name of the object's kind.",
        "metadata ObjectMeta default({}) | Name, labels, annotations and what the server keeps about the "
        "object.",
    };
    std::vector<KindSchema> result;
    for (KindDefinition &definition : m_kinds) {
        auto root = std::make_shared<Node>();
        definition.body.lines.insert(definition.body.lines.begin(), std::begin(head), std::end(head));
        fill(*root, definition.body);
        definition.kind.root = std::move(root);
        result.push_back(definition.kind);
    }
    return result;
}

void TableParser::fill(Node &node, const Definition &definition)
{
    node.shape = Shape::Object;
    node.typeName = definition.name;
    node.description = definition.description;
    for (const std::string &flag : definition.flags) {
        if (flag == "atomic")
            node.atomic = true;
        else if (flag == "preserve")
            node.preserveUnknown = true;
        else
            m_errors.push_back("flag " + flag + " of type " + definition.name);
    }
    for (const std::string &line : definition.lines)
        node.fields.push_back(field(line));
}

std::shared_ptr<const Node> TableParser::namedType(const std::string &name)
{
    if (const auto known = m_named.find(name); known != m_named.end())
        return known->second;
    auto node = std::make_shared<Node>();
    m_named.emplace(name, node); // before its fields, which may refer to it
    const auto definition = m_definitions.find(name);
    if (definition == m_definitions.end())
        m_errors.push_back("unknown type " + name);
    else
        fill(*node, definition->second);
    return node;
}

std::shared_ptr<const Node> TableParser::type(const std::string &text)
{
    if (text.starts_with("[]") || text.starts_with("{}")) {
        auto node = std::make_shared<Node>();
        node->shape = text.front() == '[' ? Shape::List : Shape::Map;
        node->element = type(text.substr(2));
        return node;
    }
    if (text == "object") {
        auto node = std::make_shared<Node>();
        node->shape = Shape::Object;
        node->preserveUnknown = true;
        return node;
    }
    for (const Scalar &scalar : scalars) {
        if (text == scalar.name) {
            auto node = std::make_shared<Node>();
            node->shape = scalar.shape;
            node->format = scalar.format;
            return node;
        }
    }
    return namedType(text);
}

std::shared_ptr<const Node> TableParser::typeWith(const std::string &text,
                                                  const std::vector<std::string> &flags)
{
    std::shared_ptr<const Node> plain = type(text);
    if (flags.empty())
        return plain;
    auto node = std::make_shared<Node>(*plain); // only scalars, lists and maps carry flags of a field
    for (const std::string &flag : flags) {
        std::string argument;
        if (isFlag(flag, "set")) {
            node->listType = ListType::Set;
        } else if (isFlag(flag, "map", &argument)) {
            node->listType = ListType::Map;
            node->listKeys = split(argument);
        } else if (isFlag(flag, "atomic")) {
            node->atomic = true;
        } else if (isFlag(flag, "enum", &argument)) {
            node->enumValues = split(argument);
        } else if (isFlag(flag, "min", &argument)) {
            node->minimum = std::stod(argument);
        } else if (isFlag(flag, "max", &argument)) {
            node->maximum = std::stod(argument);
        }
    }
    return node;
}

Field TableParser::field(const std::string &line)
{
    const size_t bar = line.find(" | ");
    const std::vector<std::string> head = words(std::string_view(line).substr(0, bar));
    Field result;
    if (head.size() < 2) {
        m_errors.push_back("field line: " + line);
        result.node = std::make_shared<Node>();
        return result;
    }
    result.name = head[0];
    if (bar != std::string::npos)
        result.description = trimmed(std::string_view(line).substr(bar + 3));
    std::vector<std::string> ofNode;
    for (size_t i = 2; i < head.size(); ++i) {
        const std::string &flag = head[i];
        std::string argument;
        if (flag == "required")
            result.required = true;
        else if (flag == "immutable")
            result.immutable = true;
        else if (flag == "retainkeys")
            result.patchRetainKeys = true;
        else if (isFlag(flag, "default", &argument))
            result.defaultJson = jsonOf(argument);
        else if (isFlag(flag, "merge", &argument)) {
            result.patchMerge = true;
            result.patchMergeKey = argument;
        } else if (isFlag(flag, "since", &argument))
            result.since = argument;
        else if (isFlag(flag, "until", &argument))
            result.until = argument;
        else if (isFlag(flag, "set") || isFlag(flag, "map") || isFlag(flag, "atomic") || isFlag(flag, "enum")
                 || isFlag(flag, "min") || isFlag(flag, "max"))
            ofNode.push_back(flag);
        else
            m_errors.push_back("flag " + flag + " in: " + line);
    }
    result.node = typeWith(head[1], ofNode);
    return result;
}

} // namespace sluice::schema
