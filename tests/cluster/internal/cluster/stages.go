// SPDX-License-Identifier: GPL-3.0-or-later

package cluster

import (
	"os"

	"sigs.k8s.io/yaml"

	"sluice.example/cluster/internal/kube"
	"sluice.example/cluster/internal/manifest"
)

// faults are words in the name of an image by which a pod fails; the stages for them are among the
// manifests of the component kwok. The sandbox of Sluice knows the same words.
const faults = "not-found|pull-fails|unauthorized|crash|never-ready"

// writeStages writes KWOK's configuration: what becomes of nodes and pods.
func (c *Cluster) writeStages() (string, error) {
	stages, err := manifest.Read(c.config.Assets["kwok"].ManifestFolder())
	if err != nil {
		return "", err
	}
	var text []byte
	for _, stage := range stages {
		if kube.Field(stage, "kind") != "Stage" {
			continue
		}
		if kube.Field(stage, "metadata", "name") == "pod-ready" {
			exceptFaults(stage)
		}
		document, err := yaml.Marshal(stage)
		if err != nil {
			return "", err
		}
		text = append(append(text, "---\n"...), document...)
	}
	logs, err := c.writePodLog()
	if err != nil {
		return "", err
	}
	text = append(text, logs...)
	path := c.path("stages.yaml")
	return path, os.WriteFile(path, text, 0o600)
}

// podLog is what every container of every pod has written.
const podLog = `2024-05-01T12:00:00.000000001Z stdout F the server listens on port 8080
2024-05-01T12:00:01.000000001Z stderr F the first request took 3 ms
`

// writePodLog writes the log, and returns the part of KWOK's configuration that says where it is.
func (c *Cluster) writePodLog() ([]byte, error) {
	path := c.path("pod.log")
	if err := os.WriteFile(path, []byte(podLog), 0o600); err != nil {
		return nil, err
	}
	document, err := yaml.Marshal(kube.Object{
		"apiVersion": "kwok.x-k8s.io/v1alpha1",
		"kind":       "ClusterLogs",
		"metadata":   kube.Object{"name": "all"},
		"spec":       kube.Object{"logs": []kube.Object{{"logsFile": path, "follow": true}}},
	})
	return append([]byte("---\n"), document...), err
}

// exceptFaults keeps the stage from pods with an image that fails.
func exceptFaults(stage kube.Object) {
	selector := kube.Map(stage, "spec", "selector")
	selector["matchExpressions"] = append(kube.List(selector, "matchExpressions"), kube.Object{
		"key":      `.spec.containers.[] | select(.image | test("` + faults + `")) | .name`,
		"operator": "DoesNotExist",
	})
}
