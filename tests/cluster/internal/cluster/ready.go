// SPDX-License-Identifier: GPL-3.0-or-later

package cluster

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"

	"sluice.example/cluster/internal/kube"
)

// awaitReady returns when the webhooks of all groups admit objects.
func (c *Cluster) awaitReady(ctx context.Context) error {
	if err := kube.Until(ctx, "waiting for the webhooks", c.webhooksConfigured); err != nil {
		return err
	}
	for _, asset := range c.config.Assets {
		for _, object := range asset.Probes {
			if err := c.awaitProbe(ctx, object); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *Cluster) awaitProbe(ctx context.Context, object kube.Object) error {
	body, err := json.Marshal(object)
	if err != nil {
		return err
	}
	return kube.Until(ctx, "waiting for the webhook of "+kube.Field(object, "kind"), func(ctx context.Context) error {
		path, err := c.client.Path(ctx, object)
		if err != nil {
			return err
		}
		_, err = c.client.Do(ctx, http.MethodPatch, path+"?fieldManager=probe&dryRun=All", kube.ApplyPatch, body)
		return err
	})
}

// webhooksConfigured is an error until every webhook of ours has written its certificate into its
// configuration; before that the API server lets everything pass it by.
func (c *Cluster) webhooksConfigured(ctx context.Context) error {
	for _, kind := range []string{"mutatingwebhookconfigurations", "validatingwebhookconfigurations"} {
		list, err := c.client.Get(ctx, "/apis/admissionregistration.k8s.io/v1/"+kind)
		if err != nil {
			return err
		}
		for _, item := range kube.List(list, "items") {
			configuration, _ := item.(kube.Object)
			for _, item := range kube.List(configuration, "webhooks") {
				webhook, _ := item.(kube.Object)
				_, ours := c.ports[kube.Field(webhook, "clientConfig", "service", "name")]
				if ours && kube.Field(webhook, "clientConfig", "caBundle") == "" {
					return fmt.Errorf("%s is not configured yet", kube.Field(webhook, "name"))
				}
			}
		}
	}
	return nil
}
