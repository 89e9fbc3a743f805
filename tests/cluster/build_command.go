// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"sluice.example/cluster/internal/component"
)

// buildCommand builds a profile. With -output it also collects what was built in one folder, for
// SLUICE_CLUSTER_ASSETS on another machine.
func buildCommand(ctx context.Context, arguments []string) error {
	shared := options{}
	flags := newFlags("build", &shared)
	output := flags.String("output", "", "also copy everything into this folder, for SLUICE_CLUSTER_ASSETS")
	if err := parse(flags, arguments); err != nil {
		return err
	}
	assets, err := shared.assets(ctx)
	if err != nil {
		return err
	}
	names, err := component.OfProfile(shared.profile)
	if err != nil {
		return err
	}
	for _, name := range names {
		folder := assets[name].Folder
		if *output != "" {
			target := filepath.Join(*output, name)
			if err := os.CopyFS(target, os.DirFS(folder)); err != nil {
				return err
			}
			folder = target
		}
		fmt.Println(folder)
	}
	if *output != "" {
		return copySelf(*output)
	}
	return nil
}

// copySelf puts this program beside the assets, for machines that have no Go to build it.
func copySelf(folder string) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	program, err := os.ReadFile(self)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, filepath.Base(self)), program, 0o700)
}
