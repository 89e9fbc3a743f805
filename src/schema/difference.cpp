// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/difference.h"

#include "base/json.h"

#include <map>
#include <nlohmann/json.hpp>

namespace sluice::schema {

using base::Json;

namespace {

std::string scalarText(const Json &value)
{
    return value.is_string() ? value.get<std::string>() : base::dump(value);
}

/// What a traffic target is told apart by: its tag, else where it points.
std::string trafficKey(const Json &target)
{
    if (const std::string tag = base::textAt(target, "tag"); !tag.empty())
        return "tag " + tag;
    if (target.contains("latestRevision") && target["latestRevision"].is_boolean()
        && target["latestRevision"].get<bool>())
        return "latest";
    if (const std::string name = base::textAt(target, "revisionName"); !name.empty())
        return name;
    return base::textAt(target, "configurationName");
}

bool isTraffic(const Json &entry)
{
    return entry.contains("percent") || entry.contains("latestRevision") || entry.contains("revisionName");
}

/// The name of an entry in paths; empty when nothing identifies it.
std::string entryKey(const Node *list, const Field *field, const Json &entry)
{
    if (!entry.is_object())
        return {};
    std::vector<std::string> keys;
    if (list && list->listType == ListType::Map)
        keys = list->listKeys;
    else if (field && !field->patchMergeKey.empty())
        keys = {field->patchMergeKey};
    std::string text;
    for (const std::string &key : keys) {
        if (entry.contains(key))
            text += (text.empty() ? "" : ",") + scalarText(entry[key]);
    }
    if (!text.empty())
        return text;
    if (isTraffic(entry))
        return trafficKey(entry);
    for (const char *key :
         {"name", "type", "containerPort", "port", "ip", "key", "host", "uid", "mountPath"}) {
        if (entry.contains(key) && !entry[key].is_structured())
            return scalarText(entry[key]);
    }
    return {};
}

class Differ {
public:
    std::vector<FieldChange> changes;

    void walk(const Node *node, const Field *field, const Json &before, const Json &after,
              const std::string &path)
    {
        if (before == after)
            return;
        if (before.is_object() && after.is_object())
            walkObject(node, before, after, path);
        else if (before.is_array() && after.is_array() && walkList(node, field, before, after, path))
            return;
        else
            add(FieldChange::Kind::Changed, path, &before, &after);
    }

private:
    void walkObject(const Node *node, const Json &before, const Json &after, const std::string &path)
    {
        std::map<std::string, std::pair<const Json *, const Json *>> keys;
        for (const auto &[key, value] : before.items())
            keys[key].first = &value;
        for (const auto &[key, value] : after.items())
            keys[key].second = &value;
        for (const auto &[key, values] : keys) {
            const Field *field = node && node->shape == Shape::Object ? node->field(key) : nullptr;
            const Node *type = field                ? field->node.get()
                : node && node->shape == Shape::Map ? node->element.get()
                                                    : nullptr;
            step(type, field, values.first, values.second, joined(path, key));
        }
    }

    /// False when the entries cannot be told apart by keys.
    bool walkList(const Node *node, const Field *field, const Json &before, const Json &after,
                  const std::string &path)
    {
        std::vector<std::string> order;
        std::map<std::string, std::pair<const Json *, const Json *>> entries;
        for (const bool old : {true, false}) {
            for (const Json &entry : old ? before : after) {
                const std::string key = entryKey(node, field, entry);
                if (key.empty())
                    return false;
                const auto [place, added] = entries.try_emplace(key);
                if (added)
                    order.push_back(key);
                const Json *&slot = old ? place->second.first : place->second.second;
                if (slot)
                    return false; // two entries of one name
                slot = &entry;
            }
        }
        const Node *element = node ? node->element.get() : nullptr;
        for (const std::string &key : order)
            step(element, nullptr, entries[key].first, entries[key].second, path + '[' + key + ']');
        return true;
    }

    void step(const Node *node, const Field *field, const Json *before, const Json *after,
              const std::string &path)
    {
        if (before && after)
            walk(node, field, *before, *after, path);
        else
            add(before ? FieldChange::Kind::Removed : FieldChange::Kind::Added, path, before, after);
    }

    void add(FieldChange::Kind kind, const std::string &path, const Json *before, const Json *after)
    {
        FieldChange change;
        change.kind = kind;
        change.path = path;
        if (before && kind != FieldChange::Kind::Added)
            change.before = std::make_shared<const Json>(*before);
        if (after && kind != FieldChange::Kind::Removed)
            change.after = std::make_shared<const Json>(*after);
        changes.push_back(std::move(change));
    }

    static std::string joined(const std::string &path, const std::string &key)
    {
        if (key.find('.') != std::string::npos || key.find('/') != std::string::npos)
            return path + "[" + key + ']'; // labels and annotations
        return path.empty() ? key : path + '.' + key;
    }
};

Json comparable(const Json &object, const DifferenceOptions &options)
{
    Json copy = object.is_object() ? object : Json::object();
    if (options.ignoreStatus)
        copy.erase("status");
    if (options.ignoreServerMetadata && copy.contains("metadata") && copy["metadata"].is_object()) {
        for (const char *key :
             {"uid", "resourceVersion", "generation", "creationTimestamp", "managedFields", "selfLink"})
            copy["metadata"].erase(key);
    }
    return copy;
}

} // namespace

std::vector<FieldChange> difference(const KindSchema *kind, const Json &before, const Json &after,
                                    const DifferenceOptions &options)
{
    Differ differ;
    differ.walk(kind ? kind->root.get() : nullptr, nullptr, comparable(before, options),
                comparable(after, options), {});
    return std::move(differ.changes);
}

} // namespace sluice::schema
