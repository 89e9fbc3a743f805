// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"time"
)

// runCommand starts a cluster, runs a command against it and ends the cluster; its exit code is the
// command's. Everything ends with this process, even when it is killed.
func runCommand(ctx context.Context, arguments []string) error {
	shared := options{}
	flags := newFlags("run", &shared)
	name := flags.String("name", fmt.Sprintf("run-%d", os.Getpid()), "name of the cluster")
	port := flags.Int("api-port", 0, "port of the API server; 0 takes any free one")
	if err := parse(flags, arguments); err != nil {
		return err
	}
	if flags.NArg() == 0 {
		say("run needs a command: run [OPTIONS] -- COMMAND [ARGUMENTS]")
		return errUsage
	}
	assets, err := shared.assets(ctx)
	if err != nil {
		return err
	}
	one, err := supervise(ctx, &shared, *name, "", *port, assets)
	if err != nil {
		return err
	}
	defer one.end()

	self, err := os.Executable()
	if err != nil {
		return err
	}
	command := exec.Command(flags.Arg(0), flags.Args()[1:]...)
	command.Stdin, command.Stdout, command.Stderr = os.Stdin, os.Stdout, os.Stderr
	command.Env = append(os.Environ(),
		"KUBECONFIG="+one.Kubeconfig(),
		"SLUICE_CLUSTER_KUBECONFIG="+one.Kubeconfig(),
		"SLUICE_CLUSTER_PROFILE="+shared.profile,
		"SLUICE_CLUSTER_NAME="+*name,
		"SLUICE_CLUSTER_CACHE="+shared.cache,
		"SLUICE_CLUSTER_PROGRAM="+self,
		"SLUICE_CLUSTER_ETCD="+one.Etcd(),
	)
	for _, client := range []string{"kn", "kubectl"} {
		if built, there := assets[client]; there {
			command.Env = append(command.Env, "SLUICE_CLUSTER_"+strings.ToUpper(client)+"="+built.Binary(client))
		}
	}
	command.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	result, err := follow(ctx, one, command)
	if err != nil || result != nil {
		say("%s", keepLogs(shared.cache, one.folder, *name))
	}
	return errors.Join(err, result)
}

// follow runs the command and watches the cluster meanwhile. The first error says that a component ended
// on its own, so that the command's result cannot be relied on; the second is the command's.
func follow(ctx context.Context, one *supervised, command *exec.Cmd) (broken, result error) {
	if err := command.Start(); err != nil {
		return nil, err
	}
	done := make(chan error, 1)
	go func() { done <- command.Wait() }()
	for {
		select {
		case err := <-done:
			var exit *exec.ExitError
			if errors.As(err, &exit) {
				return broken, commandExit(exitOf(exit))
			}
			return broken, err
		case exit := <-one.Exits():
			one.failed(exit)
			broken = exit
		case <-ctx.Done():
			_ = command.Process.Signal(syscall.SIGTERM)
			select {
			case <-done:
			case <-time.After(5 * time.Second):
				_ = command.Process.Kill()
				<-done
			}
			return broken, context.Cause(ctx)
		}
	}
}

// exitOf is the code as shells have it: 128 and the number of the signal for a command that was killed.
func exitOf(exit *exec.ExitError) int {
	if status, ok := exit.Sys().(syscall.WaitStatus); ok && status.Signaled() {
		return 128 + int(status.Signal())
	}
	return exit.ExitCode()
}
