// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sluice::app {

/// What the process answers with. Documented in the man page and the README; never renumbered.
namespace exit_code {
inline constexpr int ok = 0;
inline constexpr int different =
    1; ///< diff: there are differences; lint: there are errors; otherwise: refused, invalid or not Ready
inline constexpr int refused = 1;
inline constexpr int trouble = 2; ///< wrong usage, unreadable files, no connection
inline constexpr int consentNeeded =
    3; ///< a conflict, a GitOps owner, a missing namespace, another context: name the flag
inline constexpr int timedOut = 4;
inline constexpr int interrupted = 130;
} // namespace exit_code

} // namespace sluice::app
