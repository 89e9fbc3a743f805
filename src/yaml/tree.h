// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json.h"
#include "yaml/events.h"

namespace sluice::yaml {

using NodeId = std::uint32_t;
inline constexpr NodeId noNode = ~NodeId(0);

/// One node of a document as written, with its span. Offsets are bytes of the file; lines and columns from 0.
struct Node {
    enum class Kind : std::uint8_t { Scalar, Sequence, Mapping, Alias };
    Kind kind = Kind::Scalar;
    Style style = Style::Plain;
    std::uint32_t begin = 0;
    std::uint32_t end = 0; ///< behind the last byte; of a block collection, behind its last content
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::uint32_t endLine = 0;
    std::uint32_t anchor = 0;
    NodeId target = noNode; ///< of an alias
    std::string tag;
    std::string text; ///< of a scalar
    std::vector<NodeId> children; ///< items, or key, value, key, value…
};

/// One document: its nodes and the value that they mean.
struct Tree {
    std::vector<Node> nodes;
    NodeId root = noNode;
    std::uint32_t begin = 0; ///< of the document, "---" included
    std::uint32_t end = 0;
    bool hasAliases = false;
    base::Json value;

    [[nodiscard]] const Node &node(NodeId id) const { return nodes[id]; }
    /// The node behind aliases.
    [[nodiscard]] NodeId resolve(NodeId id) const;
    /// Index in children of the key \a name of a mapping written there, or npos. Merge keys are not followed.
    [[nodiscard]] std::size_t keyIndex(const Node &mapping, std::string_view name) const;
    [[nodiscard]] bool isMergeKey(const Node &key) const;
};

/// A text and its documents; what the Documents of one parse share.
struct FileText {
    QByteArray bytes;
    QString source;
    std::vector<Tree> documents;
    std::optional<base::Message> readOnly;
    Limits limits;
};

/// The trees of \a events. Caps aliases before it builds values. Errors: DecodeError.
[[nodiscard]] base::Result<std::vector<Tree>> buildTrees(std::vector<Event> events, const QString &source,
                                                         const Limits &limits);

} // namespace sluice::yaml
