// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"

#include <optional>
#include <string>

namespace sluice::sandbox {

struct KnativeSettings;

/// What the mutating webhook fills in (knative.dev/serving pkg/apis/serving/v1/*_defaults.go). The functions change
/// \a object in place. \a old is the stored object, nullptr on create.
void defaultService(base::Json &object, const base::Json *old, const std::string &user,
                    const KnativeSettings &settings);
void defaultConfiguration(base::Json &object, const base::Json *old, const std::string &user,
                          const KnativeSettings &settings);
void defaultRoute(base::Json &object, const base::Json *old, const std::string &user,
                  const KnativeSettings &settings);
void defaultRevision(base::Json &object, const base::Json *old, const KnativeSettings &settings);
void defaultPodAutoscaler(base::Json &object, const KnativeSettings &settings);

/// Why a Service cannot be decoded: values of a wrong type beside the pod spec, in the words of Go's decoder.
[[nodiscard]] std::optional<std::string> serviceDecodeComplaint(const base::Json &service);
/// Why the webhook could not even decode \a object (a quantity that is none); nothing when it could.
[[nodiscard]] std::optional<std::string> decodeComplaint(const base::Json &podSpec);

} // namespace sluice::sandbox
