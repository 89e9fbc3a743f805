// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/eventing/references.h"

#include "base/json.h"
#include "sandbox/knative/fields.h"

#include <QUrl>
#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

void ReferenceTracker::track(const ObjectRef &target, const Key &dependent)
{
    m_dependents[target].insert(dependent);
    m_targets[dependent].insert(target);
}

void ReferenceTracker::trackAll(const ResourceType &type, const std::string &nameSpace, const Key &dependent)
{
    track({&type, nameSpace, {}}, dependent);
}

void ReferenceTracker::forget(const Key &dependent)
{
    const auto known = m_targets.find(dependent);
    if (known == m_targets.end())
        return;
    for (const ObjectRef &target : known->second) {
        const auto entry = m_dependents.find(target);
        entry->second.erase(dependent);
        if (entry->second.empty())
            m_dependents.erase(entry);
    }
    m_targets.erase(known);
}

std::set<Key> ReferenceTracker::dependents(const ResourceType &type, const Json &object) const
{
    std::set<Key> found;
    for (const std::string &name : {nameOf(object), std::string()}) {
        const auto entry = m_dependents.find({&type, namespaceOf(object), name});
        if (entry != m_dependents.end())
            found.insert(entry->second.begin(), entry->second.end());
    }
    return found;
}

const ResourceType *typeOf(const ResourceRegistry &registry, std::string_view apiVersion,
                           std::string_view kind)
{
    const size_t slash = apiVersion.find('/');
    const std::string_view group =
        slash == std::string_view::npos ? std::string_view() : apiVersion.substr(0, slash);
    const std::string_view version =
        slash == std::string_view::npos ? apiVersion : apiVersion.substr(slash + 1);
    return registry.findKind(group, version, kind);
}

std::string guessedPlural(std::string_view kind)
{
    std::string plural;
    for (const char c : kind)
        plural += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    if (plural.ends_with('s'))
        return plural + "es";
    if (plural.ends_with('y'))
        return plural.substr(0, plural.size() - 1) + "ies";
    return plural + "s";
}

std::string notFoundText(const ResourceType &type, const std::string &name)
{
    return type.qualifiedName() + " \"" + name + "\" not found";
}

std::string referenceText(const Json &reference)
{
    return "Kind = " + text(reference, {"kind"}) + ", Namespace = " + text(reference, {"namespace"})
        + ", Name = " + text(reference, {"name"}) + ", APIVersion = " + text(reference, {"apiVersion"})
        + ", Group = " + text(reference, {"group"}) + ", Address = " + text(reference, {"address"});
}

namespace {

tl::unexpected<ResolveFailure> failed(std::string message, bool notFound = false)
{
    return tl::unexpected(ResolveFailure{std::move(message), notFound});
}

QUrl urlOf(const Json &destination)
{
    return QUrl(QString::fromStdString(text(destination, {"uri"})));
}

/// The destination's own certificates and audience win over those of the object.
void override(Json &address, const Json &destination)
{
    for (const char *key : {"CACerts", "audience"}) {
        if (const std::string value = text(destination, {key}); !value.empty())
            address[key] = value;
    }
}

/// The entry of status.addresses that is meant, or status.address.
Resolved selected(const Json &object, const Json &reference)
{
    const Json &addresses = field(object, {"status", "addresses"});
    const Json &address = field(object, {"status", "address"});
    const bool several = addresses.is_array() && !addresses.empty();
    if (!several && !isSet(address))
        return failed("address not set for " + referenceText(reference));
    if (const std::string wanted = text(reference, {"address"}); !wanted.empty()) {
        if (several) {
            for (const Json &entry : addresses) {
                if (text(entry, {"name"}) == wanted)
                    return entry;
            }
        }
        return failed("address with name \"" + wanted + "\" not found for " + referenceText(reference));
    }
    return several ? addresses.front() : address;
}

} // namespace

Resolved DestinationResolver::resolveReference(const Json &destination, const Key &parent)
{
    const Json &reference = field(destination, {"ref"});
    const std::string apiVersion = text(reference, {"apiVersion"});
    const std::string kind = text(reference, {"kind"});
    const std::string nameSpace = text(reference, {"namespace"});
    const std::string name = text(reference, {"name"});
    const ResourceType *type = typeOf(m_cluster.store.registry(), apiVersion, kind);
    if (!type) {
        const size_t slash = apiVersion.find('/');
        const std::string group = slash == std::string::npos ? std::string() : apiVersion.substr(0, slash);
        const std::string version = slash == std::string::npos ? apiVersion : apiVersion.substr(slash + 1);
        // Rights are looked at before kinds, and Eventing's cover only kinds that are meant to be addressed.
        const std::string resource = guessedPlural(kind);
        return failed("failed to get lister for " + group + "/" + version + ", Resource=" + resource + ": "
                      + resource + (group.empty() ? "" : "." + group)
                      + " is forbidden: User \"system:serviceaccount:knative-eventing:eventing-controller\" "
                        "cannot list resource \""
                      + resource + "\" in API group \"" + group + "\" at the cluster scope");
    }
    m_tracker.track({type, nameSpace, name}, parent);
    const ObjectPtr object = m_cluster.get(*type, nameSpace, name);
    if (!object)
        return failed("failed to get object " + nameSpace + "/" + name + ": " + notFoundText(*type, name),
                      true);
    if (type == &m_cluster.types.coreService) {
        const bool secure = !text(destination, {"CACerts"}).empty();
        Json address{
            {"url",
             std::string(secure ? "https" : "http") + "://" + name + "." + nameSpace + ".svc.cluster.local"}};
        override(address, destination);
        return address;
    }
    Resolved address = selected(*object, reference);
    if (!address)
        return address;
    const std::string url = text(*address, {"url"});
    if (url.empty())
        return failed("URL missing in address of " + referenceText(reference));
    if (QUrl(QString::fromStdString(url)).host().isEmpty())
        return failed("hostname missing in address of " + referenceText(reference));
    override(*address, destination);
    return address;
}

Resolved DestinationResolver::resolve(const Json &destination, const Key &parent)
{
    const std::string uri = text(destination, {"uri"});
    if (field(destination, {"ref"}).is_object()) {
        Resolved address = resolveReference(destination, parent);
        if (!address || uri.empty())
            return address;
        if (!urlOf(destination).isRelative())
            return failed("absolute URI is not allowed when Ref or [apiVersion, kind, name] exists");
        const QUrl base(QString::fromStdString(text(*address, {"url"})));
        (*address)["url"] = base.resolved(urlOf(destination)).toString().toStdString();
        return address;
    }
    if (uri.empty())
        return failed("destination missing Ref and URI, expected at least one");
    if (urlOf(destination).isRelative() || urlOf(destination).host().isEmpty())
        return failed("URI is not absolute (both scheme and host should be non-empty): \"" + uri + "\"");
    Json address{{"url", uri}};
    override(address, destination);
    return address;
}

} // namespace sluice::sandbox
