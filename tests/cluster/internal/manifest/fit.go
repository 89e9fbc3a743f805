// SPDX-License-Identifier: GPL-3.0-or-later

package manifest

import "sluice.example/cluster/internal/kube"

// Order in which kinds are applied; what is not listed comes after Service.
var order = map[string]int{
	"Namespace": 0, "CustomResourceDefinition": 1, "ServiceAccount": 2, "ClusterRole": 3, "Role": 3,
	"ClusterRoleBinding": 4, "RoleBinding": 4, "ConfigMap": 5, "Secret": 5, "Service": 6, "Deployment": 8,
	"ValidatingWebhookConfiguration": 9, "MutatingWebhookConfiguration": 9,
}

const otherKinds = 10 // instances of custom resources

// Configured is the step before which everything is applied that upstream's programs need when they start.
const Configured = 6

// Stage is the step of an installation in which objects of the kind are applied; steps are in order,
// objects of one step are independent of each other.
func Stage(object kube.Object) int {
	if step, listed := order[kube.Field(object, "kind")]; listed {
		return step
	}
	return otherKinds
}

// Stages groups the objects by their step, in order.
func Stages(objects []kube.Object) [][]kube.Object {
	stages := make([][]kube.Object, otherKinds+1)
	for _, object := range objects {
		stages[Stage(object)] = append(stages[Stage(object)], object)
	}
	return stages
}

// Wanted tells whether the object means anything in a cluster without metrics and without disruption.
func Wanted(object kube.Object) bool {
	switch kube.Field(object, "kind") {
	case "HorizontalPodAutoscaler", "PodDisruptionBudget", "Kustomization", "ServiceMonitor":
		return false
	}
	return true
}

// RedirectWebhooks makes the API server call webhooks at ports of this machine. The ports are by the name
// of the webhook's Service: the Service becomes an ExternalName for localhost, and each configuration that
// refers to it gets the port. A URL in place of the Service would not do: upstream's webhooks keep their
// own configuration current and require the reference.
func RedirectWebhooks(object kube.Object, ports map[string]int) {
	name := kube.Field(object, "metadata", "name")
	switch kube.Field(object, "kind") {
	case "Service":
		if _, ours := ports[name]; ours {
			object["spec"] = kube.Object{"type": "ExternalName", "externalName": "localhost"}
		}
	case "ValidatingWebhookConfiguration", "MutatingWebhookConfiguration":
		for _, item := range kube.List(object, "webhooks") {
			if webhook, ok := item.(kube.Object); ok {
				setPort(kube.Map(webhook, "clientConfig", "service"), ports)
			}
		}
	case "CustomResourceDefinition":
		setPort(kube.Map(object, "spec", "conversion", "webhook", "clientConfig", "service"), ports)
	}
}

func setPort(service kube.Object, ports map[string]int) {
	if port, ours := ports[kube.Field(service, "name")]; ours {
		service["port"] = port
	}
}

// WithoutDescriptions takes the descriptions out of a definition's schemas: they are half of it, and the API
// server's work on a definition grows with its size.
func WithoutDescriptions(definition kube.Object) {
	for _, item := range kube.List(definition, "spec", "versions") {
		version, _ := item.(kube.Object)
		strip(kube.Map(version, "schema", "openAPIV3Schema"))
	}
}

func strip(schema kube.Object) {
	delete(schema, "description")
	for _, keyword := range []string{"items", "additionalProperties", "not"} {
		if inner := kube.Map(schema, keyword); inner != nil {
			strip(inner)
		}
	}
	for _, keyword := range []string{"allOf", "anyOf", "oneOf"} {
		for _, item := range kube.List(schema, keyword) {
			if inner, ok := item.(kube.Object); ok {
				strip(inner)
			}
		}
	}
	for _, property := range kube.Map(schema, "properties") {
		if inner, ok := property.(kube.Object); ok {
			strip(inner)
		}
	}
}

// Set writes entries into a ConfigMap's data.
func Set(configMap kube.Object, entries map[string]string) {
	data := kube.Map(configMap, "data")
	if data == nil {
		data = kube.Object{}
		configMap["data"] = data
	}
	for key, value := range entries {
		data[key] = value
	}
}

// Environment returns the variables that a Deployment gives to its first container. References to fields
// of the pod read as the names that the pod would have had.
func Environment(deployment kube.Object) map[string]string {
	variables := map[string]string{}
	containers := kube.List(deployment, "spec", "template", "spec", "containers")
	if len(containers) == 0 {
		return variables
	}
	container, _ := containers[0].(kube.Object)
	for _, item := range kube.List(container, "env") {
		variable, _ := item.(kube.Object)
		name := kube.Field(variable, "name")
		switch kube.Field(variable, "valueFrom", "fieldRef", "fieldPath") {
		case "":
			variables[name] = kube.Field(variable, "value")
		case "metadata.namespace":
			variables[name] = kube.Field(deployment, "metadata", "namespace")
		case "metadata.name":
			variables[name] = kube.Field(deployment, "metadata", "name") + "-0"
		case "status.podIP":
			// Only written into Endpoints, where a loopback address is refused.
			variables[name] = "10.0.0.1"
		}
	}
	return variables
}
