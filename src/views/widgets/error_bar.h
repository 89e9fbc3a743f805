// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"
#include "views/widgets/bar.h"

namespace sluice::views {

/// \a error as a message bar: title, cause, next step, what was said as details, and the action's label. The id of the
/// action is text::describe(error).actionId.
[[nodiscard]] BarText barText(const base::Error &error);
/// The label of a button for one of text::action's ids; empty for none.
[[nodiscard]] QString actionLabel(const QString &actionId);

} // namespace sluice::views
