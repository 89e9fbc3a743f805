// SPDX-License-Identifier: GPL-3.0-or-later

package kube

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"time"
)

type resource struct {
	Name       string `json:"name"`
	Kind       string `json:"kind"`
	Namespaced bool   `json:"namespaced"`
}

// Path is where the object lives. The API server is asked about kinds that were not met before.
func (c *Client) Path(ctx context.Context, object Object) (string, error) {
	apiVersion, _ := object["apiVersion"].(string)
	kind, _ := object["kind"].(string)
	found, err := c.resource(ctx, apiVersion, kind)
	if err != nil {
		return "", err
	}
	path := groupPath(apiVersion)
	if namespace := Field(object, "metadata", "namespace"); found.Namespaced {
		if namespace == "" {
			namespace = "default"
		}
		path += "/namespaces/" + namespace
	}
	return path + "/" + found.Name + "/" + Field(object, "metadata", "name"), nil
}

func groupPath(apiVersion string) string {
	if strings.Contains(apiVersion, "/") {
		return "/apis/" + apiVersion
	}
	return "/api/" + apiVersion
}

func (c *Client) resource(ctx context.Context, apiVersion, kind string) (resource, error) {
	c.mutex.Lock()
	found, known := c.resources[apiVersion+" "+kind]
	c.mutex.Unlock()
	if known {
		return found, nil
	}
	data, err := c.Do(ctx, http.MethodGet, groupPath(apiVersion), "", nil)
	if err != nil {
		return resource{}, err
	}
	list := struct{ Resources []resource }{}
	if err := json.Unmarshal(data, &list); err != nil {
		return resource{}, err
	}
	c.mutex.Lock()
	defer c.mutex.Unlock()
	for _, one := range list.Resources {
		if !strings.Contains(one.Name, "/") {
			c.resources[apiVersion+" "+one.Kind] = one
		}
	}
	if found, known = c.resources[apiVersion+" "+kind]; known {
		return found, nil
	}
	message := fmt.Sprintf("the server has no kind %s in %s", kind, apiVersion)
	return resource{}, &StatusError{Code: http.StatusNotFound, Reason: "NotFound", Message: message}
}

// Apply writes the object by server-side apply. A kind, namespace or webhook that is not there yet is
// waited for until the context ends.
func (c *Client) Apply(ctx context.Context, object Object) error {
	body, err := json.Marshal(object)
	if err != nil {
		return err
	}
	what := fmt.Sprintf("applying %v %s", object["kind"], Field(object, "metadata", "name"))
	for {
		path, err := c.Path(ctx, object)
		if err == nil {
			_, err = c.Do(ctx, http.MethodPatch, path+"?fieldManager=sluice-cluster&force=true", ApplyPatch, body)
		}
		if err == nil {
			return nil
		}
		if !passing(err) {
			return fmt.Errorf("%s: %w", what, err)
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("%s: %w; last: %w", what, context.Cause(ctx), err)
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// passing tells whether the error is of the kind that goes away while a cluster comes up.
func passing(err error) bool {
	status, ok := err.(*StatusError)
	if !ok {
		return false
	}
	return status.Code == http.StatusNotFound || status.Code >= http.StatusInternalServerError ||
		status.Code == http.StatusTooManyRequests || status.Code == http.StatusConflict
}

// Field reads a nested string; what is missing reads as empty.
func Field(object Object, path ...string) string {
	value, _ := lookUp(object, path...).(string)
	return value
}

// Number reads a nested number; what is missing reads as 0.
func Number(object Object, path ...string) int64 {
	value, _ := lookUp(object, path...).(float64)
	return int64(value)
}

// Map reads a nested object; what is missing reads as nil.
func Map(object Object, path ...string) Object {
	value, _ := lookUp(object, path...).(Object)
	return value
}

// List reads a nested list; what is missing reads as nil.
func List(object Object, path ...string) []any {
	value, _ := lookUp(object, path...).([]any)
	return value
}

func lookUp(object Object, path ...string) any {
	var value any = object
	for _, name := range path {
		inner, ok := value.(Object)
		if !ok {
			return nil
		}
		value = inner[name]
	}
	return value
}

// Condition returns the status of the object's condition of that type, or nothing.
func Condition(object Object, kind string) string {
	for _, item := range List(object, "status", "conditions") {
		condition, _ := item.(Object)
		if condition["type"] == kind {
			status, _ := condition["status"].(string)
			return status
		}
	}
	return ""
}
