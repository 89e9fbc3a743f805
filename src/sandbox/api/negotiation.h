// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sandbox/api/http_message.h"
#include "sandbox/store/failure.h"

#include <optional>

namespace sluice::sandbox {

/// Why none of what Accept names can be served, in the API server's words; nothing when one of them can.
[[nodiscard]] std::optional<Failure> notAcceptable(const HttpRequest &request);
/// Whether the first acceptable entry of Accept is YAML.
[[nodiscard]] bool wantsYaml(const HttpRequest &request);
/// Writes a JSON answer as YAML; leaves streams and other texts alone.
void translateToYaml(HttpResponse &response);

} // namespace sluice::sandbox
