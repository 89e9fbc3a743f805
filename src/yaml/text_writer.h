// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"
#include "yaml/events.h"

#include <QByteArray>
#include <string>

namespace sluice::yaml {

/// How a file writes blocks.
struct BlockFormat {
    int step = 2; ///< columns per level
    bool indentLists = false; ///< "key:\n  - a" instead of "key:\n- a"
    QByteArray lineBreak = "\n";
};

/// A scalar on one line, in \a style where that says the value, else in double quotes. \a flow: inside braces.
[[nodiscard]] std::string writeScalar(const base::Json &value, Style style, bool flow);
/// A mapping key on one line.
[[nodiscard]] std::string writeKey(const std::string &key);
/// Any value on one line.
[[nodiscard]] std::string writeFlow(const base::Json &value);
/// "key: value" as whole lines from \a column on.
[[nodiscard]] std::string writeEntry(const std::string &key, const base::Json &value, int column,
                                     const BlockFormat &format);
/// "- value" as whole lines from \a column on. Keys come in the order op, path, value first, as JSON patches read best.
[[nodiscard]] std::string writeItem(const base::Json &value, int column, const BlockFormat &format);

} // namespace sluice::yaml
