// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "views/theme/sluice_style.h"

#include <QStyleOption>

// What the parts of the style share; nobody else needs it.
namespace sluice::views {

inline bool on(const QStyleOption *option, QStyle::StateFlag flag)
{
    return option->state.testFlag(flag);
}

/// Focus is drawn where the keyboard brought it, and in fields always.
inline bool showsFocus(const QStyleOption *option)
{
    return on(option, QStyle::State_HasFocus) && on(option, QStyle::State_KeyboardFocusChange);
}

/// \a part of 1 is all \a b.
[[nodiscard]] QColor mixed(const QColor &a, const QColor &b, double part);
/// Whether a link stands like text, see setFlush().
[[nodiscard]] bool isFlush(const QWidget *button);

} // namespace sluice::views
