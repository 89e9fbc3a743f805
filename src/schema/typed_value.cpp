// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/typed_value.h"

#include "base/json.h"
#include "schema/go_text.h"

#include <nlohmann/json.hpp>

namespace sluice::schema {

using base::Json;
using Path = FieldSet::Path;

namespace {

const Node &anyNode()
{
    static const Node any;
    return any;
}

/// The type of the value under \a key; sets \a declared for fields that the table names.
const Node *childNode(const Node &node, const std::string &key, bool *declared = nullptr)
{
    if (declared)
        *declared = false;
    if (node.shape == Shape::Object) {
        if (const Field *field = node.field(key)) {
            if (declared)
                *declared = true;
            return field->node.get();
        }
        return node.preserveUnknown ? &anyNode() : nullptr;
    }
    if (node.shape == Shape::Map)
        return node.element.get();
    return &anyNode();
}

bool isMapShape(const Node &node, const Json &value)
{
    return node.shape == Shape::Object || node.shape == Shape::Map
        || (node.shape == Shape::Any && value.is_object());
}

/// One value to server-side apply: scalars, atomic maps and lists.
bool isLeaf(const Node &node, const Json &value)
{
    if (node.shape == Shape::Object || node.shape == Shape::Map)
        return node.atomic;
    if (node.shape == Shape::List)
        return node.listType == ListType::Atomic;
    return !(node.shape == Shape::Any && value.is_object());
}

bool isEmptyValue(const Json &value)
{
    return value.is_null() || ((value.is_object() || value.is_array()) && value.empty());
}

std::string fieldElement(const std::string &name)
{
    return "f:" + name;
}

std::map<std::string, Json> entriesByElement(const Node &list, const Json &value,
                                             std::vector<std::string> *order)
{
    std::map<std::string, Json> entries;
    if (!value.is_array())
        return entries;
    for (size_t i = 0; i < value.size(); ++i) {
        std::string element = listElement(list, value[i], i);
        if (entries.emplace(element, value[i]).second && order)
            order->push_back(std::move(element));
    }
    return entries;
}

const Json &nullJson()
{
    static const Json null;
    return null;
}

const Json &memberOf(const Json &object, const std::string &key)
{
    if (!object.is_object())
        return nullJson();
    const auto found = object.find(key);
    return found == object.end() ? nullJson() : *found;
}

std::string goValue(const Json &value)
{
    return "&value.valueUnstructured{Value:" + goTree(value) + '}';
}

void collectErrors(const Node &node, const Json &value, const std::string &at,
                   std::vector<std::string> &errors)
{
    if (value.is_null())
        return;
    if (node.shape == Shape::Object || node.shape == Shape::Map) {
        if (!value.is_object()) {
            errors.push_back(at + ": expected map, got &{" + goPlain(value) + '}');
            return;
        }
        for (const auto &[key, child] : value.items()) {
            const Node *type = childNode(node, key);
            if (!type)
                errors.push_back(at + '.' + key + ": field not declared in schema");
            else
                collectErrors(*type, child, at + '.' + key, errors);
        }
    } else if (node.shape == Shape::List) {
        if (!value.is_array()) {
            errors.push_back(at + ": expected list, got &{" + goPlain(value) + '}');
            return;
        }
        std::vector<std::string> seen;
        for (size_t i = 0; i < value.size(); ++i) {
            const std::string element = listElement(node, value[i], i);
            std::string where = at + '[' + std::to_string(i) + ']';
            if (node.listType != ListType::Atomic) {
                where = at + pathText({element});
                if (node.listType == ListType::Map) {
                    for (const std::string &key : node.listKeys) {
                        const Field *field = node.element->field(key);
                        if (memberOf(value[i], key).is_null() && (!field || field->defaultJson.empty()))
                            errors.push_back(
                                at + ": element " + std::to_string(i)
                                + ": associative list with keys has an element that omits key field \"" + key
                                + "\" (and doesn't have default value)");
                    }
                }
                if (std::find(seen.begin(), seen.end(), element) != seen.end())
                    errors.push_back(at + ": duplicate entries for key " + pathText({element}));
                seen.push_back(element);
            }
            collectErrors(*node.element, value[i], where, errors);
        }
    } else if (node.shape == Shape::Integer || node.shape == Shape::Number) {
        if (!value.is_number())
            errors.push_back(at + ": expected numeric (int or float), got " + goType(value));
    } else if (node.shape == Shape::String) {
        if (!value.is_string())
            errors.push_back(at + ": expected string, got " + goValue(value));
    } else if (node.shape == Shape::Boolean) {
        if (!value.is_boolean())
            errors.push_back(at + ": expected boolean, got &{" + goPlain(value) + '}');
    }
}

void collectFields(const Node &node, const Json &value, FieldSet &into)
{
    if (isLeaf(node, value)) {
        into.self = true;
        return;
    }
    if (isMapShape(node, value)) {
        if (!value.is_object())
            return;
        for (const auto &[key, child] : value.items()) {
            bool declared = false;
            const Node *type = childNode(node, key, &declared);
            if (!type)
                continue;
            FieldSet &set = into.children[fieldElement(key)];
            collectFields(*type, child, set);
            if (!declared || child.is_null() || (child.is_object() && child.empty()))
                set.self = true;
        }
    } else if (value.is_array()) {
        for (size_t i = 0; i < value.size(); ++i) {
            FieldSet &set = into.children[listElement(node, value[i], i)];
            collectFields(*node.element, value[i], set);
            set.self = true;
        }
    }
}

/// Walks both values at once. Null means that nothing is there.
class Comparer {
public:
    Comparison result;

    void walk(const Node &node, const Json &before, const Json &after, Path &at)
    {
        if (before.is_null() && after.is_null())
            return;
        const Json &shown = after.is_null() ? before : after;
        const bool changedShape = node.shape == Shape::Any && before.is_object() != after.is_object()
            && !before.is_null() && !after.is_null();
        if (changedShape || isLeaf(node, shown) || (isEmptyValue(before) && isEmptyValue(after))) {
            if (before.is_null())
                result.added.insert(at);
            else if (after.is_null())
                result.removed.insert(at);
            else if (before != after)
                result.modified.insert(at);
            return;
        }
        if (isMapShape(node, shown)) {
            walkMap(node, before, after, at);
        } else {
            const auto old = entriesByElement(node, before, nullptr);
            const auto now = entriesByElement(node, after, nullptr);
            for (const auto &[element, entry] : old) {
                const auto same = now.find(element);
                descend(*node.element, entry, same == now.end() ? nullJson() : same->second, element, at);
            }
            for (const auto &[element, entry] : now) {
                if (!old.count(element))
                    descend(*node.element, nullJson(), entry, element, at);
            }
        }
        if (at.empty())
            return;
        if (before.is_null())
            result.added.insert(at);
        else if (after.is_null())
            result.removed.insert(at);
    }

private:
    void walkMap(const Node &node, const Json &before, const Json &after, Path &at)
    {
        if (before.is_object()) {
            for (const auto &[key, child] : before.items()) {
                if (const Node *type = childNode(node, key))
                    descend(*type, child, memberOf(after, key), fieldElement(key), at);
            }
        }
        if (after.is_object()) {
            for (const auto &[key, child] : after.items()) {
                if (before.is_object() && before.contains(key))
                    continue;
                if (const Node *type = childNode(node, key))
                    descend(*type, nullJson(), child, fieldElement(key), at);
            }
        }
    }

    void descend(const Node &node, const Json &before, const Json &after, const std::string &element,
                 Path &at)
    {
        at.push_back(element);
        walk(node, before, after, at);
        at.pop_back();
    }
};

/// Entries of both lists; the order of \a changes wins, entries only in \a base keep their place.
Json mergedList(const Node &node, const Json &base, const Json &changes)
{
    std::vector<std::string> baseOrder;
    std::vector<std::string> changeOrder;
    const auto old = entriesByElement(node, base, &baseOrder);
    const auto now = entriesByElement(node, changes, &changeOrder);
    Json result = Json::array();
    // What stands in both lists comes in the order of the changes; what only the base has keeps its place before it.
    std::vector<std::string> shared;
    std::copy_if(changeOrder.begin(), changeOrder.end(), std::back_inserter(shared),
                 [&old](const std::string &element) { return old.count(element) > 0; });
    size_t left = 0;
    size_t right = 0;
    size_t next = 0; // of shared
    while (left < baseOrder.size() || right < changeOrder.size()) {
        if (left < baseOrder.size()) {
            const std::string &element = baseOrder[left];
            if (!now.count(element)) {
                result.push_back(old.at(element));
                ++left;
                continue;
            }
            if (right == changeOrder.size() || next == shared.size() || shared[next] != element) {
                ++left; // placed by the changes
                continue;
            }
        }
        const std::string &element = changeOrder[right++];
        const auto same = old.find(element);
        if (same == old.end()) {
            result.push_back(now.at(element));
            continue;
        }
        result.push_back(merged(*node.element, same->second, now.at(element)));
        if (left < baseOrder.size() && baseOrder[left] == element)
            ++left;
        ++next;
    }
    return result;
}

} // namespace

std::string listElement(const Node &list, const Json &entry, size_t index)
{
    if (list.listType == ListType::Set)
        return "v:" + base::dump(entry);
    if (list.listType == ListType::Atomic)
        return "i:" + std::to_string(index);
    Json keys = Json::object();
    for (const std::string &key : list.listKeys) {
        const Json &value = memberOf(entry, key);
        if (!value.is_null()) {
            keys[key] = value;
        } else if (const Field *field = list.element->field(key); field && !field->defaultJson.empty()) {
            if (const auto fallback = base::parseJson(field->defaultJson, QStringLiteral("default")))
                keys[key] = *fallback;
        }
    }
    return "k:" + base::dump(keys);
}

std::vector<std::string> typeErrors(const Node &node, const Json &value)
{
    std::vector<std::string> errors;
    collectErrors(node, value, {}, errors);
    return errors;
}

FieldSet fieldsOf(const Node &node, const Json &value)
{
    FieldSet set;
    collectFields(node, value, set);
    set.self = false;
    return set;
}

Comparison compare(const Node &node, const Json &before, const Json &after)
{
    Comparer comparer;
    Path at;
    comparer.walk(node, before, after, at);
    return std::move(comparer.result);
}

Json merged(const Node &node, const Json &base, const Json &changes)
{
    if (base.is_null() || isLeaf(node, changes) || changes.is_null())
        return changes;
    if (isMapShape(node, changes)) {
        if (!base.is_object() || !changes.is_object())
            return changes;
        Json result = base;
        for (const auto &[key, value] : changes.items()) {
            const Node *type = childNode(node, key);
            result[key] = type ? merged(*type, memberOf(base, key), value) : value;
        }
        return result;
    }
    return base.is_array() && changes.is_array() ? mergedList(node, base, changes) : changes;
}

Json without(const Node &node, const Json &value, const FieldSet &set)
{
    if (isLeaf(node, value))
        return value;
    if (value.is_object()) {
        Json result = Json::object();
        for (const auto &[key, child] : value.items()) {
            const FieldSet *below = set.child(fieldElement(key));
            if (below && below->self)
                continue;
            const Node *type = childNode(node, key);
            result[key] = below && type ? without(*type, child, *below) : child;
        }
        return result;
    }
    if (!value.is_array())
        return value;
    Json result = Json::array();
    for (size_t i = 0; i < value.size(); ++i) {
        const FieldSet *below = set.child(listElement(node, value[i], i));
        if (below && below->self)
            continue;
        result.push_back(below ? without(*node.element, value[i], *below) : value[i]);
    }
    return result;
}

FieldSet withNamedFields(const Node &node, const FieldSet &set)
{
    FieldSet result;
    result.self = set.self;
    for (const auto &[element, below] : set.children) {
        FieldSet child;
        const Node *type = &anyNode();
        bool declared = false;
        if (element.starts_with("f:")) {
            if (const Node *known = childNode(node, element.substr(2), &declared))
                type = known;
        } else if (node.element) {
            type = node.element.get();
        }
        child = withNamedFields(*type, below);
        if (declared && !below.children.empty())
            child.self = true;
        result.children.emplace(element, std::move(child));
    }
    return result;
}

} // namespace sluice::schema
