// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/managed_fields.h"

#include "base/json.h"
#include "schema/typed_value.h"

#include <nlohmann/json.hpp>
#include <tuple>

namespace sluice::schema {

using base::Json;
using base::textAt;

namespace {

/// What one manager owns.
struct Entry {
    FieldWriter writer;
    std::string apiVersion;
    FieldSet fields;

    [[nodiscard]] bool isSameWriter(const FieldWriter &other, const std::string &version) const
    {
        return writer.manager == other.manager && writer.operation == other.operation
            && writer.subresource == other.subresource && apiVersion == version;
    }
};

std::vector<Entry> entriesOf(const Json *object)
{
    std::vector<Entry> entries;
    const Json *list = object ? base::find(*object, {"metadata", "managedFields"}) : nullptr;
    if (!list || !list->is_array())
        return entries;
    for (const Json &item : *list) {
        Entry entry;
        entry.writer = {textAt(item, "manager"), textAt(item, "operation"), textAt(item, "subresource"),
                        textAt(item, "time")};
        entry.apiVersion = textAt(item, "apiVersion");
        const Json *fields = base::at(item, "fieldsV1");
        const std::optional<FieldSet> set = fields ? FieldSet::fromJson(*fields) : std::nullopt;
        if (!set || entry.writer.operation.empty())
            continue;
        entry.fields = *set;
        entries.push_back(std::move(entry));
    }
    return entries;
}

/// Never tracked: what the server itself keeps.
const FieldSet &untracked()
{
    static const FieldSet set = [] {
        FieldSet s;
        s.insert({"f:apiVersion"});
        s.insert({"f:kind"});
        s.insert({"f:metadata"});
        for (const char *name : {"name", "namespace", "creationTimestamp", "selfLink", "uid", "clusterName",
                                 "generation", "managedFields", "resourceVersion"})
            s.insert({"f:metadata", std::string("f:") + name});
        return s;
    }();
    return set;
}

Json toJson(std::vector<Entry> entries)
{
    for (Entry &entry : entries)
        entry.fields = entry.fields.difference(untracked());
    std::erase_if(entries, [](const Entry &entry) { return entry.fields.isEmpty(); });
    const auto order = [](const Entry &entry) {
        return std::tie(entry.writer.operation, entry.writer.time, entry.writer.manager, entry.apiVersion,
                        entry.writer.subresource);
    };
    std::stable_sort(entries.begin(), entries.end(),
                     [&order](const Entry &a, const Entry &b) { return order(a) < order(b); });
    Json list = Json::array();
    for (const Entry &entry : entries) {
        Json item{{"manager", entry.writer.manager},
                  {"operation", entry.writer.operation},
                  {"apiVersion", entry.apiVersion},
                  {"fieldsType", "FieldsV1"},
                  {"fieldsV1", entry.fields.toJson()}};
        if (!entry.writer.time.empty())
            item["time"] = entry.writer.time;
        if (!entry.writer.subresource.empty())
            item["subresource"] = entry.writer.subresource;
        list.push_back(std::move(item));
    }
    return list;
}

/// The object as fields are tracked on it.
Json tracked(const Json *object)
{
    if (!object || !object->is_object())
        return Json::object();
    Json copy = *object;
    if (copy.contains("metadata") && copy["metadata"].is_object())
        copy["metadata"].erase("managedFields");
    return copy;
}

/// A write to one part of an object owns nothing in the others.
FieldSet outside(const FieldSet &set, const std::string &subresource)
{
    FieldSet others;
    if (subresource == "status") {
        others.insert({"f:spec"});
        others.insert({"f:metadata"});
    } else {
        others.insert({"f:status"});
    }
    return set.recursiveDifference(others);
}

std::string describe(const Entry &entry)
{
    std::string text = base::dump(Json(entry.writer.manager));
    if (!entry.writer.subresource.empty())
        text += " with subresource \"" + entry.writer.subresource + '"';
    if (entry.writer.operation == "Update")
        text += " using " + entry.apiVersion;
    return text;
}

bool hasStatusPart(const KindSchema &kind)
{
    return kind.root->field("status") != nullptr;
}

FieldSet ownPart(const KindSchema &kind, const FieldSet &set, const std::string &subresource)
{
    return hasStatusPart(kind) ? outside(set, subresource) : set;
}

void setManagedFields(Json &object, Json list)
{
    if (list.empty())
        object["metadata"].erase("managedFields");
    else
        object["metadata"]["managedFields"] = std::move(list);
}

} // namespace

Json trackedFields(const KindSchema &kind, const Json *before, const Json &after, const FieldWriter &writer,
                   const Json &blank)
{
    const Json *sent = base::find(after, {"metadata", "managedFields"});
    const bool reset = sent && sent->is_array()
        && (sent->empty() || (sent->size() == 1 && sent->front().is_object() && sent->front().empty()));
    if (before && reset)
        return Json::array();
    std::vector<Entry> entries = entriesOf(&after);
    if (entries.empty())
        entries = entriesOf(before);
    if (before && entries.empty()) // somebody cleared them: only an apply begins anew
        return Json::array();
    const Comparison changes = compare(*kind.root, tracked(before ? before : &blank), tracked(&after));
    const FieldSet taken = ownPart(kind, changes.modified.unionWith(changes.added), writer.subresource);
    for (Entry &entry : entries) {
        const bool own = entry.isSameWriter(writer, kind.apiVersion());
        if (!own)
            entry.fields = entry.fields.difference(changes.modified.unionWith(changes.added));
        entry.fields = entry.fields.difference(changes.removed);
    }
    if (!taken.difference(untracked()).isEmpty()) {
        const auto own = std::find_if(entries.begin(), entries.end(), [&](const Entry &entry) {
            return entry.isSameWriter(writer, kind.apiVersion());
        });
        if (own == entries.end()) {
            entries.push_back({writer, kind.apiVersion(), taken});
        } else {
            own->fields = own->fields.unionWith(taken);
            own->writer.time = writer.time;
        }
    }
    return toJson(std::move(entries));
}

ApplyResult apply(const KindSchema &kind, const Json *live, const Json &configuration,
                  const FieldWriter &writer, bool force)
{
    const Node &root = *kind.root;
    ApplyResult result;
    Json config = tracked(&configuration);
    if (config.contains("metadata") && config["metadata"].is_object()) {
        config["metadata"].erase("resourceVersion");
        config["metadata"].erase("creationTimestamp");
        config["metadata"].erase("generation");
        config["metadata"].erase("uid");
    }
    result.typeErrors = typeErrors(root, config);
    if (!result.typeErrors.empty())
        return result;

    const Json before = tracked(live);
    std::vector<Entry> entries = entriesOf(live);
    if (live && entries.empty()) {
        // Written before fields were tracked: somebody owns what is there.
        entries.push_back({{"before-first-apply", "Update", {}, writer.time},
                           kind.apiVersion(),
                           ownPart(kind, compare(root, Json::object(), before).added, {})});
    }
    Json object = merged(root, before, config);
    FieldSet lastSet;
    const FieldSet set = ownPart(kind, fieldsOf(root, config), writer.subresource);
    auto own = std::find_if(entries.begin(), entries.end(), [&](const Entry &entry) {
        return entry.isSameWriter(writer, kind.apiVersion());
    });
    const bool isNew = own == entries.end();
    if (isNew) {
        entries.push_back({writer, kind.apiVersion(), {}});
        own = entries.end() - 1;
    } else {
        lastSet = ownPart(kind, own->fields, writer.subresource);
    }
    const FieldSet formerSet = own->fields;
    own->fields = set;

    if (!lastSet.isEmpty()) { // fields applied before and left out now, unless somebody else has them
        Json pruned = without(root, object, withNamedFields(root, lastSet));
        FieldSet owned;
        for (const Entry &entry : entries)
            owned = owned.unionWith(entry.fields);
        const FieldSet mergedSet = withNamedFields(root, fieldsOf(root, object));
        const FieldSet kept =
            withNamedFields(root, fieldsOf(root, pruned)).unionWith(withNamedFields(root, owned));
        pruned = without(root, object, mergedSet.difference(kept));
        const FieldSet prunedSet = withNamedFields(root, fieldsOf(root, pruned));
        object = without(root, object,
                         mergedSet.difference(prunedSet).intersection(withNamedFields(root, lastSet)));
    }

    const Comparison changes = compare(root, before, object);
    const FieldSet touched = changes.modified.unionWith(changes.added);
    for (Entry &entry : entries) {
        if (&entry == &*own)
            continue;
        const FieldSet conflicting = entry.fields.intersection(touched);
        if (!force) {
            conflicting.forEach([&](const FieldSet::Path &path) {
                result.conflicts.push_back({describe(entry), entry.writer.manager, pathText(path)});
            });
        }
        entry.fields = entry.fields.difference(conflicting).difference(changes.removed);
    }
    if (!result.conflicts.empty())
        return result;
    if (changes.isSame() && live && isNew)
        own->writer.time.clear(); // he has changed nothing yet
    else if (!changes.isSame() || formerSet.difference(untracked()) != set.difference(untracked()))
        own->writer.time = writer.time;
    setManagedFields(object, toJson(std::move(entries)));
    result.object = std::make_shared<Json>(std::move(object));
    return result;
}

std::string conflictMessage(const std::vector<FieldConflict> &conflicts)
{
    if (conflicts.size() == 1)
        return "Apply failed with 1 conflict: conflict with " + conflicts.front().owner + ": "
            + conflicts.front().field;
    std::map<std::string, std::vector<std::string>> byOwner;
    for (const FieldConflict &conflict : conflicts)
        byOwner[conflict.owner].push_back(conflict.field);
    std::string text = "Apply failed with " + std::to_string(conflicts.size()) + " conflicts: ";
    bool first = true;
    for (const auto &[owner, fields] : byOwner) {
        text += (first ? "" : "\n") + ("conflicts with " + owner) + ':';
        first = false;
        for (const std::string &field : fields)
            text += "\n- " + field;
    }
    return text;
}

std::vector<FieldWriter> ownersOf(const Json &object, const std::vector<std::string> &path)
{
    std::vector<FieldWriter> owners;
    for (const Entry &entry : entriesOf(&object)) {
        const FieldSet *set = &entry.fields;
        for (const std::string &element : path) {
            set = set->child(element);
            if (!set)
                break;
        }
        if (set && !set->isEmpty())
            owners.push_back(entry.writer);
    }
    return owners;
}

} // namespace sluice::schema
