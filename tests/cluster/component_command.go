// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"context"

	"sluice.example/cluster/internal/instance"
)

// componentCommand makes trouble for tests of faults: component ACTION NAME.
func componentCommand(_ context.Context, arguments []string) error {
	shared := options{}
	flags := newFlags("component", &shared)
	name := flags.String("name", fromEnv("SLUICE_CLUSTER_NAME", "default"), "name of the cluster")
	if err := parse(flags, arguments); err != nil {
		return err
	}
	if flags.NArg() != 2 {
		say("component needs an action and a component, for example: component restart kube-apiserver")
		return errUsage
	}
	folder, err := instance.Folder(shared.cache, *name)
	if err != nil {
		return err
	}
	return instance.Order(folder, flags.Arg(0)+" "+flags.Arg(1))
}
