// SPDX-License-Identifier: GPL-3.0-or-later
#include "yaml/text_writer.h"

#include "base/json.h"
#include "yaml/scalar.h"
#include "yaml/utf8.h"

#include <array>

namespace sluice::yaml {

namespace {

using base::Json;

bool isPrintable(std::string_view text)
{
    for (std::size_t i = 0; i < text.size(); i += characterLength(text[i])) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c < 0x20 || c == 0x7F)
            return false;
        const std::string_view character = text.substr(i, characterLength(text[i]));
        // C1 controls and the line ends of YAML 1.1; the byte order mark.
        if ((c == 0xC2 && static_cast<unsigned char>(character[1]) < 0xA0) || character == "\xE2\x80\xA8"
            || character == "\xE2\x80\xA9" || character == "\xEF\xBB\xBF" || character == "\xEF\xBF\xBE"
            || character == "\xEF\xBF\xBF")
            return false;
    }
    return true;
}

bool isPlainSafe(std::string_view text)
{
    if (text.empty() || !isPrintable(text) || text.front() == ' ' || text.back() == ' ')
        return false;
    if (std::string_view("-?:,[]{}#&*!|>'\"%@`=<").find(text.front()) != std::string_view::npos)
        return false;
    if (text.find_first_of(",[]{}\"") != std::string_view::npos)
        return false;
    if (text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos
        || text.back() == ':')
        return false;
    return text.substr(0, 3) != "..." && !needsQuotes(text);
}

std::string singleQuoted(std::string_view text)
{
    std::string result = "'";
    for (const char c : text) {
        result += c;
        if (c == '\'')
            result += c;
    }
    return result + '\'';
}

std::string doubleQuoted(std::string_view text)
{
    std::string result = "\"";
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = std::min(characterLength(text[i]), text.size() - i);
        const std::string_view character = text.substr(i, length);
        i += length;
        const char c = character.front();
        if (c == '"' || c == '\\') {
            result += '\\';
            result += c;
        } else if (c == '\n') {
            result += "\\n";
        } else if (c == '\t') {
            result += "\\t";
        } else if (c == '\r') {
            result += "\\r";
        } else if (isPrintable(character)) {
            result += character;
        } else if (length == 1) {
            std::array<char, 8> buffer{};
            std::snprintf(buffer.data(), buffer.size(), "\\x%02X", static_cast<unsigned char>(c));
            result += buffer.data();
        } else {
            char32_t code = static_cast<unsigned char>(c) & (length == 2 ? 0x1FU : 0x0FU);
            for (std::size_t k = 1; k < length; ++k)
                code = (code << 6U) | (static_cast<unsigned char>(character[k]) & 0x3FU);
            std::array<char, 8> buffer{};
            std::snprintf(buffer.data(), buffer.size(), "\\u%04X", unsigned(code));
            result += buffer.data();
        }
    }
    return result + '"';
}

std::string plainNumber(const Json &value)
{
    if (value.is_null())
        return "null";
    if (value.is_boolean())
        return value.get<bool>() ? "true" : "false";
    if (value.is_number_float())
        return formatDouble(value.get<double>());
    return value.dump();
}

/// Keys of \a object with op, path and value first where it is a JSON patch operation.
std::vector<std::string> orderedKeys(const Json &object)
{
    std::vector<std::string> keys;
    if (object.contains("op") && object.contains("path")) {
        for (const char *name : {"op", "path", "value", "from"}) {
            if (object.contains(name))
                keys.emplace_back(name);
        }
    }
    if (object.contains("path") && object.contains("target"))
        keys = {"path", "target"};
    for (const char *name : {"group", "version", "kind", "name"}) {
        if (object.contains("kind") && object.contains(name))
            keys.emplace_back(name);
    }
    for (const auto &[key, item] : object.items()) {
        if (std::find(keys.begin(), keys.end(), key) == keys.end())
            keys.push_back(key);
    }
    return keys;
}

bool isEmptyOrScalar(const Json &value)
{
    return (!value.is_object() && !value.is_array()) || value.empty();
}

void writeBlock(std::string &out, const Json &value, int column, bool firstIndented,
                const BlockFormat &format);

void writeEntryTo(std::string &out, const std::string &key, const Json &value, int column,
                  const BlockFormat &format)
{
    out += writeKey(key) + ':';
    if (isEmptyOrScalar(value)) {
        out += ' ' + writeFlow(value) + format.lineBreak.toStdString();
        return;
    }
    out += format.lineBreak.toStdString();
    const int below = value.is_array() && !format.indentLists ? column : column + format.step;
    writeBlock(out, value, below, false, format);
}

/// The lines of a collection; \a firstIndented when the first line's indentation is there already.
void writeBlock(std::string &out, const Json &value, int column, bool firstIndented,
                const BlockFormat &format)
{
    const std::string indent(std::size_t(column), ' ');
    bool first = firstIndented;
    const auto begin = [&] {
        if (!first)
            out += indent;
        first = false;
    };
    if (value.is_object()) {
        for (const std::string &key : orderedKeys(value)) {
            begin();
            writeEntryTo(out, key, value[key], column, format);
        }
        return;
    }
    for (const Json &item : value) {
        begin();
        out += "- ";
        if (isEmptyOrScalar(item))
            out += writeFlow(item) + format.lineBreak.toStdString();
        else
            writeBlock(out, item, column + 2, true, format);
    }
}

} // namespace

std::string writeScalar(const Json &value, Style style, bool flow)
{
    Q_UNUSED(flow) // What is plain here is plain inside braces as well.
    if (!value.is_string())
        return plainNumber(value);
    const auto &text = value.get_ref<const std::string &>();
    if (style == Style::SingleQuoted && isPrintable(text))
        return singleQuoted(text);
    if (style == Style::Plain && isPlainSafe(text))
        return text;
    return doubleQuoted(text);
}

std::string writeKey(const std::string &key)
{
    return isPlainSafe(key) ? key : doubleQuoted(key);
}

std::string writeFlow(const Json &value)
{
    if (value.is_object()) {
        std::string out;
        for (const std::string &key : orderedKeys(value))
            out += (out.empty() ? "" : ", ") + writeKey(key) + ": " + writeFlow(value[key]);
        return '{' + out + '}';
    }
    if (value.is_array()) {
        std::string out;
        for (const Json &item : value)
            out += (out.empty() ? "" : ", ") + writeFlow(item);
        return '[' + out + ']';
    }
    return writeScalar(value, Style::Plain, true);
}

std::string writeEntry(const std::string &key, const Json &value, int column, const BlockFormat &format)
{
    std::string out(std::size_t(column), ' ');
    writeEntryTo(out, key, value, column, format);
    return out;
}

std::string writeItem(const Json &value, int column, const BlockFormat &format)
{
    std::string out;
    writeBlock(out, Json::array({value}), column, false, format);
    return out;
}

} // namespace sluice::yaml
