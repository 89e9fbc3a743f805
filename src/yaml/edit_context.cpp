// SPDX-License-Identifier: GPL-3.0-or-later
#include "yaml/edit_context.h"

namespace sluice::yaml {

using base::fail;
using base::Json;
using base::Result;
using base::ValidationError;

tl::unexpected<base::Error> refuse(const Document &document, const Path &path, const QString &id,
                                   const QStringList &arguments)
{
    return fail(ValidationError{
        document.source(), document.locateNearest(path).line, toString(path), {id, arguments}});
}

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

bool keepsLineBreaks(const QByteArray &bytes, const Node &node)
{
    if (node.kind != Node::Kind::Scalar || (node.style != Style::Literal && node.style != Style::Folded))
        return false;
    // An anchor or a tag may stand before the header.
    const qsizetype lineEnd = bytes.indexOf('\n', node.begin);
    const QByteArray line =
        bytes.mid(node.begin, (lineEnd < 0 ? bytes.size() : lineEnd) - qsizetype(node.begin));
    for (const QByteArray &word : line.simplified().split(' ')) {
        if (word.startsWith('|') || word.startsWith('>'))
            return word.contains('+');
    }
    return false;
}

qsizetype contentEnd(const QByteArray &bytes, const Tree &tree, const Node &node)
{
    const Node *last = &node;
    while (last->style == Style::Block && !last->children.empty())
        last = &tree.node(last->children.back());
    qsizetype end = last->end;
    if (last->kind != Node::Kind::Scalar || (last->style != Style::Literal && last->style != Style::Folded))
        return end;
    // libyaml ends a block scalar at the next token. The line breaks behind its text belong to it only where it keeps
    // them, and then the last one ends its last line.
    const bool keeps = keepsLineBreaks(bytes, *last);
    while (end > qsizetype(last->begin) && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) {
        const bool lineBegan = bytes[end - 1] == '\n';
        --end;
        if (keeps && lineBegan) {
            end -= end > qsizetype(last->begin) && bytes[end - 1] == '\r' ? 1 : 0;
            break;
        }
    }
    return end;
}

bool insideFlow(const Tree &tree, const Way &way)
{
    return std::any_of(way.nodes.begin(), way.nodes.end() - 1,
                       [&](NodeId id) { return tree.node(id).style == Style::Flow; });
}

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

} // namespace sluice::yaml
