// SPDX-License-Identifier: GPL-3.0-or-later

// Package kube is a small client of the Kubernetes API: as much as it takes to install what a test
// cluster needs and to answer for the parts that it lacks. Objects are plain maps.
package kube

import (
	"bytes"
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"sync"
	"time"
)

// Object is a Kubernetes object as JSON has it.
type Object = map[string]any

// Content types of the patches that are used here.
const (
	ApplyPatch = "application/apply-patch+yaml"
	MergePatch = "application/merge-patch+json"
	jsonType   = "application/json"
)

// StatusError is an answer of the API server other than success.
type StatusError struct {
	Code    int
	Reason  string
	Message string
}

func (e *StatusError) Error() string {
	return fmt.Sprintf("%s (%d %s)", e.Message, e.Code, e.Reason)
}

// IsNotFound tells whether the object, or its kind, does not exist.
func IsNotFound(err error) bool {
	var status *StatusError
	return errors.As(err, &status) && status.Code == http.StatusNotFound
}

// Client talks to one API server as one user.
type Client struct {
	server string
	token  string
	http   *http.Client

	mutex     sync.Mutex
	resources map[string]resource // by apiVersion and kind
}

// NewClient makes a client that trusts the authority (PEM) and shows the token.
func NewClient(server string, authority []byte, token string) (*Client, error) {
	roots := x509.NewCertPool()
	if !roots.AppendCertsFromPEM(authority) {
		return nil, errors.New("the authority's certificate cannot be read")
	}
	transport := &http.Transport{
		TLSClientConfig:     &tls.Config{RootCAs: roots, MinVersion: tls.VersionTLS12},
		ForceAttemptHTTP2:   true,
		MaxIdleConnsPerHost: 32,
	}
	return &Client{
		server:    server,
		token:     token,
		http:      &http.Client{Transport: transport},
		resources: map[string]resource{},
	}, nil
}

// Do sends one request and returns the body of a successful answer; other answers are a StatusError.
func (c *Client) Do(ctx context.Context, method, path, contentType string, body []byte) ([]byte, error) {
	response, err := c.send(ctx, method, path, contentType, body)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	data, err := io.ReadAll(response.Body)
	if err != nil {
		return nil, err
	}
	if response.StatusCode >= http.StatusBadRequest {
		return nil, statusError(response.StatusCode, data)
	}
	return data, nil
}

func (c *Client) send(ctx context.Context, method, path, contentType string, body []byte) (*http.Response, error) {
	request, err := http.NewRequestWithContext(ctx, method, c.server+path, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	request.Header.Set("Authorization", "Bearer "+c.token)
	request.Header.Set("User-Agent", "sluice-cluster")
	if contentType != "" {
		request.Header.Set("Content-Type", contentType)
	}
	return c.http.Do(request)
}

func statusError(code int, body []byte) error {
	status := struct{ Reason, Message string }{}
	if json.Unmarshal(body, &status) != nil || status.Message == "" {
		status.Message = string(bytes.TrimSpace(body))
	}
	return &StatusError{Code: code, Reason: status.Reason, Message: status.Message}
}

// Get reads one object or list.
func (c *Client) Get(ctx context.Context, path string) (Object, error) {
	data, err := c.Do(ctx, http.MethodGet, path, "", nil)
	if err != nil {
		return nil, err
	}
	object := Object{}
	return object, json.Unmarshal(data, &object)
}

// Patch changes the object at the path.
func (c *Client) Patch(ctx context.Context, path, contentType string, patch any) error {
	body, err := json.Marshal(patch)
	if err != nil {
		return err
	}
	_, err = c.Do(ctx, http.MethodPatch, path+"?fieldManager=sluice-cluster", contentType, body)
	return err
}

// Until asks again and again until done says so. What it said last is part of the error when the
// context ends first.
func Until(ctx context.Context, what string, done func(ctx context.Context) error) error {
	ticker := time.NewTicker(50 * time.Millisecond)
	defer ticker.Stop()
	for {
		last := done(ctx)
		if last == nil {
			return nil
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("%s: %w; last: %w", what, context.Cause(ctx), last)
		case <-ticker.C:
		}
	}
}
