// SPDX-License-Identifier: GPL-3.0-or-later
#include "yaml/events.h"

#include "yaml/utf8.h"

#include <map>
#include <memory>
#include <sstream>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>
#include <yaml.h>

namespace sluice::yaml {

namespace {

using base::DecodeError;
using base::fail;
using base::Message;

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

DecodeError errorAt(const QString &source, std::size_t line, std::size_t column, Message what)
{
    return {source, int(line) + 1, int(column) + 1, std::move(what)};
}

DecodeError errorAtByte(const QString &source, std::string_view text, std::size_t byte, Message what)
{
    std::size_t line = 0;
    std::size_t lineStart = 0;
    for (std::size_t i = 0; i < byte; ++i) {
        if (text[i] == '\n') {
            ++line;
            lineStart = i + 1;
        }
    }
    return errorAt(source, line, byte - lineStart, std::move(what));
}

/// Encoding and line ends that one of the parsers would silently read as something else.
std::optional<DecodeError> refusedEncoding(std::string_view text, const QString &source)
{
    const auto starts = [text](std::string_view mark) { return text.substr(0, mark.size()) == mark; };
    using namespace std::string_view_literals;
    if (starts("\xFF\xFE"sv) || starts("\xFE\xFF"sv)
        || (text.size() >= 2 && (text[0] == '\0' || text[1] == '\0')))
        return errorAt(source, 0, 0, {QStringLiteral("yaml.utf16"), {}});
    if (const auto invalid = firstInvalidUtf8(text))
        return errorAtByte(source, text, *invalid, {QStringLiteral("yaml.invalid-utf8"), {}});
    for (std::size_t i = text.find('\r'); i != std::string_view::npos; i = text.find('\r', i + 1)) {
        if (i + 1 >= text.size() || text[i + 1] != '\n')
            return errorAtByte(source, text, i, {QStringLiteral("yaml.bare-cr"), {}});
    }
    return std::nullopt;
}

/// libyaml counts code points; this turns its counts into byte offsets.
class ByteOffsets {
public:
    explicit ByteOffsets(std::string_view text)
        : m_size(std::uint32_t(text.size()))
        , m_skip(text.substr(0, byteOrderMark.size()) == byteOrderMark ? std::uint32_t(byteOrderMark.size())
                                                                       : 0)
    {
        m_ascii = std::none_of(text.begin() + m_skip, text.end(), [](char c) { return (c & 0x80) != 0; });
        if (m_ascii)
            return;
        m_offsets.reserve(text.size());
        for (std::size_t i = m_skip; i < text.size(); i += characterLength(text[i]))
            m_offsets.push_back(std::uint32_t(i));
    }
    [[nodiscard]] std::uint32_t at(std::size_t codePoint) const
    {
        if (m_ascii)
            return std::min(m_size, std::uint32_t(codePoint) + m_skip);
        return codePoint < m_offsets.size() ? m_offsets[codePoint] : m_size;
    }

private:
    std::uint32_t m_size;
    std::uint32_t m_skip;
    bool m_ascii = true;
    std::vector<std::uint32_t> m_offsets;
};

struct ParserGuard {
    yaml_parser_t parser{};
    bool ready = yaml_parser_initialize(&parser) != 0;
    ParserGuard() = default;
    ParserGuard(const ParserGuard &) = delete;
    ParserGuard &operator=(const ParserGuard &) = delete;
    ~ParserGuard()
    {
        if (ready)
            yaml_parser_delete(&parser);
    }
};

struct EventGuard {
    yaml_event_t event{};
    EventGuard() = default;
    EventGuard(const EventGuard &) = delete;
    EventGuard &operator=(const EventGuard &) = delete;
    ~EventGuard() { yaml_event_delete(&event); }
};

std::string textOf(const yaml_char_t *text)
{
    return text ? std::string(reinterpret_cast<const char *>(text)) : std::string();
}

Style scalarStyle(yaml_scalar_style_t style)
{
    switch (style) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE:
        return Style::SingleQuoted;
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
        return Style::DoubleQuoted;
    case YAML_LITERAL_SCALAR_STYLE:
        return Style::Literal;
    case YAML_FOLDED_SCALAR_STYLE:
        return Style::Folded;
    default:
        return Style::Plain;
    }
}

/// Ordinals of the anchors of one document, in order of appearance; the name of a redefined one moves on.
class Anchors {
public:
    std::uint32_t define(const yaml_char_t *name)
    {
        if (!name)
            return 0;
        return m_byName[textOf(name)] = ++m_last;
    }
    [[nodiscard]] std::uint32_t find(const yaml_char_t *name) const
    {
        const auto it = m_byName.find(textOf(name));
        return it == m_byName.end() ? 0 : it->second;
    }

private:
    std::map<std::string, std::uint32_t> m_byName;
    std::uint32_t m_last = 0;
};

DecodeError syntaxError(const yaml_parser_t &parser, const QString &source)
{
    const QString problem = parser.problem ? QString::fromUtf8(parser.problem) : QString();
    const QString context = parser.context ? QString::fromUtf8(parser.context) : QString();
    if (parser.error == YAML_MEMORY_ERROR)
        return errorAt(source, 0, 0, {QStringLiteral("yaml.memory"), {}});
    const bool hasMark = parser.error == YAML_SCANNER_ERROR || parser.error == YAML_PARSER_ERROR;
    const yaml_mark_t mark = hasMark ? parser.problem_mark : parser.mark;
    const QString what =
        context.isEmpty() ? problem : problem + QStringLiteral(" (") + context + QLatin1Char(')');
    return errorAt(source, mark.line, mark.column, {QStringLiteral("yaml.syntax"), {what}});
}

} // namespace

base::Result<std::vector<Event>> readEvents(const QByteArray &bytes, const QString &source,
                                            const Limits &limits)
{
    const std::string_view text(bytes.constData(), std::size_t(bytes.size()));
    if (bytes.size() > limits.bytes) {
        return fail(errorAt(source, 0, 0,
                            {QStringLiteral("yaml.too-large"),
                             {QString::number(bytes.size()), QString::number(limits.bytes)}}));
    }
    if (auto refused = refusedEncoding(text, source))
        return fail(*refused);

    ParserGuard guard;
    yaml_parser_t &parser = guard.parser;
    if (!guard.ready)
        return fail(errorAt(source, 0, 0, {QStringLiteral("yaml.memory"), {}}));
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    const std::size_t skip = text.substr(0, byteOrderMark.size()) == byteOrderMark ? byteOrderMark.size() : 0;
    yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char *>(text.data()) + skip,
                                 text.size() - skip);

    const ByteOffsets offsets(text);
    std::vector<Event> events;
    events.reserve(text.size() / 16 + 8);
    Anchors anchors;
    int depth = 0;
    for (;;) {
        EventGuard holder;
        yaml_event_t &raw = holder.event;
        if (!yaml_parser_parse(&parser, &raw))
            return fail(syntaxError(parser, source));
        if (raw.type == YAML_STREAM_START_EVENT)
            continue;
        if (raw.type == YAML_STREAM_END_EVENT || raw.type == YAML_NO_EVENT)
            break;
        Event event;
        event.begin = offsets.at(raw.start_mark.index);
        event.end = offsets.at(raw.end_mark.index);
        event.line = std::uint32_t(raw.start_mark.line);
        event.column = std::uint32_t(raw.start_mark.column);
        event.endLine = std::uint32_t(raw.end_mark.line);
        switch (raw.type) {
        case YAML_DOCUMENT_START_EVENT:
            event.kind = Event::Kind::DocumentStart;
            anchors = {};
            break;
        case YAML_DOCUMENT_END_EVENT:
            event.kind = Event::Kind::DocumentEnd;
            break;
        case YAML_ALIAS_EVENT:
            event.kind = Event::Kind::Alias;
            event.anchor = anchors.find(raw.data.alias.anchor);
            event.text = textOf(raw.data.alias.anchor);
            if (event.anchor == 0) {
                return fail(
                    errorAt(source, event.line, event.column,
                            {QStringLiteral("yaml.unknown-alias"), {QString::fromStdString(event.text)}}));
            }
            break;
        case YAML_SCALAR_EVENT:
            event.kind = Event::Kind::Scalar;
            event.style = scalarStyle(raw.data.scalar.style);
            event.text.assign(reinterpret_cast<const char *>(raw.data.scalar.value), raw.data.scalar.length);
            event.tag = textOf(raw.data.scalar.tag);
            event.plainImplicit = event.style == Style::Plain && event.tag.empty();
            event.anchor = anchors.define(raw.data.scalar.anchor);
            break;
        case YAML_SEQUENCE_START_EVENT:
            event.kind = Event::Kind::SequenceStart;
            event.style =
                raw.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE ? Style::Flow : Style::Block;
            event.tag = textOf(raw.data.sequence_start.tag);
            event.anchor = anchors.define(raw.data.sequence_start.anchor);
            break;
        case YAML_MAPPING_START_EVENT:
            event.kind = Event::Kind::MappingStart;
            event.style =
                raw.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE ? Style::Flow : Style::Block;
            event.tag = textOf(raw.data.mapping_start.tag);
            event.anchor = anchors.define(raw.data.mapping_start.anchor);
            break;
        case YAML_SEQUENCE_END_EVENT:
            event.kind = Event::Kind::SequenceEnd;
            break;
        case YAML_MAPPING_END_EVENT:
            event.kind = Event::Kind::MappingEnd;
            break;
        default:
            continue;
        }
        if (event.kind == Event::Kind::SequenceStart || event.kind == Event::Kind::MappingStart) {
            if (++depth > limits.depth) {
                return fail(errorAt(source, event.line, event.column,
                                    {QStringLiteral("yaml.too-deep"), {QString::number(limits.depth)}}));
            }
        } else if (event.kind == Event::Kind::SequenceEnd || event.kind == Event::Kind::MappingEnd) {
            --depth;
        }
        events.push_back(std::move(event));
    }
    return events;
}

namespace {

/// Compares yaml-cpp's events with libyaml's as they come.
class Comparison final : public YAML::EventHandler {
public:
    explicit Comparison(const std::vector<Event> &events)
        : m_events(events)
    {
    }

    void OnDocumentStart(const YAML::Mark &mark) override { take(Event::Kind::DocumentStart, mark); }
    void OnDocumentEnd() override { take(Event::Kind::DocumentEnd, m_lastMark); }
    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        const Event *event = take(Event::Kind::Scalar, mark);
        if (!event)
            return;
        const std::string &text = event->text;
        const bool isNull = event->style == Style::Plain
            && (text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL");
        check(isNull && event->anchor == anchor, mark);
    }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        const Event *event = take(Event::Kind::Alias, mark);
        check(!event || event->anchor == anchor, mark);
    }
    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override
    {
        const Event *event = take(Event::Kind::Scalar, mark);
        if (!event)
            return;
        check(event->text == value && event->anchor == anchor && sameTag(tag, *event), mark);
    }
    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        const Event *event = take(Event::Kind::SequenceStart, mark);
        check(!event || (event->anchor == anchor && sameTag(tag, *event)), mark);
    }
    void OnSequenceEnd() override { take(Event::Kind::SequenceEnd, m_lastMark); }
    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override
    {
        const Event *event = take(Event::Kind::MappingStart, mark);
        check(!event || (event->anchor == anchor && sameTag(tag, *event)), mark);
    }
    void OnMapEnd() override { take(Event::Kind::MappingEnd, m_lastMark); }

    [[nodiscard]] bool differs() const { return m_differs; }
    [[nodiscard]] int line() const { return m_line + 1; }
    void finish() { check(m_next == m_events.size(), m_lastMark); }

private:
    const Event *take(Event::Kind kind, const YAML::Mark &mark)
    {
        m_lastMark = mark;
        if (m_differs)
            return nullptr;
        if (m_next >= m_events.size() || m_events[m_next].kind != kind) {
            check(false, mark);
            return nullptr;
        }
        return &m_events[m_next++];
    }
    static bool sameTag(const std::string &tag, const Event &event)
    {
        if (tag.empty() || tag == "?")
            return event.tag.empty();
        if (tag == "!")
            return event.tag.empty() || event.tag == "!";
        return tag == event.tag;
    }
    void check(bool same, const YAML::Mark &mark)
    {
        if (same || m_differs)
            return;
        m_differs = true;
        m_line = mark.is_null() ? 0 : mark.line;
    }

    const std::vector<Event> &m_events;
    std::size_t m_next = 0;
    YAML::Mark m_lastMark;
    bool m_differs = false;
    int m_line = 0;
};

} // namespace

std::optional<Message> differenceToYamlCpp(const QByteArray &bytes, const std::vector<Event> &events)
{
    std::istringstream stream(bytes.toStdString());
    Comparison comparison(events);
    try {
        YAML::Parser parser(stream);
        while (!comparison.differs() && parser.HandleNextDocument(comparison)) { }
        comparison.finish();
    } catch (const YAML::Exception &exception) {
        return Message{QStringLiteral("yaml.parsers-refuse"),
                       {QString::number(exception.mark.line + 1), QString::fromStdString(exception.msg)}};
    }
    if (comparison.differs())
        return Message{QStringLiteral("yaml.parsers-differ"), {QString::number(comparison.line())}};
    return std::nullopt;
}

} // namespace sluice::yaml
