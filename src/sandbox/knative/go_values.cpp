// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/knative/go_values.h"

#include "domain/quantity.h"

#include <QCryptographicHash>
#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <limits>
#include <vector>

namespace sluice::sandbox {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}

bool isAlnum(char c)
{
    return isLower(c) || isDigit(c) || (c >= 'A' && c <= 'Z');
}

bool onlyOf(std::string_view text, std::string_view extra, bool upper)
{
    for (const char c : text) {
        const bool plain = isLower(c) || isDigit(c) || (upper && c >= 'A' && c <= 'Z');
        if (!plain && extra.find(c) == std::string_view::npos)
            return false;
    }
    return true;
}

bool isRepository(std::string_view base)
{
    std::string_view repository = base;
    const size_t slash = base.find('/');
    if (slash != std::string_view::npos) {
        const std::string_view host = base.substr(0, slash);
        if (host.find('.') != std::string_view::npos || host.find(':') != std::string_view::npos
            || host == "localhost") {
            if (!onlyOf(host, "-.:[]_", true))
                return false;
            repository = base.substr(slash + 1);
        }
    }
    return repository.size() >= 2 && repository.size() <= 255 && onlyOf(repository, "_-./", false);
}

bool isTagged(std::string_view text)
{
    const size_t colon = text.rfind(':');
    if (colon == std::string_view::npos || text.find('/', colon) != std::string_view::npos)
        return isRepository(text);
    const std::string_view tag = text.substr(colon + 1);
    if (tag.size() > 128 || !onlyOf(tag, "_-.", true))
        return false;
    return isRepository(text.substr(0, colon));
}

} // namespace

std::optional<std::int64_t> parseGoDuration(std::string_view text)
{
    bool negative = false;
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
        negative = text.front() == '-';
        text.remove_prefix(1);
    }
    if (text == "0")
        return 0;
    if (text.empty())
        return std::nullopt;
    double total = 0;
    while (!text.empty()) {
        size_t end = 0;
        bool digits = false;
        while (end < text.size() && (isDigit(text[end]) || text[end] == '.')) {
            digits = digits || isDigit(text[end]);
            ++end;
        }
        double value = 0;
        const auto read = std::from_chars(text.data(), text.data() + end, value);
        if (!digits || read.ptr != text.data() + end)
            return std::nullopt;
        text.remove_prefix(end);
        static constexpr std::pair<std::string_view, double> units[] = {
            {"ns", 1}, {"us", 1e3}, {"\xC2\xB5s", 1e3}, {"ms", 1e6}, {"h", 3.6e12}, {"m", 6e10}, {"s", 1e9}};
        const auto *unit = std::find_if(std::begin(units), std::end(units), [&](const auto &u) {
            return text.substr(0, u.first.size()) == u.first;
        });
        if (unit == std::end(units))
            return std::nullopt;
        total += value * unit->second;
        text.remove_prefix(unit->first.size());
    }
    if (total > 9.2e18)
        return std::nullopt;
    const auto whole = static_cast<std::int64_t>(std::llround(total));
    return negative ? -whole : whole;
}

std::string goDuration(std::int64_t nanoseconds)
{
    if (nanoseconds == 0)
        return "0s";
    std::string out = nanoseconds < 0 ? "-" : "";
    const std::uint64_t total = static_cast<std::uint64_t>(std::abs(nanoseconds));
    const auto decimal = [](std::uint64_t whole, std::uint64_t rest, int width) {
        std::string number = std::to_string(whole);
        if (rest != 0) {
            std::string fraction = std::to_string(rest);
            fraction.insert(0, static_cast<size_t>(width) - fraction.size(), '0');
            fraction.erase(fraction.find_last_not_of('0') + 1);
            number += "." + fraction;
        }
        return number;
    };
    if (total < 1000)
        return out + std::to_string(total) + "ns";
    if (total < 1000000)
        return out + decimal(total / 1000, total % 1000, 3) + "\xC2\xB5s";
    if (total < 1000000000)
        return out + decimal(total / 1000000, total % 1000000, 6) + "ms";
    const std::uint64_t seconds = total / 1000000000;
    if (seconds >= 3600)
        out += std::to_string(seconds / 3600) + "h";
    if (seconds >= 60)
        out += std::to_string(seconds / 60 % 60) + "m";
    return out + decimal(seconds % 60, total % 1000000000, 9) + "s";
}

std::optional<std::int64_t> parseGoInt(std::string_view text, bool *outOfRange)
{
    if (outOfRange)
        *outOfRange = false;
    if (!text.empty() && text.front() == '+')
        text.remove_prefix(1);
    std::int64_t value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || read.ptr != text.data() + text.size() || read.ec == std::errc::invalid_argument)
        return std::nullopt;
    constexpr std::int64_t low = std::numeric_limits<std::int32_t>::min();
    constexpr std::int64_t high = std::numeric_limits<std::int32_t>::max();
    if (read.ec == std::errc::result_out_of_range || value < low || value > high) {
        if (outOfRange)
            *outOfRange = true;
        return std::nullopt;
    }
    return value;
}

std::optional<double> parseGoFloat(std::string_view text)
{
    if (!text.empty() && text.front() == '+')
        text.remove_prefix(1);
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || read.ec != std::errc() || read.ptr != text.data() + text.size())
        return std::nullopt;
    return value;
}

std::string canonicalQuantity(const std::string &text)
{
    const auto quantity = domain::Quantity::parse(QString::fromStdString(text));
    const size_t digits = text.find_first_not_of("+-.0123456789");
    const bool exponent = digits != std::string::npos && digits + 1 < text.size()
        && (text[digits] == 'e' || text[digits] == 'E');
    if (!quantity || exponent || text.ends_with('n') || text.ends_with('u'))
        return text;
    const qint64 milli = quantity->milli();
    if (milli % 1000 != 0)
        return std::to_string(milli) + 'm';
    qint64 value = milli / 1000;
    const bool binary = text.ends_with('i') && (value >= 1024 || value <= -1024);
    const qint64 step = binary ? 1024 : 1000;
    size_t power = 0;
    while (value != 0 && value % step == 0 && power < 6) {
        value /= step;
        ++power;
    }
    static constexpr std::string_view decimal[] = {"", "k", "M", "G", "T", "P", "E"};
    static constexpr std::string_view binaries[] = {"", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"};
    return std::to_string(value).append(binary ? binaries[power] : decimal[power]);
}

bool isQuantity(std::string_view text)
{
    if (!text.empty() && (text.front() == '-' || text.front() == '+'))
        text.remove_prefix(1);
    size_t end = 0;
    size_t digits = 0;
    size_t dots = 0;
    for (; end < text.size() && (isDigit(text[end]) || text[end] == '.'); ++end)
        ++(text[end] == '.' ? dots : digits);
    if (digits == 0 || dots > 1)
        return false;
    const std::string_view suffix = text.substr(end);
    static constexpr std::string_view units[] = {"",  "n", "u",  "m",  "k",  "M",  "G",  "T",
                                                 "P", "E", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"};
    if (std::find(std::begin(units), std::end(units), suffix) != std::end(units))
        return true;
    if (suffix.empty() || (suffix.front() != 'e' && suffix.front() != 'E'))
        return false;
    return parseGoInt(suffix.substr(1)).has_value();
}

bool isImageReference(std::string_view text)
{
    if (isTagged(text))
        return true;
    const size_t at = text.find('@');
    if (at == std::string_view::npos || text.find('@', at + 1) != std::string_view::npos)
        return false;
    const std::string_view digest = text.substr(at + 1);
    constexpr std::string_view algorithm = "sha256:";
    if (digest.substr(0, algorithm.size()) != algorithm || digest.size() != algorithm.size() + 64)
        return false;
    const std::string_view hex = digest.substr(algorithm.size());
    return hex.find_first_not_of("0123456789abcdef") == std::string_view::npos
        && isTagged(text.substr(0, at));
}

std::string dns1035Complaint(std::string_view name, bool prefix)
{
    if (prefix && !name.empty() && name.back() == '-')
        name.remove_suffix(1);
    std::vector<std::string> complaints;
    if (name.size() > 63)
        complaints.emplace_back("must be no more than 63 characters");
    const bool shaped =
        !name.empty() && isLower(name.front()) && name.back() != '-' && onlyOf(name, "-", false);
    if (!shaped) {
        complaints.emplace_back("a DNS-1035 label must consist of lower case alphanumeric characters or '-', "
                                "start with an alphabetic "
                                "character, and end with an alphanumeric character (e.g. 'my-name',  or "
                                "'abc-123', regex used for "
                                "validation is '[a-z]([-a-z0-9]*[a-z0-9])?')");
    }
    if (complaints.empty())
        return {};
    std::string all = "[";
    for (const std::string &complaint : complaints)
        all += (all.size() > 1 ? " " : "") + complaint;
    return all + "]";
}

bool isDns1123Label(std::string_view name)
{
    return !name.empty() && name.size() <= 63 && name.front() != '-' && name.back() != '-'
        && onlyOf(name, "-", false);
}

std::string dns1123SubdomainComplaint(std::string_view name)
{
    if (name.size() > 253)
        return "must be no more than 253 characters";
    size_t start = 0;
    bool good = true;
    while (good && start <= name.size()) {
        const size_t end = std::min(name.find('.', start), name.size());
        const std::string_view part = name.substr(start, end - start);
        good = !part.empty() && part.front() != '-' && part.back() != '-' && onlyOf(part, "-", false);
        start = end + 1;
    }
    if (good)
        return {};
    return "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', "
           "and must "
           "start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is "
           "'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
}

std::string qualifiedNameComplaint(std::string_view name)
{
    std::string all;
    const auto say = [&all](std::string_view what) {
        all += all.empty() ? "" : ", ";
        all += what;
    };
    const size_t slash = name.find('/');
    if (slash != std::string_view::npos) {
        if (slash == 0)
            say("prefix part must be non-empty");
        else if (const std::string why = dns1123SubdomainComplaint(name.substr(0, slash)); !why.empty())
            say("prefix part " + why);
        name.remove_prefix(slash + 1);
    }
    if (name.empty())
        say("name part must be non-empty");
    else if (name.size() > 63)
        say("name part must be no more than 63 characters");
    if (name.empty() || !isAlnum(name.front()) || !isAlnum(name.back()) || !onlyOf(name, "-_.", true)) {
        say("name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with "
            "an "
            "alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation "
            "is "
            "'([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')");
    }
    return all;
}

std::string goQuoted(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        if (c == '\n')
            out += "\\n";
        else if (c == '\t')
            out += "\\t";
        else
            out += c;
    }
    return out + "\"";
}

std::string childName(const std::string &parent, const std::string &suffix)
{
    constexpr size_t longest = 63;
    constexpr size_t head = longest - 32; // of the hash in hex
    if (parent.size() + suffix.size() <= longest)
        return parent + suffix;
    const auto hash = [](const std::string &text) {
        return QCryptographicHash::hash(QByteArray::fromStdString(text), QCryptographicHash::Md5)
            .toHex()
            .toStdString();
    };
    if (suffix.size() > head) {
        // A suffix too long to keep is itself replaced by the hash of the whole.
        return parent.substr(0, head) + hash(parent + suffix);
    }
    return parent.substr(0, head - suffix.size()) + hash(parent) + suffix;
}

} // namespace sluice::sandbox
