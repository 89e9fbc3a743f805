// SPDX-License-Identifier: GPL-3.0-or-later
#include "yaml/tree.h"

#include "yaml/scalar.h"

#include <unordered_set>

namespace sluice::yaml {

namespace {

using base::DecodeError;
using base::fail;
using base::Json;
using base::Message;
using base::Result;

DecodeError errorAt(const Node &node, const QString &source, Message what)
{
    return {source, int(node.line) + 1, int(node.column) + 1, std::move(what)};
}

/// Makes the nodes of one document from its events.
class NodeBuilder {
public:
    NodeBuilder(std::vector<Event> &events, std::size_t &next, Tree &tree)
        : m_events(events)
        , m_next(next)
        , m_tree(tree)
    {
    }

    void build()
    {
        m_tree.begin = m_events[m_next].begin;
        ++m_next;
        std::vector<NodeId> open;
        for (; m_events[m_next].kind != Event::Kind::DocumentEnd; ++m_next) {
            Event &event = m_events[m_next];
            if (event.kind == Event::Kind::SequenceEnd || event.kind == Event::Kind::MappingEnd) {
                close(open.back(), event);
                open.pop_back();
                continue;
            }
            const NodeId id = add(event);
            if (open.empty())
                m_tree.root = id;
            else
                m_tree.nodes[open.back()].children.push_back(id);
            if (event.kind == Event::Kind::SequenceStart || event.kind == Event::Kind::MappingStart)
                open.push_back(id);
        }
        m_tree.end = m_events[m_next].end;
        ++m_next;
    }

private:
    NodeId add(Event &event)
    {
        const NodeId id = NodeId(m_tree.nodes.size());
        Node node;
        node.style = event.style;
        node.begin = event.begin;
        node.end = event.end;
        node.line = event.line;
        node.column = event.column;
        node.endLine = event.endLine;
        node.tag = std::move(event.tag);
        switch (event.kind) {
        case Event::Kind::Alias:
            node.kind = Node::Kind::Alias;
            node.target = m_anchors[event.anchor];
            m_tree.hasAliases = true;
            break;
        case Event::Kind::SequenceStart:
            node.kind = Node::Kind::Sequence;
            break;
        case Event::Kind::MappingStart:
            node.kind = Node::Kind::Mapping;
            break;
        default:
            node.text = std::move(event.text);
            // "!" on a quoted scalar and the quotes themselves say the same.
            if (!event.plainImplicit && node.tag.empty() && node.style == Style::Plain)
                node.tag = "!";
            break;
        }
        if (event.kind != Event::Kind::Alias && event.anchor != 0) {
            node.anchor = event.anchor;
            m_anchors.resize(std::max<std::size_t>(m_anchors.size(), event.anchor + 1), noNode);
            m_anchors[event.anchor] = id;
        }
        m_tree.nodes.push_back(std::move(node));
        return id;
    }

    void close(NodeId id, const Event &end)
    {
        Node &node = m_tree.nodes[id];
        if (node.style == Style::Flow) {
            node.end = end.end;
            node.endLine = end.endLine;
        } else if (!node.children.empty()) {
            // libyaml ends a block collection at the next token; its content ends with its last child.
            const Node &last = m_tree.nodes[node.children.back()];
            node.end = last.end;
            node.endLine = last.endLine;
        }
    }

    std::vector<Event> &m_events;
    std::size_t &m_next;
    Tree &m_tree;
    std::vector<NodeId> m_anchors;
};

/// What a node costs with every alias below it followed.
struct Cost {
    std::uint64_t nodes = 1;
    std::uint64_t bytes = 0;
    int depth = 0;
};

/// Finds alias bombs and loops before anything is built: children come after their parents in the vector, so
/// one pass from the back has every cost at hand, except behind aliases, which point backwards and are found in
/// a forward pass of their own.
class CostCheck {
public:
    CostCheck(const Tree &tree, const QString &source, const Limits &limits)
        : m_tree(tree)
        , m_source(source)
        , m_limits(limits)
        , m_costs(tree.nodes.size())
        , m_state(tree.nodes.size(), State::New)
    {
    }

    std::optional<DecodeError> run()
    {
        if (m_tree.root != noNode)
            visit(m_tree.root);
        return m_error;
    }

private:
    enum class State : std::uint8_t { New, Open, Done };

    // Recursion is bounded by the nesting that was written (Limits::depth): an alias is not entered, its target
    // is a node before it and therefore done, or still open, which is a loop.
    void visit(NodeId id)
    {
        m_state[id] = State::Open;
        const Node &node = m_tree.node(id);
        Cost cost;
        cost.bytes = node.text.size();
        if (node.kind == Node::Kind::Alias) {
            if (m_state[node.target] != State::Done)
                return failWith(node, {QStringLiteral("yaml.alias-loop"), {}});
            cost = m_costs[node.target];
        }
        for (const NodeId child : node.children) {
            visit(child);
            if (m_error)
                return;
            const Cost &below = m_costs[child];
            cost.nodes += below.nodes;
            cost.bytes += below.bytes;
            cost.depth = std::max(cost.depth, below.depth);
            if (cost.nodes > std::uint64_t(m_limits.expandedNodes)
                || cost.bytes > std::uint64_t(m_limits.expandedBytes))
                return failWith(
                    node, {QStringLiteral("yaml.alias-bomb"), {QString::number(m_limits.expandedNodes)}});
        }
        if (node.kind == Node::Kind::Mapping || node.kind == Node::Kind::Sequence)
            ++cost.depth;
        if (cost.depth > m_limits.depth)
            return failWith(node, {QStringLiteral("yaml.too-deep"), {QString::number(m_limits.depth)}});
        m_costs[id] = cost;
        m_state[id] = State::Done;
    }

    void failWith(const Node &node, Message what)
    {
        if (!m_error)
            m_error = errorAt(node, m_source, std::move(what));
    }

    const Tree &m_tree;
    const QString &m_source;
    const Limits &m_limits;
    std::vector<Cost> m_costs;
    std::vector<State> m_state;
    std::optional<DecodeError> m_error;
};

/// Turns nodes into the value that they mean. Depth and size were checked before.
class ValueBuilder {
public:
    ValueBuilder(const Tree &tree, const QString &source)
        : m_tree(tree)
        , m_source(source)
    {
    }

    Json build(NodeId id)
    {
        const Node &node = m_tree.node(m_tree.resolve(id));
        switch (node.kind) {
        case Node::Kind::Sequence: {
            Json list = Json::array();
            auto &items = list.get_ref<Json::array_t &>();
            items.reserve(node.children.size());
            for (const NodeId child : node.children)
                items.push_back(build(child));
            return list;
        }
        case Node::Kind::Mapping:
            return mapping(node);
        default:
            return scalar(node);
        }
    }

    std::optional<DecodeError> error;

private:
    Json scalar(const Node &node)
    {
        if (node.tag.empty()) {
            if (node.style != Style::Plain)
                return Json(node.text);
            Json value = resolvePlain(node.text);
            if (value.is_discarded()) {
                failWith(node, {QStringLiteral("yaml.no-json-number"), {QString::fromStdString(node.text)}});
                return {};
            }
            return value;
        }
        const auto value = resolveTagged(node.tag, node.text, node.style != Style::Plain);
        if (!value || value->is_discarded()) {
            failWith(node,
                     {QStringLiteral("yaml.bad-tag"),
                      {QString::fromStdString(node.text), QString::fromStdString(node.tag)}});
            return {};
        }
        return *value;
    }

    Json mapping(const Node &node)
    {
        Json object = Json::object();
        auto &entries = object.get_ref<Json::object_t &>();
        bool merges = false;
        for (std::size_t i = 0; i + 1 < node.children.size(); i += 2) {
            const Node &key = m_tree.node(m_tree.resolve(node.children[i]));
            if (m_tree.isMergeKey(key)) {
                if (merges)
                    failWith(key, {QStringLiteral("yaml.duplicate-key"), {QStringLiteral("<<")}});
                merges = true;
                continue;
            }
            const std::string *name = keyText(key);
            if (!name)
                continue;
            const auto [it, inserted] = entries.try_emplace(*name);
            if (!inserted) {
                failWith(m_tree.node(node.children[i]),
                         {QStringLiteral("yaml.duplicate-key"), {QString::fromStdString(*name)}});
                continue;
            }
            it->second = build(node.children[i + 1]);
        }
        if (merges)
            merge(node, entries);
        return object;
    }

    /// The text of a key that reads as a string; JSON has no other keys.
    const std::string *keyText(const Node &key)
    {
        if (key.kind != Node::Kind::Scalar) {
            failWith(key, {QStringLiteral("yaml.key-not-scalar"), {}});
            return nullptr;
        }
        if (key.style == Style::Plain && !scalar(key).is_string()) {
            failWith(key, {QStringLiteral("yaml.key-not-string"), {QString::fromStdString(key.text)}});
            return nullptr;
        }
        return &key.text;
    }

    void merge(const Node &node, Json::object_t &entries)
    {
        for (std::size_t i = 0; i + 1 < node.children.size(); i += 2) {
            const Node &key = m_tree.node(m_tree.resolve(node.children[i]));
            if (!m_tree.isMergeKey(key))
                continue;
            const Node &source = m_tree.node(m_tree.resolve(node.children[i + 1]));
            if (source.kind == Node::Kind::Mapping) {
                take(mapping(source), entries);
            } else if (source.kind == Node::Kind::Sequence) {
                for (const NodeId item : source.children) {
                    const Node &part = m_tree.node(m_tree.resolve(item));
                    if (part.kind != Node::Kind::Mapping)
                        return failWith(key, {QStringLiteral("yaml.bad-merge"), {}});
                    take(mapping(part), entries);
                }
            } else {
                failWith(key, {QStringLiteral("yaml.bad-merge"), {}});
            }
        }
    }

    static void take(Json source, Json::object_t &entries)
    {
        for (auto &[key, value] : source.get_ref<Json::object_t &>())
            entries.try_emplace(key, std::move(value));
    }

    void failWith(const Node &node, Message what)
    {
        if (!error)
            error = errorAt(node, m_source, std::move(what));
    }

    const Tree &m_tree;
    const QString &m_source;
};

} // namespace

NodeId Tree::resolve(NodeId id) const
{
    while (nodes[id].kind == Node::Kind::Alias)
        id = nodes[id].target;
    return id;
}

bool Tree::isMergeKey(const Node &key) const
{
    return key.kind == Node::Kind::Scalar && key.style == Style::Plain && key.text == "<<"
        && (key.tag.empty() || key.tag == "tag:yaml.org,2002:merge");
}

std::size_t Tree::keyIndex(const Node &mapping, std::string_view name) const
{
    for (std::size_t i = 0; i + 1 < mapping.children.size(); i += 2) {
        const Node &key = nodes[resolve(mapping.children[i])];
        if (key.kind == Node::Kind::Scalar && key.text == name && !isMergeKey(key))
            return i;
    }
    return std::string::npos;
}

Result<std::vector<Tree>> buildTrees(std::vector<Event> events, const QString &source, const Limits &limits)
{
    std::vector<Tree> trees;
    std::size_t next = 0;
    while (next < events.size()) {
        Tree tree;
        NodeBuilder(events, next, tree).build();
        if (auto error = CostCheck(tree, source, limits).run())
            return fail(*error);
        ValueBuilder builder(tree, source);
        if (tree.root != noNode)
            tree.value = builder.build(tree.root);
        if (builder.error)
            return fail(*builder.error);
        trees.push_back(std::move(tree));
    }
    return trees;
}

} // namespace sluice::yaml
