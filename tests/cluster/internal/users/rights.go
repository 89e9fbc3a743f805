// SPDX-License-Identifier: GPL-3.0-or-later

package users

import (
	"sluice.example/cluster/internal/kube"
	"sluice.example/cluster/internal/manifest"
)

// What Kubernetes and Knative call view and edit is taken from their own aggregated ClusterRoles.
const rights = `
apiVersion: v1
kind: Namespace
metadata: {name: team-a}
---
apiVersion: v1
kind: Namespace
metadata: {name: team-b}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: developers, namespace: team-a}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit}
subjects:
- {apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: viewers}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
subjects:
- {apiGroup: rbac.authorization.k8s.io, kind: Group, name: viewers}
- {apiGroup: rbac.authorization.k8s.io, kind: Group, name: release-managers}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: release-manager}
rules:
- apiGroups: [serving.knative.dev]
  resources: [services, routes]
  verbs: [get, list, watch, update, patch]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: release-managers}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: release-manager}
subjects:
- {apiGroup: rbac.authorization.k8s.io, kind: Group, name: release-managers}
`

// Rights are the namespaces, roles and bindings of the people.
func Rights() ([]kube.Object, error) { return manifest.Parse([]byte(rights)) }
