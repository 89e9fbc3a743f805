// SPDX-License-Identifier: GPL-3.0-or-later

package cluster

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
)

// compact has etcd forget every revision but the present one, as the API server has it do every five minutes:
// places in lists and watches from before are gone. Speaks etcd's gateway from JSON to gRPC.
func (c *Cluster) compact(ctx context.Context) error {
	var now struct {
		Header struct {
			Revision string `json:"revision"`
		} `json:"header"`
	}
	// Any key will do: each answer names the present revision.
	if err := c.askEtcd(ctx, "range", map[string]any{"key": []byte("compact")}, &now); err != nil {
		return err
	}
	if now.Header.Revision == "" {
		return fmt.Errorf("etcd did not say at which revision it is")
	}
	return c.askEtcd(ctx, "compaction", map[string]any{"revision": now.Header.Revision, "physical": true}, &struct{}{})
}

func (c *Cluster) askEtcd(ctx context.Context, call string, question, answer any) error {
	body, err := json.Marshal(question)
	if err != nil {
		return err
	}
	url := loopback(c.ports["etcd"]) + "/v3/kv/" + call
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, url, bytes.NewReader(body))
	if err != nil {
		return err
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		return err
	}
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("etcd refused %s: %s %s", call, response.Status, text)
	}
	return json.Unmarshal(text, answer)
}
