// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/cesql.h"

#include <vector>

namespace sluice::domain {

/// One part of an expression; which members count depends on the kind.
struct CeSql::Node {
    enum class Kind {
        Literal,
        Identifier,
        Exists,
        Not,
        Negate,
        Like,
        In,
        Multiply,
        Divide,
        Remainder,
        Add,
        Subtract,
        Equal,
        NotEqual,
        Less,
        LessOrEqual,
        Greater,
        GreaterOrEqual,
        And,
        Or,
        Xor,
        Call
    };
    Kind kind = Kind::Literal;
    AttributeValue literal; ///< Literal
    QString name; ///< Identifier, Exists: the attribute; Like: the pattern; Call: the function in upper case
    std::vector<std::shared_ptr<const Node>> children; ///< operands; In: the value first, then the set
};

} // namespace sluice::domain
