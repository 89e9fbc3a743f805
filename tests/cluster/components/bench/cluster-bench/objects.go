// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Objects as Knative's controllers leave them behind: 4 KB a Revision, managedFields included. They are made
// anew from their number whenever they are written, so that nobody has to remember them.

const revisionText = `{"apiVersion":"serving.knative.dev/v1","kind":"Revision","metadata":{"annotations":{
"autoscaling.knative.dev/max-scale":"20","autoscaling.knative.dev/min-scale":"0","autoscaling.knative.dev/target":"80",
"serving.knative.dev/creator":"release-manager@example.com","serving.knative.dev/routes":"{service}",
"serving.knative.dev/routingStateModified":"2026-03-01T08:30:00Z"},
"creationTimestamp":"2026-03-01T08:30:00Z","generation":1,
"labels":{"app.kubernetes.io/name":"{service}","app.kubernetes.io/part-of":"shop",
"serving.knative.dev/configuration":"{service}","serving.knative.dev/configurationGeneration":"{generation}",
"serving.knative.dev/configurationUID":"{configurationUID}","serving.knative.dev/routingState":"active",
"serving.knative.dev/service":"{service}","serving.knative.dev/serviceUID":"{serviceUID}"},
"managedFields":[{"apiVersion":"serving.knative.dev/v1","fieldsType":"FieldsV1","fieldsV1":{"f:metadata":{"f:annotations":{".":{},
"f:autoscaling.knative.dev/max-scale":{},"f:autoscaling.knative.dev/min-scale":{},"f:autoscaling.knative.dev/target":{},
"f:serving.knative.dev/creator":{},"f:serving.knative.dev/routes":{},"f:serving.knative.dev/routingStateModified":{}},
"f:labels":{".":{},"f:app.kubernetes.io/name":{},"f:app.kubernetes.io/part-of":{},"f:serving.knative.dev/configuration":{},
"f:serving.knative.dev/configurationGeneration":{},"f:serving.knative.dev/configurationUID":{},
"f:serving.knative.dev/routingState":{},"f:serving.knative.dev/service":{},"f:serving.knative.dev/serviceUID":{}},
"f:ownerReferences":{".":{},"k:{\"uid\":\"{configurationUID}\"}":{}}},
"f:spec":{".":{},"f:containerConcurrency":{},"f:containers":{},"f:enableServiceLinks":{},"f:timeoutSeconds":{}}},
"manager":"controller","operation":"Update","time":"2026-03-01T08:30:00Z"},
{"apiVersion":"serving.knative.dev/v1","fieldsType":"FieldsV1","fieldsV1":{"f:status":{".":{},"f:actualReplicas":{},
"f:conditions":{},"f:containerStatuses":{},"f:desiredReplicas":{},"f:observedGeneration":{}}},
"manager":"controller","operation":"Update","subresource":"status","time":"2026-03-01T08:30:04Z"}],
"name":"{name}","namespace":"{namespace}",
"ownerReferences":[{"apiVersion":"serving.knative.dev/v1","blockOwnerDeletion":true,"controller":true,"kind":"Configuration",
"name":"{service}","uid":"{configurationUID}"}],"uid":"{uid}"},
"spec":{"containerConcurrency":0,"containers":[{"env":[{"name":"LOG_LEVEL","value":"info"},{"name":"PAYMENT_URL",
"value":"http://payment.shop.svc.cluster.local"},{"name":"RELEASE","value":"{generation}"},
{"name":"DB_PASSWORD","valueFrom":{"secretKeyRef":{"key":"password","name":"{service}-db"}}}],
"image":"registry.example.com/shop/{service}:1.{generation}.0","livenessProbe":{"httpGet":{"path":"/healthz","port":0},
"periodSeconds":10},"name":"user-container","ports":[{"containerPort":8080,"name":"http1","protocol":"TCP"}],
"readinessProbe":{"httpGet":{"path":"/readyz","port":0},"successThreshold":1},
"resources":{"limits":{"cpu":"1","memory":"512Mi"},"requests":{"cpu":"100m","memory":"128Mi"}},
"securityContext":{"allowPrivilegeEscalation":false,"capabilities":{"drop":["ALL"]},"runAsNonRoot":true}}],
"enableServiceLinks":false,"serviceAccountName":"{service}","timeoutSeconds":300},
"status":{"actualReplicas":1,"conditions":[
{"lastTransitionTime":"2026-03-01T08:30:04Z","severity":"Info","status":"True","type":"Active"},
{"lastTransitionTime":"2026-03-01T08:30:04Z","status":"True","type":"ContainerHealthy"},
{"lastTransitionTime":"2026-03-01T08:30:04Z",{message}"status":"True","type":"Ready"},
{"lastTransitionTime":"2026-03-01T08:30:04Z","status":"True","type":"ResourcesAvailable"}],
"containerStatuses":[{"imageDigest":"registry.example.com/shop/{service}@sha256:{digest}","name":"user-container"}],
"desiredReplicas":1,"observedGeneration":1}}`

const serviceText = `{"apiVersion":"serving.knative.dev/v1","kind":"Service","metadata":{"annotations":{
"serving.knative.dev/creator":"release-manager@example.com","serving.knative.dev/lastModifier":"release-manager@example.com"},
"creationTimestamp":"2026-03-01T08:00:00Z","generation":5,
"labels":{"app.kubernetes.io/managed-by":"kustomize","app.kubernetes.io/name":"{name}","app.kubernetes.io/part-of":"shop"},
"managedFields":[{"apiVersion":"serving.knative.dev/v1","fieldsType":"FieldsV1","fieldsV1":{"f:metadata":{"f:labels":{
"f:app.kubernetes.io/managed-by":{},"f:app.kubernetes.io/name":{},"f:app.kubernetes.io/part-of":{}}},
"f:spec":{"f:template":{"f:metadata":{"f:annotations":{"f:autoscaling.knative.dev/max-scale":{},
"f:autoscaling.knative.dev/min-scale":{},"f:autoscaling.knative.dev/target":{}}},"f:spec":{"f:containers":{}}},"f:traffic":{}}},
"manager":"sluice","operation":"Apply","time":"2026-03-01T08:30:00Z"},
{"apiVersion":"serving.knative.dev/v1","fieldsType":"FieldsV1","fieldsV1":{"f:status":{".":{},"f:address":{".":{},"f:url":{}},
"f:conditions":{},"f:latestCreatedRevisionName":{},"f:latestReadyRevisionName":{},"f:observedGeneration":{},"f:traffic":{},
"f:url":{}}},"manager":"controller","operation":"Update","subresource":"status","time":"2026-03-01T08:30:05Z"}],
"name":"{name}","namespace":"{namespace}","uid":"{uid}"},
"spec":{"template":{"metadata":{"annotations":{"autoscaling.knative.dev/max-scale":"20",
"autoscaling.knative.dev/min-scale":"0","autoscaling.knative.dev/target":"80"},"creationTimestamp":null},
"spec":{"containerConcurrency":0,"containers":[{"env":[{"name":"LOG_LEVEL","value":"info"},{"name":"PAYMENT_URL",
"value":"http://payment.shop.svc.cluster.local"}],"image":"registry.example.com/shop/{name}:1.5.0","name":"user-container",
"ports":[{"containerPort":8080,"name":"http1","protocol":"TCP"}],
"readinessProbe":{"httpGet":{"path":"/readyz","port":0},"successThreshold":1},
"resources":{"limits":{"cpu":"1","memory":"512Mi"},"requests":{"cpu":"100m","memory":"128Mi"}}}],
"enableServiceLinks":false,"serviceAccountName":"{name}","timeoutSeconds":300}},
"traffic":[{"latestRevision":false,"percent":90,"revisionName":"{name}-00004"},
{"latestRevision":false,"percent":10,"revisionName":"{name}-00005","tag":"candidate"}]},
"status":{"address":{"url":"http://{name}.{namespace}.svc.cluster.local"},"conditions":[
{"lastTransitionTime":"2026-03-01T08:30:04Z","status":"True","type":"ConfigurationsReady"},
{"lastTransitionTime":"2026-03-01T08:30:05Z",{message}"status":"True","type":"Ready"},
{"lastTransitionTime":"2026-03-01T08:30:05Z","status":"True","type":"RoutesReady"}],
"latestCreatedRevisionName":"{name}-00005","latestReadyRevisionName":"{name}-00005","observedGeneration":5,
"traffic":[{"latestRevision":false,"percent":90,"revisionName":"{name}-00004"},
{"latestRevision":false,"percent":10,"revisionName":"{name}-00005","tag":"candidate",
"url":"http://candidate-{name}.{namespace}.example.com"}],"url":"http://{name}.{namespace}.example.com"}}`

const namespaces = 20

// stampPrefix begins the message of the Ready condition of a changed object; microseconds since 1970 follow.
const stampPrefix = "changed at "

// entry is one object as etcd holds it.
type entry struct {
	key   string
	value string
}

var (
	revisionTemplate = strings.ReplaceAll(revisionText, "\n", "")
	serviceTemplate  = strings.ReplaceAll(serviceText, "\n", "")
)

// uid looks like a version 4 UUID and is the same for the same words.
func uid(words string) string {
	sum := sha256.Sum256([]byte(words))
	text := hex.EncodeToString(sum[:16])
	return text[:8] + "-" + text[8:12] + "-4" + text[13:16] + "-8" + text[17:20] + "-" + text[20:32]
}

func message(changed time.Time) string {
	if changed.IsZero() {
		return ""
	}
	return `"message":"` + stampPrefix + strconv.FormatInt(changed.UnixMicro(), 10) + `",`
}

func namespaceOf(service int) string { return fmt.Sprintf("bench-%02d", service%namespaces) }

func serviceName(service int) string { return fmt.Sprintf("service-%05d", service) }

// service makes the Service of that number. A change is told by its time; zero: as first written.
func service(number int, changed time.Time) entry {
	name, namespace := serviceName(number), namespaceOf(number)
	return entry{
		key: "/registry/serving.knative.dev/services/" + namespace + "/" + name,
		value: strings.NewReplacer("{name}", name, "{namespace}", namespace, "{uid}", uid("service "+name),
			"{message}", message(changed)).Replace(serviceTemplate),
	}
}

// revision makes the Revision of that number; they are spread over the Services.
func revision(number, services int, changed time.Time) entry {
	owner, generation := number%services, strconv.Itoa(number/services+1)
	service, namespace := serviceName(owner), namespaceOf(owner)
	name := fmt.Sprintf("%s-%05s", service, generation)
	digest := sha256.Sum256([]byte(name))
	return entry{
		key: "/registry/serving.knative.dev/revisions/" + namespace + "/" + name,
		value: strings.NewReplacer("{name}", name, "{namespace}", namespace, "{service}", service,
			"{generation}", generation, "{uid}", uid("revision "+name), "{serviceUID}", uid("service "+service),
			"{configurationUID}", uid("configuration "+service), "{digest}", hex.EncodeToString(digest[:]),
			"{message}", message(changed)).Replace(revisionTemplate),
	}
}

// objects numbers all objects: the Services first.
type objects struct{ services, revisions int }

func (o objects) count() int { return o.services + o.revisions }

func (o objects) at(number int, changed time.Time) entry {
	if number < o.services {
		return service(number, changed)
	}
	return revision(number-o.services, o.services, changed)
}
