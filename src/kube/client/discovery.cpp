// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/client/discovery.h"

#include "base/json.h"

#include <nlohmann/json.hpp>

namespace sluice::kube {

using base::fail;
using base::Json;
using base::Result;

namespace {

constexpr base::JsonLimits discoveryLimits{64 * 1024 * 1024, 64};

QStringList strings(const Json &object, std::string_view key)
{
    QStringList list;
    const Json *members = base::find(object, {key});
    if (!members || !members->is_array())
        return list;
    for (const Json &member : *members) {
        if (member.is_string())
            list.append(QString::fromStdString(member.get_ref<const std::string &>()));
    }
    return list;
}

/// The elements of an array member; none when it is absent or null.
const Json &elements(const Json &object, std::string_view key)
{
    static const Json none = Json::array();
    const Json *members = base::find(object, {key});
    return members && members->is_array() ? *members : none;
}

Result<Json> parse(std::string_view body, const QString &source, const char *kind)
{
    Result<Json> json = base::parseJson(body, source, discoveryLimits);
    if (!json)
        return json;
    if (base::stringAt(*json, "kind") != QLatin1String(kind)) {
        return fail(base::DecodeError{
            source,
            0,
            0,
            {QStringLiteral("kube.other-kind"), {QString::fromLatin1(kind), base::stringAt(*json, "kind")}}});
    }
    return json;
}

ApiResource aggregatedResource(const Json &from, const QString &group, const QString &version)
{
    ApiResource resource;
    resource.gvr = {group, version, base::stringAt(from, "resource")};
    resource.kind = base::stringAt(from, "responseKind.kind");
    resource.singular = base::stringAt(from, "singularResource");
    resource.shortNames = strings(from, "shortNames");
    resource.categories = strings(from, "categories");
    resource.verbs = strings(from, "verbs");
    resource.namespaced = base::stringAt(from, "scope") == QLatin1String("Namespaced");
    for (const Json &subresource : elements(from, "subresources"))
        resource.subresources.append(base::stringAt(subresource, "subresource"));
    return resource;
}

} // namespace

const ApiResource *Discovery::find(const Gvk &gvk) const
{
    const auto it = m_byGvk.constFind(gvk);
    return it == m_byGvk.cend() ? nullptr : &m_resources[size_t(*it)];
}

const ApiResource *Discovery::findKind(const QString &group, const QString &kind) const
{
    const auto it = std::ranges::find_if(m_resources, [&](const ApiResource &resource) {
        return resource.gvr.group == group && resource.kind == kind;
    });
    return it == m_resources.end() ? nullptr : &*it;
}

bool Discovery::hasGroup(const QString &group) const
{
    return std::ranges::any_of(m_resources,
                               [&](const ApiResource &resource) { return resource.gvr.group == group; });
}

void Discovery::add(ApiResource resource)
{
    const Gvk gvk = resource.gvk();
    if (!m_byGvk.contains(gvk))
        m_byGvk.insert(gvk, qsizetype(m_resources.size()));
    m_resources.push_back(std::move(resource));
}

void Discovery::append(Discovery other)
{
    for (ApiResource &resource : other.m_resources)
        add(std::move(resource));
    m_unavailable += other.m_unavailable;
}

Result<Discovery> decodeAggregatedDiscovery(std::string_view body, const QString &source)
{
    const Result<Json> json = parse(body, source, "APIGroupDiscoveryList");
    if (!json)
        return tl::unexpected(json.error());
    Discovery discovery;
    for (const Json &group : elements(*json, "items")) {
        const QString name = base::stringAt(group, "metadata.name");
        for (const Json &entry : elements(group, "versions")) {
            const QString version = base::stringAt(entry, "version");
            if (base::stringAt(entry, "freshness") == QLatin1String("Stale"))
                discovery.addUnavailable(name.isEmpty() ? version : name + QLatin1Char('/') + version);
            for (const Json &resource : elements(entry, "resources"))
                discovery.add(aggregatedResource(resource, name, version));
        }
    }
    return discovery;
}

Result<QStringList> decodeGroupVersions(std::string_view body, const QString &source)
{
    const Result<Json> json = base::parseJson(body, source, discoveryLimits);
    if (!json)
        return tl::unexpected(json.error());
    if (base::stringAt(*json, "kind") == QLatin1String("APIVersions"))
        return strings(*json, "versions");
    const Result<Json> groups = parse(body, source, "APIGroupList");
    if (!groups)
        return tl::unexpected(groups.error());
    QStringList list;
    for (const Json &group : elements(*groups, "groups")) {
        const QString preferred = base::stringAt(group, "preferredVersion.groupVersion");
        if (!preferred.isEmpty())
            list.append(preferred);
        for (const Json &version : elements(group, "versions")) {
            const QString name = base::stringAt(version, "groupVersion");
            if (!name.isEmpty() && name != preferred)
                list.append(name);
        }
    }
    return list;
}

Result<Discovery> decodeResourceList(std::string_view body, const QString &source)
{
    const Result<Json> json = parse(body, source, "APIResourceList");
    if (!json)
        return tl::unexpected(json.error());
    const Gvk groupVersion = Gvk::parse(base::stringAt(*json, "groupVersion"), {});
    std::vector<ApiResource> resources;
    std::vector<std::pair<QString, QString>> subresources;
    for (const Json &entry : elements(*json, "resources")) {
        const QString name = base::stringAt(entry, "name");
        if (const qsizetype slash = name.indexOf(QLatin1Char('/')); slash >= 0) {
            subresources.emplace_back(name.left(slash), name.mid(slash + 1));
            continue;
        }
        const Json *namespaced = base::find(entry, {"namespaced"});
        ApiResource resource;
        resource.gvr = {groupVersion.group, groupVersion.version, name};
        resource.kind = base::stringAt(entry, "kind");
        resource.singular = base::stringAt(entry, "singularName");
        resource.shortNames = strings(entry, "shortNames");
        resource.categories = strings(entry, "categories");
        resource.verbs = strings(entry, "verbs");
        resource.namespaced = namespaced && namespaced->is_boolean() && namespaced->get<bool>();
        resources.push_back(std::move(resource));
    }
    Discovery discovery;
    for (ApiResource &resource : resources) {
        for (const auto &[parent, name] : subresources) {
            if (parent == resource.gvr.resource)
                resource.subresources.append(name);
        }
        discovery.add(std::move(resource));
    }
    return discovery;
}

} // namespace sluice::kube
