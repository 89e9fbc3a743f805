// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"syscall"
	"time"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/client-go/dynamic"
	"k8s.io/client-go/tools/clientcmd"
)

// plan says what is measured.
type plan struct {
	ours                string
	services, revisions int
	rounds, minutes     int
	rate                int
	length              time.Duration
}

// side is one of the two programs, with what it has said so far.
type side struct {
	name    string
	command []string
	syncs   []report // at the moment of being synced
	minutes []report // after the changes, with the processor time since the sync
}

// settle is how long a side may go on after the last change, and rest between two runs.
const (
	settle = 3 * time.Second
	rest   = 2 * time.Second
	// syncLimit is for machines that are slow or busy.
	syncLimit = 3 * time.Minute
	warmUps   = 10
)

func compare(ctx context.Context, plan plan, kubeconfig, etcdAddress string) error {
	if kubeconfig == "" || etcdAddress == "" {
		return errors.New("SLUICE_CLUSTER_KUBECONFIG and SLUICE_CLUSTER_ETCD have to name a bare cluster")
	}
	self, err := os.Executable()
	if err != nil {
		return err
	}
	all, store := objects{plan.services, plan.revisions}, newEtcd(etcdAddress)
	begin := time.Now()
	if err := store.fill(ctx, all); err != nil {
		return err
	}
	tell("wrote %d Services and %d Revisions in %.1f s", plan.services, plan.revisions, time.Since(begin).Seconds())
	if err := awaitObjects(ctx, kubeconfig, plan); err != nil {
		return err
	}
	peer, ours := &side{name: "client-go", command: []string{self, "peer"}}, &side{name: "Sluice", command: []string{plan.ours}}
	// The first of each warms the server's caches and the disk's, and is not counted. It is repeated while the
	// server's cache, on a busy machine, is behind what was written.
	for round := range plan.rounds + 1 {
		for _, one := range []*side{peer, ours} {
			synced, _, err := one.run(ctx, nil)
			for try := 0; round == 0 && try < warmUps && err == nil && synced.Objects != all.count(); try++ {
				synced, _, err = one.run(ctx, nil)
			}
			if err != nil {
				return err
			}
			if synced.Objects != all.count() {
				return fmt.Errorf("%s has %d objects instead of %d", one.name, synced.Objects, all.count())
			}
			if round > 0 {
				one.syncs = append(one.syncs, synced)
			}
			tell("%s: synced in %.2f s, first rows after %.0f ms, %.0f MB", one.name, synced.Synced/1000,
				synced.FirstRows, megabytes(synced.Resident))
		}
	}
	for range plan.minutes {
		for _, one := range []*side{peer, ours} {
			changed := 0
			synced, after, err := one.run(ctx, func() (err error) {
				changed, err = store.change(ctx, all, plan.rate, plan.length)
				return err
			})
			if err != nil {
				return err
			}
			after.User -= synced.User
			after.System -= synced.System
			one.minutes = append(one.minutes, after)
			tell("%s: saw %d of %d changes, half of them within %.1f ms", one.name, after.Changes, changed, after.DelayP50)
		}
	}
	printTables(os.Stdout, plan, peer, ours)
	return nil
}

// awaitObjects returns when the API server has all objects that were written in its cache.
func awaitObjects(ctx context.Context, kubeconfig string, plan plan) error {
	config, err := clientcmd.BuildConfigFromFlags("", kubeconfig)
	if err != nil {
		return err
	}
	client, err := dynamic.NewForConfig(config)
	if err != nil {
		return err
	}
	for resource, wanted := range map[string]int{"services": plan.services, "revisions": plan.revisions} {
		kind := schema.GroupVersionResource{Group: "serving.knative.dev", Version: "v1", Resource: resource}
		for {
			list, err := client.Resource(kind).List(ctx, metav1.ListOptions{Limit: 1})
			if err != nil {
				return err
			}
			if found := countOf(list); found == wanted && cached(ctx, client.Resource(kind), list.GetResourceVersion()) {
				break
			}
			select {
			case <-ctx.Done():
				return context.Cause(ctx)
			case <-time.After(200 * time.Millisecond):
			}
		}
	}
	return nil
}

// cached tells whether the API server's watch cache is as new as that version: informers read from it, and after
// so many writes it is behind for a while. Nothing has the label, so the answer is short.
func cached(ctx context.Context, client dynamic.ResourceInterface, version string) bool {
	_, err := client.List(ctx, metav1.ListOptions{ResourceVersion: version, LabelSelector: "nothing-has=this"})
	return err == nil
}

func countOf(list *unstructured.UnstructuredList) int {
	count := len(list.Items)
	if remaining := list.GetRemainingItemCount(); remaining != nil {
		count += int(*remaining)
	}
	return count
}

// run starts the program, does the work once it is synced, if there is any, and ends it.
func (s *side) run(ctx context.Context, work func() error) (synced, after report, err error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel() // kills it when it has not ended
	command := exec.CommandContext(ctx, s.command[0], s.command[1:]...)
	command.Stderr = os.Stderr
	command.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	input, err := command.StdinPipe()
	if err != nil {
		return
	}
	output, err := command.StdoutPipe()
	if err != nil {
		return
	}
	if err = command.Start(); err != nil {
		return
	}
	limit := time.AfterFunc(syncLimit, cancel)
	lines := bufio.NewScanner(output)
	next := func(into *report) error {
		if !lines.Scan() {
			return fmt.Errorf("%s ended without its report: %w", s.name, errors.Join(lines.Err(), command.Wait()))
		}
		return json.Unmarshal(lines.Bytes(), into)
	}
	if err = next(&synced); err != nil {
		return
	}
	limit.Stop()
	if work != nil {
		if err = work(); err != nil {
			return
		}
		time.Sleep(settle)
	}
	if err = input.Close(); err != nil {
		return
	}
	if err = next(&after); err != nil {
		return
	}
	err = command.Wait()
	time.Sleep(rest)
	return
}

func tell(format string, arguments ...any) { fmt.Fprintf(os.Stderr, format+"\n", arguments...) }

func megabytes(bytes int64) float64 { return float64(bytes) / 1e6 }

// percentile is the value that so many percent of the values do not exceed; zero of none.
func percentile(values []float64, percent int) float64 {
	if len(values) == 0 {
		return 0
	}
	sorted := slices.Clone(values)
	slices.Sort(sorted)
	return sorted[min(len(sorted)-1, len(sorted)*percent/100)]
}
