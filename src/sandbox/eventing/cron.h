// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

namespace sluice::sandbox {

/// Why \a schedule is no cron expression of five fields, six with seconds first, or a descriptor such as @hourly, in the
/// words of github.com/robfig/cron/v3; empty when it is one. \a timeZone is a name from the zone database; empty for none.
[[nodiscard]] std::string cronComplaint(const std::string &schedule, const std::string &timeZone);

} // namespace sluice::sandbox
