// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/core/json_tree.h"

namespace sluice::kube {

using base::DecodeError;
using base::fail;
using base::Json;
using base::Result;
namespace dom = simdjson::dom;

namespace {

/// What Go's decoder takes, which is what an API server can have stored; we build only DecodeLimits::depth of it.
constexpr size_t maxTextDepth = 10'100;
constexpr int objectLevel = 1;
constexpr qint64 valueCost = 8; ///< bytes that a value counts beside its text

class TreeBuilder {
public:
    explicit TreeBuilder(const DecodeLimits &limits)
        : m_limits(limits)
    {
    }

    bool tooDeep = false;
    bool tooLarge = false;

    /// False at the first problem; \a into then holds what was read before.
    bool object(const dom::object &from, Json &into, int depth, bool isMetadata)
    {
        into = Json::object();
        if (!enter(depth))
            return false;
        for (const auto &[key, value] : from) {
            if (isMetadata && key == "managedFields")
                continue;
            if (!spend(qint64(key.size())))
                return false;
            Json &child = into[std::string(key)];
            if (!any(value, child, depth + 1, depth == objectLevel && key == "metadata"))
                return false;
        }
        return true;
    }

private:
    bool enter(int depth)
    {
        tooDeep = depth > m_limits.depth;
        return !tooDeep;
    }
    bool spend(qint64 bytes)
    {
        m_bytes += bytes;
        tooLarge = m_bytes > m_limits.objectBytes;
        return !tooLarge;
    }

    bool array(const dom::array &from, Json &into, int depth)
    {
        into = Json::array();
        if (!enter(depth))
            return false;
        for (const dom::element &value : from) {
            into.push_back(nullptr);
            if (!any(value, into.back(), depth + 1, false))
                return false;
        }
        return true;
    }

    bool any(const dom::element &value, Json &into, int depth, bool isMetadata)
    {
        if (!spend(valueCost))
            return false;
        switch (value.type()) {
        case dom::element_type::OBJECT:
            return object(value.get_object().value_unsafe(), into, depth, isMetadata);
        case dom::element_type::ARRAY:
            return array(value.get_array().value_unsafe(), into, depth);
        case dom::element_type::STRING: {
            const std::string_view text = value.get_string().value_unsafe();
            into = std::string(text);
            return spend(qint64(text.size()));
        }
        case dom::element_type::INT64:
            into = value.get_int64().value_unsafe();
            break;
        case dom::element_type::UINT64:
            into = value.get_uint64().value_unsafe();
            break;
        case dom::element_type::DOUBLE:
            into = value.get_double().value_unsafe();
            break;
        case dom::element_type::BOOL:
            into = value.get_bool().value_unsafe();
            break;
        case dom::element_type::NULL_VALUE:
            into = nullptr;
            break;
        }
        return true;
    }

    const DecodeLimits &m_limits;
    qint64 m_bytes = 0;
};

} // namespace

Result<dom::element> JsonText::parse(std::string_view text, const QString &source)
{
    const auto bad = [&](simdjson::error_code code) {
        return fail(
            DecodeError{source,
                        0,
                        0,
                        {QStringLiteral("json.syntax"), {QString::fromUtf8(simdjson::error_message(code))}}});
    };
    if (m_parser.capacity() < text.size() || m_parser.max_depth() != maxTextDepth) {
        if (const auto error = m_parser.allocate(std::max<size_t>(text.size(), 64), maxTextDepth))
            return bad(error);
    }
    dom::element root;
    if (const auto error = m_parser.parse(text.data(), text.size()).get(root))
        return bad(error);
    return root;
}

Result<Json> buildObject(const dom::object &object, const QString &source, const DecodeLimits &limits)
{
    Json tree;
    TreeBuilder builder(limits);
    if (builder.object(object, tree, objectLevel, false))
        return tree;
    const auto limit = [&](const QString &id, const QStringList &arguments) {
        return fail(DecodeError{source, 0, 0, {id, arguments}});
    };
    if (builder.tooDeep)
        return limit(QStringLiteral("json.too-deep"), {QString::number(limits.depth)});
    const QString most = QString::number(limits.objectBytes);
    return limit(QStringLiteral("json.too-large"), {QLatin1Char('>') + most, most});
}

Json buildHeader(const dom::object &object, const DecodeLimits &limits)
{
    Json header = Json::object();
    for (const char *key : {"apiVersion", "kind"}) {
        std::string_view text;
        if (!object[key].get_string().get(text))
            header[key] = std::string(text.substr(0, 256));
    }
    dom::object metadata;
    if (!object["metadata"].get_object().get(metadata)) {
        Json tree;
        TreeBuilder builder(limits);
        (void)builder.object(metadata, tree, objectLevel + 1, true);
        header["metadata"] = std::move(tree);
    }
    return header;
}

} // namespace sluice::kube
