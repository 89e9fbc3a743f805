// SPDX-License-Identifier: GPL-3.0-or-later
#include "yaml/document.h"

#include "yaml/tree.h"

namespace sluice::yaml {

namespace {

struct Found {
    NodeId node = noNode;
    NodeId key = noNode;
};

/// The value that \a step leads to from \a id, through aliases and merge keys.
std::optional<Found> follow(const Tree &tree, NodeId id, const Step &step)
{
    const Node &node = tree.node(tree.resolve(id));
    if (const auto *index = std::get_if<std::size_t>(&step)) {
        if (node.kind != Node::Kind::Sequence || *index >= node.children.size())
            return std::nullopt;
        return Found{node.children[*index], noNode};
    }
    if (node.kind != Node::Kind::Mapping)
        return std::nullopt;
    const std::size_t at = tree.keyIndex(node, std::get<std::string>(step));
    if (at != std::string::npos)
        return Found{node.children[at + 1], node.children[at]};
    for (std::size_t i = 0; i + 1 < node.children.size(); i += 2) {
        if (!tree.isMergeKey(tree.node(tree.resolve(node.children[i]))))
            continue;
        const NodeId merged = tree.resolve(node.children[i + 1]);
        if (tree.node(merged).kind == Node::Kind::Mapping) {
            if (auto found = follow(tree, merged, step))
                return found;
        }
        if (tree.node(merged).kind == Node::Kind::Sequence) {
            for (const NodeId part : tree.node(merged).children) {
                if (auto found = follow(tree, part, step))
                    return found;
            }
        }
    }
    return std::nullopt;
}

} // namespace

Document::Document(std::shared_ptr<const FileText> file, std::size_t index)
    : m_file(std::move(file))
    , m_index(index)
{
}

const base::Json &Document::value() const
{
    return tree().value;
}

const QByteArray &Document::bytes() const
{
    return m_file->bytes;
}

const QString &Document::source() const
{
    return m_file->source;
}

int Document::firstLine() const
{
    return tree().root == noNode ? 1 : int(tree().node(tree().root).line) + 1;
}

const std::optional<base::Message> &Document::readOnlyReason() const
{
    return m_file->readOnly;
}

const Tree &Document::tree() const
{
    return m_file->documents[m_index];
}

std::optional<Location> Document::locate(const Path &path) const
{
    const Tree &t = tree();
    if (t.root == noNode)
        return std::nullopt;
    Found at{t.root, noNode};
    for (const Step &step : path) {
        const auto next = follow(t, at.node, step);
        if (!next)
            return std::nullopt;
        at = *next;
    }
    const Node &node = t.node(t.resolve(at.node));
    Location location;
    location.begin = node.begin;
    location.end = node.end;
    location.line = int(node.line) + 1;
    location.column = int(node.column) + 1;
    location.keyLine = at.key == noNode ? location.line : int(t.node(at.key).line) + 1;
    return location;
}

Location Document::locateNearest(Path path) const
{
    for (;;) {
        if (const auto found = locate(path))
            return *found;
        if (path.empty()) {
            Location location;
            location.line = location.column = location.keyLine = 1;
            return location;
        }
        path.pop_back();
    }
}

base::Result<std::vector<Document>> parse(const QByteArray &bytes, const QString &source,
                                          const Limits &limits)
{
    auto events = readEvents(bytes, source, limits);
    if (!events)
        return tl::unexpected(events.error());
    auto file = std::make_shared<FileText>();
    file->readOnly = differenceToYamlCpp(bytes, *events);
    auto trees = buildTrees(std::move(*events), source, limits);
    if (!trees)
        return tl::unexpected(trees.error());
    file->bytes = bytes;
    file->source = source;
    file->documents = std::move(*trees);
    file->limits = limits;
    std::vector<Document> documents;
    documents.reserve(file->documents.size());
    for (std::size_t i = 0; i < file->documents.size(); ++i)
        documents.emplace_back(file, i);
    return documents;
}

base::Result<base::Json> parseValue(const QByteArray &bytes, const QString &source, const Limits &limits)
{
    auto events = readEvents(bytes, source, limits);
    if (!events)
        return tl::unexpected(events.error());
    auto trees = buildTrees(std::move(*events), source, limits);
    if (!trees)
        return tl::unexpected(trees.error());
    if (trees->empty())
        return base::Json();
    if (trees->size() > 1) {
        const Tree &second = (*trees)[1];
        const int line = second.root == noNode ? 1 : int(second.node(second.root).line) + 1;
        return base::fail(base::DecodeError{source, line, 1, {QStringLiteral("yaml.one-document"), {}}});
    }
    return std::move(trees->front().value);
}

} // namespace sluice::yaml
