// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"
#include "base/result.h"

#include <QByteArray>
#include <string>
#include <string_view>

namespace sluice::base {

/// Limits that keep a hostile text from exhausting memory or the stack.
struct JsonLimits {
    qint64 bytes = 3 * 1024 * 1024;
    int depth = 64;
};

/// Parses UTF-8 JSON. \a source names it in the DecodeError. Never throws.
[[nodiscard]] Result<Json> parseJson(std::string_view text, const QString &source, JsonLimits limits = {});

/// Compact text; invalid UTF-8 is replaced, so that it never throws.
[[nodiscard]] std::string dump(const Json &value, int indent = -1);

/// The value at dotted \a path of object keys ("metadata.name"), or nullptr. Keys with dots need find().
[[nodiscard]] const Json *at(const Json &value, std::string_view path);
/// The value under keys in turn, or nullptr.
[[nodiscard]] const Json *find(const Json &value, std::initializer_list<std::string_view> keys);
/// The string there, or \a fallback when it is absent or no string.
[[nodiscard]] QString stringAt(const Json &value, std::string_view path, const QString &fallback = {});
[[nodiscard]] std::string textAt(const Json &value, std::string_view path, std::string fallback = {});
[[nodiscard]] qint64 intAt(const Json &value, std::string_view path, qint64 fallback = 0);

} // namespace sluice::base
