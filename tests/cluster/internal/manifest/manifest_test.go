// SPDX-License-Identifier: GPL-3.0-or-later

package manifest

import (
	"reflect"
	"testing"

	"sluice.example/cluster/internal/kube"
)

const sample = `# a comment
apiVersion: v1
kind: Service
metadata: {name: webhook, namespace: knative-serving}
spec:
  ports: [{port: 443, targetPort: 8443}]
---
apiVersion: v1
kind: Service
metadata: {name: activator-service, namespace: knative-serving}
spec:
  ports: [{port: 80}]
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: {name: config.webhook.serving.knative.dev}
webhooks:
- name: config.webhook.serving.knative.dev
  clientConfig: {service: {name: webhook, namespace: knative-serving}}
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: eventtypes.eventing.knative.dev}
spec:
  conversion: {strategy: Webhook, webhook: {clientConfig: {service: {name: eventing-webhook}}}}
---
- op: replace
  path: /spec
`

func parsed(t *testing.T) []kube.Object {
	t.Helper()
	objects, err := Parse([]byte(sample[:len(sample)-len("---\n- op: replace\n  path: /spec\n")]))
	if err != nil {
		t.Fatal(err)
	}
	return objects
}

func TestParseReadsEachDocument(t *testing.T) {
	if objects := parsed(t); len(objects) != 4 {
		t.Errorf("got %d objects, want 4", len(objects))
	}
	if _, err := Parse([]byte("kind: [")); err == nil {
		t.Error("broken YAML was accepted")
	}
	objects, err := Parse([]byte("---\n# nothing but a comment\n---\nkind: Patch\n"))
	if err != nil || len(objects) != 0 {
		t.Errorf("got %v, %v for documents without objects", objects, err)
	}
}

func TestRedirectWebhooks(t *testing.T) {
	objects := parsed(t)
	for _, object := range objects {
		RedirectWebhooks(object, map[string]int{"webhook": 31000, "eventing-webhook": 32000})
	}
	if got := kube.Field(objects[0], "spec", "externalName"); got != "localhost" {
		t.Errorf("the webhook's Service has externalName %q", got)
	}
	if kube.Map(objects[1], "spec")["type"] != nil {
		t.Error("a Service that is not a webhook's was changed")
	}
	webhook := kube.List(objects[2], "webhooks")[0].(kube.Object)
	if got := kube.Map(webhook, "clientConfig", "service")["port"]; got != 31000 {
		t.Errorf("the webhook's configuration has port %v", got)
	}
	conversion := kube.Map(objects[3], "spec", "conversion", "webhook", "clientConfig", "service")
	if conversion["port"] != 32000 {
		t.Errorf("the conversion has port %v", conversion["port"])
	}
}

func TestStagesPutDefinitionsBeforeInstances(t *testing.T) {
	stages := Stages([]kube.Object{
		{"kind": "Image"}, {"kind": "ConfigMap"}, {"kind": "CustomResourceDefinition"}, {"kind": "Namespace"},
	})
	var kinds []string
	for _, stage := range stages {
		for _, object := range stage {
			kinds = append(kinds, object["kind"].(string))
		}
	}
	want := []string{"Namespace", "CustomResourceDefinition", "ConfigMap", "Image"}
	for i := range want {
		if kinds[i] != want[i] {
			t.Fatalf("got %v, want %v", kinds, want)
		}
	}
}

func TestEnvironmentOfADeployment(t *testing.T) {
	objects, err := Parse([]byte(`
kind: Deployment
metadata: {name: autoscaler, namespace: knative-serving}
spec:
  template:
    spec:
      containers:
      - name: autoscaler
        env:
        - {name: POD_NAME, valueFrom: {fieldRef: {fieldPath: metadata.name}}}
        - {name: POD_IP, valueFrom: {fieldRef: {fieldPath: status.podIP}}}
        - {name: SYSTEM_NAMESPACE, valueFrom: {fieldRef: {fieldPath: metadata.namespace}}}
        - {name: CONFIG_LOGGING_NAME, value: config-logging}
`))
	if err != nil {
		t.Fatal(err)
	}
	got := Environment(objects[0])
	want := map[string]string{"POD_NAME": "autoscaler-0", "POD_IP": "10.0.0.1",
		"SYSTEM_NAMESPACE": "knative-serving", "CONFIG_LOGGING_NAME": "config-logging"}
	for name, value := range want {
		if got[name] != value {
			t.Errorf("%s is %q, want %q", name, got[name], value)
		}
	}
}

func TestDescriptionsAreTakenOutOfSchemasOnly(t *testing.T) {
	objects, err := Parse([]byte(`
kind: CustomResourceDefinition
metadata: {name: things.example.com}
spec:
  versions:
  - name: v1
    schema:
      openAPIV3Schema:
        description: a thing
        properties:
          description: {type: string, description: a property of this name}
          list: {items: {description: an item, anyOf: [{description: one of them}]}}
`))
	if err != nil {
		t.Fatal(err)
	}
	WithoutDescriptions(objects[0])
	version := kube.List(objects[0], "spec", "versions")[0].(kube.Object)
	schema := kube.Map(version, "schema", "openAPIV3Schema")
	want := kube.Object{"properties": kube.Object{
		"description": kube.Object{"type": "string"},
		"list":        kube.Object{"items": kube.Object{"anyOf": []any{kube.Object{}}}},
	}}
	if !reflect.DeepEqual(schema, want) {
		t.Errorf("got %v, want %v", schema, want)
	}
}
