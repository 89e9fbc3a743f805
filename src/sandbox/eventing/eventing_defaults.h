// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"

#include <optional>
#include <string>

namespace sluice::sandbox {

class EventingSettings;
struct ResourceType;

/// Fills in what the webhook fills in, and drops what it drops because it reads objects into structs
/// (knative.dev/eventing pkg/apis/*/v1/*_defaults.go). \a old is null on create.
void defaultEventing(const ResourceType &type, base::Json &object, const base::Json *old,
                     const std::string &user, const EventingSettings &settings);
/// Go's complaint about what the CRD lets through but the structs of the webhook cannot hold; nothing when there is none.
[[nodiscard]] std::optional<std::string> decodeComplaintOf(const std::string &kind, const base::Json &object);

} // namespace sluice::sandbox
