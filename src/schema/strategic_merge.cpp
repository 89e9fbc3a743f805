// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/strategic_merge.h"

#include "base/json.h"
#include "schema/go_text.h"

#include <nlohmann/json.hpp>

namespace sluice::schema {

using base::Json;

namespace {

constexpr std::string_view directive = "$patch";
constexpr std::string_view deleteFromList = "$deleteFromPrimitiveList/";
constexpr std::string_view elementOrder = "$setElementOrder/";
constexpr std::string_view retainKeys = "$retainKeys";

/// Stands for a patch that cannot be understood; never leaves this file.
struct BadPatch {
    std::string message;
};

bool isDirectiveKey(const std::string &key)
{
    return key == directive || key == retainKeys || key.starts_with(deleteFromList)
        || key.starts_with(elementOrder);
}

std::string directiveOf(const Json &value)
{
    if (!value.is_object() || !value.contains(directive))
        return {};
    const Json &text = value[std::string(directive)];
    return text.is_string() ? text.get<std::string>() : std::string("?");
}

Json withoutDirectives(const Json &value)
{
    if (value.is_object()) {
        Json result = Json::object();
        for (const auto &[key, child] : value.items()) {
            if (!isDirectiveKey(key) && !child.is_null())
                result[key] = withoutDirectives(child);
        }
        return result;
    }
    if (!value.is_array())
        return value;
    Json result = Json::array();
    for (const Json &child : value) {
        const std::string what = directiveOf(child);
        if (what == "delete" || (what == "replace" && child.size() == 1))
            continue;
        result.push_back(withoutDirectives(child));
    }
    return result;
}

Json mergeMap(const Node *node, Json original, const Json &patch);

/// Sorts what \a order names into that order; what it does not name stays behind its predecessor.
Json ordered(const Json &list, const Json &order, const std::string &mergeKey)
{
    const auto keyOf = [&mergeKey](const Json &entry) -> Json {
        if (mergeKey.empty())
            return entry;
        return entry.is_object() && entry.contains(mergeKey) ? entry[mergeKey] : Json();
    };
    const auto named = [&](const Json &key) {
        return std::any_of(order.begin(), order.end(),
                           [&](const Json &entry) { return keyOf(entry) == key; });
    };
    Json result = Json::array();
    std::vector<bool> used(list.size(), false);
    const auto pushUnnamedFrom = [&](size_t from) {
        for (size_t i = from; i < list.size() && !used[i] && !named(keyOf(list[i])); ++i) {
            used[i] = true;
            result.push_back(list[i]);
        }
    };
    pushUnnamedFrom(0);
    for (const Json &entry : order) {
        const Json key = keyOf(entry);
        for (size_t i = 0; i < list.size(); ++i) {
            if (used[i] || keyOf(list[i]) != key)
                continue;
            used[i] = true;
            result.push_back(list[i]);
            pushUnnamedFrom(i + 1);
            break;
        }
    }
    for (size_t i = 0; i < list.size(); ++i) {
        if (!used[i])
            result.push_back(list[i]);
    }
    return result;
}

Json mergeKeyedList(const Node *element, const std::string &mergeKey, const Json &original, const Json &patch)
{
    for (const Json &entry : patch) {
        if (directiveOf(entry) == "replace")
            return withoutDirectives(patch);
    }
    Json result = original.is_array() ? original : Json::array();
    Json patched = Json::array(); // what the patch names, in its order
    for (const Json &entry : patch) {
        if (!entry.is_object() || !entry.contains(mergeKey))
            throw BadPatch{"map: " + goPlain(entry) + " does not contain declared merge key: " + mergeKey};
        const Json &key = entry[mergeKey];
        const std::string what = directiveOf(entry);
        if (what == "delete") {
            for (auto it = result.begin(); it != result.end();) {
                const bool same = it->is_object() && it->contains(mergeKey) && (*it)[mergeKey] == key;
                it = same ? result.erase(it) : it + 1;
            }
            continue;
        }
        if (!what.empty() && what != "merge")
            throw BadPatch{"unknown patch type: " + what + " in map: " + goPlain(entry)};
        const auto same = std::find_if(result.begin(), result.end(), [&](const Json &old) {
            return old.is_object() && old.contains(mergeKey) && old[mergeKey] == key;
        });
        if (same == result.end())
            patched.push_back(withoutDirectives(entry));
        else
            patched.push_back(mergeMap(element, *same, entry));
    }
    const auto keyIn = [&mergeKey](const Json &list, const Json &entry) {
        const auto found = std::find_if(list.begin(), list.end(), [&](const Json &other) {
            return other.is_object() && other.value(mergeKey, Json()) == entry.value(mergeKey, Json());
        });
        return found == list.end() ? -1 : std::distance(list.begin(), found);
    };
    Json rest = Json::array();
    for (const Json &entry : result) {
        if (!entry.is_object() || keyIn(patched, entry) < 0)
            rest.push_back(entry);
    }
    // Unless the patch orders the list, an entry that is only there goes first where it stood before the patch's next
    // one, and what is new before what is old.
    Json merged = Json::array();
    size_t left = 0;
    for (const Json &entry : patched) {
        const auto place = keyIn(result, entry);
        while (left < rest.size() && place >= 0 && rest[left].is_object()
               && keyIn(result, rest[left]) < place)
            merged.push_back(rest[left++]);
        merged.push_back(entry);
    }
    merged.insert(merged.end(), rest.begin() + std::ptrdiff_t(left), rest.end());
    return merged;
}

Json mergeScalarList(const Json &original, const Json &patch)
{
    Json result = original.is_array() ? original : Json::array();
    for (const Json &entry : patch) {
        if (std::find(result.begin(), result.end(), entry) == result.end())
            result.push_back(entry);
    }
    return result;
}

Json mergeValue(const Field *field, const Json &original, const Json &patch)
{
    const Node *node = field ? field->node.get() : nullptr;
    if (patch.is_object())
        return mergeMap(node, original.is_object() ? original : Json::object(), patch);
    if (patch.is_array() && field && field->patchMerge) {
        if (field->patchMergeKey.empty())
            return mergeScalarList(original, patch);
        return mergeKeyedList(node->element.get(), field->patchMergeKey, original, patch);
    }
    return withoutDirectives(patch);
}

/// $deleteFromPrimitiveList/x and $setElementOrder/x speak about the list x beside them.
void applyListDirectives(const Node *node, Json &result, const Json &patch)
{
    for (const auto &[key, value] : patch.items()) {
        if (!key.starts_with(deleteFromList) || !value.is_array())
            continue;
        const auto list = result.find(key.substr(deleteFromList.size()));
        if (list == result.end() || !list->is_array())
            continue;
        for (const Json &gone : value)
            list->erase(std::remove(list->begin(), list->end(), gone), list->end());
    }
    for (const auto &[key, value] : patch.items()) {
        if (!key.starts_with(elementOrder) || !value.is_array())
            continue;
        const std::string name = key.substr(elementOrder.size());
        const Field *field = node ? node->field(name) : nullptr;
        const auto list = result.find(name);
        if (list != result.end() && list->is_array())
            *list = ordered(*list, value, field ? field->patchMergeKey : std::string());
    }
}

Json mergeMap(const Node *node, Json original, const Json &patch)
{
    const std::string what = directiveOf(patch);
    if (what == "replace")
        return withoutDirectives(patch);
    if (what == "delete")
        return Json::object();
    if (!what.empty() && what != "merge")
        throw BadPatch{"unknown patch type: " + what + " in map: " + goPlain(patch)};
    if (patch.contains(retainKeys)) {
        const Json &kept = patch[std::string(retainKeys)];
        if (!kept.is_array())
            throw BadPatch{"invalid $retainKeys: must be a list"};
        for (auto it = original.begin(); it != original.end();)
            it = std::find(kept.begin(), kept.end(), Json(it.key())) == kept.end() ? original.erase(it)
                                                                                   : std::next(it);
    }
    const Node *fields = node && node->shape == Shape::Object ? node : nullptr;
    const Node *values = node && node->shape == Shape::Map ? node->element.get() : nullptr;
    static const Json null;
    for (const auto &[key, value] : patch.items()) {
        if (isDirectiveKey(key))
            continue;
        if (value.is_null()) {
            original.erase(key);
            continue;
        }
        const Json before = original.contains(key) ? original[key] : null;
        if (values && value.is_object())
            original[key] = mergeMap(values, before.is_object() ? before : Json::object(), value);
        else
            original[key] = mergeValue(fields ? fields->field(key) : nullptr, before, value);
    }
    applyListDirectives(fields, original, patch);
    return original;
}

} // namespace

tl::expected<std::shared_ptr<Json>, std::string> strategicMerge(const KindSchema &kind, const Json &original,
                                                                const Json &patch)
{
    if (!patch.is_object())
        return tl::unexpected(
            std::string("json: cannot unmarshal array into Go value of type map[string]interface {}"));
    try {
        return std::make_shared<Json>(mergeMap(kind.root.get(), original, patch));
    } catch (const BadPatch &bad) {
        return tl::unexpected(bad.message);
    }
}

} // namespace sluice::schema
