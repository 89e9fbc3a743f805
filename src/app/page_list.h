// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "views/shell/page.h"

#include <vector>

namespace sluice::base {
class Clock;
class Settings;
} // namespace sluice::base
namespace sluice::session {
class Workspace;
}

namespace sluice::app {

/// The pages of the window in the order of the rail. All outlive the window.
[[nodiscard]] std::vector<views::PageInfo> pageList(session::Workspace &workspace, base::Settings &settings,
                                                    const base::Clock &clock);

} // namespace sluice::app
