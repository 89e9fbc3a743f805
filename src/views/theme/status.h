// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace sluice::views {

/// How a thing is doing. Each has a colour, a shape and a word, so that colour never stands alone.
enum class Status {
    Ok, ///< filled circle
    Progressing, ///< arc
    Warning, ///< outlined triangle
    Failed, ///< filled triangle
    Unknown, ///< dash
    Inactive, ///< half circle: scaled to zero, switched off
    Drifted, ///< diamond: the cluster differs from the file
    Unsaved, ///< dot: edited and not applied
};
inline constexpr int statusCount = 8;

/// The translated word of \a status, for chips without a text of their own and for accessibility.
[[nodiscard]] QString statusWord(Status status);
/// What its shape is called, for people who hear it: "filled circle".
[[nodiscard]] QString statusShapeName(Status status);

} // namespace sluice::views
