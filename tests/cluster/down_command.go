// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"sluice.example/cluster/internal/instance"
)

const downGrace = 15 * time.Second // stopping takes up to 5 s

// downCommand ends one cluster, or all.
func downCommand(_ context.Context, arguments []string) error {
	shared := options{}
	flags := newFlags("down", &shared)
	name := flags.String("name", "default", "name of the cluster")
	all := flags.Bool("all", false, "every cluster of this user")
	grace := flags.Duration("grace", downGrace, "time that its process has to end before it is killed")
	if err := parse(flags, arguments); err != nil {
		return err
	}
	existing, err := instance.Names(shared.cache)
	if err != nil {
		return err
	}
	var failures []error
	ended := 0
	for _, one := range existing {
		if !*all && one != *name {
			continue
		}
		folder, err := instance.Folder(shared.cache, one)
		if err == nil {
			err = instance.Down(folder, *grace)
		}
		if err != nil {
			failures = append(failures, fmt.Errorf("%s: %w", one, err))
			continue
		}
		ended++
		fmt.Printf("ended %s\n", one)
	}
	if ended == 0 && len(failures) == 0 {
		fmt.Println("nothing to end")
	}
	return errors.Join(failures...)
}
