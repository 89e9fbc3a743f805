// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "schema/node.h"

#include <string_view>
#include <vector>

namespace sluice::schema {

/// The field table of a kind, or nullptr when it is not described here. Lives for the whole program; any thread.
[[nodiscard]] const KindSchema *find(std::string_view group, std::string_view version, std::string_view kind);
/// By "group/version" or "version".
[[nodiscard]] const KindSchema *find(std::string_view apiVersion, std::string_view kind);
/// All kinds, in the order of the tables.
[[nodiscard]] const std::vector<KindSchema> &kinds();

/// The node at a dotted path of field names, through lists and maps ("spec.template.spec.containers.image");
/// nullptr when there is none.
[[nodiscard]] const Node *nodeAt(const KindSchema &kind, std::string_view path);
/// The field at the end of such a path; nullptr for the kind itself or an unknown path.
[[nodiscard]] const Field *fieldAt(const KindSchema &kind, std::string_view path);

} // namespace sluice::schema
