// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace sluice::text {

/// \a text as it may be shown: line breaks and tabs stay, every other control character, bidirectional
/// control, zero-width space, line separator, tag character and lone surrogate is written out ("[U+202E]"),
/// so that a text from a cluster or a file cannot hide or reorder what is read. The joiners that scripts and
/// emoji need stay. The result is plain text and must be shown as such.
[[nodiscard]] QString visibleText(const QString &text);

} // namespace sluice::text
