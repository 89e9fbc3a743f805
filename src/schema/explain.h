// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "schema/node.h"

#include <optional>
#include <string>
#include <vector>

namespace sluice::schema {

/// One field as help shows it.
struct ExplainedField {
    std::string name;
    std::string type; ///< "string", "integer", "[]Object", "map[string]string"
    std::string description;
    std::string defaultText; ///< empty for none
    std::vector<std::string> enumValues;
    std::optional<double> minimum;
    std::optional<double> maximum;
    bool required = false;
    bool immutable = false;
    std::string since;
    std::string until;
};

/// A place in a kind: what it is and the fields below it.
struct Explanation {
    ExplainedField self;
    std::vector<ExplainedField> fields;
};

/// What stands at a dotted \a path ("spec.template.spec.containers"); nothing for an unknown path.
[[nodiscard]] std::optional<Explanation> explain(const KindSchema &kind, const std::string &path);

} // namespace sluice::schema
