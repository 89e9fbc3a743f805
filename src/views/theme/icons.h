// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QIcon>

namespace sluice::views {

/// Makes the icon theme usable everywhere: adds /usr/share/icons and falls back to Breeze. Call right after QApplication
/// is made and before the first look-up, because misses are cached.
void installIconFallback();

/// An icon of our own (resources/icons/<name>.svg), recoloured by the palette at each painting: text colour when
/// normal, accent when on or selected, faint when disabled. Follows a change of theme without being made again.
[[nodiscard]] QIcon ownIcon(const QString &name);

/// The desktop's icon \a name, or ownIcon(\a own) where its theme has none.
[[nodiscard]] QIcon themeIcon(const QString &name, const QString &own = {});

} // namespace sluice::views
