// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"sluice.example/cluster/internal/users"
)

const defaultTokenLifetime = "10m"

// tokenCommand is the exec plugin of the kubeconfigs: it prints a fresh token of a user as an
// ExecCredential. How long it is good says SLUICE_CLUSTER_TOKEN_LIFETIME.
func tokenCommand(_ context.Context, arguments []string) error {
	shared := options{}
	flags := newFlags("token", &shared)
	folder := flags.String("folder", "", "folder of the cluster")
	if err := parse(flags, arguments); err != nil {
		return err
	}
	if flags.NArg() != 1 {
		say("token needs the name of a user")
		return errUsage
	}
	lifetime, err := time.ParseDuration(fromEnv("SLUICE_CLUSTER_TOKEN_LIFETIME", defaultTokenLifetime))
	if err != nil {
		return fmt.Errorf("SLUICE_CLUSTER_TOKEN_LIFETIME: %w", err)
	}
	key, err := os.ReadFile(filepath.Join(*folder, "pki", users.IssuerKey))
	if err != nil {
		return fmt.Errorf("the cluster of this kubeconfig is not up: %w", err)
	}
	expiry := time.Now().Add(lifetime)
	return json.NewEncoder(os.Stdout).Encode(map[string]any{
		"apiVersion": "client.authentication.k8s.io/v1",
		"kind":       "ExecCredential",
		"status": map[string]any{
			"token":               users.Issuer{Key: key}.Issue(flags.Arg(0), expiry),
			"expirationTimestamp": expiry.UTC().Format(time.RFC3339),
		},
	})
}
