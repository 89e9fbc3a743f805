// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/request_info.h"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace sluice::sandbox {

namespace {

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

std::vector<std::string> split(std::string_view text, char separator)
{
    std::vector<std::string> parts;
    size_t from = 0;
    while (from <= text.size()) {
        const size_t to = std::min(text.find(separator, from), text.size());
        parts.emplace_back(text.substr(from, to - from));
        from = to + 1;
    }
    return parts;
}

std::string verbFor(const std::string &method, const RequestInfo &info)
{
    if (method == "POST")
        return "create";
    if (method == "PUT")
        return "update";
    if (method == "PATCH")
        return "patch";
    if (method == "DELETE")
        return info.name.empty() ? "deletecollection" : "delete";
    if (info.queryFlag("watch"))
        return "watch";
    return info.name.empty() ? "list" : "get";
}

} // namespace

std::string headerValue(const HttpHeaders &headers, std::string_view name)
{
    const auto same = [name](const auto &header) {
        return std::equal(header.first.begin(), header.first.end(), name.begin(), name.end(),
                          [](char a, char b) {
                              return std::tolower(static_cast<unsigned char>(a))
                                  == std::tolower(static_cast<unsigned char>(b));
                          });
    };
    const auto found = std::find_if(headers.begin(), headers.end(), same);
    return found == headers.end() ? std::string() : found->second;
}

std::string percentDecoded(std::string_view text, bool plusIsSpace)
{
    std::string result;
    result.reserve(text.size());
    for (size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size() && hexDigit(text[i + 1]) >= 0
            && hexDigit(text[i + 2]) >= 0) {
            result += static_cast<char>(hexDigit(text[i + 1]) * 16 + hexDigit(text[i + 2]));
            i += 2;
        } else {
            result += plusIsSpace && text[i] == '+' ? ' ' : text[i];
        }
    }
    return result;
}

std::string RequestInfo::queryValue(const std::string &key) const
{
    const auto found = query.lower_bound(key);
    return found == query.end() || found->first != key ? std::string() : found->second;
}

bool RequestInfo::queryFlag(const std::string &key) const
{
    const std::string value = queryValue(key);
    return value == "true" || value == "1" || value == "True" || value == "TRUE" || value == "t"
        || value == "T";
}

std::optional<long long> RequestInfo::queryNumber(const std::string &key) const
{
    const std::string value = queryValue(key);
    long long number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (value.empty() || error != std::errc() || end != value.data() + value.size())
        return std::nullopt;
    return number;
}

RequestInfo parseRequest(const std::string &method, const std::string &target)
{
    RequestInfo info;
    const size_t question = target.find('?');
    const std::string rawPath = target.substr(0, question);
    info.path = percentDecoded(rawPath, false);
    for (const std::string &segment : split(rawPath, '/')) {
        if (!segment.empty())
            info.segments.push_back(percentDecoded(segment, false));
    }
    if (question != std::string::npos) {
        for (const std::string &pair : split(std::string_view(target).substr(question + 1), '&')) {
            if (pair.empty())
                continue;
            const size_t equals = pair.find('=');
            info.query.emplace(percentDecoded(pair.substr(0, equals), true),
                               equals == std::string::npos ? std::string()
                                                           : percentDecoded(pair.substr(equals + 1), true));
        }
    }

    std::vector<std::string> rest;
    if (info.segments.size() > 2 && info.segments[0] == "api") {
        info.version = info.segments[1];
        rest.assign(info.segments.begin() + 2, info.segments.end());
    } else if (info.segments.size() > 3 && info.segments[0] == "apis") {
        info.group = info.segments[1];
        info.version = info.segments[2];
        rest.assign(info.segments.begin() + 3, info.segments.end());
    } else {
        return info;
    }
    info.isResource = true;
    // namespaces/NS/plural/… is a resource in a namespace; namespaces/NS and its subresources are the Namespace.
    const bool inNamespace =
        rest.size() > 2 && rest[0] == "namespaces" && rest[2] != "status" && rest[2] != "finalize";
    if (inNamespace) {
        info.nameSpace = rest[1];
        rest.erase(rest.begin(), rest.begin() + 2);
    }
    info.resource = rest[0];
    if (rest.size() > 1)
        info.name = rest[1];
    if (info.resource == "namespaces" && info.group.empty())
        info.nameSpace.clear();
    for (size_t i = 2; i < rest.size(); ++i)
        info.subresource += (i > 2 ? "/" : "") + rest[i];
    info.verb = verbFor(method, info);
    return info;
}

} // namespace sluice::sandbox
