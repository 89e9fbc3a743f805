// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDateTime>
#include <QString>

namespace sluice::views {

/// How long ago \a when was at \a now: "just now", "12 s ago", "14 min ago", "2 h ago", "3 d ago". Empty for no time.
[[nodiscard]] QString relativeTime(const QDateTime &when, const QDateTime &now);
/// \a when in full, in the desktop's format and time zone; for tool tips.
[[nodiscard]] QString absoluteTime(const QDateTime &when);

} // namespace sluice::views
