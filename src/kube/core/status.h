// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"
#include "base/json_fwd.h"
#include "kube/core/request.h"

namespace sluice::kube {

/// A Status object as ApiStatus; \a httpCode stands in where it has no code.
[[nodiscard]] base::ApiStatus statusFromJson(const base::Json &status, int httpCode);

/// The answer to a refused request. A body that is no Status (a proxy's page, "Too many requests...") becomes the
/// message, cut to 2 KB; a Retry-After header in seconds is taken over.
[[nodiscard]] base::ApiStatus statusFromResponse(int httpCode, const Headers &headers,
                                                 const QByteArray &body);

/// True when the object is a Status with status "Failure".
[[nodiscard]] bool isFailureStatus(const base::Json &object);

} // namespace sluice::kube
