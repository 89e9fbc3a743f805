// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sluice::base {
class Settings;
}

// What the settings say of environments marked as production.
namespace sluice::views {

/// Whether a plan asks for the environment's name before it is applied ("production/type-name", on unless turned off).
[[nodiscard]] bool asksForName(const base::Settings &settings);
void setAsksForName(base::Settings &settings, bool asks);

} // namespace sluice::views
