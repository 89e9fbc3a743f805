// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"
#include "schema/field_set.h"
#include "schema/node.h"

#include <string>
#include <vector>

/// Values seen through their field table, as server-side apply sees them (sigs.k8s.io/structured-merge-diff
/// describes the operations). What no table describes is taken as maps of single values and atomic lists.
namespace sluice::schema {

/// The fields that two values differ in.
struct Comparison {
    FieldSet added;
    FieldSet modified;
    FieldSet removed;
    [[nodiscard]] bool isSame() const { return added.isEmpty() && modified.isEmpty() && removed.isEmpty(); }
};

/// Why \a value is not of the type: ".spec.x: field not declared in schema", duplicate or missing list keys.
[[nodiscard]] std::vector<std::string> typeErrors(const Node &node, const base::Json &value);
/// The fields that \a value sets.
[[nodiscard]] FieldSet fieldsOf(const Node &node, const base::Json &value);
/// Null stands for nothing there.
[[nodiscard]] Comparison compare(const Node &node, const base::Json &before, const base::Json &after);
/// \a changes laid over \a base: maps and keyed lists merge, everything else is replaced.
[[nodiscard]] base::Json merged(const Node &node, const base::Json &base, const base::Json &changes);
/// \a value without the fields of \a set.
[[nodiscard]] base::Json without(const Node &node, const base::Json &value, const FieldSet &set);
/// \a set with every declared field on the way to a path made a member.
[[nodiscard]] FieldSet withNamedFields(const Node &node, const FieldSet &set);
/// The path element of an entry of a keyed or set list.
[[nodiscard]] std::string listElement(const Node &list, const base::Json &entry, size_t index);

} // namespace sluice::schema
