// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"context"
	"fmt"
	"maps"
	"os"
	"slices"
	"text/tabwriter"
	"time"

	"sluice.example/cluster/internal/instance"
)

// statusCommand lists the clusters that have a folder, with what is wrong with them.
func statusCommand(_ context.Context, arguments []string) error {
	shared := options{}
	if err := parse(newFlags("status", &shared), arguments); err != nil {
		return err
	}
	names, err := instance.Names(shared.cache)
	if err != nil {
		return err
	}
	if len(names) == 0 {
		fmt.Println("no cluster is up")
		return nil
	}
	table := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "NAME\tPROFILE\tSTATUS\tAGE\tKUBECONFIG")
	var notes []string
	for _, name := range names {
		folder, err := instance.Folder(shared.cache, name)
		if err != nil {
			continue
		}
		state, err := instance.Read(folder)
		status := statusOf(folder, state, err)
		age := "-"
		if !state.Started.IsZero() {
			age = time.Since(state.Started).Round(time.Second).String()
		}
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\n", name, state.Profile, status, age, state.Kubeconfig)
		for _, component := range slices.Sorted(maps.Keys(state.Failures)) {
			notes = append(notes, fmt.Sprintf("%s: %s ended: %s; its log is %s/logs/%s.log",
				name, component, state.Failures[component], folder, component))
		}
	}
	if err := table.Flush(); err != nil {
		return err
	}
	for _, note := range notes {
		fmt.Println(note)
	}
	return nil
}

func statusOf(folder string, state instance.State, err error) string {
	switch {
	case !instance.Running(folder):
		return "dead" // its process was killed; down cleans up
	case err != nil:
		return "damaged" // its folder was; it runs on until down ends it
	case state.Kubeconfig == "":
		return "starting"
	case len(state.Failures) > 0:
		return "broken"
	}
	return "up"
}
