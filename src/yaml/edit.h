// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "yaml/document.h"

namespace sluice::yaml {

// Edits of a text by spans: every byte outside the edited value or entry stays as it is, comments, order,
// quoting and line ends included. The result is parsed again and must equal the old value with that edit.
// Each returns the edited document (its bytes() are the new text of the whole file) or a ValidationError with
// file, line, path and the reason why this place cannot be edited safely.

/// Replaces the scalar at \a path by the scalar \a value (string, number, bool or null). The quotes stay where
/// they are legal for the new value; a string is never written so that it reads back as something else.
[[nodiscard]] base::Result<Document> replaceScalar(const Document &document, const Path &path,
                                                   const base::Json &value);

/// Adds \a key to the mapping at \a mapping behind its last entry, in the file's indentation. \a value may be a
/// scalar or a tree.
[[nodiscard]] base::Result<Document> addKey(const Document &document, const Path &mapping,
                                            const std::string &key, const base::Json &value);

/// Replaces the scalar at \a path, or adds it together with the mappings above it that are missing.
[[nodiscard]] base::Result<Document> setValue(const Document &document, const Path &path,
                                              const base::Json &value);

/// Removes the key or list item at \a path with the comment lines directly above it (those above the first
/// entry of a collection stay: they may speak of all of it). A collection left empty is removed too, because a
/// key without value means null; \a keep is the number of steps at the start of \a path never removed that way,
/// and a collection there becomes {} or [].
[[nodiscard]] base::Result<Document> remove(const Document &document, const Path &path, std::size_t keep = 0);

/// Adds \a value behind the last item of the list at \a list.
[[nodiscard]] base::Result<Document> appendItem(const Document &document, const Path &list,
                                                const base::Json &value);

} // namespace sluice::yaml
