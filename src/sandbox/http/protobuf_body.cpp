// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/http/protobuf_body.h"

#include "base/json.h"
#include "sandbox/http/protobuf_messages.h"
#include "sandbox/store/virtual_clock.h"

#include <QByteArray>
#include <QDateTime>

namespace sluice::sandbox {
namespace {

using base::Json;
using protobuf::Field;
using protobuf::Type;

constexpr int depthLimit = 16;

/// Reads the wire format (protobuf.dev, "Encoding"): keys of number and wire type, varints, length-delimited bytes.
class Reader {
public:
    explicit Reader(std::string_view bytes)
        : m_bytes(bytes)
    {
    }
    [[nodiscard]] bool atEnd() const { return m_bytes.empty(); }

    std::optional<std::uint64_t> varint()
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64 && !m_bytes.empty(); shift += 7) {
            const auto byte = static_cast<unsigned char>(m_bytes.front());
            m_bytes.remove_prefix(1);
            value |= std::uint64_t(byte & 0x7f) << shift;
            if (!(byte & 0x80))
                return value;
        }
        return std::nullopt;
    }

    std::optional<std::string_view> delimited()
    {
        const auto size = varint();
        if (!size || *size > m_bytes.size())
            return std::nullopt;
        const std::string_view value = m_bytes.substr(0, *size);
        m_bytes.remove_prefix(*size);
        return value;
    }

private:
    std::string_view m_bytes;
};

constexpr unsigned wireVarint = 0;
constexpr unsigned wireDelimited = 2;

/// A message with fields of varints and bytes only, by number: enough for map entries, times and wrappers.
struct Loose {
    std::map<unsigned, std::uint64_t> numbers;
    std::map<unsigned, std::string_view> texts;
};

std::optional<Loose> readLoose(std::string_view bytes)
{
    Loose loose;
    Reader reader(bytes);
    while (!reader.atEnd()) {
        const auto key = reader.varint();
        if (!key)
            return std::nullopt;
        const auto number = unsigned(*key >> 3);
        if ((*key & 7) == wireVarint) {
            const auto value = reader.varint();
            if (!value)
                return std::nullopt;
            loose.numbers[number] = *value;
        } else if ((*key & 7) == wireDelimited) {
            const auto value = reader.delimited();
            if (!value)
                return std::nullopt;
            loose.texts[number] = *value;
        } else {
            return std::nullopt;
        }
    }
    return loose;
}

std::string base64(std::string_view bytes)
{
    return QByteArray(bytes.data(), qsizetype(bytes.size())).toBase64().toStdString();
}

std::string_view textAt(const Loose &loose, unsigned number)
{
    const auto found = loose.texts.find(number);
    return found == loose.texts.end() ? std::string_view() : found->second;
}

std::int64_t numberAt(const Loose &loose, unsigned number)
{
    const auto found = loose.numbers.find(number);
    return found == loose.numbers.end() ? 0 : std::int64_t(found->second);
}

std::optional<Json> decodeMessage(std::string_view bytes, std::span<const Field> fields, int depth);

/// The value of a length-delimited field other than a map; null is a value (a zero time).
std::optional<Json> decodeDelimited(std::string_view bytes, const Field &field, int depth)
{
    switch (field.type) {
    case Type::String:
        return Json(std::string(bytes));
    case Type::Message:
        return decodeMessage(bytes, field.message, depth + 1);
    case Type::Time: { // Timestamp{seconds = 1, nanos = 2}; the zero time is an empty message
        const auto loose = readLoose(bytes);
        if (!loose)
            return std::nullopt;
        if (loose->numbers.empty())
            return Json(nullptr);
        return Json(rfc3339(QDateTime::fromSecsSinceEpoch(numberAt(*loose, 1), Qt::UTC)));
    }
    case Type::IntOrString: { // {type = 1, intVal = 2, strVal = 3}
        const auto loose = readLoose(bytes);
        if (!loose)
            return std::nullopt;
        return numberAt(*loose, 1) == 1 ? Json(textAt(*loose, 3)) : Json(std::int32_t(numberAt(*loose, 2)));
    }
    case Type::Int:
    case Type::Count:
    case Type::Bool:
    case Type::Flag:
    case Type::StringMap:
    case Type::BytesMap:
    case Type::QuantityMap:
        break;
    }
    return std::nullopt;
}

/// Adds a map entry: a message {key = 1, value = 2}.
bool decodeEntry(std::string_view bytes, const Field &field, Json &map)
{
    const auto entry = readLoose(bytes);
    if (!entry)
        return false;
    const std::string_view value = textAt(*entry, 2);
    Json &target = map[std::string(textAt(*entry, 1))];
    if (field.type == Type::BytesMap) {
        target = base64(value);
    } else if (field.type == Type::QuantityMap) { // Quantity{string = 1}
        const auto quantity = readLoose(value);
        if (!quantity)
            return false;
        target = textAt(*quantity, 1);
    } else {
        target = value;
    }
    return true;
}

bool isMap(Type type)
{
    return type == Type::StringMap || type == Type::BytesMap || type == Type::QuantityMap;
}

/// Sets a number or a bool; false when the field is neither.
bool decodeVarint(std::uint64_t value, const Field &field, Json &object)
{
    switch (field.type) {
    case Type::Count:
    case Type::Int:
        if (value != 0 || field.type == Type::Int)
            object[field.name] = std::int64_t(value);
        return true;
    case Type::Flag:
    case Type::Bool:
        if (value != 0 || field.type == Type::Bool)
            object[field.name] = value != 0;
        return true;
    default:
        return false;
    }
}

/// Go leaves a string that was not set empty and omits it in JSON; likewise the zero time.
bool isUnset(const Json &value)
{
    return value.is_null() || (value.is_string() && value.get_ref<const std::string &>().empty());
}

std::optional<Json> decodeMessage(std::string_view bytes, std::span<const Field> fields, int depth)
{
    if (depth > depthLimit)
        return std::nullopt;
    Json object = Json::object();
    Reader reader(bytes);
    while (!reader.atEnd()) {
        const auto key = reader.varint();
        if (!key)
            return std::nullopt;
        const auto field = std::find_if(fields.begin(), fields.end(),
                                        [&](const Field &known) { return known.number == *key >> 3; });
        if (field == fields.end())
            return std::nullopt;
        if ((*key & 7) == wireVarint) {
            const auto value = reader.varint();
            if (!value || !decodeVarint(*value, *field, object))
                return std::nullopt;
            continue;
        }
        const auto content = (*key & 7) == wireDelimited ? reader.delimited() : std::nullopt;
        if (!content)
            return std::nullopt;
        if (isMap(field->type)) {
            if (!decodeEntry(*content, *field, object[field->name]))
                return std::nullopt;
            continue;
        }
        auto value = decodeDelimited(*content, *field, depth);
        if (!value)
            return std::nullopt;
        if (field->repeated)
            object[field->name].push_back(std::move(*value));
        else if (!isUnset(*value))
            object[field->name] = std::move(*value);
    }
    return object;
}

} // namespace

std::optional<Json> decodeProtobuf(std::string_view bytes)
{
    constexpr std::string_view magic("k8s\0", 4);
    if (!bytes.starts_with(magic))
        return std::nullopt;
    // runtime.Unknown{typeMeta = 1 {apiVersion = 1, kind = 2}, raw = 2, contentEncoding = 3, contentType = 4}
    const auto unknown = readLoose(bytes.substr(magic.size()));
    const auto type = unknown ? readLoose(textAt(*unknown, 1)) : std::nullopt;
    if (!type)
        return std::nullopt;
    const std::string apiVersion(textAt(*type, 1));
    const std::string kind(textAt(*type, 2));
    const auto message = protobuf::messageOf(apiVersion, kind);
    if (message.empty())
        return std::nullopt;
    auto object = decodeMessage(textAt(*unknown, 2), message, 0);
    if (object) {
        (*object)["apiVersion"] = apiVersion;
        (*object)["kind"] = kind;
    }
    return object;
}

} // namespace sluice::sandbox
