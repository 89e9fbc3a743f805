// SPDX-License-Identifier: GPL-3.0-or-later

package kube

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"time"
)

// Follow calls seen with every object of the collection, now and whenever one is added or changed, until
// the context ends. After an error it starts over with a list, so an object may be seen twice. An error
// of seen is tried again after a while.
func (c *Client) Follow(ctx context.Context, collection string, seen func(ctx context.Context, object Object) error) {
	for ctx.Err() == nil {
		c.followOnce(ctx, collection, seen)
		select {
		case <-ctx.Done():
		case <-time.After(200 * time.Millisecond):
		}
	}
}

func (c *Client) followOnce(ctx context.Context, collection string, seen func(context.Context, Object) error) {
	list, err := c.Get(ctx, collection)
	if err != nil {
		return
	}
	for _, item := range List(list, "items") {
		if object, ok := item.(Object); ok && seen(ctx, object) != nil {
			return
		}
	}
	query := url.Values{"watch": {"1"}, "resourceVersion": {Field(list, "metadata", "resourceVersion")}}
	response, err := c.send(ctx, http.MethodGet, collection+"?"+query.Encode(), "", nil)
	if err != nil {
		return
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return
	}
	decoder := json.NewDecoder(response.Body)
	for {
		event := struct {
			Type   string
			Object Object
		}{}
		if decoder.Decode(&event) != nil || event.Type == "ERROR" {
			return
		}
		if event.Type != "ADDED" && event.Type != "MODIFIED" {
			continue
		}
		if seen(ctx, event.Object) != nil {
			return
		}
	}
}
