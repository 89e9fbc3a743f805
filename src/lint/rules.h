// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "lint/finding.h"

#include <span>

namespace sluice::lint {

/// One thing that is looked for. Ids are kept: silencing comments and other people's tools name them.
struct Rule {
    const char *id;
    Severity severity;
};

/// All rules, by id.
[[nodiscard]] std::span<const Rule> rules();
/// The rule of that id, or nullptr.
[[nodiscard]] const Rule *findRule(const QString &id);
/// Why it matters and what to do instead.
[[nodiscard]] base::Message whyOf(const QString &rule);

} // namespace sluice::lint
