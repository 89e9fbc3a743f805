// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"
#include "sandbox/store/failure.h"

#include <string>
#include <vector>

namespace sluice::sandbox {

struct ResourceType;

/// A parsed label selector: all requirements must hold.
class LabelSelector {
public:
    /// "a=b,c!=d,e in (x,y),f notin (z),g,!h,i>1". Errors: BadRequest.
    [[nodiscard]] static Outcome<LabelSelector> parse(const std::string &text);
    /// Whether the object's metadata.labels satisfy it.
    [[nodiscard]] bool matches(const base::Json &object) const;
    [[nodiscard]] bool isEmpty() const { return m_requirements.empty(); }

private:
    enum class Operator { In, NotIn, Exists, Absent, Greater, Less };
    struct Requirement {
        std::string key;
        Operator op = Operator::Exists;
        std::vector<std::string> values;
    };
    friend class LabelSelectorParser;
    std::vector<Requirement> m_requirements;
};

/// A parsed field selector over the fields that the API server knows for the type.
class FieldSelector {
public:
    /// "metadata.name=a,status.phase!=Running". Errors: BadRequest for fields that the type cannot select by.
    [[nodiscard]] static Outcome<FieldSelector> parse(const ResourceType &type, const std::string &text);
    [[nodiscard]] bool matches(const base::Json &object) const;
    [[nodiscard]] bool isEmpty() const { return m_terms.empty(); }

private:
    struct Term {
        std::string field;
        std::string value;
        bool equal = true;
    };
    std::vector<Term> m_terms;
};

} // namespace sluice::sandbox
