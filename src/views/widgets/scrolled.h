// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

class QScrollArea;
class QWidget;

namespace sluice::views {

/// A frameless scroll area, seen through, that takes \a content over and gives it its own width. With a \a name (what assistive
/// technology calls it) Tab goes there, so that the keyboard scrolls it; without one the controls in it have to do.
[[nodiscard]] QScrollArea *scrolled(QWidget *content, const QString &name = {});

} // namespace sluice::views
