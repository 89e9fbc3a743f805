// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace sluice::views {

/// How well \a query fits \a text: every character of the query in order, case and accents ignored. Higher is better;
/// starts of words, runs of characters and short texts count more. Negative when it does not fit; 0 for an empty query.
[[nodiscard]] int fuzzyScore(const QString &query, const QString &text);

} // namespace sluice::views
