// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"
	"time"

	"sluice.example/cluster/internal/cluster"
	"sluice.example/cluster/internal/component"
	"sluice.example/cluster/internal/instance"
	"sluice.example/cluster/internal/process"
)

// supervised is a cluster that this process runs, with its folder.
type supervised struct {
	*cluster.Cluster
	folder  string
	release func()
	deaf    context.CancelFunc // ends the taking of orders

	mutex sync.Mutex
	state instance.State
}

// supervise claims the folder of that name and starts a cluster in it. When the start fails the logs are
// moved out of the folder, and the error says where they are.
func supervise(ctx context.Context, shared *options, name, export string, apiPort int,
	assets map[string]component.Asset) (*supervised, error) {
	folder, err := instance.Folder(shared.cache, name)
	if err != nil {
		return nil, err
	}
	release, leftBehind, err := instance.Claim(folder)
	if errors.Is(err, instance.ErrRunning) {
		return nil, fmt.Errorf("a cluster named %s is up already; end it with down, or take another -name", name)
	}
	if err != nil {
		return nil, err
	}
	if leftBehind {
		say("removed what an earlier cluster named %s had left behind in %s", name, folder)
	}
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	one := &supervised{folder: folder, release: release, state: instance.State{
		Name: name, Profile: shared.profile, Supervisor: os.Getpid(), Started: time.Now(), Exported: export,
	}}
	if err := instance.Write(folder, one.state); err != nil {
		return nil, err
	}
	one.Cluster, err = cluster.Start(ctx, cluster.Config{
		Name:         name,
		Folder:       folder,
		Assets:       assets,
		APIPort:      apiPort,
		Bare:         shared.profile == component.Bare,
		TokenCommand: []string{self, "token", "-folder", folder},
		Say:          say,
	})
	if err != nil {
		err = fmt.Errorf("the cluster did not come up: %w\n%s", err, keepLogs(shared.cache, folder, name))
		one.end()
		return nil, err
	}
	if err = one.takeOrders(); err == nil {
		err = one.announce()
	}
	if err != nil {
		one.end()
		return nil, err
	}
	return one, nil
}

// takeOrders lets other processes stop and start components.
func (s *supervised) takeOrders() error {
	ctx, cancel := context.WithCancel(context.Background())
	s.deaf = cancel
	return instance.Listen(ctx, s.folder, func(ctx context.Context, order string) error {
		action, component, _ := strings.Cut(order, " ")
		if err := s.Control(ctx, action, component); err != nil {
			return err
		}
		s.mutex.Lock()
		defer s.mutex.Unlock()
		s.state.Processes = s.Processes()
		delete(s.state.Failures, component)
		return instance.Write(s.folder, s.state)
	})
}

// announce writes down that the cluster is up.
func (s *supervised) announce() error {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.state.Processes = s.Processes()
	s.state.Kubeconfig = s.Kubeconfig()
	if s.state.Exported != "" {
		data, err := os.ReadFile(s.Kubeconfig())
		if err != nil {
			return err
		}
		if err := os.WriteFile(s.state.Exported, data, 0o600); err != nil {
			return err
		}
	}
	return instance.Write(s.folder, s.state)
}

// failed notes a component that ended on its own.
func (s *supervised) failed(exit process.Exit) {
	say("%v", exit)
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.state.Failures == nil {
		s.state.Failures = map[string]string{}
	}
	s.state.Failures[exit.Name] = exit.Err.Error()
	_ = instance.Write(s.folder, s.state)
}

// end stops the cluster and removes its folder.
func (s *supervised) end() {
	if s.deaf != nil {
		s.deaf()
	}
	if s.Cluster != nil {
		s.Stop()
	}
	if err := instance.Remove(s.folder); err != nil {
		say("%v", err)
	}
	instance.Forget(s.folder)
	s.release()
}
