// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"

#include <optional>
#include <string>

namespace sluice::sandbox {

class ResourceRegistry;

/// /version, in the form of kube-apiserver 1.34.1.
[[nodiscard]] base::Json versionDocument();
/// /api: the versions of the core group.
[[nodiscard]] base::Json coreVersions(const std::string &address);
/// /apis: all groups but core.
[[nodiscard]] base::Json groupList(const ResourceRegistry &registry);
/// /apis/GROUP; nothing when the group does not exist.
[[nodiscard]] std::optional<base::Json> groupDocument(const ResourceRegistry &registry,
                                                      const std::string &group);
/// /api/v1 and /apis/GROUP/VERSION: an APIResourceList; nothing when there is no such version.
[[nodiscard]] std::optional<base::Json> resourceList(const ResourceRegistry &registry,
                                                     const std::string &group, const std::string &version);
/// The aggregated form (apidiscovery.k8s.io/v2) of the core group or of all others.
[[nodiscard]] base::Json aggregatedDiscovery(const ResourceRegistry &registry, bool core,
                                             const std::string &discoveryVersion);

} // namespace sluice::sandbox
