// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"

#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace sluice::sandbox {

/// One entry of a Status' details.causes. In JSON the reason stands under "reason".
struct FailureCause {
    std::string reason; ///< "FieldValueInvalid", "FieldManagerConflict"…
    std::string message;
    std::string field; ///< "spec.template.spec.containers[0].image"
};

/// A refusal as the API server words it: what becomes a Status with status "Failure". UTF-8.
struct Failure {
    int code = 500; ///< HTTP status
    std::string reason; ///< "NotFound", "Conflict"…
    std::string message;
    std::string group; ///< details.group
    std::string kind; ///< details.kind: the plural for most reasons, the kind for Invalid
    std::string name; ///< details.name
    std::string uid; ///< details.uid
    std::vector<FailureCause> causes;
    int retryAfterSeconds = 0; ///< 0: none
    std::string continueToken; ///< metadata.continue of an expired list
    bool hasDetails = false; ///< details are sent even when they are empty
};

/// A value, or the answer that refuses it.
template <typename T> using Outcome = tl::expected<T, Failure>;

/// The Status object that a client receives.
[[nodiscard]] base::Json statusJson(const Failure &failure);

// The refusals of the API server, word for word (k8s.io/apimachinery/pkg/api/errors).
[[nodiscard]] Failure notFound(const std::string &group, const std::string &plural, const std::string &name);
[[nodiscard]] Failure alreadyExists(const std::string &group, const std::string &plural,
                                    const std::string &name);
/// \a why follows "Operation cannot be fulfilled on …: ".
[[nodiscard]] Failure conflict(const std::string &group, const std::string &plural, const std::string &name,
                               const std::string &why);
/// The words for an update that carries an old resourceVersion.
[[nodiscard]] Failure staleObject(const std::string &group, const std::string &plural,
                                  const std::string &name);
[[nodiscard]] Failure badRequest(std::string message);
[[nodiscard]] Failure invalid(const std::string &group, const std::string &kind, const std::string &name,
                              std::vector<FailureCause> causes);
[[nodiscard]] Failure forbidden(const std::string &group, const std::string &plural, const std::string &name,
                                const std::string &why);
[[nodiscard]] Failure unauthorized();
[[nodiscard]] Failure expired(std::string message);
[[nodiscard]] Failure methodNotAllowed(const std::string &group, const std::string &plural,
                                       const std::string &verb);
/// As the router of Kubernetes' own resources says it, which knows no resource for the path and method.
[[nodiscard]] Failure methodNotAllowed();
/// The router's words for a path of its own that leads nowhere.
[[nodiscard]] Failure noSuchResource();
/// A failure of the server's own that it passes on as it is, with no reason and no details.
[[nodiscard]] Failure bareError(int code, std::string message);
[[nodiscard]] Failure unsupportedMediaType(const std::string &accepted);
/// The router's words, before any handler has looked at the body.
[[nodiscard]] Failure unsupportedMediaType();
[[nodiscard]] Failure tooManyRequests(int retryAfterSeconds);
[[nodiscard]] Failure internalError(std::string message);
/// A webhook's refusal: "admission webhook "…" denied the request: …".
[[nodiscard]] Failure deniedByWebhook(const std::string &webhook, const std::string &message);

} // namespace sluice::sandbox
