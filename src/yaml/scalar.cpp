// SPDX-License-Identifier: GPL-3.0-or-later
#include "yaml/scalar.h"

#include "base/json.h"

#include <QDate>
#include <QTime>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <limits>

namespace sluice::yaml {

namespace {

using base::Json;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isOneOf(std::string_view text, std::initializer_list<std::string_view> words)
{
    return std::find(words.begin(), words.end(), text) != words.end();
}

bool isNullWord(std::string_view text)
{
    return text.empty() || isOneOf(text, {"~", "null", "Null", "NULL"});
}

std::optional<Json> boolWord(std::string_view text)
{
    if (isOneOf(text, {"true", "True", "TRUE"}))
        return Json(true);
    if (isOneOf(text, {"false", "False", "FALSE"}))
        return Json(false);
    return std::nullopt;
}

bool isInfinityOrNan(std::string_view text)
{
    return isOneOf(text,
                   {".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF", ".nan",
                    ".NaN", ".NAN"});
}

/// [-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?
bool looksLikeFloat(std::string_view text)
{
    std::size_t i = 0;
    const auto digits = [&] {
        const std::size_t from = i;
        while (i < text.size() && isDigit(text[i]))
            ++i;
        return i - from;
    };
    if (i < text.size() && (text[i] == '-' || text[i] == '+'))
        ++i;
    const std::size_t whole = digits();
    if (i < text.size() && text[i] == '.') {
        ++i;
        if (digits() == 0 && whole == 0)
            return false;
    } else if (whole == 0) {
        return false;
    }
    if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
        ++i;
        if (i < text.size() && (text[i] == '-' || text[i] == '+'))
            ++i;
        if (digits() == 0)
            return false;
    }
    return i == text.size();
}

/// An integer with Go's prefixes (0x, 0b, 0o, leading 0 for octal), \a text without underscores.
std::optional<Json> parseInteger(std::string_view text)
{
    bool negative = false;
    if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
        negative = text[0] == '-';
        text.remove_prefix(1);
    }
    int radix = 10;
    if (text.size() > 1 && text[0] == '0') {
        const char prefix = char(text[1] | 0x20);
        radix = prefix == 'x' ? 16 : prefix == 'b' ? 2 : 8;
        text.remove_prefix(prefix == 'x' || prefix == 'b' || prefix == 'o' ? 2 : 1);
    }
    std::uint64_t magnitude = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), magnitude, radix);
    if (error != std::errc() || end != text.data() + text.size() || text.empty())
        return std::nullopt;
    constexpr std::uint64_t signedMax = std::uint64_t(std::numeric_limits<std::int64_t>::max());
    if (!negative)
        return magnitude <= signedMax ? Json(std::int64_t(magnitude)) : Json(magnitude);
    if (magnitude > signedMax + 1)
        return std::nullopt;
    return Json(std::int64_t(~magnitude + 1));
}

std::optional<Json> parseFloat(std::string_view text)
{
    if (!text.empty() && text[0] == '+')
        text.remove_prefix(1);
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc::result_out_of_range) {
        // Too small reads as 0, as in Go; too large stays a string.
        const std::size_t exponent = text.find_first_of("eE");
        if (exponent == std::string_view::npos || text[exponent + 1] != '-')
            return std::nullopt;
        return Json(0);
    }
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    // JSON writes whole numbers below 1e21 as digits, and those read back as integers.
    if (number == 0)
        return Json(0);
    if (std::trunc(number) == number) {
        if (std::fabs(number) < 9223372036854775808.0)
            return Json(std::int64_t(number));
        if (number > 0 && number < 18446744073709551616.0)
            return Json(std::uint64_t(number));
    }
    return Json(number);
}

bool isBase60(std::string_view text)
{
    std::size_t i = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
    if (i >= text.size() || !isDigit(text[i]) || text.find(':') == std::string_view::npos)
        return false;
    while (i < text.size() && (isDigit(text[i]) || text[i] == '_'))
        ++i;
    std::size_t groups = 0;
    while (i < text.size() && text[i] == ':') {
        ++i;
        std::size_t count = 0;
        while (i < text.size() && isDigit(text[i]) && count < 2) {
            ++i;
            ++count;
        }
        if (count == 0 || (count == 2 && text[i - 2] > '5'))
            return false;
        ++groups;
    }
    if (i < text.size() && text[i] == '.') {
        ++i;
        while (i < text.size() && (isDigit(text[i]) || text[i] == '_'))
            ++i;
    }
    return groups > 0 && i == text.size();
}

/// Reads \a digits decimal digits at \a i; at least one, at most \a most.
std::optional<int> number(std::string_view text, std::size_t &i, std::size_t most)
{
    int value = 0;
    std::size_t count = 0;
    while (i < text.size() && isDigit(text[i]) && count < most) {
        value = value * 10 + (text[i] - '0');
        ++i;
        ++count;
    }
    return count == 0 ? std::nullopt : std::optional<int>(value);
}

/// Dates in the forms that go-yaml accepts, as the RFC 3339 text that JSON then holds.
std::optional<std::string> timestamp(std::string_view text)
{
    // Four digits and a dash first; everything else is cheap to refuse.
    if (text.size() < 8 || !isDigit(text[0]) || !isDigit(text[1]) || !isDigit(text[2]) || !isDigit(text[3])
        || text[4] != '-')
        return std::nullopt;
    std::size_t i = 0;
    const auto year = number(text, i, 4);
    ++i;
    const auto month = number(text, i, 2);
    if (!month || i >= text.size() || text[i] != '-')
        return std::nullopt;
    ++i;
    const auto day = number(text, i, 2);
    if (!day || !QDate::isValid(*year, *month, *day))
        return std::nullopt;
    std::array<char, 32> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02dT", *year, *month, *day);
    std::string result(buffer.data());
    if (i == text.size())
        return result + "00:00:00Z";
    const char separator = text[i++];
    if (separator != 'T' && separator != 't' && separator != ' ')
        return std::nullopt;
    const auto hour = number(text, i, 2);
    if (!hour || i >= text.size() || text[i++] != ':')
        return std::nullopt;
    const auto minute = number(text, i, 2);
    if (!minute || i >= text.size() || text[i++] != ':')
        return std::nullopt;
    const auto second = number(text, i, 2);
    if (!second || !QTime::isValid(*hour, *minute, *second))
        return std::nullopt;
    std::snprintf(buffer.data(), buffer.size(), "%02d:%02d:%02d", *hour, *minute, *second);
    result += buffer.data();
    if (i < text.size() && text[i] == '.') {
        const std::size_t from = ++i;
        while (i < text.size() && isDigit(text[i]))
            ++i;
        if (i == from || i - from > 9)
            return std::nullopt;
        std::string fraction(text.substr(from, i - from));
        while (!fraction.empty() && fraction.back() == '0')
            fraction.pop_back();
        if (!fraction.empty())
            result += '.' + fraction;
    }
    if (separator == ' ')
        return i == text.size() ? std::optional(result + 'Z') : std::nullopt;
    if (i < text.size() && text[i] == 'Z' && i + 1 == text.size())
        return result + 'Z';
    const std::string_view zone = text.substr(std::min(i, text.size()));
    if (zone.size() == 6 && (zone[0] == '+' || zone[0] == '-') && isDigit(zone[1]) && isDigit(zone[2])
        && zone[3] == ':' && isDigit(zone[4]) && isDigit(zone[5])) {
        return zone.substr(1) == "00:00" ? result + 'Z' : result + std::string(zone);
    }
    return std::nullopt;
}

std::optional<Json> parseNumber(std::string_view text)
{
    const char first = text.front();
    if (first == '.')
        return looksLikeFloat(text) ? parseFloat(text) : std::nullopt;
    std::string plain;
    plain.reserve(text.size());
    std::copy_if(text.begin(), text.end(), std::back_inserter(plain), [](char c) { return c != '_'; });
    if (plain.empty())
        return std::nullopt;
    if (auto integer = parseInteger(plain))
        return integer;
    return looksLikeFloat(plain) ? parseFloat(plain) : std::nullopt;
}

bool startsNumber(char c)
{
    return isDigit(c) || c == '-' || c == '+' || c == '.';
}

} // namespace

Json resolvePlain(std::string_view text)
{
    if (isNullWord(text))
        return {};
    if (auto word = boolWord(text))
        return *word;
    if (!startsNumber(text.front()))
        return Json(text);
    if (isInfinityOrNan(text))
        return Json(Json::value_t::discarded);
    if (auto time = timestamp(text))
        return Json(*time);
    if (auto value = parseNumber(text))
        return *value;
    return Json(text);
}

std::optional<Json> resolveTagged(std::string_view tag, std::string_view text, bool quoted)
{
    constexpr std::string_view core = "tag:yaml.org,2002:";
    if (tag == "!")
        return quoted ? Json(text) : resolvePlain(text);
    if (tag.substr(0, core.size()) != core)
        return Json(text);
    const std::string_view type = tag.substr(core.size());
    if (type == "str")
        return Json(text);
    if (type == "binary") {
        const QByteArray encoded =
            QByteArray(text.data(), qsizetype(text.size())).simplified().replace(' ', "");
        const auto decoded = QByteArray::fromBase64Encoding(encoded, QByteArray::AbortOnBase64DecodingErrors);
        return decoded ? std::optional(Json((*decoded).toStdString())) : std::nullopt;
    }
    const Json value = text.empty() && type != "null" ? Json(text) : resolvePlain(text);
    const bool fits = type == "null" ? value.is_null()
        : type == "bool"             ? value.is_boolean()
        : type == "int"       ? value.is_number_integer() && text.find_first_of(".") == std::string_view::npos
        : type == "float"     ? value.is_number()
        : type == "timestamp" ? value.is_string() && timestamp(text).has_value()
                              : true;
    if (!fits)
        return std::nullopt;
    return value;
}

bool needsQuotes(std::string_view text)
{
    if (isNullWord(text) || boolWord(text))
        return true;
    if (isOneOf(text,
                {"y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "n", "N", "no", "No", "NO", "off", "Off",
                 "OFF"}))
        return true;
    if (!startsNumber(text.front()))
        return false;
    return isInfinityOrNan(text) || timestamp(text) || parseNumber(text) || isBase60(text);
}

std::string formatDouble(double value)
{
    if (!std::isfinite(value))
        return "null";
    if (std::trunc(value) == value && std::fabs(value) < 18446744073709551616.0) {
        if (std::fabs(value) < 9223372036854775808.0)
            return std::to_string(std::int64_t(value));
        if (value > 0)
            return std::to_string(std::uint64_t(value));
    }
    std::array<char, 64> buffer{};
    const auto [end, error] =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific);
    Q_UNUSED(error)
    std::string_view text(buffer.data(), std::size_t(end - buffer.data()));
    const std::size_t e = text.find('e');
    int exponent = 0;
    std::string_view digits = text.substr(e + 1);
    if (digits.front() == '+')
        digits.remove_prefix(1);
    std::from_chars(digits.data(), digits.data() + digits.size(), exponent);
    if (exponent < -4 || exponent >= 6)
        return std::string(text);
    std::array<char, 64> fixed{};
    const auto [fixedEnd, fixedError] =
        std::to_chars(fixed.data(), fixed.data() + fixed.size(), value, std::chars_format::fixed);
    Q_UNUSED(fixedError)
    return std::string(fixed.data(), std::size_t(fixedEnd - fixed.data()));
}

} // namespace sluice::yaml
