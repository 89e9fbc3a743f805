// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/field_tables.h"

namespace sluice::schema::tables {

const std::string_view rbac = R"TABLE(
@PolicyRule | What may be done with which resources.
apiGroups []string | API groups; the empty one is core, a star stands for all.
nonResourceURLs []string | Paths that are no resources; only in cluster roles.
resourceNames []string | Only objects of these names.
resources []string | Resources; a star stands for all.
verbs []string required | What may be done; a star stands for everything.
@RoleSubject atomic | Somebody who gets a role.
apiGroup string | API group of the kind; empty for service accounts.
kind string required | User, Group or ServiceAccount.
name string required | Their name.
namespace string | Namespace of a service account.
@RoleRef atomic | The role that is given.
apiGroup string | API group of the role.
kind string required | Role or ClusterRole.
name string required | Name of the role.
@AggregationRule | Roles whose rules are taken over.
clusterRoleSelectors []LabelSelector | Labels of those roles.
#kind rbac.authorization.k8s.io v1 Role builtin | What may be done in a namespace.
rules []PolicyRule | Each allows something.
#kind rbac.authorization.k8s.io v1 RoleBinding builtin | Gives a role to somebody in a namespace.
roleRef RoleRef required immutable | The role.
subjects []RoleSubject | Who gets it.
#kind rbac.authorization.k8s.io v1 ClusterRole builtin | What may be done in the cluster.
aggregationRule AggregationRule | Roles that make up this one.
rules []PolicyRule | Each allows something.
#kind rbac.authorization.k8s.io v1 ClusterRoleBinding builtin | Gives a role to somebody in the whole cluster.
roleRef RoleRef required immutable | The role.
subjects []RoleSubject | Who gets it.
)TABLE";

} // namespace sluice::schema::tables
