// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"
#include "sandbox/store/object_store.h"

#include <string>
#include <tl/expected.hpp>

namespace sluice::sandbox {

class Cluster;

/// The type that a channel template's apiVersion and kind name, or nullptr.
[[nodiscard]] const ResourceType *channelType(const Cluster &cluster, const base::Json &channelTemplate);
/// A channel by \a channelTemplate with \a metadata, and with the fields of \a spec (delivery, subscribers) on top of the
/// template's own.
[[nodiscard]] base::Json makeChannel(const base::Json &channelTemplate, base::Json metadata,
                                     const base::Json &spec);
/// The channel \a name, made with \a make when it is not there; or why it could not be made. \a created tells which.
[[nodiscard]] tl::expected<ObjectPtr, std::string> ensureChannel(Cluster &cluster, const ResourceType &type,
                                                                 const base::Json &channel,
                                                                 std::string_view controller, bool &created);
/// What to say when the API server does not know the kind.
[[nodiscard]] std::string unknownKind();

} // namespace sluice::sandbox
