// SPDX-License-Identifier: GPL-3.0-or-later
#include "yaml/edit.h"

#include "yaml/scalar.h"
#include "yaml/text_writer.h"
#include "yaml/tree.h"

#include <array>
#include <cstddef>

namespace sluice::yaml {

namespace {

using base::fail;
using base::Json;
using base::Message;
using base::Result;
using base::ValidationError;

tl::unexpected<base::Error> refuse(const Document &document, const Path &path, const QString &id,
                                   const QStringList &arguments = {})
{
    return fail(ValidationError{
        document.source(), document.locateNearest(path).line, toString(path), {id, arguments}});
}

/// The nodes on the way to a value.
struct Way {
    std::vector<NodeId> nodes; ///< root first
    std::vector<std::size_t> places; ///< index in the parent's children of the value, for nodes[i + 1]
};

/// Walks \a path through what is written there. An alias or merge key on the way is a reason to refuse.
Result<Way> walk(const Document &document, const Path &path)
{
    const Tree &tree = document.tree();
    if (document.readOnlyReason())
        return refuse(document, path, document.readOnlyReason()->id, document.readOnlyReason()->arguments);
    if (tree.root == noNode)
        return refuse(document, path, QStringLiteral("yaml.edit-no-such-value"));
    Way way;
    way.nodes.push_back(tree.root);
    const auto checkAnchor = [&](const Node &node) {
        return node.kind == Node::Kind::Alias || (node.anchor != 0 && tree.hasAliases);
    };
    if (checkAnchor(tree.node(tree.root)))
        return refuse(document, path, QStringLiteral("yaml.edit-alias"));
    for (const Step &step : path) {
        const Node &node = tree.node(way.nodes.back());
        std::size_t place = 0;
        if (const auto *index = std::get_if<std::size_t>(&step)) {
            if (node.kind != Node::Kind::Sequence || *index >= node.children.size())
                return refuse(document, path, QStringLiteral("yaml.edit-no-such-value"));
            place = *index;
        } else {
            if (node.kind != Node::Kind::Mapping)
                return refuse(document, path, QStringLiteral("yaml.edit-no-such-value"));
            const std::size_t key = tree.keyIndex(node, std::get<std::string>(step));
            if (key == std::string::npos) {
                const bool merged = document.locate(path).has_value();
                return refuse(document, path,
                              merged ? QStringLiteral("yaml.edit-merge-key")
                                     : QStringLiteral("yaml.edit-no-such-value"));
            }
            if (tree.node(node.children[key]).kind == Node::Kind::Alias)
                return refuse(document, path, QStringLiteral("yaml.edit-alias"));
            place = key + 1;
        }
        way.places.push_back(place);
        way.nodes.push_back(node.children[place]);
        if (checkAnchor(tree.node(way.nodes.back())))
            return refuse(document, path, QStringLiteral("yaml.edit-alias"));
    }
    return way;
}

/// Bytes of a text as lines.
class Lines {
public:
    explicit Lines(const QByteArray &bytes)
        : m_bytes(bytes)
    {
    }
    /// Offset of the first byte of the line that holds \a offset.
    [[nodiscard]] qsizetype start(qsizetype offset) const
    {
        const qsizetype newline = offset == 0 ? -1 : m_bytes.lastIndexOf('\n', offset - 1);
        return newline < 0 && m_bytes.startsWith("\xEF\xBB\xBF") ? 3 : newline + 1;
    }
    /// Offset behind the line's end, line break included.
    [[nodiscard]] qsizetype next(qsizetype offset) const
    {
        const qsizetype newline = m_bytes.indexOf('\n', offset);
        return newline < 0 ? m_bytes.size() : newline + 1;
    }
    /// Offset of the line's break, or of the end of the text.
    [[nodiscard]] qsizetype contentEnd(qsizetype offset) const
    {
        qsizetype end = m_bytes.indexOf('\n', offset);
        if (end < 0)
            return m_bytes.size();
        return end > 0 && m_bytes[end - 1] == '\r' ? end - 1 : end;
    }
    /// "\n" or "\r\n", as the line around \a offset ends, else as the text does.
    [[nodiscard]] QByteArray breakAt(qsizetype offset) const
    {
        qsizetype end = m_bytes.indexOf('\n', std::max<qsizetype>(0, offset));
        if (end < 0)
            end = m_bytes.lastIndexOf('\n');
        return end > 0 && m_bytes[end - 1] == '\r' ? "\r\n" : "\n";
    }
    [[nodiscard]] bool onlySpaces(qsizetype from, qsizetype to) const
    {
        return std::all_of(m_bytes.begin() + from, m_bytes.begin() + to,
                           [](char c) { return c == ' ' || c == '\t' || c == '\r'; });
    }
    /// Nothing but spaces and a comment between the offsets, which are on one line.
    [[nodiscard]] bool onlyComment(qsizetype from, qsizetype to) const
    {
        qsizetype i = from;
        while (i < to && (m_bytes[i] == ' ' || m_bytes[i] == '\t' || m_bytes[i] == '\r'))
            ++i;
        return i >= to || (m_bytes[i] == '#' && (i > from || from == 0 || m_bytes[i - 1] == '\n'));
    }
    [[nodiscard]] qsizetype column(qsizetype offset) const { return offset - start(offset); }

private:
    const QByteArray &m_bytes;
};

/// The last byte of \a node's content; empty values and block scalars end elsewhere than libyaml says.
qsizetype contentEnd(const QByteArray &bytes, const Node &node)
{
    qsizetype end = node.end;
    const bool blockScalar =
        node.kind == Node::Kind::Scalar && (node.style == Style::Literal || node.style == Style::Folded);
    if (blockScalar) {
        // Line breaks behind the text belong to it only where it keeps them ("|+"); as a value they come along
        // anyway, as a neighbour they may stay.
        while (end > qsizetype(node.begin) && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r'))
            --end;
    }
    return end;
}

/// \a key and everything below it are a flow collection's part.
bool insideFlow(const Tree &tree, const Way &way)
{
    return std::any_of(way.nodes.begin(), way.nodes.end() - 1,
                       [&](NodeId id) { return tree.node(id).style == Style::Flow; });
}

/// The most common step of indentation of the block mappings inside mappings; 2 when there is none.
int indentationStep(const Tree &tree)
{
    std::array<int, 9> counts{};
    for (const Node &node : tree.nodes) {
        if (node.kind != Node::Kind::Mapping || node.style == Style::Flow)
            continue;
        for (std::size_t i = 0; i + 1 < node.children.size(); i += 2) {
            const Node &key = tree.node(node.children[i]);
            const Node &value = tree.node(node.children[i + 1]);
            if (value.kind == Node::Kind::Mapping && value.style == Style::Block && value.line > key.line
                && value.column > key.column)
                ++counts[std::min<std::size_t>(8, value.column - key.column)];
        }
    }
    const auto most = std::max_element(counts.begin(), counts.end());
    return *most == 0 ? 2 : int(most - counts.begin());
}

/// Whether lists inside mappings are indented in this text ("key:\n  - a") or not.
bool indentsLists(const Tree &tree)
{
    int indented = 0;
    int flush = 0;
    for (const Node &node : tree.nodes) {
        if (node.kind != Node::Kind::Mapping || node.style == Style::Flow)
            continue;
        for (std::size_t i = 0; i + 1 < node.children.size(); i += 2) {
            const Node &key = tree.node(node.children[i]);
            const Node &value = tree.node(node.children[i + 1]);
            if (value.kind == Node::Kind::Sequence && value.style == Style::Block)
                ++(value.column > key.column ? indented : flush);
        }
    }
    return indented > flush;
}

BlockFormat formatOf(const Document &document, const QByteArray &lineBreak)
{
    return {indentationStep(document.tree()), indentsLists(document.tree()), lineBreak};
}

/// Parses the edited text and accepts it only when it says what was meant and nothing else.
Result<Document> verified(const Document &document, const Path &path, QByteArray bytes, const Json &expected)
{
    const auto before = parse(document.bytes(), document.source());
    const auto after = parse(bytes, document.source());
    const auto unsafe = [&] { return refuse(document, path, QStringLiteral("yaml.edit-unsafe")); };
    if (!before || !after || after->size() != before->size())
        return unsafe();
    for (std::size_t i = 0; i < after->size(); ++i) {
        if ((*after)[i].readOnlyReason())
            return unsafe();
        const Json &wanted = i == document.index() ? expected : (*before)[i].value();
        const Json &got = (*after)[i].value();
        // Numbers compare by value; the texts tell 1 from "1" and 1 from true.
        if (got != wanted || base::dump(got) != base::dump(wanted))
            return unsafe();
    }
    return (*after)[document.index()];
}

Json *mutableAt(Json &value, const Path &path, std::size_t length)
{
    Json *node = &value;
    for (std::size_t i = 0; i < length; ++i) {
        if (const auto *index = std::get_if<std::size_t>(&path[i]))
            node = &(*node)[*index];
        else
            node = &(*node)[std::get<std::string>(path[i])];
    }
    return node;
}

bool isScalar(const Json &value)
{
    return !value.is_object() && !value.is_array() && !value.is_discarded();
}

} // namespace

Result<Document> replaceScalar(const Document &document, const Path &path, const Json &value)
{
    auto way = walk(document, path);
    if (!way)
        return tl::unexpected(way.error());
    const Tree &tree = document.tree();
    const Node &node = tree.node(way->nodes.back());
    if (node.kind != Node::Kind::Scalar || !isScalar(value))
        return refuse(document, path, QStringLiteral("yaml.edit-not-scalar"));
    if (!node.tag.empty())
        return refuse(document, path, QStringLiteral("yaml.edit-tag"));
    if (node.anchor != 0)
        return refuse(document, path, QStringLiteral("yaml.edit-alias"));
    const QByteArray &bytes = document.bytes();
    const QByteArray old = bytes.mid(node.begin, node.end - node.begin);
    if (node.style == Style::Literal || node.style == Style::Folded || old.contains('\n'))
        return refuse(document, path, QStringLiteral("yaml.edit-block-scalar"));
    const bool flow = insideFlow(tree, *way);
    QByteArray text = QByteArray::fromStdString(writeScalar(value, node.style, flow));
    if (node.begin == node.end) {
        // "key:" without a value: libyaml puts the empty value right behind the colon or dash.
        if (node.begin == 0 || (bytes[node.begin - 1] != ':' && bytes[node.begin - 1] != '-'))
            return refuse(document, path, QStringLiteral("yaml.edit-unsafe"));
        text.prepend(' ');
    }
    QByteArray edited = bytes;
    edited.replace(node.begin, node.end - node.begin, text);
    Json expected = document.value();
    *mutableAt(expected, path, path.size()) = value;
    return verified(document, path, std::move(edited), expected);
}

namespace {

/// Adds an entry into a single-line flow collection.
Result<Document> addToFlow(const Document &document, const Path &path, const Node &node,
                           const std::string &entry, const Json &expected)
{
    const QByteArray &bytes = document.bytes();
    if (node.line != node.endLine)
        return refuse(document, path, QStringLiteral("yaml.edit-flow-lines"));
    qsizetype at = qsizetype(node.end) - 1;
    while (at > qsizetype(node.begin) + 1 && bytes[at - 1] == ' ')
        --at;
    QByteArray text = QByteArray::fromStdString(entry);
    if (!node.children.empty())
        text.prepend(bytes[at - 1] == ',' ? " " : ", ");
    QByteArray edited = bytes;
    edited.insert(at, text);
    return verified(document, path, std::move(edited), expected);
}

/// Puts whole lines behind the line on which \a end stands.
QByteArray insertedLines(const QByteArray &bytes, qsizetype end, const QByteArray &lines,
                         const QByteArray &lineBreak)
{
    const Lines text(bytes);
    const qsizetype at = text.next(end);
    QByteArray edited = bytes;
    const bool open = at == 0 || edited[at - 1] != '\n';
    if (open) {
        // The text has no line break at its end, and keeps having none.
        QByteArray added = lineBreak + lines;
        if (added.endsWith(lineBreak))
            added.chop(lineBreak.size());
        edited.insert(at, added);
    } else {
        edited.insert(at, lines);
    }
    return edited;
}

Result<Document> addEntry(const Document &document, const Path &mapping, const std::string &key,
                          const Json &value)
{
    auto way = walk(document, mapping);
    if (!way)
        return tl::unexpected(way.error());
    const Tree &tree = document.tree();
    const Node &node = tree.node(way->nodes.back());
    const QByteArray &bytes = document.bytes();
    const Lines lines(bytes);
    const QByteArray lineBreak = lines.breakAt(node.begin);
    const BlockFormat format = formatOf(document, lineBreak);

    Json expected = document.value();
    Json *target = mutableAt(expected, mapping, mapping.size());
    if (target->is_null())
        *target = Json::object();
    if (!target->is_object())
        return refuse(document, mapping, QStringLiteral("yaml.edit-not-mapping"));
    if (target->contains(key)) {
        const bool merged = node.kind == Node::Kind::Mapping && tree.keyIndex(node, key) == std::string::npos;
        return refuse(document, mapping,
                      merged ? QStringLiteral("yaml.edit-merge-key") : QStringLiteral("yaml.edit-key-exists"),
                      {QString::fromStdString(key)});
    }
    (*target)[key] = value;

    if (node.kind == Node::Kind::Mapping && node.style == Style::Flow)
        return addToFlow(document, mapping, node, writeKey(key) + ": " + writeFlow(value), expected);
    if (node.kind == Node::Kind::Mapping) {
        const Node &first = tree.node(node.children.front());
        if (bytes[node.begin] == '?')
            return refuse(document, mapping, QStringLiteral("yaml.edit-complex-key"));
        const Node &last = tree.node(node.children.back());
        const QByteArray text = QByteArray::fromStdString(writeEntry(key, value, int(first.column), format));
        return verified(
            document, mapping,
            insertedLines(bytes,
                          std::max<qsizetype>(contentEnd(bytes, last),
                                              tree.node(node.children[node.children.size() - 2]).end),
                          text, lineBreak),
            expected);
    }
    // A key without value ("annotations:") becomes a mapping below it.
    if (node.kind != Node::Kind::Scalar || node.style != Style::Plain || !node.tag.empty()
        || way->nodes.size() < 2)
        return refuse(document, mapping, QStringLiteral("yaml.edit-not-mapping"));
    const Node &parent = tree.node(way->nodes[way->nodes.size() - 2]);
    if (parent.kind != Node::Kind::Mapping || parent.style == Style::Flow || insideFlow(tree, *way))
        return refuse(document, mapping, QStringLiteral("yaml.edit-not-mapping"));
    const Node &parentKey = tree.node(parent.children[way->places.back() - 1]);
    QByteArray edited = bytes;
    qsizetype end = node.begin;
    if (node.begin != node.end) { // "~" or "null" goes
        end = parentKey.end;
        const qsizetype colon = edited.indexOf(':', parentKey.end);
        edited.remove(colon + 1, qsizetype(node.end) - colon - 1);
    }
    const QByteArray text =
        QByteArray::fromStdString(writeEntry(key, value, int(parentKey.column) + format.step, format));
    return verified(document, mapping, insertedLines(edited, end, text, lineBreak), expected);
}

} // namespace

Result<Document> addKey(const Document &document, const Path &mapping, const std::string &key,
                        const Json &value)
{
    return addEntry(document, mapping, key, value);
}

Result<Document> setValue(const Document &document, const Path &path, const Json &value)
{
    // The longest part of the path that exists and is not null.
    std::size_t depth = 0;
    const Json *node = &document.value();
    for (; depth < path.size(); ++depth) {
        const Json *next = nullptr;
        if (const auto *index = std::get_if<std::size_t>(&path[depth])) {
            if (node->is_array() && *index < node->size())
                next = &(*node)[*index];
        } else if (node->is_object()) {
            const auto it = node->find(std::get<std::string>(path[depth]));
            next = it == node->end() ? nullptr : &*it;
        }
        if (!next)
            break;
        node = next;
    }
    if (depth == path.size())
        return replaceScalar(document, path, value);
    Json tree = value;
    for (std::size_t i = path.size(); i-- > depth + 1;) {
        if (!std::holds_alternative<std::string>(path[i]))
            return refuse(document, path, QStringLiteral("yaml.edit-no-such-value"));
        Json outer = Json::object();
        outer[std::get<std::string>(path[i])] = std::move(tree);
        tree = std::move(outer);
    }
    const auto *key = std::get_if<std::string>(&path[depth]);
    if (!key)
        return refuse(document, path, QStringLiteral("yaml.edit-no-such-value"));
    return addEntry(document, Path(path.begin(), path.begin() + std::ptrdiff_t(depth)), *key, tree);
}

namespace {

/// Cuts one entry or item out of a text.
class Cut {
public:
    Cut(const Document &document, const Path &path, const Way &way)
        : m_document(document)
        , m_path(path)
        , m_tree(document.tree())
        , m_bytes(document.bytes())
        , m_lines(m_bytes)
        , m_parent(m_tree.node(way.nodes[way.nodes.size() - 2]))
        , m_place(way.places.back())
        , m_flow(insideFlow(m_tree, way))
    {
    }

    Result<QByteArray> run()
    {
        const bool mapping = m_parent.kind == Node::Kind::Mapping;
        m_value = &m_tree.node(m_parent.children[m_place]);
        m_first = mapping ? &m_tree.node(m_parent.children[m_place - 1]) : m_value;
        m_isFirst = m_place <= (mapping ? 1U : 0U);
        if (m_parent.style == Style::Flow)
            return flow(mapping);
        if (m_flow)
            return refuse(m_document, m_path, QStringLiteral("yaml.edit-flow-lines"));
        return block(mapping);
    }

private:
    Result<QByteArray> flow(bool mapping)
    {
        if (m_parent.line != m_parent.endLine)
            return refuse(m_document, m_path, QStringLiteral("yaml.edit-flow-lines"));
        const std::size_t step = mapping ? 2 : 1;
        const std::size_t next = m_place + 1;
        qsizetype from = m_first->begin;
        qsizetype to = m_value->end;
        if (next < m_parent.children.size()) {
            to = m_tree.node(m_parent.children[next]).begin;
        } else if (m_place >= step) {
            from = m_tree.node(m_parent.children[m_place - step]).end;
        }
        QByteArray edited = m_bytes;
        edited.remove(from, to - from);
        return edited;
    }

    Result<QByteArray> block(bool mapping)
    {
        qsizetype from = m_first->begin;
        if (!mapping) {
            const auto dash = dashOf();
            if (!dash)
                return refuse(m_document, m_path, QStringLiteral("yaml.edit-unsafe"));
            from = *dash;
        }
        const qsizetype lineStart = m_lines.start(from);
        const qsizetype end =
            std::max<qsizetype>(contentEnd(m_bytes, *m_value), mapping ? qsizetype(m_first->end) : from + 1);
        const qsizetype lineEnd = m_lines.contentEnd(end);
        if (!m_lines.onlyComment(
                mapping && m_value->begin == m_value->end ? std::max(end, colonBehind(end)) : end, lineEnd))
            return refuse(m_document, m_path, QStringLiteral("yaml.edit-shared-line"));
        QByteArray edited = m_bytes;
        if (!m_lines.onlySpaces(lineStart, from))
            return firstOnLine(mapping, from, end);
        qsizetype cutStart = m_isFirst ? lineStart : commentsAbove(lineStart, m_lines.column(from));
        qsizetype cutEnd = m_lines.next(end);
        const bool keeps = m_value->kind == Node::Kind::Scalar
            && (m_value->style == Style::Literal || m_value->style == Style::Folded);
        if (keeps && qsizetype(m_value->end) > cutEnd)
            cutEnd = m_value->end;
        if (cutEnd == m_bytes.size() && !m_bytes.endsWith('\n') && cutStart > 0) {
            // The last line, without a break: the break before it goes with it.
            cutStart -= cutStart > 1 && m_bytes[cutStart - 2] == '\r' ? 2 : 1;
        }
        edited.remove(cutStart, cutEnd - cutStart);
        return edited;
    }

    /// The entry shares its first line with a dash or a key: "- a: 1". What follows moves up to its place.
    Result<QByteArray> firstOnLine(bool mapping, qsizetype from, qsizetype end)
    {
        const std::size_t next = m_place + 1;
        if (next >= m_parent.children.size())
            return refuse(m_document, m_path, QStringLiteral("yaml.edit-shared-line"));
        const Node &follower = m_tree.node(m_parent.children[next]);
        qsizetype to = follower.begin;
        if (!mapping) {
            const qsizetype lineStart = m_lines.start(to);
            to = lineStart + m_lines.column(from) <= to ? lineStart + m_lines.column(from) : to;
            if (m_bytes[to] != '-')
                return refuse(m_document, m_path, QStringLiteral("yaml.edit-shared-line"));
        }
        if (m_bytes.mid(end, to - end).contains('#'))
            return refuse(m_document, m_path, QStringLiteral("yaml.edit-comment-between"));
        QByteArray edited = m_bytes;
        edited.remove(from, to - from);
        return edited;
    }

    /// The dash of a block item: in the sequence's column, on the item's line or on one above it.
    std::optional<qsizetype> dashOf() const
    {
        for (qsizetype line = m_lines.start(m_value->begin);;) {
            const qsizetype column = qsizetype(m_parent.column);
            const qsizetype at = line + column;
            const bool here = at < m_bytes.size() && at <= qsizetype(m_value->begin) && m_bytes[at] == '-'
                && (at + 1 >= m_bytes.size() || m_bytes[at + 1] == ' ' || m_bytes[at + 1] == '\n'
                    || m_bytes[at + 1] == '\r' || m_bytes[at + 1] == '\t');
            if (here)
                return at;
            if (line <= qsizetype(m_parent.begin) - column || line == 0)
                return std::nullopt;
            line = m_lines.start(line - 1);
        }
    }

    /// "key:" without value ends at its colon.
    qsizetype colonBehind(qsizetype end) const
    {
        const qsizetype colon = m_bytes.indexOf(':', end);
        return colon < 0 || colon > m_lines.contentEnd(end) ? end : colon + 1;
    }

    qsizetype commentsAbove(qsizetype lineStart, qsizetype column) const
    {
        qsizetype from = lineStart;
        while (from > 0) {
            const qsizetype above = m_lines.start(from - 1);
            const qsizetype hash = above + column;
            if (hash >= from || m_bytes[hash] != '#' || !m_lines.onlySpaces(above, hash))
                break;
            from = above;
        }
        return from;
    }

    const Document &m_document;
    const Path &m_path;
    const Tree &m_tree;
    const QByteArray &m_bytes;
    Lines m_lines;
    const Node &m_parent;
    std::size_t m_place;
    bool m_flow;
    const Node *m_value = nullptr;
    const Node *m_first = nullptr;
    bool m_isFirst = false;
};

/// Replaces a collection whose only entry goes by {} or [].
Result<QByteArray> emptied(const Document &document, const Path &path, const Way &way, std::size_t length)
{
    const Tree &tree = document.tree();
    const Node &node = tree.node(way.nodes[length]);
    const QByteArray &bytes = document.bytes();
    const Lines lines(bytes);
    QByteArray text(node.kind == Node::Kind::Mapping ? "{}" : "[]");
    qsizetype from = node.begin;
    const qsizetype end = contentEnd(bytes, tree.node(node.children.back()));
    const qsizetype to = node.style == Style::Flow ? qsizetype(node.end) : end;
    if (!lines.onlyComment(to, lines.contentEnd(to)))
        return refuse(document, path, QStringLiteral("yaml.edit-shared-line"));
    if (node.style == Style::Block && length > 0) {
        // Behind the key's colon, where the collection began on the next line.
        const Node &parent = tree.node(way.nodes[length - 1]);
        if (parent.kind != Node::Kind::Mapping)
            return refuse(document, path, QStringLiteral("yaml.edit-shared-line"));
        const Node &key = tree.node(parent.children[way.places[length - 1] - 1]);
        const qsizetype colon = bytes.indexOf(':', key.end);
        if (colon < 0 || bytes.mid(colon, from - colon).contains('#'))
            return refuse(document, path, QStringLiteral("yaml.edit-comment-between"));
        from = colon + 1;
        text.prepend(' ');
    }
    QByteArray edited = bytes;
    edited.replace(from, to - from, text);
    return edited;
}

} // namespace

Result<Document> remove(const Document &document, const Path &path, std::size_t keep)
{
    if (path.empty())
        return refuse(document, path, QStringLiteral("yaml.edit-document"));
    auto way = walk(document, path);
    if (!way)
        return tl::unexpected(way.error());
    const Tree &tree = document.tree();
    // How far up the removal reaches: as long as the collection above would be left empty.
    std::size_t length = path.size();
    const auto entries = [&](NodeId id) {
        const Node &node = tree.node(id);
        return node.kind == Node::Kind::Mapping ? node.children.size() / 2 : node.children.size();
    };
    while (length > 1 && length - 1 > keep && entries(way->nodes[length - 1]) == 1)
        --length;
    const bool leavesEmpty = entries(way->nodes[length - 1]) == 1;
    Json expected = document.value();
    Json *parent = mutableAt(expected, path, length - 1);
    if (const auto *index = std::get_if<std::size_t>(&path[length - 1]))
        parent->erase(*index);
    else
        parent->erase(std::get<std::string>(path[length - 1]));
    Way shortened = *way;
    shortened.nodes.resize(length + 1);
    shortened.places.resize(length);
    auto edited =
        leavesEmpty ? emptied(document, path, shortened, length - 1) : Cut(document, path, shortened).run();
    if (!edited)
        return tl::unexpected(edited.error());
    return verified(document, path, std::move(*edited), expected);
}

Result<Document> appendItem(const Document &document, const Path &list, const Json &value)
{
    auto way = walk(document, list);
    if (!way)
        return tl::unexpected(way.error());
    const Tree &tree = document.tree();
    const Node &node = tree.node(way->nodes.back());
    if (node.kind != Node::Kind::Sequence)
        return refuse(document, list, QStringLiteral("yaml.edit-not-list"));
    Json expected = document.value();
    mutableAt(expected, list, list.size())->push_back(value);
    if (node.style == Style::Flow)
        return addToFlow(document, list, node, writeFlow(value), expected);
    const QByteArray &bytes = document.bytes();
    const QByteArray lineBreak = Lines(bytes).breakAt(node.begin);
    const QByteArray text =
        QByteArray::fromStdString(writeItem(value, int(node.column), formatOf(document, lineBreak)));
    const qsizetype end = std::max<qsizetype>(contentEnd(bytes, tree.node(node.children.back())), node.begin);
    return verified(document, list, insertedLines(bytes, end, text, lineBreak), expected);
}

} // namespace sluice::yaml
