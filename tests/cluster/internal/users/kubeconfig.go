// SPDX-License-Identifier: GPL-3.0-or-later

package users

import (
	"fmt"

	"sigs.k8s.io/yaml"

	"sluice.example/cluster/internal/pki"
)

// Kubeconfig says where a cluster is and how its users log in.
type Kubeconfig struct {
	Cluster   string // name
	Server    string // URL
	Authority []byte // PEM
	// Certificates by context, for users that log in by certificate.
	Certificates map[string]pki.Pair
	// TokenCommand is run by clients for the token of a user who logs in by exec plugin; the user's name
	// is added as the last argument.
	TokenCommand []string
}

type object = map[string]any

// Render writes a kubeconfig with a context for each user; the first one's is current.
func (k Kubeconfig) Render(people []User) ([]byte, error) {
	var contexts, entries []object
	for _, user := range people {
		credentials, err := k.credentials(user)
		if err != nil {
			return nil, err
		}
		entries = append(entries, object{"name": user.Context, "user": credentials})
		context := object{"cluster": k.Cluster, "user": user.Context}
		if user.Namespace != "" {
			context["namespace"] = user.Namespace
		}
		contexts = append(contexts, object{"name": user.Context, "context": context})
	}
	cluster := object{"server": k.Server, "certificate-authority-data": k.Authority}
	return yaml.Marshal(object{
		"apiVersion":      "v1",
		"kind":            "Config",
		"current-context": people[0].Context,
		"clusters":        []object{{"name": k.Cluster, "cluster": cluster}},
		"contexts":        contexts,
		"users":           entries,
	})
}

func (k Kubeconfig) credentials(user User) (object, error) {
	switch user.Login {
	case Certificate:
		pair, ok := k.Certificates[user.Context]
		if !ok {
			return nil, fmt.Errorf("user %s has no certificate", user.Context)
		}
		return object{"client-certificate-data": pair.Certificate, "client-key-data": pair.Key}, nil
	case Exec:
		if len(k.TokenCommand) == 0 {
			return nil, fmt.Errorf("user %s has no exec plugin", user.Context)
		}
		arguments := append(append([]string{}, k.TokenCommand[1:]...), user.Name)
		return object{"exec": object{
			"apiVersion":         "client.authentication.k8s.io/v1",
			"command":            k.TokenCommand[0],
			"args":               arguments,
			"interactiveMode":    "Never",
			"provideClusterInfo": false,
		}}, nil
	default:
		return object{"token": user.Token}, nil
	}
}
