// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/managed_fields.h"

#include "base/json.h"

#include <nlohmann/json.hpp>

namespace sluice::session {

using base::Json;

namespace {

bool owns(const Json &fields, const std::vector<std::string> &keys)
{
    const Json *node = &fields;
    for (const std::string &key : keys) {
        const auto it = node->find("f:" + key);
        if (it == node->end())
            return false;
        if (!it->is_object() || it->empty())
            return true;
        node = &*it;
    }
    return true;
}

/// Removes the path; empty maps on the way go too. True when something was there.
bool removePath(Json &fields, const std::vector<std::string> &keys, size_t from = 0)
{
    const std::string name = "f:" + keys[from];
    const auto it = fields.find(name);
    if (it == fields.end())
        return false;
    if (from + 1 == keys.size()) {
        fields.erase(it);
        return true;
    }
    if (!it->is_object() || !removePath(*it, keys, from + 1))
        return false;
    const bool onlySelf = it->size() == 1 && it->contains(".");
    if (it->empty() || onlySelf)
        fields.erase(it);
    return true;
}

void addPath(Json &fields, const std::vector<std::string> &keys)
{
    Json *node = &fields;
    for (const std::string &key : keys) {
        Json &child = (*node)["f:" + key];
        if (!child.is_object())
            child = Json::object();
        node = &child;
    }
}

const Json &entriesOf(const Json &object)
{
    static const Json none = Json::array();
    const Json *entries = base::at(object, "metadata.managedFields");
    return entries && entries->is_array() ? *entries : none;
}

} // namespace

std::vector<FieldOwner> fieldOwners(const Json &object, const std::vector<std::string> &keys)
{
    std::vector<FieldOwner> owners;
    int index = 0;
    for (const Json &entry : entriesOf(object)) {
        const Json *fields = base::at(entry, "fieldsV1");
        const bool ofSubresource = !base::textAt(entry, "subresource").empty();
        if (fields && !ofSubresource && owns(*fields, keys))
            owners.push_back({base::stringAt(entry, "manager"), base::stringAt(entry, "operation"), index});
        ++index;
    }
    return owners;
}

Json withFieldsTakenOver(const Json &object, const std::vector<std::vector<std::string>> &paths,
                         const QString &manager, const QString &apiVersion)
{
    const std::string ours = manager.toStdString();
    const auto isOurs = [&ours](const Json &entry) {
        return base::textAt(entry, "manager") == ours && base::textAt(entry, "operation") == "Apply"
            && base::textAt(entry, "subresource").empty();
    };
    Json result = Json::array();
    bool found = false;
    for (Json entry : entriesOf(object)) {
        if (isOurs(entry)) {
            found = true;
            for (const auto &path : paths)
                addPath(entry["fieldsV1"], path);
        } else if (base::textAt(entry, "subresource").empty() && entry.contains("fieldsV1")) {
            for (const auto &path : paths)
                removePath(entry["fieldsV1"], path);
            if (entry["fieldsV1"].empty())
                continue;
        }
        result.push_back(std::move(entry));
    }
    if (!found) {
        Json entry = {{"manager", ours},
                      {"operation", "Apply"},
                      {"apiVersion", apiVersion.toStdString()},
                      {"fieldsType", "FieldsV1"},
                      {"fieldsV1", Json::object()}};
        for (const auto &path : paths)
            addPath(entry["fieldsV1"], path);
        result.push_back(std::move(entry));
    }
    return result;
}

} // namespace sluice::session
