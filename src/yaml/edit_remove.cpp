// SPDX-License-Identifier: GPL-3.0-or-later
#include "yaml/edit.h"
#include "yaml/edit_context.h"

namespace sluice::yaml {

using base::Json;
using base::Result;

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
        const qsizetype end = std::max<qsizetype>(contentEnd(m_bytes, m_tree, *m_value),
                                                  mapping ? qsizetype(m_first->end) : from + 1);
        const qsizetype lineEnd = m_lines.contentEnd(end);
        if (!m_lines.onlyComment(
                mapping && m_value->begin == m_value->end ? std::max(end, colonBehind(end)) : end, lineEnd))
            return refuse(m_document, m_path, QStringLiteral("yaml.edit-shared-line"));
        QByteArray edited = m_bytes;
        if (!m_lines.onlySpaces(lineStart, from))
            return firstOnLine(mapping, from, end);
        qsizetype cutStart = m_isFirst ? lineStart : commentsAbove(lineStart, m_lines.column(from));
        qsizetype cutEnd = m_lines.next(end);
        if (behindKeptBreaks(cutStart)) {
            // The empty lines that follow would come to belong to the text above.
            while (cutEnd < m_bytes.size() && m_lines.onlySpaces(cutEnd, m_lines.contentEnd(cutEnd)))
                cutEnd = m_lines.next(cutEnd);
        }
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

    /// The text that ends at \a offset takes in every empty line behind it ("|+").
    bool behindKeptBreaks(qsizetype offset) const
    {
        return std::any_of(m_tree.nodes.begin(), m_tree.nodes.end(), [&](const Node &node) {
            return qsizetype(node.end) == offset && keepsLineBreaks(m_bytes, node);
        });
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
    const qsizetype end = contentEnd(bytes, tree, tree.node(node.children.back()));
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

} // namespace sluice::yaml
