// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <QStringList>

namespace sluice::text {

/// Puts \a arguments into the place markers %1 to %9 of \a pattern. An argument's own "%1" stays as it is; a
/// marker without an argument disappears.
[[nodiscard]] QString fill(const QString &pattern, const QStringList &arguments);

/// The highest place marker of \a pattern: how many arguments it takes. "%n" is argument 1.
[[nodiscard]] int placeCount(const QString &pattern);

} // namespace sluice::text
