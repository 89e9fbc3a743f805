// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/cesql_tree.h"

#include <QStringView>

namespace sluice::domain {

namespace {

using Node = CeSql::Node;
using NodePtr = std::shared_ptr<const Node>;
using Kind = Node::Kind;

struct Token {
    enum class Kind { End, Word, Number, String, Symbol };
    Kind kind = Kind::End;
    QString text; ///< words and symbols as written, strings without quotes
    qsizetype position = 0;

    [[nodiscard]] bool isSymbol(QLatin1String symbol) const { return kind == Kind::Symbol && text == symbol; }
    /// Keywords may be written in any case.
    [[nodiscard]] bool isKeyword(QLatin1String word) const
    {
        return kind == Kind::Word && text.compare(word, Qt::CaseInsensitive) == 0;
    }
};

bool isAsciiLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isAsciiDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// How tightly an operator between two operands binds; the higher, the tighter.
enum Binding { Logic = 1, Comparison, Additive, Multiplicative, Membership, Pattern, Prefix };

class Parser {
public:
    explicit Parser(const QString &text)
        : m_text(text)
    {
        advance();
    }

    tl::expected<NodePtr, CeSqlError> parseAll()
    {
        NodePtr root = expression(Logic);
        if (root && m_token.kind != Token::Kind::End)
            fail();
        if (m_error)
            return tl::unexpected(*m_error);
        return root;
    }

private:
    static constexpr int deepest = 64;

    NodePtr fail(CeSqlError::Kind kind = CeSqlError::Kind::UnexpectedToken)
    {
        if (!m_error) {
            if (m_token.kind == Token::Kind::End && kind == CeSqlError::Kind::UnexpectedToken)
                kind = CeSqlError::Kind::UnexpectedEnd;
            m_error = CeSqlError{kind, m_token.position};
        }
        return nullptr;
    }

    void advance()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
        m_token = {Token::Kind::End, {}, m_at};
        if (m_at >= m_text.size())
            return;
        const QChar c = m_text[m_at];
        if (c == u'\'' || c == u'"') {
            readString(c);
        } else if (isAsciiLetter(c) || isAsciiDigit(c)) {
            const qsizetype start = m_at;
            bool digits = true;
            while (m_at < m_text.size()
                   && (isAsciiLetter(m_text[m_at]) || isAsciiDigit(m_text[m_at]) || m_text[m_at] == u'_')) {
                digits = digits && isAsciiDigit(m_text[m_at]);
                ++m_at;
            }
            m_token.kind = digits ? Token::Kind::Number : Token::Kind::Word;
            m_token.text = m_text.mid(start, m_at - start);
        } else {
            m_token.kind = Token::Kind::Symbol;
            static constexpr QStringView twoCharacters[] = {u"!=", u"<>", u"<=", u">="};
            const QStringView rest = QStringView(m_text).mid(m_at);
            qsizetype length = 1;
            for (const QStringView symbol : twoCharacters) {
                if (rest.startsWith(symbol))
                    length = 2;
            }
            m_token.text = m_text.mid(m_at, length);
            m_at += length;
        }
    }

    void readString(QChar quote)
    {
        m_token.kind = Token::Kind::String;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] == u'\\' && m_at + 1 < m_text.size() && m_text[m_at + 1] == quote) {
                m_token.text += quote;
                ++m_at;
            } else if (m_text[m_at] == quote) {
                ++m_at;
                return;
            } else {
                m_token.text += m_text[m_at];
            }
        }
        fail(CeSqlError::Kind::UnclosedString);
    }

    bool takeKeyword(QLatin1String word)
    {
        if (!m_token.isKeyword(word))
            return false;
        advance();
        return true;
    }

    bool takeSymbol(QLatin1String symbol)
    {
        if (!m_token.isSymbol(symbol))
            return false;
        advance();
        return true;
    }

    static NodePtr make(Kind kind, std::vector<NodePtr> children, QString name = {},
                        AttributeValue literal = {})
    {
        auto node = std::make_shared<Node>();
        node->kind = kind;
        node->children = std::move(children);
        node->name = std::move(name);
        node->literal = std::move(literal);
        return node;
    }

    NodePtr expression(int least)
    {
        if (++m_depth > deepest)
            return fail(CeSqlError::Kind::TooDeep);
        NodePtr left = operand();
        while (left && !m_error) {
            NodePtr joined = operation(left, least);
            if (!joined)
                break;
            left = std::move(joined);
        }
        --m_depth;
        return m_error ? nullptr : left;
    }

    /// \a left with the operator behind it and its other operand; null when the operator binds less than \a least.
    NodePtr operation(const NodePtr &left, int least)
    {
        if (least <= Pattern
            && (m_token.isKeyword(QLatin1String("LIKE")) || isNegated(QLatin1String("LIKE"))))
            return like(left);
        if (least <= Membership && (m_token.isKeyword(QLatin1String("IN")) || isNegated(QLatin1String("IN"))))
            return membership(left);
        struct Operator {
            QLatin1String text;
            Kind kind;
            int binding;
            bool word;
        };
        static constexpr Operator operators[] = {
            {QLatin1String("*"), Kind::Multiply, Multiplicative, false},
            {QLatin1String("/"), Kind::Divide, Multiplicative, false},
            {QLatin1String("%"), Kind::Remainder, Multiplicative, false},
            {QLatin1String("+"), Kind::Add, Additive, false},
            {QLatin1String("-"), Kind::Subtract, Additive, false},
            {QLatin1String("="), Kind::Equal, Comparison, false},
            {QLatin1String("!="), Kind::NotEqual, Comparison, false},
            {QLatin1String("<>"), Kind::NotEqual, Comparison, false},
            {QLatin1String("<"), Kind::Less, Comparison, false},
            {QLatin1String("<="), Kind::LessOrEqual, Comparison, false},
            {QLatin1String(">"), Kind::Greater, Comparison, false},
            {QLatin1String(">="), Kind::GreaterOrEqual, Comparison, false},
            {QLatin1String("AND"), Kind::And, Logic, true},
            {QLatin1String("OR"), Kind::Or, Logic, true},
            {QLatin1String("XOR"), Kind::Xor, Logic, true},
        };
        for (const Operator &candidate : operators) {
            if (candidate.binding < least
                || !(candidate.word ? m_token.isKeyword(candidate.text) : m_token.isSymbol(candidate.text)))
                continue;
            advance();
            NodePtr right = expression(candidate.binding + 1);
            return right ? make(candidate.kind, {left, std::move(right)}) : nullptr;
        }
        return nullptr;
    }

    /// Whether NOT and then \a word come next.
    bool isNegated(QLatin1String word)
    {
        if (!m_token.isKeyword(QLatin1String("NOT")))
            return false;
        const Token token = m_token;
        const qsizetype at = m_at;
        advance();
        const bool found = m_token.isKeyword(word);
        m_token = token;
        m_at = at;
        return found;
    }

    NodePtr like(const NodePtr &left)
    {
        const bool negated = takeKeyword(QLatin1String("NOT"));
        advance();
        if (m_token.kind != Token::Kind::String)
            return fail();
        NodePtr node = make(Kind::Like, {left}, m_token.text);
        advance();
        return negated ? make(Kind::Not, {std::move(node)}) : node;
    }

    NodePtr membership(const NodePtr &left)
    {
        const bool negated = takeKeyword(QLatin1String("NOT"));
        advance();
        std::vector<NodePtr> children = {left};
        if (!takeSymbol(QLatin1String("(")))
            return fail();
        if (!list(children) || children.size() < 2)
            return fail();
        NodePtr node = make(Kind::In, std::move(children));
        return negated ? make(Kind::Not, {std::move(node)}) : node;
    }

    /// Expressions with commas between them, up to and with the closing bracket.
    bool list(std::vector<NodePtr> &into)
    {
        if (takeSymbol(QLatin1String(")")))
            return true;
        do {
            NodePtr entry = expression(Logic);
            if (!entry)
                return false;
            into.push_back(std::move(entry));
        } while (takeSymbol(QLatin1String(",")));
        return takeSymbol(QLatin1String(")"));
    }

    NodePtr operand()
    {
        if (takeKeyword(QLatin1String("NOT"))) {
            NodePtr inner = expression(Prefix);
            return inner ? make(Kind::Not, {std::move(inner)}) : fail();
        }
        if (takeSymbol(QLatin1String("-"))) {
            NodePtr inner = expression(Prefix);
            return inner ? make(Kind::Negate, {std::move(inner)}) : fail();
        }
        if (takeSymbol(QLatin1String("("))) {
            NodePtr inner = expression(Logic);
            return inner && takeSymbol(QLatin1String(")")) ? inner : fail();
        }
        if (takeKeyword(QLatin1String("EXISTS"))) {
            if (m_token.kind != Token::Kind::Word && m_token.kind != Token::Kind::Number)
                return fail();
            NodePtr node = make(Kind::Exists, {}, m_token.text.toLower());
            advance();
            return node;
        }
        switch (m_token.kind) {
        case Token::Kind::String: {
            NodePtr node = make(Kind::Literal, {}, {}, m_token.text);
            advance();
            return node;
        }
        case Token::Kind::Number: {
            bool fits = false;
            const qint32 value = m_token.text.toInt(&fits);
            if (!fits)
                return fail(CeSqlError::Kind::NumberRange);
            advance();
            return make(Kind::Literal, {}, {}, value);
        }
        case Token::Kind::Word:
            return word();
        default:
            return fail();
        }
    }

    NodePtr word()
    {
        for (const bool value : {true, false}) {
            if (takeKeyword(value ? QLatin1String("TRUE") : QLatin1String("FALSE")))
                return make(Kind::Literal, {}, {}, value);
        }
        for (const char *keyword : {"AND", "OR", "XOR", "LIKE", "IN"}) {
            if (m_token.isKeyword(QLatin1String(keyword)))
                return fail();
        }
        const Token named = m_token;
        advance();
        if (!m_token.isSymbol(QLatin1String("(")))
            return named.text.contains(u'_') ? fail() : make(Kind::Identifier, {}, named.text.toLower());
        const QString name = named.text.toUpper();
        advance();
        std::vector<NodePtr> arguments;
        if (!list(arguments))
            return fail();
        return make(Kind::Call, std::move(arguments), name);
    }

    QString m_text;
    qsizetype m_at = 0;
    Token m_token;
    int m_depth = 0;
    std::optional<CeSqlError> m_error;
};

} // namespace

tl::expected<CeSql, CeSqlError> CeSql::parse(const QString &text)
{
    auto root = Parser(text).parseAll();
    if (!root)
        return tl::unexpected(root.error());
    return CeSql(std::move(*root));
}

} // namespace sluice::domain
