// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"

namespace sluice::sandbox {

class FieldErrors;
struct KnativeSettings;

/// What the validating webhook checks (knative.dev/serving pkg/apis/serving/v1/*_validation.go). \a old is the stored
/// object, nullptr on create. Writes to the status subresource are not for these.
void validateService(const base::Json &object, const base::Json *old, const KnativeSettings &settings,
                     FieldErrors &errors);
void validateConfiguration(const base::Json &object, const base::Json *old, const KnativeSettings &settings,
                           FieldErrors &errors);
void validateRoute(const base::Json &object, const base::Json *old, const KnativeSettings &settings,
                   FieldErrors &errors);
void validateRevision(const base::Json &object, const base::Json *old, const KnativeSettings &settings,
                      FieldErrors &errors);
void validateDomainMapping(const base::Json &object, FieldErrors &errors);

} // namespace sluice::sandbox
