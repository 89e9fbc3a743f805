// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"
#include "base/result.h"
#include "yaml/path.h"

#include <QByteArray>
#include <memory>
#include <optional>
#include <vector>

namespace sluice::yaml {

/// What a text may cost. Checked before the value it describes is built.
struct Limits {
    qint64 bytes = 3 * 1024 * 1024; ///< of the text
    int depth = 64; ///< nested collections, aliases followed
    qint64 expandedNodes = 500'000; ///< scalars and collections after every alias is followed
    qint64 expandedBytes = 16 * 1024 * 1024; ///< text of the scalars after every alias is followed
};

/// Where a value stands in the text. Lines and columns count from 1, columns in code points.
struct Location {
    qsizetype begin = 0; ///< byte offset of the value's first byte in the file
    qsizetype end = 0; ///< byte offset behind its last
    int line = 0; ///< of the value
    int column = 0;
    int keyLine = 0; ///< of the key that names it; the same as line for list items and the document itself
};

struct FileText;
struct Tree;

/// One document of a YAML text: its value and where each part stands. A cheap copy of shared, immutable data;
/// usable from any thread.
class Document {
public:
    Document(std::shared_ptr<const FileText> file, std::size_t index);

    /// The value as kustomize reads it (aliases followed, merge keys merged).
    [[nodiscard]] const base::Json &value() const;
    /// The whole text that this document is part of, byte for byte.
    [[nodiscard]] const QByteArray &bytes() const;
    /// What the text was called when it was parsed.
    [[nodiscard]] const QString &source() const;
    /// Its place among the documents of the text, from 0.
    [[nodiscard]] std::size_t index() const { return m_index; }
    /// The line (from 1) on which its content starts.
    [[nodiscard]] int firstLine() const;
    /// Why the text must not be edited by spans, or nothing.
    [[nodiscard]] const std::optional<base::Message> &readOnlyReason() const;
    /// Where the value at \a path stands; an alias leads to what it stands for. Nothing when there is no such value.
    [[nodiscard]] std::optional<Location> locate(const Path &path) const;
    /// As locate(), or the place of the nearest value above it that exists.
    [[nodiscard]] Location locateNearest(Path path) const;

    /// For the editor in this folder.
    [[nodiscard]] const Tree &tree() const;

private:
    std::shared_ptr<const FileText> m_file;
    std::size_t m_index;
};

/// All documents of \a bytes, in order; an empty text has none. JSON is read as the YAML that it is.
/// Errors: DecodeError with line and column (syntax, encoding, duplicate keys, a limit that was exceeded).
/// Pure; any thread.
[[nodiscard]] base::Result<std::vector<Document>> parse(const QByteArray &bytes, const QString &source,
                                                        const Limits &limits = {});

/// The value of a text that must hold one document (none reads as null), as for a kubeconfig.
[[nodiscard]] base::Result<base::Json> parseValue(const QByteArray &bytes, const QString &source,
                                                  const Limits &limits = {});

} // namespace sluice::yaml
