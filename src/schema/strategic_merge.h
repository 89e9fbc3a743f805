// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"
#include "schema/node.h"

#include <memory>
#include <string>
#include <tl/expected.hpp>

namespace sluice::schema {

/// \a patch laid over \a original as kubectl's strategic merge patch means it: lists merge by their merge keys, null
/// deletes, and the directives $patch (replace, merge, delete), $retainKeys, $deleteFromPrimitiveList/… and
/// $setElementOrder/… are obeyed. Only for kinds with kind.custom unset. The error is the server's message.
[[nodiscard]] tl::expected<std::shared_ptr<base::Json>, std::string>
strategicMerge(const KindSchema &kind, const base::Json &original, const base::Json &patch);

} // namespace sluice::schema
