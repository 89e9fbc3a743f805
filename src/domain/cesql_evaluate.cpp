// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/cesql_tree.h"

#include <QRegularExpression>
#include <limits>

namespace sluice::domain {

namespace {

using Node = CeSql::Node;
using Kind = Node::Kind;
using Value = std::optional<AttributeValue>;

std::optional<QString> asText(const AttributeValue &value)
{
    return attributeText(value);
}

std::optional<qint32> asInteger(const AttributeValue &value)
{
    if (const auto *number = std::get_if<qint32>(&value))
        return *number;
    if (const auto *flag = std::get_if<bool>(&value))
        return *flag ? 1 : 0;
    bool fits = false;
    const qint32 number = std::get<QString>(value).toInt(&fits);
    return fits ? std::optional(number) : std::nullopt;
}

std::optional<bool> asBoolean(const AttributeValue &value)
{
    if (const auto *flag = std::get_if<bool>(&value))
        return *flag;
    if (const auto *number = std::get_if<qint32>(&value))
        return *number != 0;
    const QString &text = std::get<QString>(value);
    if (text.compare(QLatin1String("true"), Qt::CaseInsensitive) == 0)
        return true;
    if (text.compare(QLatin1String("false"), Qt::CaseInsensitive) == 0)
        return false;
    return std::nullopt;
}

/// \a value as the type that \a like has.
Value castLike(const AttributeValue &value, const AttributeValue &like)
{
    const auto lifted = [](const auto &cast) { return cast ? Value(*cast) : Value(); };
    if (std::holds_alternative<bool>(like))
        return lifted(asBoolean(value));
    if (std::holds_alternative<qint32>(like))
        return lifted(asInteger(value));
    return lifted(asText(value));
}

/// "%" stands for any run of characters, "_" for one; a backslash takes their meaning away.
bool isLike(const QString &text, const QString &pattern)
{
    QString expression;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QChar c = pattern[i];
        if (c == u'\\' && i + 1 < pattern.size() && (pattern[i + 1] == u'%' || pattern[i + 1] == u'_'))
            expression += QRegularExpression::escape(QString(pattern[++i]));
        else if (c == u'%')
            expression += QStringLiteral(".*");
        else if (c == u'_')
            expression += u'.';
        else
            expression += QRegularExpression::escape(QString(c));
    }
    const QRegularExpression match(QRegularExpression::anchoredPattern(expression),
                                   QRegularExpression::DotMatchesEverythingOption);
    return match.match(text).hasMatch();
}

/// Wraps around as Go's int32 does.
qint32 wrapped(qint64 value)
{
    return static_cast<qint32>(static_cast<quint32>(value));
}

Value calculate(Kind kind, qint32 x, qint32 y)
{
    if ((kind == Kind::Divide || kind == Kind::Remainder) && y == 0)
        return std::nullopt;
    const qint64 left = x;
    switch (kind) {
    case Kind::Multiply:
        return wrapped(left * y);
    case Kind::Divide:
        return wrapped(left / y);
    case Kind::Remainder:
        return wrapped(left % y);
    case Kind::Add:
        return wrapped(left + y);
    case Kind::Subtract:
        return wrapped(left - y);
    case Kind::Less:
        return x < y;
    case Kind::LessOrEqual:
        return x <= y;
    case Kind::Greater:
        return x > y;
    case Kind::GreaterOrEqual:
        return x >= y;
    default:
        return std::nullopt;
    }
}

struct Function {
    QLatin1String name;
    qsizetype least;
    qsizetype most;
};
constexpr qsizetype anyNumber = std::numeric_limits<qsizetype>::max();
constexpr Function functions[] = {
    {QLatin1String("LENGTH"), 1, 1},
    {QLatin1String("CONCAT"), 0, anyNumber},
    {QLatin1String("CONCAT_WS"), 1, anyNumber},
    {QLatin1String("LOWER"), 1, 1},
    {QLatin1String("UPPER"), 1, 1},
    {QLatin1String("TRIM"), 1, 1},
    {QLatin1String("LEFT"), 2, 2},
    {QLatin1String("RIGHT"), 2, 2},
    {QLatin1String("SUBSTRING"), 2, 3},
    {QLatin1String("ABS"), 1, 1},
    {QLatin1String("INT"), 1, 1},
    {QLatin1String("BOOL"), 1, 1},
    {QLatin1String("STRING"), 1, 1},
    {QLatin1String("IS_INT"), 1, 1},
    {QLatin1String("IS_BOOL"), 1, 1},
};

bool takesArguments(const QString &name, qsizetype count)
{
    return std::any_of(std::begin(functions), std::end(functions), [&](const Function &function) {
        return function.name == name && count >= function.least && count <= function.most;
    });
}

Value substring(const QString &text, const std::vector<AttributeValue> &arguments)
{
    const auto from = asInteger(arguments[1]);
    const auto length = arguments.size() > 2 ? asInteger(arguments[2]) : std::optional<qint32>(text.size());
    if (!from || !length || *length < 0)
        return std::nullopt;
    if (*from == 0)
        return QString();
    if (*from < -text.size() || *from > text.size())
        return std::nullopt;
    const qsizetype begin = *from < 0 ? text.size() + *from : *from - 1;
    return text.mid(begin, *length);
}

Value call(const QString &name, const std::vector<AttributeValue> &arguments)
{
    const auto is = [&name](const char *function) { return name == QLatin1String(function); };
    if (is("CONCAT") || is("CONCAT_WS")) {
        QStringList parts;
        for (const AttributeValue &argument : arguments)
            parts.push_back(attributeText(argument));
        if (is("CONCAT"))
            return parts.join(QString());
        const QString separator = parts.takeFirst();
        return parts.join(separator);
    }
    if (is("INT") || is("ABS")) {
        const auto number = asInteger(arguments[0]);
        if (!number)
            return std::nullopt;
        if (is("INT"))
            return *number;
        // The magnitude of the smallest number does not fit.
        return *number == std::numeric_limits<qint32>::min() ? Value() : Value(std::abs(*number));
    }
    if (is("BOOL")) {
        const auto flag = asBoolean(arguments[0]);
        return flag ? Value(*flag) : Value();
    }
    if (is("IS_INT"))
        return asInteger(arguments[0]).has_value();
    if (is("IS_BOOL"))
        return asBoolean(arguments[0]).has_value();
    const QString text = attributeText(arguments[0]);
    if (is("STRING"))
        return text;
    if (is("LENGTH"))
        return static_cast<qint32>(text.size());
    if (is("LOWER"))
        return text.toLower();
    if (is("UPPER"))
        return text.toUpper();
    if (is("TRIM"))
        return text.trimmed();
    if (is("SUBSTRING"))
        return substring(text, arguments);
    const auto count = asInteger(arguments[1]); // LEFT, RIGHT
    if (!count || *count < 0)
        return std::nullopt;
    return is("LEFT") ? text.left(*count) : text.right(*count);
}

class Evaluation {
public:
    explicit Evaluation(const CloudEvent &event)
        : m_event(event)
    {
    }

    Value of(const Node &node) const
    {
        switch (node.kind) {
        case Kind::Literal:
            return node.literal;
        case Kind::Identifier: {
            const AttributeValue *value = m_event.attribute(node.name);
            return value ? Value(*value) : Value();
        }
        case Kind::Exists:
            return m_event.attribute(node.name) != nullptr;
        case Kind::Not: {
            const auto flag = booleanOf(*node.children[0]);
            return flag ? Value(!*flag) : Value();
        }
        case Kind::Negate: {
            const Value value = of(*node.children[0]);
            const auto number = value ? asInteger(*value) : std::nullopt;
            return number ? Value(wrapped(-static_cast<qint64>(*number))) : Value();
        }
        case Kind::Like: {
            const Value value = of(*node.children[0]);
            return value ? Value(isLike(attributeText(*value), node.name)) : Value();
        }
        case Kind::In:
            return contains(node);
        case Kind::And:
        case Kind::Or:
        case Kind::Xor:
            return logic(node);
        case Kind::Call: {
            if (!takesArguments(node.name, std::ssize(node.children)))
                return std::nullopt;
            std::vector<AttributeValue> arguments;
            for (const auto &child : node.children) {
                Value argument = of(*child);
                if (!argument)
                    return std::nullopt;
                arguments.push_back(std::move(*argument));
            }
            return call(node.name, arguments);
        }
        default:
            return binary(node);
        }
    }

private:
    std::optional<bool> booleanOf(const Node &node) const
    {
        const Value value = of(node);
        return value ? asBoolean(*value) : std::nullopt;
    }

    Value logic(const Node &node) const
    {
        const auto left = booleanOf(*node.children[0]);
        if (!left)
            return std::nullopt;
        // The other side is looked at only where it counts, so that EXISTS can guard it.
        if ((node.kind == Kind::And && !*left) || (node.kind == Kind::Or && *left))
            return *left;
        const auto right = booleanOf(*node.children[1]);
        if (!right)
            return std::nullopt;
        return node.kind == Kind::Xor ? *left != *right : *right;
    }

    Value contains(const Node &node) const
    {
        const Value left = of(*node.children[0]);
        if (!left)
            return std::nullopt;
        for (size_t i = 1; i < node.children.size(); ++i) {
            const Value entry = of(*node.children[i]);
            const Value cast = entry ? castLike(*entry, *left) : Value();
            if (!cast)
                return std::nullopt;
            if (*cast == *left)
                return true;
        }
        return false;
    }

    Value binary(const Node &node) const
    {
        const Value left = of(*node.children[0]);
        const Value right = left ? of(*node.children[1]) : Value();
        if (!right)
            return std::nullopt;
        if (node.kind == Kind::Equal || node.kind == Kind::NotEqual) {
            const Value cast = castLike(*left, *right);
            return cast ? Value((*cast == *right) == (node.kind == Kind::Equal)) : Value();
        }
        const auto x = asInteger(*left);
        const auto y = asInteger(*right);
        return x && y ? calculate(node.kind, *x, *y) : Value();
    }

    const CloudEvent &m_event;
};

} // namespace

std::optional<AttributeValue> CeSql::evaluate(const CloudEvent &event) const
{
    return Evaluation(event).of(*m_root);
}

} // namespace sluice::domain
