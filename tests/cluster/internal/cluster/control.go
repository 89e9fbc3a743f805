// SPDX-License-Identifier: GPL-3.0-or-later

package cluster

import (
	"context"
	"fmt"
	"net/http"
	"strings"

	"sluice.example/cluster/internal/kube"
)

// Control does to one component what tests of faults want: stop, start, restart, pause or resume; etcd can be
// compacted as well.
func (c *Cluster) Control(ctx context.Context, action, component string) error {
	switch action {
	case "stop":
		return c.group.End(component)
	case "start":
		return c.startAgain(ctx, component)
	case "restart":
		if err := c.group.End(component); err != nil {
			return err
		}
		return c.startAgain(ctx, component)
	case "pause":
		return c.group.Pause(component)
	case "resume":
		return c.group.Resume(component)
	case "compact":
		if component != "etcd" {
			return fmt.Errorf("only etcd can be compacted, not %s", component)
		}
		return c.compact(ctx)
	}
	return fmt.Errorf("no action %q; there are: stop, start, restart, pause, resume, and compact for etcd", action)
}

func (c *Cluster) startAgain(ctx context.Context, component string) error {
	webhook := false
	for _, program := range c.programs {
		if program.name() != component {
			continue
		}
		webhook = program.Webhook != ""
		if err := c.releaseLeases(ctx, program); err != nil {
			return err
		}
	}
	if err := c.group.Again(component); err != nil {
		return err
	}
	switch {
	case component == "kube-apiserver":
		return c.awaitAPIServer(ctx)
	case webhook:
		return c.awaitReady(ctx)
	}
	return nil
}

// releaseLeases deletes the leases of the autoscaler that was killed; its successor would wait for a minute
// until they expire. The others hold none.
func (c *Cluster) releaseLeases(ctx context.Context, program installed) error {
	collection := "/apis/coordination.k8s.io/v1/namespaces/" + program.Namespace + "/leases"
	list, err := c.client.Get(ctx, collection)
	if err != nil {
		return err
	}
	for _, item := range kube.List(list, "items") {
		lease, _ := item.(kube.Object)
		if !strings.HasPrefix(kube.Field(lease, "spec", "holderIdentity"), program.environment["POD_NAME"]+"_") {
			continue
		}
		path := collection + "/" + kube.Field(lease, "metadata", "name")
		if _, err := c.client.Do(ctx, http.MethodDelete, path, "", nil); err != nil && !kube.IsNotFound(err) {
			return err
		}
	}
	return nil
}
