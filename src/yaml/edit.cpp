// SPDX-License-Identifier: GPL-3.0-or-later
#include "yaml/edit.h"

#include "yaml/edit_context.h"
#include "yaml/scalar.h"
#include "yaml/text_writer.h"

#include <array>
#include <cstddef>

namespace sluice::yaml {

using base::Json;
using base::Result;

namespace {

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
                          std::max<qsizetype>(contentEnd(bytes, tree, last),
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
    const qsizetype end =
        std::max<qsizetype>(contentEnd(bytes, tree, tree.node(node.children.back())), node.begin);
    return verified(document, list, insertedLines(bytes, end, text, lineBreak), expected);
}

} // namespace sluice::yaml
