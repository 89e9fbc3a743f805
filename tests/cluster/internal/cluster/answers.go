// SPDX-License-Identifier: GPL-3.0-or-later

package cluster

import (
	"context"
	"reflect"
	"time"

	"sluice.example/cluster/internal/kube"
)

// answer stands in for what would run in pods: the ingress controller and the dispatcher of channels.
func (c *Cluster) answer(ctx context.Context) {
	go c.client.Follow(ctx, "/apis/networking.internal.knative.dev/v1alpha1/ingresses", c.answerIngress)
	go c.client.Follow(ctx, "/apis/messaging.knative.dev/v1/inmemorychannels", c.answerChannel)
}

// Addresses that net-istio reports.
const (
	publicGateway = "istio-ingressgateway.istio-system.svc.cluster.local"
	localGateway  = "knative-local-gateway.istio-system.svc.cluster.local"
)

// answerIngress reports an Ingress ready as net-istio does, once for each generation.
func (c *Cluster) answerIngress(ctx context.Context, ingress kube.Object) error {
	generation := kube.Number(ingress, "metadata", "generation")
	if kube.Number(ingress, "status", "observedGeneration") == generation && kube.Condition(ingress, "Ready") == "True" {
		return nil
	}
	if kube.Field(ingress, "metadata", "deletionTimestamp") != "" {
		return nil
	}
	return c.patchStatus(ctx, ingress, kube.MergePatch, kube.Object{"status": ingressStatus(ingress, time.Now())})
}

func ingressStatus(ingress kube.Object, now time.Time) kube.Object {
	return kube.Object{
		"observedGeneration":  kube.Number(ingress, "metadata", "generation"),
		"publicLoadBalancer":  loadBalancer(publicGateway),
		"privateLoadBalancer": loadBalancer(localGateway),
		"conditions": []kube.Object{
			trueCondition(ingress, "LoadBalancerReady", now),
			trueCondition(ingress, "NetworkConfigured", now),
			trueCondition(ingress, "Ready", now),
		},
	}
}

func loadBalancer(domain string) kube.Object {
	return kube.Object{"ingress": []kube.Object{{"domainInternal": domain}}}
}

// trueCondition keeps the time of a condition that is true already.
func trueCondition(object kube.Object, kind string, now time.Time) kube.Object {
	since := now.UTC().Format(time.RFC3339)
	for _, item := range kube.List(object, "status", "conditions") {
		condition, _ := item.(kube.Object)
		if condition["type"] == kind && condition["status"] == "True" {
			since = kube.Field(condition, "lastTransitionTime")
		}
	}
	return kube.Object{"type": kind, "status": "True", "lastTransitionTime": since}
}

// answerChannel reports the subscribers of an in-memory channel ready as its dispatcher does.
func (c *Cluster) answerChannel(ctx context.Context, channel kube.Object) error {
	if kube.Condition(channel, "Ready") != "True" || kube.Field(channel, "metadata", "deletionTimestamp") != "" {
		return nil
	}
	wanted := subscriberStatus(channel)
	if have := kube.List(channel, "status", "subscribers"); reflect.DeepEqual(have, wanted) || len(have)+len(wanted) == 0 {
		return nil
	}
	return c.patchStatus(ctx, channel, kube.MergePatch, kube.Object{"status": kube.Object{"subscribers": wanted}})
}

func subscriberStatus(channel kube.Object) []any {
	var all []any
	for _, item := range kube.List(channel, "spec", "subscribers") {
		subscriber, _ := item.(kube.Object)
		all = append(all, kube.Object{
			"uid": subscriber["uid"], "observedGeneration": subscriber["generation"], "ready": "True",
		})
	}
	return all
}

func (c *Cluster) patchStatus(ctx context.Context, object kube.Object, contentType string, patch kube.Object) error {
	path, err := c.client.Path(ctx, object)
	if err != nil {
		return err
	}
	err = c.client.Patch(ctx, path+"/status", contentType, patch)
	if kube.IsNotFound(err) {
		return nil // deleted meanwhile
	}
	return err
}
