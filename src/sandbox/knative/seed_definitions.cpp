// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "sandbox/knative/cluster_controllers.h"
#include "sandbox/knative/fields.h"
#include "sandbox/store/served_versions.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace sluice::sandbox {

using base::Json;

namespace {

constexpr std::array addressable{"Broker",   "Channel", "InMemoryChannel", "JobSink",
                                 "Parallel", "Route",   "Sequence",        "Service"};

template <size_t N> bool isOneOf(const std::array<const char *, N> &kinds, const std::string &kind)
{
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

/// By which Knative's programs find out what a kind can be used for.
Json labelsOf(const ResourceType &type)
{
    Json labels = Json::object();
    if (!type.group.ends_with("knative.dev"))
        return labels;
    if (type.group == "sources.knative.dev")
        labels["duck.knative.dev/source"] = "true";
    if (type.kind == "SinkBinding")
        labels["duck.knative.dev/binding"] = "true";
    if (isOneOf(addressable, type.kind))
        labels["duck.knative.dev/addressable"] = "true";
    if (isOneOf(std::array{"Configuration", "Service"}, type.kind))
        labels["duck.knative.dev/podspecable"] = "true";
    if (isOneOf(std::array{"Channel", "InMemoryChannel"}, type.kind))
        labels["messaging.knative.dev/subscribable"] = "true";
    return labels;
}

Json versionOf(const ResourceType &type, const char *name, const char *deprecation)
{
    Json version{
        {"name", name},
        {"served", true},
        {"storage", type.version == name},
        // Of each kind's own schema, /openapi/v3 has what the sandbox knows.
        {"schema",
         {{"openAPIV3Schema", {{"type", "object"}, {"x-kubernetes-preserve-unknown-fields", true}}}}}};
    if (type.hasStatus)
        version["subresources"]["status"] = Json::object();
    if (deprecation) {
        version["deprecated"] = true;
        version["deprecationWarning"] = deprecation;
    }
    return version;
}

Json definitionOf(const ResourceType &type)
{
    Json names{{"kind", type.kind},
               {"listKind", type.listKind()},
               {"plural", type.plural},
               {"singular", type.singular}};
    if (!type.shortNames.empty())
        names["shortNames"] = type.shortNames;
    if (!type.categories.empty())
        names["categories"] = type.categories;
    Json versions = Json::array({versionOf(type, type.version.c_str(), nullptr)});
    for (const ServedVersion &served : servedVersions()) {
        if (type.group == served.group && type.plural == served.plural)
            versions.push_back(versionOf(type, served.served, served.deprecation));
    }
    Json metadata{{"name", type.qualifiedName()}};
    if (Json labels = labelsOf(type); !labels.empty())
        metadata["labels"] = std::move(labels);
    return {{"metadata", std::move(metadata)},
            {"spec",
             {{"conversion", {{"strategy", "None"}}},
              {"group", type.group},
              {"names", std::move(names)},
              {"scope", type.namespaced ? "Namespaced" : "Cluster"},
              {"versions", std::move(versions)}}}};
}

Json conditionOf(const char *type, const char *reason, const char *message, const std::string &now)
{
    return {{"type", type},
            {"status", "True"},
            {"reason", reason},
            {"message", message},
            {"lastTransitionTime", now}};
}

} // namespace

void seedDefinitions(Cluster &cluster)
{
    const ResourceRegistry &registry = cluster.store.registry();
    const ResourceType *definitions = registry.find("apiextensions.k8s.io", {}, "customresourcedefinitions");
    if (!definitions)
        return;
    const std::string now = cluster.now();
    for (const auto &type : registry.all()) {
        if (!type->custom)
            continue;
        seedObject(cluster, *definitions, definitionOf(*type));
        const ObjectPtr made = cluster.get(*definitions, {}, type->qualifiedName());
        if (!made || !field(*made, {"status"}).is_null())
            continue;
        cluster.setStatus(*definitions, {}, type->qualifiedName(), uidOf(*made),
                          {{"acceptedNames", field(*made, {"spec", "names"})},
                           {"conditions",
                            {conditionOf("NamesAccepted", "NoConflicts", "no conflicts found", now),
                             conditionOf("Established", "InitialNamesAccepted",
                                         "the initial names have been accepted", now)}},
                           {"storedVersions", {type->version}}},
                          "kube-apiserver");
    }
}

} // namespace sluice::sandbox
