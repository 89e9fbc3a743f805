// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"
#include "sandbox/api/api_call.h"

#include <memory>
#include <string>
#include <vector>

namespace sluice::sandbox {

/// A decoded body.
struct Body {
    std::shared_ptr<base::Json> json; ///< never null
    std::vector<std::string> duplicates; ///< paths of keys that stand twice in one object
};

/// JSON, or YAML where the media type says so. Errors: BadRequest (with the parser's words), UnsupportedMediaType,
/// RequestEntityTooLarge.
[[nodiscard]] Outcome<Body> decodeBody(const HttpRequest &request);
/// As decodeBody, for an object of the call's type: kind, version, name and namespace must fit the request.
[[nodiscard]] Outcome<Body> decodeObject(const ApiCall &call);
/// The field manager: ?fieldManager=, else the first word of User-Agent.
[[nodiscard]] std::string managerOf(const ApiCall &call);
/// The refusal of an object that has no name although its URL has one.
[[nodiscard]] Failure nameless(const ApiCall &call);
/// The kind that the call's query parameters form: "CreateOptions", "PatchOptions"…
[[nodiscard]] std::string optionsKind(const ApiCall &call);
/// Who writes; the dry-run flag comes from the query. Errors: Invalid for an unknown dryRun value.
[[nodiscard]] Outcome<WriteContext> writeContext(const ApiCall &call);
/// Media type of the body without its parameters; "application/json" when it is absent.
[[nodiscard]] std::string mediaType(const HttpRequest &request);

} // namespace sluice::sandbox
