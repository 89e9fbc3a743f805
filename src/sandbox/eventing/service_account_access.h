// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

namespace sluice::sandbox {

class Cluster;

/// Something that an account wants to do.
struct AccessQuestion {
    std::string nameSpace; ///< of the objects
    std::string verb;
    std::string group; ///< empty for core
    std::string resource; ///< plural
};

/// Whether the roles that are bound in \a cluster let the service account \a accountNamespace / \a account do that, as the
/// RBAC authorizer decides. Aggregated roles and names of single objects are not looked at.
[[nodiscard]] bool mayAccess(const Cluster &cluster, const std::string &accountNamespace,
                             const std::string &account, const AccessQuestion &question);

} // namespace sluice::sandbox
