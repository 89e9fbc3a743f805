// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace sluice::sandbox {

using Keys = std::initializer_list<std::string_view>;

/// The value under keys in turn; a null value when something on the way is missing or no object.
[[nodiscard]] const base::Json &field(const base::Json &value, Keys keys);
/// The string there, or an empty one.
[[nodiscard]] std::string text(const base::Json &value, Keys keys);
/// The integer there, or \a fallback.
[[nodiscard]] std::int64_t number(const base::Json &value, Keys keys, std::int64_t fallback = 0);
[[nodiscard]] bool flag(const base::Json &value, Keys keys);
/// Whether there is something other than null, zero, false and the empty string, list or object: how Go tells that a
/// field was set.
[[nodiscard]] bool isSet(const base::Json &value);

/// metadata.labels / metadata.annotations as an object; an empty object when absent.
[[nodiscard]] const base::Json &labels(const base::Json &object);
[[nodiscard]] const base::Json &annotations(const base::Json &object);
[[nodiscard]] std::string label(const base::Json &object, std::string_view key);
[[nodiscard]] std::string annotation(const base::Json &object, std::string_view key);

[[nodiscard]] std::string nameOf(const base::Json &object);
[[nodiscard]] std::string namespaceOf(const base::Json &object);
[[nodiscard]] std::string uidOf(const base::Json &object);
[[nodiscard]] std::int64_t generationOf(const base::Json &object);
[[nodiscard]] bool isBeingDeleted(const base::Json &object);

/// The entry of metadata.ownerReferences with controller: true, or null.
[[nodiscard]] const base::Json &controllerOf(const base::Json &object);
[[nodiscard]] bool isControlledBy(const base::Json &object, const base::Json &owner);
/// An owner reference that makes \a owner the controller and blocks its foreground deletion.
[[nodiscard]] base::Json controllerReference(const base::Json &owner, std::string_view apiVersion,
                                             std::string_view kind);

/// Whether every pair of the object \a selector is among \a labels.
[[nodiscard]] bool matches(const base::Json &selector, const base::Json &labels);

} // namespace sluice::sandbox
