// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "text/catalog.h"

namespace sluice::text {

/// What the linter says and why: "lint.RULE", "lint.RULE.why", "lint.fix.…".
std::span<const CatalogEntry> lintMessages();

} // namespace sluice::text
