// SPDX-License-Identifier: GPL-3.0-or-later

package component

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

type module struct {
	Path, Version, Dir, Sum, Error string
}

// copyManifests copies the manifests out of the module cache, and the component's own, to the folder
// target.
func copyManifests(ctx context.Context, component Component, sources, work, target string) error {
	if own := filepath.Join(sources, "manifests"); exists(own) {
		if err := copyYAML(own, filepath.Join(target, "own")); err != nil {
			return err
		}
	}
	for i, manifest := range component.Manifests {
		found, err := download(ctx, manifest, work)
		if err != nil {
			return err
		}
		to := filepath.Join(target, fmt.Sprintf("%02d-%s", i, filepath.Base(manifest.Path)))
		if err := copyYAML(filepath.Join(found.Dir, filepath.FromSlash(manifest.Path)), to); err != nil {
			return fmt.Errorf("%s %s: %w", found.Path, found.Version, err)
		}
	}
	return nil
}

// download makes sure that the module is in Go's module cache, with the checksum that is pinned.
func download(ctx context.Context, manifest Manifest, work string) (module, error) {
	query, folder := manifest.Module, work
	if manifest.Version != "" {
		query += "@" + manifest.Version
		folder = os.TempDir() // outside any module
	}
	output, err := goTool(ctx, folder, "mod", "download", "-json", query)
	if err != nil {
		return module{}, err
	}
	found := module{}
	if err := json.Unmarshal(output, &found); err != nil {
		return module{}, err
	}
	if manifest.Version != "" && found.Sum != manifest.Sum {
		return module{}, fmt.Errorf("%s has the checksum %s, not %s as pinned", query, found.Sum, manifest.Sum)
	}
	return found, nil
}

// copyYAML copies one file, or all YAML files of a folder and of the folders below it.
func copyYAML(from, to string) error {
	info, err := os.Stat(from)
	if err != nil {
		return err
	}
	if !info.IsDir() {
		return copyFile(from, to)
	}
	copied := 0
	err = filepath.WalkDir(from, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".yaml") {
			return err
		}
		relative, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		copied++
		return copyFile(path, filepath.Join(to, relative))
	})
	if err == nil && copied == 0 {
		err = fmt.Errorf("there is no YAML file in %s", from)
	}
	return err
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
