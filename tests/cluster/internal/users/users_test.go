// SPDX-License-Identifier: GPL-3.0-or-later

package users

import (
	"bytes"
	"strings"
	"testing"

	"sigs.k8s.io/yaml"

	"sluice.example/cluster/internal/kube"
	"sluice.example/cluster/internal/pki"
)

func sampleKubeconfig() Kubeconfig {
	return Kubeconfig{
		Cluster:   "sluice-test",
		Server:    "https://127.0.0.1:6443",
		Authority: []byte("authority"),
		Certificates: map[string]pki.Pair{
			"certificate-user": {Certificate: []byte("certificate"), Key: []byte("key")},
			"expired-user":     {Certificate: []byte("expired"), Key: []byte("key")},
		},
		TokenCommand: []string{"/bin/helper", "token"},
	}
}

func TestKubeconfigHasAContextForEveryone(t *testing.T) {
	people := People()
	text, err := sampleKubeconfig().Render(people)
	if err != nil {
		t.Fatal(err)
	}
	config := kube.Object{}
	if err := yaml.Unmarshal(text, &config); err != nil {
		t.Fatal(err)
	}
	if got := kube.Field(config, "current-context"); got != Admin {
		t.Errorf("the current context is %q", got)
	}
	if got := len(kube.List(config, "contexts")); got != len(people) {
		t.Errorf("got %d contexts, want %d", got, len(people))
	}
	logins := map[string]kube.Object{}
	for _, item := range kube.List(config, "users") {
		entry := item.(kube.Object)
		logins[kube.Field(entry, "name")] = kube.Map(entry, "user")
	}
	if kube.Field(logins["viewer"], "token") == "" {
		t.Error("the viewer has no token")
	}
	if got := kube.Field(logins["certificate-user"], "client-certificate-data"); got != "Y2VydGlmaWNhdGU=" {
		t.Errorf("the certificate is %q, want it in base64", got)
	}
	arguments := kube.List(logins["exec-user"], "exec", "args")
	if len(arguments) != 2 || arguments[1] != "exec-user" {
		t.Errorf("the exec plugin gets %v", arguments)
	}
}

func TestKubeconfigNeedsTheCertificates(t *testing.T) {
	config := sampleKubeconfig()
	config.Certificates = nil
	if _, err := config.Render(People()); err == nil {
		t.Error("a user without a certificate was written")
	}
}

func TestTokenFileListsUsersWithTokens(t *testing.T) {
	people := append(People(), ServiceAccount("knative-serving", "controller"))
	text := TokenFile(people)
	if lines := bytes.Count(text, []byte("\n")); lines != 5 {
		t.Errorf("got %d lines, want one for each of 5 users with a token", lines)
	}
	if strings.Contains(string(text), "certificate-user") || strings.Contains(string(text), "exec-user") {
		t.Error("users who log in otherwise have a static token as well")
	}
	if !strings.Contains(string(text), `,"system:serviceaccounts,system:serviceaccounts:knative-serving"`) {
		t.Error("groups are not written as one quoted column")
	}
}

func TestRightsAreObjects(t *testing.T) {
	objects, err := Rights()
	if err != nil || len(objects) != 6 {
		t.Errorf("got %d objects, %v", len(objects), err)
	}
}
