// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"sluice.example/cluster/internal/component"
)

var errUsage = errors.New("wrong usage")

// options are what several commands share.
type options struct {
	profile string
	sources string
	cache   string
}

// newFlags declares the shared options; the environment gives the defaults.
func newFlags(command string, shared *options) *flag.FlagSet {
	flags := flag.NewFlagSet(command, flag.ContinueOnError)
	profiles := strings.Join(component.ProfileNames(), ", ")
	flags.StringVar(&shared.profile, "profile", fromEnv("SLUICE_CLUSTER_PROFILE", component.DefaultProfile),
		"release of Knative: "+profiles)
	flags.StringVar(&shared.sources, "components", fromEnv("SLUICE_CLUSTER_COMPONENTS", "tests/cluster/components"),
		"folder with the descriptions of the components")
	flags.StringVar(&shared.cache, "cache", fromEnv("SLUICE_CLUSTER_CACHE", defaultCache()),
		"folder for what is built and for clusters that are up")
	return flags
}

// parse reads the options; what is left are the arguments.
func parse(flags *flag.FlagSet, arguments []string) error {
	if err := flags.Parse(arguments); err != nil {
		return errUsage // flag has said what is wrong
	}
	return nil
}

func fromEnv(name, fallback string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return fallback
}

func defaultCache() string {
	base, err := os.UserCacheDir()
	if err != nil {
		base = os.TempDir()
	}
	return filepath.Join(base, "sluice", "cluster")
}

// assets finds the components of the profile, ready-made where SLUICE_CLUSTER_ASSETS says so and built
// otherwise.
func (o *options) assets(ctx context.Context) (map[string]component.Asset, error) {
	names, err := component.OfProfile(o.profile)
	if err != nil {
		return nil, err
	}
	assets := map[string]component.Asset{}
	if readyMade := os.Getenv("SLUICE_CLUSTER_ASSETS"); readyMade != "" {
		for _, name := range names {
			if assets[name], err = component.Open(filepath.Join(readyMade, name), name); err != nil {
				return nil, fmt.Errorf("SLUICE_CLUSTER_ASSETS: %w", err)
			}
		}
		return assets, nil
	}
	sources, err := filepath.Abs(o.sources)
	if err != nil {
		return nil, err
	}
	builder := component.Builder{Sources: sources, Cache: filepath.Join(o.cache, "components"), Say: say}
	for _, name := range names {
		if assets[name], err = builder.Asset(ctx, name); err != nil {
			return nil, err
		}
	}
	return assets, nil
}
