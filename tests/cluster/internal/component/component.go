// SPDX-License-Identifier: GPL-3.0-or-later

// Package component describes the parts that a cluster is made of, builds them from the sources of their
// Go modules and finds them again in the cache.
package component

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

// Component is what components/NAME/component.json says.
type Component struct {
	Name      string     `json:"-"`
	Programs  []Program  `json:"programs"`
	LinkFlags string     `json:"linkFlags"`
	Manifests []Manifest `json:"manifests"`
	Processes []Process  `json:"processes"`
	// Settings are entries for ConfigMaps, by namespace/name.
	Settings map[string]map[string]string `json:"settings"`
	// Probes are objects that can be created as a dry run once the component is ready.
	Probes []map[string]any `json:"probes"`
}

// Program is an executable that is built from a package of upstream's.
type Program struct {
	// Package is one of a module among the requirements, or "./NAME": a package of ours in the component's folder.
	Package string `json:"package"`
	Name    string `json:"name"` // the package's last element when empty
	// Edits are made to a copy of the package before it is built.
	Edits []Edit `json:"edits"`
}

// Edit replaces a text that occurs exactly once in the package; a build where it does not occur fails.
type Edit struct {
	Old string `json:"old"`
	New string `json:"new"`
}

// Manifest is a file or folder of a module that is installed into the cluster.
type Manifest struct {
	Module string `json:"module"`
	Path   string `json:"path"`
	// Version and Sum pin a module that is not among the component's requirements.
	Version string `json:"version"`
	Sum     string `json:"sum"`
}

// Process is a program that runs while the cluster is up, in the place of a Deployment.
type Process struct {
	Program    string `json:"program"`
	Namespace  string `json:"namespace"`
	Deployment string `json:"deployment"` // its environment and service account are taken over
	Webhook    string `json:"webhook"`    // Service by which the API server calls it, when it is a webhook
	// Env comes on top of the Deployment's.
	Env map[string]string `json:"env"`
}

// BinaryName is the file name of the program.
func (p Program) BinaryName() string {
	if p.Name != "" {
		return p.Name
	}
	return filepath.Base(p.Package)
}

const descriptionFile = "component.json"

// Load reads the description of a component from its folder.
func Load(folder, name string) (Component, error) {
	data, err := os.ReadFile(filepath.Join(folder, descriptionFile))
	if err != nil {
		return Component{}, fmt.Errorf("component %s: %w", name, err)
	}
	component := Component{Name: name}
	if err := json.Unmarshal(data, &component); err != nil {
		return Component{}, fmt.Errorf("%s: %w", filepath.Join(folder, descriptionFile), err)
	}
	return component, nil
}

// Asset is a built component.
type Asset struct {
	Component
	Folder string
}

// Binary is the path of one of its executables.
func (a Asset) Binary(name string) string { return filepath.Join(a.Folder, "bin", name) }

// ManifestFolder holds the manifests of the modules.
func (a Asset) ManifestFolder() string { return filepath.Join(a.Folder, "manifests") }

// Open finds a component that was built before into this folder.
func Open(folder, name string) (Asset, error) {
	component, err := Load(folder, name)
	if err != nil {
		return Asset{}, err
	}
	asset := Asset{Component: component, Folder: folder}
	for _, program := range component.Programs {
		if _, err := os.Stat(asset.Binary(program.BinaryName())); err != nil {
			return Asset{}, fmt.Errorf("component %s is not complete: %w", name, err)
		}
	}
	return asset, nil
}
