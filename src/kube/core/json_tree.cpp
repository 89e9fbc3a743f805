// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/core/json_tree.h"

#include <charconv>

namespace sluice::kube {

using base::Json;
namespace od = simdjson::ondemand;

namespace {

constexpr int objectLevel = 1;

/// Turns on-demand values into a tree. Stops at the first problem; the caller may go on behind the value, since
/// simdjson skips what was left unread.
class TreeBuilder {
public:
    explicit TreeBuilder(int maxDepth)
        : m_maxDepth(maxDepth)
    {
    }

    TreeProblem problem = TreeProblem::None;
    simdjson::error_code code = simdjson::SUCCESS;

    bool object(od::object from, Json &into, int depth, bool isMetadata)
    {
        if (depth > m_maxDepth)
            return stop(TreeProblem::TooDeep, simdjson::DEPTH_ERROR);
        into = Json::object();
        for (auto field : from) {
            std::string_view key;
            if (const auto error = field.unescaped_key().get(key))
                return syntax(error);
            od::value value;
            if (const auto error = field.value().get(value))
                return syntax(error);
            if (isMetadata && key == "managedFields")
                continue;
            Json &child = into[std::string(key)];
            if (!any(value, child, depth + 1, depth == objectLevel && key == "metadata"))
                return false;
        }
        return true;
    }

private:
    bool stop(TreeProblem what, simdjson::error_code error)
    {
        problem = what;
        code = error;
        return false;
    }
    bool syntax(simdjson::error_code error) { return stop(TreeProblem::Syntax, error); }

    bool array(od::array from, Json &into, int depth)
    {
        if (depth > m_maxDepth)
            return stop(TreeProblem::TooDeep, simdjson::DEPTH_ERROR);
        into = Json::array();
        for (auto element : from) {
            od::value value;
            if (const auto error = element.get(value))
                return syntax(error);
            into.push_back(nullptr);
            if (!any(value, into.back(), depth + 1, false))
                return false;
        }
        return true;
    }

    bool number(od::value &value, Json &into)
    {
        od::number parsed;
        if (!value.get_number().get(parsed)) {
            switch (parsed.get_number_type()) {
            case od::number_type::signed_integer:
                into = parsed.get_int64();
                return true;
            case od::number_type::unsigned_integer:
                into = parsed.get_uint64();
                return true;
            case od::number_type::floating_point_number:
                into = parsed.get_double();
                return true;
            }
        }
        double big = 0;
        if (const auto error = value.get_double().get(big))
            return syntax(error);
        into = big;
        return true;
    }

    bool any(od::value &value, Json &into, int depth, bool isMetadata)
    {
        od::json_type type;
        if (const auto error = value.type().get(type))
            return syntax(error);
        switch (type) {
        case od::json_type::object: {
            od::object child;
            if (const auto error = value.get_object().get(child))
                return syntax(error);
            return object(child, into, depth, isMetadata);
        }
        case od::json_type::array: {
            od::array child;
            if (const auto error = value.get_array().get(child))
                return syntax(error);
            return array(child, into, depth);
        }
        case od::json_type::string: {
            std::string_view text;
            if (const auto error = value.get_string().get(text))
                return syntax(error);
            into = std::string(text);
            return true;
        }
        case od::json_type::number:
            return number(value, into);
        case od::json_type::boolean: {
            bool truth = false;
            if (const auto error = value.get_bool().get(truth))
                return syntax(error);
            into = truth;
            return true;
        }
        case od::json_type::null:
            if (!value.is_null())
                return syntax(simdjson::N_ATOM_ERROR);
            into = nullptr;
            return true;
        }
        return syntax(simdjson::TAPE_ERROR);
    }

    int m_maxDepth;
};

} // namespace

TreeResult buildObject(od::object object, int maxDepth)
{
    TreeResult result;
    TreeBuilder builder(maxDepth);
    (void)builder.object(object, result.tree, objectLevel, false);
    result.problem = builder.problem;
    result.code = builder.code;
    return result;
}

Json buildHeader(od::object object, int maxDepth)
{
    Json header = Json::object();
    for (const char *key : {"apiVersion", "kind"}) {
        std::string_view text;
        if (!object.find_field_unordered(key).get_string().get(text))
            header[key] = std::string(text);
    }
    od::object metadata;
    if (!object.find_field_unordered("metadata").get_object().get(metadata)) {
        Json tree;
        TreeBuilder builder(maxDepth);
        (void)builder.object(metadata, tree, objectLevel + 1, true);
        header["metadata"] = std::move(tree); // as far as it went
    }
    return header;
}

base::DecodeError syntaxError(simdjson::error_code code, const QString &source)
{
    return {source, 0, 0, {QStringLiteral("json.syntax"), {QString::fromUtf8(simdjson::error_message(code))}}};
}

base::DecodeError treeError(const TreeResult &result, const QString &source, int maxDepth)
{
    switch (result.problem) {
    case TreeProblem::TooDeep:
        return {source, 0, 0, {QStringLiteral("json.too-deep"), {QString::number(maxDepth)}}};
    case TreeProblem::NotAnObject:
        return {source, 0, 0, {QStringLiteral("kube.not-an-object"), {}}};
    default:
        return syntaxError(result.code, source);
    }
}

} // namespace sluice::kube
