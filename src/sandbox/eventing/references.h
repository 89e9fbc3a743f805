// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"
#include "sandbox/knative/controller.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace sluice::sandbox {

/// Who looks at whom: objects that a controller's own objects depend on without owning them. A reference that was not
/// made again by the last pass of a dependent is forgotten.
class ReferenceTracker {
public:
    /// \a dependent wants to know of changes to \a target, which need not exist.
    void track(const ObjectRef &target, const Key &dependent);
    /// Likewise of changes to any object of that type in the namespace.
    void trackAll(const ResourceType &type, const std::string &nameSpace, const Key &dependent);
    /// Drops what \a dependent has tracked.
    void forget(const Key &dependent);
    /// Those who track \a object of \a type.
    [[nodiscard]] std::set<Key> dependents(const ResourceType &type, const base::Json &object) const;

private:
    std::map<ObjectRef, std::set<Key>> m_dependents;
    std::map<Key, std::set<ObjectRef>> m_targets;
};

/// What an address resolves to, with the words for why it does not. \a notFound: the object is missing.
struct ResolveFailure {
    std::string message;
    bool notFound = false;
};
/// status.address as it is in the object: url and, where set, CACerts and audience.
using Resolved = tl::expected<base::Json, ResolveFailure>;

/// Finds the addresses of destinations as Knative's URI resolver does (knative.dev/pkg resolver/addressable_resolver.go).
class DestinationResolver {
public:
    DestinationResolver(Cluster &cluster, ReferenceTracker &tracker)
        : m_cluster(cluster)
        , m_tracker(tracker)
    {
    }
    /// \a destination has ref, uri or both; \a parent hears of changes to the object.
    [[nodiscard]] Resolved resolve(const base::Json &destination, const Key &parent);

private:
    [[nodiscard]] Resolved resolveReference(const base::Json &destination, const Key &parent);

    Cluster &m_cluster;
    ReferenceTracker &m_tracker;
};

/// The type that apiVersion and kind name, or nullptr.
[[nodiscard]] const ResourceType *typeOf(const ResourceRegistry &registry, std::string_view apiVersion,
                                         std::string_view kind);
/// Kubernetes' guess at a kind's resource: "services" for "Service".
[[nodiscard]] std::string guessedPlural(std::string_view kind);
/// "channels.messaging.knative.dev "ch" not found".
[[nodiscard]] std::string notFoundText(const ResourceType &type, const std::string &name);
/// The parts of a reference as Knative prints them.
[[nodiscard]] std::string referenceText(const base::Json &reference);

} // namespace sluice::sandbox
