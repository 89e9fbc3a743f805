// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/json_fwd.h"

#include <string>
#include <vector>

namespace sluice::sandbox {

/// What a user may do. Deliberately few: enough to show refusals, no RBAC objects.
enum class Role {
    None, ///< only discovery and questions about oneself
    Viewer, ///< reads everything except Secrets
    Developer, ///< everything inside the namespaces of the user
    Admin,
};

/// Somebody who presents a bearer token.
struct User {
    std::string token;
    std::string name;
    std::string uid; ///< may be empty
    std::vector<std::string> groups; ///< besides system:authenticated
    Role role = Role::None;
    std::vector<std::string> namespaces; ///< for Developer
};

/// One thing that somebody wants to do, as SelfSubjectAccessReview describes it.
struct AccessAttributes {
    std::string verb; ///< "get", "list"…
    std::string group;
    std::string resource; ///< plural
    std::string subresource;
    std::string nameSpace; ///< empty: cluster scope, or all namespaces
    std::string name;
};

[[nodiscard]] bool isAllowed(const User &user, const AccessAttributes &access);
/// "User "ana" cannot list resource "services" in API group "…" in the namespace "shop"".
[[nodiscard]] std::string whyForbidden(const User &user, const AccessAttributes &access);
/// The status of a SelfSubjectRulesReview for \a nameSpace.
[[nodiscard]] base::Json accessRules(const User &user, const std::string &nameSpace);

} // namespace sluice::sandbox
