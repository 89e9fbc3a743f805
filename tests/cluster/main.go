// SPDX-License-Identifier: GPL-3.0-or-later

// Command sluice-cluster builds and runs a real Knative control plane without containers. README.md says
// how to use it.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"sluice.example/cluster/internal/component"
)

// Exit codes beside 0. Test runners read exitSkip as "skipped".
const (
	exitFailed = 1
	exitUsage  = 2
	exitSkip   = 77
)

const usage = `usage: sluice-cluster COMMAND [OPTIONS]

  build   build the components of a profile, or find them in the cache
  up      start a cluster that stays up, and print the path of its kubeconfig
  status  list the clusters that are up, or were
  down    end a cluster and remove its folder
  run     start a cluster, run a command against it, end the cluster: run [OPTIONS] -- COMMAND [ARGUMENTS]
  component
          stop, start, restart, pause or resume one component: component ACTION COMPONENT;
          component compact etcd makes it forget the past
  token   print an ExecCredential; kubeconfigs of the clusters call this

Every command takes -help.
`

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	code := run(ctx, os.Args[1:])
	os.Exit(code)
}

func run(ctx context.Context, arguments []string) int {
	if len(arguments) == 0 {
		fmt.Fprint(os.Stderr, usage)
		return exitUsage
	}
	commands := map[string]func(context.Context, []string) error{
		"build":  buildCommand,
		"up":     upCommand,
		"serve":  serveCommand,
		"status": statusCommand,
		"down":   downCommand,
		"run":    runCommand,
		"token":  tokenCommand,

		"component": componentCommand,
	}
	command, known := commands[arguments[0]]
	if !known {
		fmt.Fprint(os.Stderr, usage)
		return exitUsage
	}
	return exitCode(command(ctx, arguments[1:]))
}

// commandExit is the exit code of a command that was run against a cluster.
type commandExit int

func (e commandExit) Error() string { return fmt.Sprintf("exit status %d", int(e)) }

func exitCode(err error) int {
	var exit commandExit
	switch {
	case err == nil:
		return 0
	case errors.As(err, &exit):
		return int(exit)
	case errors.Is(err, component.ErrNoGo):
		fmt.Fprintf(os.Stderr, "skipped: %v; a real control plane is built from source, "+
			"or taken ready-made from the folder that SLUICE_CLUSTER_ASSETS names\n", err)
		return exitSkip
	case errors.Is(err, errUsage):
		return exitUsage
	}
	say("%v", err)
	return exitFailed
}

func say(format string, arguments ...any) {
	fmt.Fprintf(os.Stderr, "sluice-cluster: "+format+"\n", arguments...)
}
