// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/field_set.h"

#include "base/json.h"

#include <nlohmann/json.hpp>

namespace sluice::schema {

using base::Json;

bool FieldSet::isEmpty() const
{
    if (self)
        return false;
    return std::all_of(children.begin(), children.end(),
                       [](const auto &entry) { return entry.second.isEmpty(); });
}

void FieldSet::insert(const Path &path)
{
    FieldSet *node = this;
    for (const std::string &element : path)
        node = &node->children[element];
    node->self = true;
}

bool FieldSet::contains(const Path &path) const
{
    const FieldSet *node = this;
    for (const std::string &element : path) {
        node = node->child(element);
        if (!node)
            return false;
    }
    return node->self;
}

const FieldSet *FieldSet::child(const std::string &element) const
{
    const auto found = children.find(element);
    return found == children.end() ? nullptr : &found->second;
}

void FieldSet::prune()
{
    std::erase_if(children, [](const auto &entry) { return entry.second.isEmpty(); });
}

FieldSet FieldSet::unionWith(const FieldSet &other) const
{
    FieldSet result = *this;
    result.self = self || other.self;
    for (const auto &[element, set] : other.children) {
        FieldSet &mine = result.children[element];
        mine = mine.unionWith(set);
    }
    return result;
}

FieldSet FieldSet::intersection(const FieldSet &other) const
{
    FieldSet result;
    result.self = self && other.self;
    for (const auto &[element, set] : children) {
        if (const FieldSet *theirs = other.child(element))
            result.children.emplace(element, set.intersection(*theirs));
    }
    result.prune();
    return result;
}

FieldSet FieldSet::difference(const FieldSet &other) const
{
    FieldSet result;
    result.self = self && !other.self;
    for (const auto &[element, set] : children) {
        const FieldSet *theirs = other.child(element);
        result.children.emplace(element, theirs ? set.difference(*theirs) : set);
    }
    result.prune();
    return result;
}

FieldSet FieldSet::recursiveDifference(const FieldSet &other) const
{
    FieldSet result;
    result.self = self && !other.self;
    for (const auto &[element, set] : children) {
        const FieldSet *theirs = other.child(element);
        if (theirs && theirs->self)
            continue;
        result.children.emplace(element, theirs ? set.recursiveDifference(*theirs) : set);
    }
    result.prune();
    return result;
}

void FieldSet::visitFrom(Path &at, const std::function<void(const Path &)> &visit) const
{
    if (self && !at.empty())
        visit(at);
    for (const auto &[element, set] : children) {
        at.push_back(element);
        set.visitFrom(at, visit);
        at.pop_back();
    }
}

void FieldSet::forEach(const std::function<void(const Path &)> &visit) const
{
    Path at;
    visitFrom(at, visit);
}

Json FieldSet::toJson() const
{
    Json result = Json::object();
    for (const auto &[element, set] : children) {
        if (set.isEmpty())
            continue;
        Json value = set.toJson();
        if (set.self && !value.empty())
            value["."] = Json::object();
        result[element] = std::move(value);
    }
    return result;
}

std::optional<FieldSet> FieldSet::fromJson(const Json &fieldsV1)
{
    if (!fieldsV1.is_object())
        return std::nullopt;
    FieldSet result;
    for (const auto &[element, value] : fieldsV1.items()) {
        if (element == ".")
            continue;
        if (element.size() < 2 || element[1] != ':'
            || std::string_view("fkvi").find(element[0]) == std::string_view::npos || !value.is_object())
            return std::nullopt;
        std::optional<FieldSet> set = fromJson(value);
        if (!set)
            return std::nullopt;
        set->self = value.empty() || value.contains(".");
        result.children.emplace(element, std::move(*set));
    }
    return result;
}

std::string pathText(const FieldSet::Path &path)
{
    std::string text;
    for (const std::string &element : path) {
        const std::string rest = element.substr(2);
        if (element.starts_with("f:")) {
            text += '.' + rest;
        } else if (element.starts_with("k:")) {
            const auto keys = base::parseJson(rest, QStringLiteral("key"));
            text += '[';
            bool first = true;
            if (keys && keys->is_object()) {
                for (const auto &[key, value] : keys->items()) {
                    text += (first ? "" : ",") + key + '=' + base::dump(value);
                    first = false;
                }
            }
            text += ']';
        } else if (element.starts_with("v:")) {
            text += "[=" + rest + ']';
        } else {
            text += '[' + rest + ']';
        }
    }
    return text;
}

} // namespace sluice::schema
