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

/// What tells an entry of a list apart from the others.
struct EntryKey {
    std::string text; ///< its name in paths; empty when nothing identifies the entry
    std::vector<std::string> fields; ///< the fields that the name was made of
};

/// A traffic target is told apart by its tag, else by where it points.
EntryKey trafficKey(const Json &target)
{
    if (const std::string tag = base::textAt(target, "tag"); !tag.empty())
        return {"tag " + tag, {"tag"}};
    if (target.contains("latestRevision") && target["latestRevision"].is_boolean()
        && target["latestRevision"].get<bool>())
        return {"latest", {"latestRevision"}};
    if (const std::string name = base::textAt(target, "revisionName"); !name.empty())
        return {name, {"revisionName"}};
    return {base::textAt(target, "configurationName"), {"configurationName"}};
}

bool isTraffic(const Json &entry)
{
    return entry.contains("percent") || entry.contains("latestRevision") || entry.contains("revisionName");
}

EntryKey entryKey(const Node *list, const Field *field, const Json &entry)
{
    if (!entry.is_object())
        return {};
    std::vector<std::string> keys;
    if (list && list->listType == ListType::Map)
        keys = list->listKeys;
    else if (field && !field->patchMergeKey.empty())
        keys = {field->patchMergeKey};
    EntryKey result;
    for (const std::string &key : keys) {
        if (!entry.contains(key))
            continue;
        result.text += (result.text.empty() ? "" : ",") + scalarText(entry[key]);
        result.fields.push_back(key);
    }
    if (!result.text.empty())
        return result;
    if (isTraffic(entry))
        return trafficKey(entry);
    for (const char *key :
         {"name", "type", "containerPort", "port", "ip", "key", "host", "uid", "mountPath"}) {
        if (entry.contains(key) && !entry[key].is_structured())
            return {scalarText(entry[key]), {key}};
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
    struct Entry {
        const Json *before = nullptr;
        const Json *after = nullptr;
        std::vector<std::string> keyFields;
    };

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
        std::map<std::string, Entry> entries;
        for (const bool old : {true, false}) {
            for (const Json &entry : old ? before : after) {
                EntryKey key = entryKey(node, field, entry);
                if (key.text.empty())
                    return false;
                const auto [place, added] = entries.try_emplace(key.text);
                if (added)
                    order.push_back(key.text);
                const Json *&slot = old ? place->second.before : place->second.after;
                if (slot)
                    return false; // two entries of one name
                slot = &entry;
                place->second.keyFields = std::move(key.fields);
            }
        }
        const Node *element = node ? node->element.get() : nullptr;
        for (const std::string &key : order) {
            const Entry &entry = entries[key];
            const std::string where = path + '[' + key + ']';
            if (entry.before && entry.after)
                walk(element, nullptr, *entry.before, *entry.after, where);
            else
                addEntry(element, entry, where);
        }
        return true;
    }

    /// An entry that came or went: its fields without those that its name already says, when there are others.
    void addEntry(const Node *element, const Entry &entry, const std::string &path)
    {
        Json rest = entry.before ? *entry.before : *entry.after;
        for (const std::string &field : entry.keyFields)
            rest.erase(field);
        if (rest.empty())
            add(entry.before ? FieldChange::Kind::Removed : FieldChange::Kind::Added, path, entry.before,
                entry.after);
        else
            step(element, nullptr, entry.before ? &rest : nullptr, entry.before ? nullptr : &rest, path);
    }

    /// A null is no value: servers add and drop it at will.
    static bool isValue(const Json *value) { return value && !value->is_null(); }

    void step(const Node *node, const Field *field, const Json *before, const Json *after,
              const std::string &path)
    {
        if (!isValue(before) && !isValue(after))
            return;
        if (isValue(before) && isValue(after)) {
            walk(node, field, *before, *after, path);
            return;
        }
        const bool removed = isValue(before);
        const Json &value = removed ? *before : *after;
        const Json none = value.is_array() ? Json::array() : Json::object();
        const Json &from = removed ? value : none;
        const Json &to = removed ? none : value;
        // What comes or goes as a whole is told field by field as well.
        if (value.is_object() && !value.empty())
            walkObject(node, from, to, path);
        else if (!value.is_array() || value.empty() || !walkList(node, field, from, to, path))
            add(removed ? FieldChange::Kind::Removed : FieldChange::Kind::Added, path, before, after);
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
