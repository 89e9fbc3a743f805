// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/cloud_event.h"

#include <QString>
#include <memory>
#include <optional>
#include <tl/expected.hpp>

namespace sluice::domain {

/// Why a text is no CloudEvents SQL expression.
struct CeSqlError {
    enum class Kind {
        UnexpectedEnd,
        UnexpectedToken,
        UnclosedString,
        NumberRange, ///< beyond 32 bits
        TooDeep ///< more than 64 nested parts
    };
    Kind kind = Kind::UnexpectedToken;
    qsizetype position = 0; ///< characters from the beginning of the text
    bool operator==(const CeSqlError &) const = default;
};

/// A CloudEvents SQL expression (cloudevents cesql/spec.md, with the precedence and functions of the Go SDK that Knative
/// 1.15 uses). A value; copies share the tree.
class CeSql {
public:
    [[nodiscard]] static tl::expected<CeSql, CeSqlError> parse(const QString &text);

    /// The value for \a event; nothing when any part of it that was looked at fails: a missing attribute, a cast that
    /// is not defined, a division by zero, a function that does not exist or takes other arguments.
    [[nodiscard]] std::optional<AttributeValue> evaluate(const CloudEvent &event) const;

    struct Node;

private:
    explicit CeSql(std::shared_ptr<const Node> root)
        : m_root(std::move(root))
    {
    }
    std::shared_ptr<const Node> m_root;
};

} // namespace sluice::domain
