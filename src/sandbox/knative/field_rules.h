// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"

#include <cstdint>
#include <limits>
#include <set>
#include <string>

namespace sluice::sandbox {

class FieldErrors;
struct KnativeSettings;

// Rules that the validation of pod specs and of their containers share.

/// User and group ids are int32 in Kubernetes.
inline constexpr std::int64_t maxUserId = std::numeric_limits<std::int32_t>::max();

using Allowed = std::set<std::string, std::less<>>;

/// Flags everything that is set in \a object and not \a allowed.
void disallowOthers(const base::Json &object, const Allowed &allowed, const std::string &path,
                    FieldErrors &errors);
/// A feature flag that is on, or left to the user.
[[nodiscard]] bool allowedByFeature(const KnativeSettings &settings, const std::string &name);
/// Flags a user or group id below \a key that is out of range.
void checkUserId(const base::Json &context, const char *key, const std::string &path, FieldErrors &errors);
/// The list at \a key, or an empty one.
[[nodiscard]] const base::Json &listIn(const base::Json &object, std::string_view key);

} // namespace sluice::sandbox
