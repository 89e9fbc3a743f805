// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sandbox/api/request_info.h"
#include "sandbox/store/served_versions.h"

namespace sluice::sandbox {

/// The one that a request asks for; null for requests for what is stored.
[[nodiscard]] const ServedVersion *servedVersionOf(const RequestInfo &info);

/// The same request for the stored version.
[[nodiscard]] HttpRequest forStoredVersion(const HttpRequest &request, const ServedVersion &version);
/// Gives objects, lists, tables and streams of them the version that was asked for.
void answerInServedVersion(HttpResponse &response, const ServedVersion &version);

} // namespace sluice::sandbox
