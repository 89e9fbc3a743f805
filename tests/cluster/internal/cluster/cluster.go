// SPDX-License-Identifier: GPL-3.0-or-later

// Package cluster runs one control plane: Kubernetes, Knative and what answers for the parts that have no
// place on a machine without containers.
package cluster

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"sluice.example/cluster/internal/component"
	"sluice.example/cluster/internal/kube"
	"sluice.example/cluster/internal/pki"
	"sluice.example/cluster/internal/ports"
	"sluice.example/cluster/internal/process"
	"sluice.example/cluster/internal/users"
)

// Config says what to run and where.
type Config struct {
	Name    string
	Folder  string // exists and is empty; certificates, data and logs go here
	Assets  map[string]component.Asset
	APIPort int // 0: any free one
	// Bare leaves out all controllers and webhooks: there is an API server that knows the kinds.
	Bare bool
	// TokenCommand prints an ExecCredential for the user whose name is added.
	TokenCommand []string
	Say          func(format string, arguments ...any)
}

// Cluster is a control plane that is up.
type Cluster struct {
	config    Config
	group     *process.Group
	cancel    context.CancelFunc
	ports     map[string]int
	authority *pki.Authority
	people    []users.User
	accounts  map[string]users.User // of components, by user name
	issuer    users.Issuer
	reviews   string // kubeconfig by which the API server asks about tokens
	client    *kube.Client
	programs  []installed
}

const (
	startLimit = 3 * time.Minute
	stopGrace  = 5 * time.Second
)

// Start brings a cluster up and returns when it is ready. When that fails nothing of it runs any more, and
// the logs are in Config.Folder.
func Start(ctx context.Context, config Config) (*Cluster, error) {
	logs := filepath.Join(config.Folder, "logs")
	if err := os.MkdirAll(logs, 0o700); err != nil {
		return nil, err
	}
	background, cancel := context.WithCancel(context.Background())
	cluster := &Cluster{
		config:   config,
		group:    process.NewGroup(logs),
		cancel:   cancel,
		people:   users.People(),
		accounts: map[string]users.User{},
	}
	limited, release := context.WithTimeoutCause(ctx, startLimit, fmt.Errorf("not ready after %v", startLimit))
	defer release()
	if err := cluster.startWatched(limited, background); err != nil {
		cluster.Stop()
		return nil, err
	}
	return cluster, nil
}

// startWatched starts everything, and gives up as soon as one component ends.
func (c *Cluster) startWatched(ctx, background context.Context) error {
	ctx, fail := context.WithCancelCause(ctx)
	defer fail(nil)
	result := make(chan error, 1)
	go func() { result <- c.start(ctx, background) }()
	for {
		select {
		case err := <-result:
			return err
		case exit := <-c.group.Exits():
			fail(fmt.Errorf("%w\n%s", exit, process.Tail(exit.Log, 8)))
		}
	}
}

func (c *Cluster) start(ctx, background context.Context) error {
	if err := c.pickPorts(); err != nil {
		return err
	}
	if !c.config.Bare {
		if err := c.collect(); err != nil {
			return err
		}
	}
	if err := c.writeCredentials(background); err != nil {
		return err
	}
	for _, step := range c.steps(ctx, background) {
		start := time.Now()
		if err := step.do(); err != nil {
			return fmt.Errorf("%s: %w", step.what, err)
		}
		c.config.Say("%s: %.1f s", step.what, time.Since(start).Seconds())
	}
	return nil
}

type step struct {
	what string
	do   func() error
}

func (c *Cluster) steps(ctx, background context.Context) []step {
	server := step{"API server", func() error { return c.startAPIServer(ctx) }}
	if c.config.Bare {
		return []step{server, {"kinds", func() error { return c.defineKinds(ctx) }}}
	}
	return []step{
		server,
		{"Kubernetes controllers", func() error { return c.startKubernetes(ctx) }},
		{"Knative", func() error { return c.startKnative(ctx) }},
		{"answers", func() error { c.answer(background); return nil }},
		{"readiness", func() error { return c.awaitReady(ctx) }},
	}
}

func (c *Cluster) pickPorts() error {
	if c.config.APIPort != 0 {
		if err := ports.Check(c.config.APIPort); err != nil {
			return err
		}
	}
	names := []string{"api", "etcd", "etcd-peer", "kubelet"}
	for _, asset := range c.config.Assets {
		for _, program := range asset.Processes {
			if program.Webhook != "" {
				names = append(names, program.Webhook)
			}
		}
	}
	picked, err := ports.Pick(len(names))
	if err != nil {
		return err
	}
	c.ports = map[string]int{}
	for i, name := range names {
		c.ports[name] = picked[i]
	}
	if c.config.APIPort != 0 {
		c.ports["api"] = c.config.APIPort
	}
	return nil
}

// Kubeconfig is the path of the file with a context for every user.
func (c *Cluster) Kubeconfig() string { return c.path("kubeconfig") }

// Etcd is the address at which its data can be changed behind the API server's back.
func (c *Cluster) Etcd() string { return loopback(c.ports["etcd"]) }

// Processes lists the components that were started, and their process ids.
func (c *Cluster) Processes() map[string]int { return c.group.Processes() }

// Exits reports components that ended on their own.
func (c *Cluster) Exits() <-chan process.Exit { return c.group.Exits() }

// Stop ends every process of the cluster and waits until they are gone.
func (c *Cluster) Stop() {
	c.cancel()
	c.group.Stop(stopGrace)
}

func (c *Cluster) path(elements ...string) string {
	return filepath.Join(append([]string{c.config.Folder}, elements...)...)
}

func (c *Cluster) server() string { return fmt.Sprintf("https://127.0.0.1:%d", c.ports["api"]) }

// LogFile is the log of the component of that name.
func (c *Cluster) LogFile(name string) string { return c.group.LogFile(name) }
