// SPDX-License-Identifier: GPL-3.0-or-later

package cluster

import (
	"context"
	"net"
	"os"

	"sluice.example/cluster/internal/kube"
	"sluice.example/cluster/internal/pki"
	"sluice.example/cluster/internal/users"
)

// Users of Kubernetes' own components.
var (
	controllerManager = users.User{
		Context: "kube-controller-manager", Name: "system:kube-controller-manager", Groups: []string{"system:masters"},
	}
	scheduler = users.User{Context: "kube-scheduler", Name: "system:kube-scheduler"}
	kwok      = users.User{Context: "kwok", Name: "kwok-controller", Groups: []string{"system:masters"}}
)

// writeCredentials makes the certificates, keys, tokens and kubeconfigs of this cluster.
func (c *Cluster) writeCredentials(background context.Context) error {
	authority, err := pki.NewAuthority("sluice-cluster")
	if err != nil {
		return err
	}
	c.authority = authority
	key, err := authority.Key()
	if err != nil {
		return err
	}
	serving, err := authority.Server([]string{"localhost", "kubernetes.default.svc"}, []net.IP{net.IPv4(127, 0, 0, 1)})
	if err != nil {
		return err
	}
	private, public, err := pki.SigningKey()
	if err != nil {
		return err
	}
	all := append([]users.User{}, c.people...)
	for _, user := range []users.User{controllerManager, scheduler, kwok} {
		user.Token = users.NewToken()
		c.accounts[user.Name] = user
	}
	for _, user := range c.accounts {
		all = append(all, user)
	}
	files := map[string][]byte{
		"ca.crt": authority.Certificate(), "ca.key": key,
		"server.crt": serving.Certificate, "server.key": serving.Key,
		"accounts.key": private, "accounts.pub": public,
		"tokens.csv": users.TokenFile(all),
	}
	c.issuer = users.Issuer{Key: []byte(users.NewToken())}
	files[users.IssuerKey] = c.issuer.Key
	if err := os.MkdirAll(c.path("pki"), 0o700); err != nil {
		return err
	}
	for name, data := range files {
		if err := os.WriteFile(c.path("pki", name), data, 0o600); err != nil {
			return err
		}
	}
	if err := c.writeKubeconfigs(); err != nil {
		return err
	}
	if c.reviews, err = c.serveReviews(background, serving); err != nil {
		return err
	}
	c.client, err = kube.NewClient(c.server(), authority.Certificate(), c.people[0].Token)
	return err
}

func (c *Cluster) writeKubeconfigs() error {
	config := users.Kubeconfig{
		Cluster:      "sluice-" + c.config.Name,
		Server:       c.server(),
		Authority:    c.authority.Certificate(),
		Certificates: map[string]pki.Pair{},
		TokenCommand: c.config.TokenCommand,
	}
	for _, user := range c.people {
		if user.Login != users.Certificate {
			continue
		}
		pair, err := c.authority.Client(user.Name, user.Groups, user.Lifetime)
		if err != nil {
			return err
		}
		config.Certificates[user.Context] = pair
	}
	text, err := config.Render(c.people)
	if err != nil {
		return err
	}
	if err := os.WriteFile(c.Kubeconfig(), text, 0o600); err != nil {
		return err
	}
	for _, user := range c.accounts {
		text, err := config.Render([]users.User{user})
		if err != nil {
			return err
		}
		if err := os.WriteFile(c.accountKubeconfig(user), text, 0o600); err != nil {
			return err
		}
	}
	return nil
}

// accountKubeconfig is the file by which a component logs in.
func (c *Cluster) accountKubeconfig(user users.User) string {
	return c.path("pki", user.Context+".kubeconfig")
}
