// SPDX-License-Identifier: GPL-3.0-or-later

// Package users knows who may do what in a test cluster and writes their kubeconfig.
package users

import (
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"strings"
	"time"
)

// Namespace is the one that belongs to the developer.
const Namespace = "team-a"

// Login is how a user shows who they are.
type Login int

// A bearer token or a client certificate in the kubeconfig, or a token from an exec plugin.
const (
	Token Login = iota
	Certificate
	Exec
)

// User is somebody who may log in.
type User struct {
	Context   string // also the entry in the kubeconfig
	Name      string // as the API server calls them
	Groups    []string
	Login     Login
	Token     string
	Namespace string // default namespace of the context
	// Lifetime of the certificate, for users that log in by one.
	Lifetime time.Duration
}

// Admin is the first of the users: may do everything.
const Admin = "admin"

// People are the users that tests act as, each with a context of this name in the kubeconfig.
func People() []User {
	people := []User{
		{Context: Admin, Name: "admin", Groups: []string{"system:masters"}},
		{Context: "developer", Name: "developer", Groups: []string{"developers"}, Namespace: Namespace},
		{Context: "release-manager", Name: "release-manager", Groups: []string{"release-managers"}},
		{Context: "viewer", Name: "viewer", Groups: []string{"viewers"}},
		{Context: "certificate-user", Name: "certificate-user", Groups: []string{"developers"}, Login: Certificate,
			Namespace: Namespace, Lifetime: 24 * time.Hour},
		{Context: "expired-user", Name: "expired-user", Groups: []string{"developers"}, Login: Certificate,
			Namespace: Namespace, Lifetime: -time.Hour},
		{Context: "exec-user", Name: "exec-user", Groups: []string{"developers"}, Login: Exec, Namespace: Namespace},
	}
	for i := range people {
		people[i].Token = NewToken()
	}
	return people
}

// ServiceAccount is the user that a component inside the cluster would be.
func ServiceAccount(namespace, name string) User {
	return User{
		Context: namespace + "-" + name,
		Name:    "system:serviceaccount:" + namespace + ":" + name,
		Groups:  []string{"system:serviceaccounts", "system:serviceaccounts:" + namespace},
		Token:   NewToken(),
	}
}

// NewToken makes a bearer token that nobody can guess.
func NewToken() string {
	random := make([]byte, 16)
	_, _ = rand.Read(random) // never fails: crypto/rand ends the program instead
	return hex.EncodeToString(random)
}

// TokenFile is the API server's table of static tokens.
func TokenFile(all []User) []byte {
	var text strings.Builder
	for i, user := range all {
		if user.Login == Token {
			fmt.Fprintf(&text, "%s,%s,%d,%q\n", user.Token, user.Name, i+1, strings.Join(user.Groups, ","))
		}
	}
	return []byte(text.String())
}
