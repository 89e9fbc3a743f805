// SPDX-License-Identifier: GPL-3.0-or-later

package kube

import (
	"context"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// serve starts a server and a client that trusts it.
func serve(t *testing.T, handler http.HandlerFunc) *Client {
	t.Helper()
	server := httptest.NewTLSServer(handler)
	t.Cleanup(server.Close)
	authority := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: server.Certificate().Raw})
	client, err := NewClient(server.URL, authority, "secret")
	if err != nil {
		t.Fatal(err)
	}
	return client
}

func limited(t *testing.T) context.Context {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	t.Cleanup(cancel)
	return ctx
}

const discovery = `{"resources": [{"name": "services", "kind": "Service", "namespaced": true},
	{"name": "services/status", "kind": "Service", "namespaced": true}]}`

var service = Object{
	"apiVersion": "serving.knative.dev/v1", "kind": "Service",
	"metadata": Object{"name": "hello", "namespace": "shop"},
}

func TestApplyWaitsForItsKind(t *testing.T) {
	var discoveries, writes atomic.Int32
	client := serve(t, func(writer http.ResponseWriter, request *http.Request) {
		switch {
		case request.Header.Get("Authorization") != "Bearer secret":
			http.Error(writer, "who are you", http.StatusUnauthorized)
		case request.Method == http.MethodGet && discoveries.Add(1) == 1:
			http.Error(writer, "404 page not found", http.StatusNotFound)
		case request.Method == http.MethodGet:
			fmt.Fprint(writer, discovery)
		case request.URL.Path == "/apis/serving.knative.dev/v1/namespaces/shop/services/hello":
			writes.Add(1)
			if got := request.Header.Get("Content-Type"); got != ApplyPatch {
				t.Errorf("the content type is %s", got)
			}
			fmt.Fprint(writer, "{}")
		default:
			t.Errorf("unexpected %s %s", request.Method, request.URL)
		}
	})
	if err := client.Apply(limited(t), service); err != nil {
		t.Fatal(err)
	}
	if writes.Load() != 1 || discoveries.Load() != 2 {
		t.Errorf("%d writes after %d discoveries", writes.Load(), discoveries.Load())
	}
}

func TestApplyReportsARefusal(t *testing.T) {
	client := serve(t, func(writer http.ResponseWriter, request *http.Request) {
		if request.Method == http.MethodGet {
			fmt.Fprint(writer, discovery)
			return
		}
		writer.WriteHeader(http.StatusUnprocessableEntity)
		fmt.Fprint(writer, `{"kind": "Status", "reason": "Invalid", "message": "spec is wrong"}`)
	})
	err := client.Apply(limited(t), service)
	if err == nil || !strings.Contains(err.Error(), "applying Service hello: spec is wrong (422 Invalid)") {
		t.Errorf("got %v", err)
	}
}

func TestFollowSeesListAndChangesAndStartsOver(t *testing.T) {
	var lists atomic.Int32
	client := serve(t, func(writer http.ResponseWriter, request *http.Request) {
		if request.URL.Query().Get("watch") == "" {
			number := lists.Add(1)
			fmt.Fprintf(writer, `{"metadata": {"resourceVersion": "%d"}, "items": [{"name": "list-%d"}]}`, number, number)
			return
		}
		encoder := json.NewEncoder(writer)
		version := request.URL.Query().Get("resourceVersion")
		_ = encoder.Encode(Object{"type": "ADDED", "object": Object{"name": "added-" + version}})
		_ = encoder.Encode(Object{"type": "DELETED", "object": Object{"name": "deleted"}})
		_ = encoder.Encode(Object{"type": "ERROR", "object": Object{"code": 410}})
	})
	ctx, cancel := context.WithCancel(limited(t))
	var seen []string
	client.Follow(ctx, "/things", func(_ context.Context, object Object) error {
		seen = append(seen, Field(object, "name"))
		if len(seen) == 4 {
			cancel()
		}
		return nil
	})
	if got := strings.Join(seen, " "); got != "list-1 added-1 list-2 added-2" {
		t.Errorf("saw %s", got)
	}
}

func TestUntilTellsTheLastReason(t *testing.T) {
	ctx, cancel := context.WithCancelCause(context.Background())
	err := Until(ctx, "waiting", func(context.Context) error {
		cancel(fmt.Errorf("etcd ended"))
		return fmt.Errorf("connection refused")
	})
	if err == nil || err.Error() != "waiting: etcd ended; last: connection refused" {
		t.Errorf("got %v", err)
	}
}

func TestFieldsThatAreMissing(t *testing.T) {
	object := Object{"status": Object{"conditions": []any{Object{"type": "Ready", "status": "False"}}}}
	if Condition(object, "Ready") != "False" || Condition(object, "Other") != "" {
		t.Error("conditions are not read")
	}
	if Field(object, "a", "b") != "" || Number(object, "a") != 0 || Map(object, "a") != nil || List(object, "a") != nil {
		t.Error("what is missing does not read as nothing")
	}
}
