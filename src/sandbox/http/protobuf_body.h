// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"

#include <optional>
#include <string_view>

namespace sluice::sandbox {

/// The content type of Kubernetes' binary form, which kubectl 1.32 uses for bodies of built-in kinds and without asking
/// whether the server reads it.
inline constexpr std::string_view protobufType = "application/vnd.kubernetes.protobuf";

/// The JSON form of an object in binary form: the magic "k8s\0" and a runtime.Unknown around the object
/// (k8s.io/apimachinery, pkg/runtime/serializer/protobuf). Knows what kubectl creates itself: Namespace, ConfigMap, Secret,
/// ServiceAccount, Deployment, the reviews about oneself, and DeleteOptions. Nothing when \a bytes are not
/// that, or hold a field that is not known here: rather refused than lost.
[[nodiscard]] std::optional<base::Json> decodeProtobuf(std::string_view bytes);

} // namespace sluice::sandbox
