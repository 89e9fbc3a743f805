// SPDX-License-Identifier: GPL-3.0-or-later

// Command cluster-bench measures Sluice's client against client-go on the same API server in the same run.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"
)

const usage = `usage: cluster-bench compare --ours PROGRAM [OPTIONS]
       cluster-bench peer

  compare  fill the cluster, let PROGRAM and client-go read it in turn, and print what it cost each
  peer     client-go's typed informers alone; what compare starts

Both need a bare cluster: SLUICE_CLUSTER_KUBECONFIG and SLUICE_CLUSTER_ETCD are in the environment.
`

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, os.Args[1:]); err != nil {
		fmt.Fprintf(os.Stderr, "cluster-bench: %v\n", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, arguments []string) error {
	command := ""
	if len(arguments) > 0 {
		command, arguments = arguments[0], arguments[1:]
	}
	switch command {
	case "peer":
		return peer(ctx, os.Getenv("SLUICE_CLUSTER_KUBECONFIG"))
	case "compare":
		plan := plan{}
		flags := flag.NewFlagSet(command, flag.ExitOnError)
		flags.StringVar(&plan.ours, "ours", "", "Sluice's side, the program bench_watch")
		flags.IntVar(&plan.services, "services", 10_000, "Services to write")
		flags.IntVar(&plan.revisions, "revisions", 50_000, "Revisions to write")
		flags.IntVar(&plan.rounds, "rounds", 5, "first syncs of each side")
		flags.IntVar(&plan.minutes, "minutes", 1, "measurements under change of each side; 0 leaves them out")
		flags.IntVar(&plan.rate, "rate", 1000, "changes a second meanwhile")
		flags.DurationVar(&plan.length, "length", time.Minute, "length of each of them")
		if err := flags.Parse(arguments); err != nil {
			return err
		}
		if plan.ours == "" {
			return fmt.Errorf("--ours names no program")
		}
		return compare(ctx, plan, os.Getenv("SLUICE_CLUSTER_KUBECONFIG"), os.Getenv("SLUICE_CLUSTER_ETCD"))
	}
	fmt.Fprint(os.Stderr, usage)
	return fmt.Errorf("no such command: %q", command)
}
