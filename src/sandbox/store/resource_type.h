// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sluice::sandbox {

/// What the API server knows of one resource: names, scope and how writes to it behave.
struct ResourceType {
    std::string group; ///< empty for core
    std::string version;
    std::string plural;
    std::string singular;
    std::string kind;
    std::vector<std::string> shortNames;
    std::vector<std::string> categories;
    bool namespaced = true;
    bool custom = false; ///< defined by a CRD: no strategic merge patch, PUT needs a resourceVersion
    bool hasStatus = false; ///< has the status subresource; the main resource then ignores status
    bool hasScale = false;
    bool hasGeneration = false; ///< metadata.generation counts changes of what is not metadata and status
    bool graceful = false; ///< deletion waits for terminationGracePeriodSeconds (pods)
    bool returnsDeleted = false; ///< DELETE answers with the object instead of a Status

    /// "serving.knative.dev/v1", or "v1" for core.
    [[nodiscard]] std::string apiVersion() const;
    /// "services.serving.knative.dev", or "services" for core: how messages name it.
    [[nodiscard]] std::string qualifiedName() const;
    [[nodiscard]] std::string listKind() const { return kind + "List"; }
};

/// All resources of the cluster, in the order in which discovery lists them. Pointers stay valid for the registry's life.
class ResourceRegistry {
public:
    ResourceRegistry() = default;
    ResourceRegistry(const ResourceRegistry &) = delete;
    ResourceRegistry &operator=(const ResourceRegistry &) = delete;

    /// Adds a type, or returns the one that is there under the same group and plural.
    const ResourceType &add(ResourceType type);
    /// By plural; any version when \a version is empty. nullptr when unknown.
    [[nodiscard]] const ResourceType *find(std::string_view group, std::string_view version,
                                           std::string_view plural) const;
    [[nodiscard]] const ResourceType *findKind(std::string_view group, std::string_view version,
                                               std::string_view kind) const;
    [[nodiscard]] const std::vector<std::unique_ptr<const ResourceType>> &all() const { return m_types; }

private:
    std::vector<std::unique_ptr<const ResourceType>> m_types;
};

/// Adds Kubernetes' own resources that the sandbox serves, those of Knative Serving and its internals, and those of
/// addExtensionResources().
void addBuiltInResources(ResourceRegistry &registry);
/// Adds Kubernetes' roles and the resources of what is installed beside Knative Serving: Knative
/// Eventing, Istio, Argo CD and the Prometheus operator.
void addExtensionResources(ResourceRegistry &registry);

} // namespace sluice::sandbox
