// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"

#include "base/shared_text.h"

#include <nlohmann/json.hpp>

namespace sluice::base {

namespace {

/// Depth of nesting, found without recursion and without building anything.
bool deeperThan(std::string_view text, int limit)
{
    int depth = 0;
    bool inString = false;
    for (size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            if (++depth > limit)
                return true;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

DecodeError errorAt(std::string_view text, size_t byte, const QString &source, Message what)
{
    DecodeError error;
    error.source = source;
    error.line = 1;
    error.column = 1;
    for (size_t i = 0; i + 1 < byte && i < text.size(); ++i) {
        if (text[i] == '\n') {
            ++error.line;
            error.column = 1;
        } else {
            ++error.column;
        }
    }
    error.what = std::move(what);
    return error;
}

} // namespace

Result<Json> parseJson(std::string_view text, const QString &source, JsonLimits limits)
{
    if (qint64(text.size()) > limits.bytes) {
        return fail(DecodeError{source,
                                0,
                                0,
                                {QStringLiteral("json.too-large"),
                                 {QString::number(text.size()), QString::number(limits.bytes)}}});
    }
    if (deeperThan(text, limits.depth))
        return fail(
            DecodeError{source, 0, 0, {QStringLiteral("json.too-deep"), {QString::number(limits.depth)}}});
    try {
        return Json::parse(text);
    } catch (const Json::parse_error &e) {
        return fail(
            errorAt(text, e.byte, source, {QStringLiteral("json.syntax"), {QString::fromUtf8(e.what())}}));
    } catch (const Json::exception &e) {
        return fail(
            DecodeError{source, 0, 0, {QStringLiteral("json.syntax"), {QString::fromUtf8(e.what())}}});
    }
}

std::string dump(const Json &value, int indent)
{
    return value.dump(indent, ' ', false, Json::error_handler_t::replace);
}

const Json *at(const Json &value, std::string_view path)
{
    const Json *node = &value;
    while (!path.empty()) {
        const size_t dot = path.find('.');
        const std::string_view key = path.substr(0, dot);
        if (!node->is_object())
            return nullptr;
        const auto it = node->find(key);
        if (it == node->end())
            return nullptr;
        node = &*it;
        path = dot == std::string_view::npos ? std::string_view{} : path.substr(dot + 1);
    }
    return node;
}

const Json *find(const Json &value, std::initializer_list<std::string_view> keys)
{
    const Json *node = &value;
    for (const std::string_view key : keys) {
        if (!node->is_object())
            return nullptr;
        const auto it = node->find(key);
        if (it == node->end())
            return nullptr;
        node = &*it;
    }
    return node;
}

std::string textAt(const Json &value, std::string_view path, std::string fallback)
{
    const Json *node = at(value, path);
    return node && node->is_string() ? node->get<std::string>() : std::move(fallback);
}

QString stringAt(const Json &value, std::string_view path, const QString &fallback)
{
    const Json *node = at(value, path);
    return node && node->is_string() ? sharedText(node->get_ref<const std::string &>()) : fallback;
}

qint64 intAt(const Json &value, std::string_view path, qint64 fallback)
{
    const Json *node = at(value, path);
    return node && node->is_number_integer() ? node->get<qint64>() : fallback;
}

} // namespace sluice::base
