// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json.h"
#include "yaml/document.h"
#include "yaml/tree.h"

#include <algorithm>

namespace sluice::yaml {

// What every edit by spans needs: the way to a place, the text as lines, and the proof that an edit did what was meant.

/// A ValidationError that names the place at \a path.
[[nodiscard]] tl::unexpected<base::Error> refuse(const Document &document, const Path &path,
                                                 const QString &id, const QStringList &arguments = {});

/// The nodes on the way to a value.
struct Way {
    std::vector<NodeId> nodes; ///< root first
    std::vector<std::size_t> places; ///< index in the parent's children of the value, for nodes[i + 1]
};

/// Walks \a path through what is written there. An alias or merge key on the way is a reason to refuse.
[[nodiscard]] base::Result<Way> walk(const Document &document, const Path &path);

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

/// A block scalar to which the empty lines behind it belong ("|+").
[[nodiscard]] bool keepsLineBreaks(const QByteArray &bytes, const Node &node);

/// The end of the last line of \a node's content, its break not included: what ends in a block scalar ends elsewhere
/// than libyaml says.
[[nodiscard]] qsizetype contentEnd(const QByteArray &bytes, const Tree &tree, const Node &node);

/// The way's end is part of a flow collection.
[[nodiscard]] bool insideFlow(const Tree &tree, const Way &way);

/// Parses the edited text and accepts it only when it says what was meant and nothing else.
[[nodiscard]] base::Result<Document> verified(const Document &document, const Path &path, QByteArray bytes,
                                              const base::Json &expected);

/// The value below \a value at the first \a length steps of \a path, which must be there.
[[nodiscard]] base::Json *mutableAt(base::Json &value, const Path &path, std::size_t length);

} // namespace sluice::yaml
