// SPDX-License-Identifier: GPL-3.0-or-later

package cluster

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"sync"

	"sluice.example/cluster/internal/component"
	"sluice.example/cluster/internal/kube"
	"sluice.example/cluster/internal/manifest"
	"sluice.example/cluster/internal/process"
	"sluice.example/cluster/internal/users"
)

// installed is a process of ours in the place of a Deployment of upstream's.
type installed struct {
	component.Process
	asset       component.Asset
	account     users.User
	environment map[string]string
}

// name is the component's in messages, logs and Control.
func (i installed) name() string { return i.Namespace + "-" + i.Program }

// collect finds out which programs run, as whom and with which environment.
func (c *Cluster) collect() error {
	for _, asset := range c.config.Assets {
		if len(asset.Processes) == 0 {
			continue
		}
		objects, err := manifest.Read(asset.ManifestFolder())
		if err != nil {
			return err
		}
		for _, program := range asset.Processes {
			deployment := find(objects, "Deployment", program.Namespace, program.Deployment)
			if deployment == nil {
				return fmt.Errorf("%s has no Deployment %s", asset.Name, program.Deployment)
			}
			name := kube.Field(deployment, "spec", "template", "spec", "serviceAccountName")
			account := users.ServiceAccount(program.Namespace, name)
			if known, ok := c.accounts[account.Name]; ok {
				account = known
			}
			c.accounts[account.Name] = account
			one := installed{program, asset, account, manifest.Environment(deployment)}
			c.programs = append(c.programs, one)
		}
	}
	return nil
}

func find(objects []kube.Object, kind, namespace, name string) kube.Object {
	for _, object := range objects {
		if kube.Field(object, "kind") == kind && kube.Field(object, "metadata", "name") == name &&
			kube.Field(object, "metadata", "namespace") == namespace {
			return object
		}
	}
	return nil
}

func (c *Cluster) startKnative(ctx context.Context) error {
	objects, extras, err := c.objects()
	if err != nil {
		return err
	}
	stages := manifest.Stages(objects)
	if err := c.applyStages(ctx, stages[:manifest.Configured]); err != nil {
		return err
	}
	for _, program := range c.programs {
		if err := c.startProgram(program); err != nil {
			return err
		}
	}
	// While they start: what they do not need. The last stage goes through their webhooks.
	others := make(chan error, 1)
	go func() { others <- c.apply(ctx, extras) }()
	err = c.applyStages(ctx, stages[manifest.Configured:])
	return errors.Join(err, <-others)
}

// defineKinds installs the definitions of the kinds and returns when they are served.
func (c *Cluster) defineKinds(ctx context.Context) error {
	objects, _, err := c.objects()
	if err != nil {
		return err
	}
	var definitions []kube.Object
	for _, object := range objects {
		if kube.Field(object, "kind") == "CustomResourceDefinition" {
			manifest.WithoutDescriptions(object)
			definitions = append(definitions, object)
		}
	}
	if err := c.apply(ctx, definitions); err != nil {
		return err
	}
	return kube.Until(ctx, "waiting for the kinds", func(ctx context.Context) error {
		for _, definition := range definitions {
			if err := c.isServed(ctx, definition); err != nil {
				return err
			}
		}
		return nil
	})
}

// isServed is an error until objects of the kind can be listed.
func (c *Cluster) isServed(ctx context.Context, definition kube.Object) error {
	for _, item := range kube.List(definition, "spec", "versions") {
		version, _ := item.(kube.Object)
		if version["storage"] != true {
			continue
		}
		path := fmt.Sprintf("/apis/%s/%s/%s?limit=1", kube.Field(definition, "spec", "group"),
			kube.Field(version, "name"), kube.Field(definition, "spec", "names", "plural"))
		if _, err := c.client.Get(ctx, path); err != nil {
			return err
		}
	}
	return nil
}

func (c *Cluster) applyStages(ctx context.Context, stages [][]kube.Object) error {
	for _, stage := range stages {
		if err := c.apply(ctx, stage); err != nil {
			return err
		}
	}
	return nil
}

// objects are all manifests, fitted to this cluster. The extras are those of components that run nothing:
// definitions that are only there to validate.
func (c *Cluster) objects() (all, extras []kube.Object, err error) {
	if all, err = users.Rights(); err != nil {
		return nil, nil, err
	}
	for _, asset := range c.config.Assets {
		if asset.Name == "kwok" {
			continue
		}
		if _, err := os.Stat(asset.ManifestFolder()); errors.Is(err, os.ErrNotExist) {
			continue
		}
		objects, err := manifest.Read(asset.ManifestFolder())
		if err != nil {
			return nil, nil, err
		}
		for _, object := range objects {
			if !manifest.Wanted(object) {
				continue
			}
			manifest.RedirectWebhooks(object, c.ports)
			if len(asset.Processes) == 0 {
				manifest.WithoutDescriptions(object)
				extras = append(extras, object)
				continue
			}
			if kube.Field(object, "kind") == "ConfigMap" {
				key := kube.Field(object, "metadata", "namespace") + "/" + kube.Field(object, "metadata", "name")
				manifest.Set(object, asset.Settings[key])
			}
			all = append(all, object)
		}
	}
	return all, extras, nil
}

const applyInParallel = 8

// apply writes the objects, several at a time.
func (c *Cluster) apply(ctx context.Context, objects []kube.Object) error {
	var group sync.WaitGroup
	slots := make(chan struct{}, applyInParallel)
	failures := make(chan error, len(objects))
	for _, object := range objects {
		slots <- struct{}{}
		group.Add(1)
		go func() {
			defer group.Done()
			failures <- c.client.Apply(ctx, object)
			<-slots
		}()
	}
	group.Wait()
	close(failures)
	var all []error
	for err := range failures {
		all = append(all, err)
	}
	return errors.Join(all...)
}

func (c *Cluster) startProgram(program installed) error {
	variables := map[string]string{
		"KUBECONFIG": c.accountKubeconfig(program.account),
		// Port 0: any free one. Nobody looks at profiles.
		"PROFILING_PORT":      "0",
		"SLUICE_CLUSTER_LOAD": c.path("load.json"), // read by our stand-in for busy pods
	}
	for name, value := range program.environment {
		variables[name] = value
	}
	if program.Webhook != "" {
		variables["WEBHOOK_PORT"] = strconv.Itoa(c.ports[program.Webhook])
	}
	for name, value := range program.Env {
		variables[name] = value
	}
	environment := baseEnvironment()
	for name, value := range variables {
		environment = append(environment, name+"="+value)
	}
	slices.Sort(environment)
	return c.group.Start(process.Spec{
		Name:    program.name(),
		Program: program.asset.Binary(program.Program),
		Env:     environment,
		Abrupt:  true, // webhooks drain for 45 s
	})
}
