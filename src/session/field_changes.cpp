// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/field_changes.h"

#include "base/json.h"

#include <nlohmann/json.hpp>

namespace sluice::session {

using base::Json;

namespace {

QString valueText(const Json &value)
{
    if (value.is_string())
        return QString::fromStdString(value.get_ref<const std::string &>());
    return QString::fromStdString(base::dump(value));
}

/// What tells the entries of a list apart, or an empty string when they have no key.
std::string entryKey(const std::string &list, const Json &entry)
{
    if (!entry.is_object())
        return {};
    if (list == "traffic") {
        const std::string tag = base::textAt(entry, "tag");
        if (!tag.empty())
            return "tag=" + tag;
        const std::string revision = base::textAt(entry, "revisionName");
        return revision.empty() ? "latestRevision" : revision;
    }
    for (const char *key : {"name", "containerPort", "type", "port", "key"}) {
        const auto it = entry.find(key);
        if (it != entry.end() && it->is_primitive())
            return it->is_string() ? it->get<std::string>() : base::dump(*it);
    }
    return {};
}

/// Entries by key, or nothing when one has none or two share one.
std::optional<std::map<std::string, const Json *>> keyed(const std::string &list, const Json &entries)
{
    std::map<std::string, const Json *> result;
    for (const Json &entry : entries) {
        const std::string key = entryKey(list, entry);
        if (key.empty() || !result.emplace(key, &entry).second)
            return std::nullopt;
    }
    return result;
}

class Comparison {
public:
    std::vector<FieldChange> changes;

    void compare(const QString &path, const std::string &name, const Json *before, const Json *after)
    {
        if (before && after && *before == *after)
            return;
        const Json *some = before ? before : after;
        const bool sameType = !before || !after || before->type() == after->type();
        if (sameType && some->is_object()) {
            compareObjects(path, before, after);
        } else if (sameType && some->is_array() && compareLists(path, name, before, after)) {
            return;
        } else {
            FieldChange change;
            change.path = path;
            change.kind = !before ? FieldChange::Kind::Add
                : !after          ? FieldChange::Kind::Remove
                                  : FieldChange::Kind::Replace;
            change.before = before ? valueText(*before) : QString();
            change.after = after ? valueText(*after) : QString();
            changes.push_back(std::move(change));
        }
    }

private:
    static QString member(const QString &path, const std::string &key)
    {
        const QString text = QString::fromStdString(key);
        if (text.contains(QLatin1Char('.')) || text.contains(QLatin1Char('/')))
            return path + QLatin1Char('[') + text + QLatin1Char(']');
        return path.isEmpty() ? text : path + QLatin1Char('.') + text;
    }

    void compareObjects(const QString &path, const Json *before, const Json *after)
    {
        static const Json none = Json::object();
        const Json &a = before ? *before : none;
        const Json &b = after ? *after : none;
        if (a.empty() && b.empty()) {
            // {} appearing or vanishing says nothing to a person.
            return;
        }
        for (const auto &[key, value] : a.items()) {
            const auto it = b.find(key);
            compare(member(path, key), key, &value, it == b.end() ? nullptr : &*it);
        }
        for (const auto &[key, value] : b.items()) {
            if (!a.contains(key))
                compare(member(path, key), key, nullptr, &value);
        }
    }

    bool compareLists(const QString &path, const std::string &name, const Json *before, const Json *after)
    {
        static const Json none = Json::array();
        const auto a = keyed(name, before ? *before : none);
        const auto b = keyed(name, after ? *after : none);
        if (!a || !b)
            return false;
        for (const auto &[key, value] : *a) {
            const auto it = b->find(key);
            compare(entryPath(path, key), {}, value, it == b->end() ? nullptr : it->second);
        }
        for (const auto &[key, value] : *b) {
            if (!a->contains(key))
                compare(entryPath(path, key), {}, nullptr, value);
        }
        return true;
    }

    static QString entryPath(const QString &path, const std::string &key)
    {
        return path + QLatin1Char('[') + QString::fromStdString(key) + QLatin1Char(']');
    }
};

} // namespace

std::vector<FieldChange> fieldChanges(const Json &before, const Json &after)
{
    Comparison comparison;
    comparison.compare({}, {}, &before, &after);
    return std::move(comparison.changes);
}

} // namespace sluice::session
