// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/survivors.h"

#include "base/json.h"
#include "session/managed_fields.h"

#include <nlohmann/json.hpp>

namespace sluice::session {

using base::Json;

namespace {

using Keys = std::vector<std::string>;

const Json *nodeAt(const Json &root, const Keys &keys)
{
    const Json *node = &root;
    for (const std::string &key : keys) {
        if (!node->is_object())
            return nullptr;
        const auto it = node->find(key);
        if (it == node->end())
            return nullptr;
        node = &*it;
    }
    return node;
}

QString pointerOf(const Keys &keys)
{
    QString pointer;
    for (const std::string &key : keys) {
        QString part = QString::fromStdString(key);
        part.replace(QLatin1Char('~'), QLatin1String("~0")).replace(QLatin1Char('/'), QLatin1String("~1"));
        pointer += QLatin1Char('/') + part;
    }
    return pointer;
}

QString pathOf(const Keys &keys)
{
    QString path;
    for (const std::string &key : keys) {
        const QString part = QString::fromStdString(key);
        if (part.contains(QLatin1Char('.')) || part.contains(QLatin1Char('/')))
            path += QLatin1Char('[') + part + QLatin1Char(']');
        else
            path += (path.isEmpty() ? QString() : QStringLiteral(".")) + part;
    }
    return path;
}

/// Written by controllers and clients for themselves; never in a file and never to be removed.
bool isBookkeeping(const std::string &key)
{
    return key == "serving.knative.dev/creator" || key == "serving.knative.dev/lastModifier"
        || key == "kubectl.kubernetes.io/last-applied-configuration"
        || key == "deployment.kubernetes.io/revision";
}

/// What kubectl apply wrote last, from its annotation; null when there is none.
Json lastApplied(const Json &live)
{
    const Json *text =
        base::find(live, {"metadata", "annotations", "kubectl.kubernetes.io/last-applied-configuration"});
    if (!text || !text->is_string())
        return nullptr;
    auto parsed =
        base::parseJson(text->get_ref<const std::string &>(), QStringLiteral("last-applied-configuration"));
    return parsed ? std::move(*parsed) : Json();
}

} // namespace

std::vector<std::string> pointerKeys(const QString &pointer)
{
    std::vector<std::string> keys;
    const QStringList parts = pointer.split(QLatin1Char('/'));
    for (qsizetype i = 1; i < parts.size(); ++i) {
        QString part = parts[i];
        part.replace(QLatin1String("~1"), QLatin1String("/"))
            .replace(QLatin1String("~0"), QLatin1String("~"));
        keys.push_back(part.toStdString());
    }
    return keys;
}

std::vector<Survivor> findSurvivors(const Json &desired, const Json *live, const Json &dryRun,
                                    const std::vector<QString> &cleared, const QString &manager)
{
    std::vector<Survivor> survivors;
    if (!live)
        return survivors;
    const Json remembered = lastApplied(*live);

    const auto consider = [&](const Keys &keys, const Json &value) {
        if (nodeAt(desired, keys))
            return;
        const QString pointer = pointerOf(keys);
        const std::vector<FieldOwner> owners = fieldOwners(*live, keys);
        const bool ownedByUs = std::any_of(owners.begin(), owners.end(),
                                           [&manager](const FieldOwner &o) { return o.manager == manager; });
        const bool ownParameter = keys.size() == 5 && keys[0] == "spec" && keys[3] == "annotations"
            && keys[4].starts_with("autoscaling.knative.dev/");
        const bool meantToGo = ownParameter || ownedByUs
            || std::find(cleared.begin(), cleared.end(), pointer) != cleared.end()
            || (remembered.is_object() && nodeAt(remembered, keys));
        if (!meantToGo)
            return;
        Survivor survivor;
        survivor.path = pathOf(keys);
        survivor.pointer = pointer;
        survivor.value = value.is_string() ? QString::fromStdString(value.get<std::string>())
                                           : QString::fromStdString(base::dump(value));
        for (const FieldOwner &owner : owners) {
            if (owner.manager != manager)
                survivor.owner = owner.manager;
        }
        // A plain field without an owner is the cluster's default coming back; a map key never is.
        if (survivor.owner.isEmpty()) {
            if (keys.size() < 5 && keys[0] == "spec")
                return;
            survivor.owner = QStringLiteral("unknown");
        }
        survivors.push_back(std::move(survivor));
    };

    const Keys maps[] = {{"metadata", "labels"},
                         {"metadata", "annotations"},
                         {"spec", "template", "metadata", "labels"},
                         {"spec", "template", "metadata", "annotations"},
                         {"data"}};
    for (const Keys &map : maps) {
        const Json *node = nodeAt(dryRun, map);
        if (!node || !node->is_object())
            continue;
        for (const auto &[key, value] : node->items()) {
            if (isBookkeeping(key))
                continue;
            Keys keys = map;
            keys.push_back(key);
            consider(keys, value);
        }
    }
    if (const Json *spec = nodeAt(dryRun, {"spec", "template", "spec"}); spec && spec->is_object()) {
        for (const auto &[key, value] : spec->items()) {
            if (!value.is_structured())
                consider({"spec", "template", "spec", key}, value);
        }
    }
    return survivors;
}

Json removalPatch(const std::vector<Survivor> &survivors, const Json &live)
{
    Json patch = Json::array();
    for (const Survivor &survivor : survivors) {
        const std::string pointer = survivor.pointer.toStdString();
        if (const Json *value = nodeAt(live, pointerKeys(survivor.pointer))) {
            patch.push_back({{"op", "test"}, {"path", pointer}, {"value", *value}});
            patch.push_back({{"op", "remove"}, {"path", pointer}});
        }
    }
    return patch;
}

} // namespace sluice::session
