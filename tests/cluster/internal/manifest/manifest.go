// SPDX-License-Identifier: GPL-3.0-or-later

// Package manifest reads the objects of upstream's manifests and fits them to a cluster whose components
// are processes of this machine.
package manifest

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"sigs.k8s.io/yaml"

	"sluice.example/cluster/internal/kube"
)

// Read returns the objects of all YAML files in the folder, by the order of their names.
func Read(folder string) ([]kube.Object, error) {
	var files []string
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && isYAML(path) {
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	sort.Strings(files)
	var objects []kube.Object
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		found, err := Parse(data)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		objects = append(objects, found...)
	}
	return objects, nil
}

func isYAML(path string) bool {
	return strings.HasSuffix(path, ".yaml") || strings.HasSuffix(path, ".yml")
}

// Parse returns the objects of one YAML text with any number of documents. Documents without a kind and a
// name (patches, lists of values) are left out.
func Parse(text []byte) ([]kube.Object, error) {
	var objects []kube.Object
	for _, document := range split(text) {
		object := kube.Object{}
		if err := yaml.Unmarshal(document, &object); err != nil {
			return nil, err
		}
		if kube.Field(object, "kind") != "" && kube.Field(object, "metadata", "name") != "" {
			objects = append(objects, object)
		}
	}
	return objects, nil
}

func split(text []byte) [][]byte {
	text = append([]byte("\n"), bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))...)
	return bytes.Split(text, []byte("\n---"))
}
