// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"
#include "schema/node.h"

#include <string>
#include <vector>

namespace sluice::schema {

/// Something about one field that a server would not accept.
struct Issue {
    enum class Kind {
        UnknownField, ///< dropped, warned about or refused, as asked for
        WrongType, ///< reason FieldValueTypeInvalid
        Required, ///< FieldValueRequired
        NotSupported, ///< FieldValueNotSupported: outside of an enum
        OutOfRange, ///< FieldValueInvalid
        Duplicate, ///< FieldValueDuplicate: two entries of a keyed list
        Immutable, ///< FieldValueInvalid: changed by an update
    };
    Kind kind = Kind::UnknownField;
    std::string field; ///< "spec.template.spec.containers[0].imagex"
    std::string message; ///< the API server's words, without the field: "Required value"
    bool operator==(const Issue &) const = default;
};

/// The details.causes reason of an issue ("FieldValueRequired").
[[nodiscard]] std::string reasonOf(Issue::Kind kind);

/// Fields that the table does not know, in the order of the tree; message is `unknown field "…"`.
[[nodiscard]] std::vector<Issue> unknownFields(const KindSchema &kind, const base::Json &object);
/// Types, required fields, enums, ranges and duplicate list keys. Unknown fields are left to unknownFields().
[[nodiscard]] std::vector<Issue> structuralIssues(const KindSchema &kind, const base::Json &object);
/// Fields that an update changes although they are immutable.
[[nodiscard]] std::vector<Issue> immutableIssues(const KindSchema &kind, const base::Json &before,
                                                 const base::Json &after);
/// Both: what a sent object would be told, unknown fields first.
[[nodiscard]] std::vector<Issue> validateFields(const KindSchema &kind, const base::Json &object);

/// Drops what unknownFields() lists.
void prune(const KindSchema &kind, base::Json &object);
/// Fills in the table's defaults where a field is absent (or null) in an object that is there.
void applyDefaults(const KindSchema &kind, base::Json &object);

} // namespace sluice::schema
