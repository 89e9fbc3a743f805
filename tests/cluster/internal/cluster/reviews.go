// SPDX-License-Identifier: GPL-3.0-or-later

package cluster

import (
	"context"
	"crypto/tls"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"os"
	"time"

	"sigs.k8s.io/yaml"

	"sluice.example/cluster/internal/kube"
	"sluice.example/cluster/internal/pki"
	"sluice.example/cluster/internal/users"
)

// serveReviews answers the API server's questions about tokens from exec plugins. Static tokens never
// expire, these do. It returns the kubeconfig by which the API server finds us.
func (c *Cluster) serveReviews(background context.Context, serving pki.Pair) (string, error) {
	certificate, err := tls.X509KeyPair(serving.Certificate, serving.Key)
	if err != nil {
		return "", err
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	server := &http.Server{
		Handler:           http.HandlerFunc(c.review),
		TLSConfig:         &tls.Config{Certificates: []tls.Certificate{certificate}, MinVersion: tls.VersionTLS12},
		ReadHeaderTimeout: 10 * time.Second,
	}
	go func() { _ = server.ServeTLS(listener, "", "") }()
	context.AfterFunc(background, func() { _ = server.Close() })

	text, err := yaml.Marshal(kube.Object{
		"apiVersion":      "v1",
		"kind":            "Config",
		"current-context": "reviews",
		"clusters": []kube.Object{{"name": "reviews", "cluster": kube.Object{
			"server":                     fmt.Sprintf("https://%s/review", listener.Addr()),
			"certificate-authority-data": c.authority.Certificate(),
		}}},
		"contexts": []kube.Object{{"name": "reviews", "context": kube.Object{"cluster": "reviews", "user": "reviews"}}},
		"users":    []kube.Object{{"name": "reviews", "user": kube.Object{}}},
	})
	if err != nil {
		return "", err
	}
	path := c.path("pki", "reviews.kubeconfig")
	return path, os.WriteFile(path, text, 0o600)
}

func (c *Cluster) review(writer http.ResponseWriter, request *http.Request) {
	review := struct {
		APIVersion string `json:"apiVersion"`
		Kind       string `json:"kind"`
		Spec       struct {
			Token string `json:"token"`
		} `json:"spec"`
	}{}
	if err := json.NewDecoder(http.MaxBytesReader(writer, request.Body, 1<<20)).Decode(&review); err != nil {
		http.Error(writer, err.Error(), http.StatusBadRequest)
		return
	}
	writer.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(writer).Encode(kube.Object{
		"apiVersion": review.APIVersion,
		"kind":       review.Kind,
		"status":     reviewStatus(c.people, c.issuer, review.Spec.Token, time.Now()),
	})
}

func reviewStatus(people []users.User, issuer users.Issuer, token string, now time.Time) kube.Object {
	name, err := issuer.Check(token, now)
	if err != nil {
		return kube.Object{"authenticated": false, "error": err.Error()}
	}
	for _, user := range people {
		if user.Name == name && user.Login == users.Exec {
			identity := kube.Object{"username": user.Name, "uid": "exec", "groups": user.Groups}
			return kube.Object{"authenticated": true, "user": identity}
		}
	}
	return kube.Object{"authenticated": false, "error": "no such user: " + name}
}
