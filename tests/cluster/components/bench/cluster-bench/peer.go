// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"context"
	"encoding/json"
	"io"
	"os"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"k8s.io/client-go/tools/cache"
	"k8s.io/client-go/tools/clientcmd"
	"knative.dev/pkg/apis"
	v1 "knative.dev/serving/pkg/apis/serving/v1"
	"knative.dev/serving/pkg/client/clientset/versioned"
	"knative.dev/serving/pkg/client/informers/externalversions"
)

// report is what a side says about itself: one line when it is synced, and one at its end. Milliseconds and
// bytes. bench_watch.cpp says the same.
type report struct {
	FirstRows float64 `json:"firstRowsMs"`
	Synced    float64 `json:"syncedMs"`
	Objects   int     `json:"objects"`
	Resident  int64   `json:"residentBytes"`
	Peak      int64   `json:"peakBytes"`
	User      float64 `json:"userMs"`
	System    float64 `json:"systemMs"`
	Changes   int     `json:"changes"`
	DelayP50  float64 `json:"delayP50Ms"`
	DelayP99  float64 `json:"delayP99Ms"`
	StallP99  float64 `json:"stallP99Ms"`
	StallMax  float64 `json:"stallMaxMs"`
	OwnP99    float64 `json:"ownP99Ms"`
	OwnMax    float64 `json:"ownMaxMs"`
}

// delays collects how long after it was written a change is seen.
type delays struct {
	mutex sync.Mutex
	all   []float64
}

func (d *delays) saw(conditions apis.Conditions) {
	now := time.Now().UnixMicro()
	for i := range conditions {
		stamp, stamped := strings.CutPrefix(conditions[i].Message, stampPrefix)
		if conditions[i].Type != apis.ConditionReady || !stamped {
			continue
		}
		if written, err := strconv.ParseInt(stamp, 10, 64); err == nil {
			d.mutex.Lock()
			d.all = append(d.all, float64(now-written)/1000)
			d.mutex.Unlock()
		}
	}
}

// peer runs client-go's typed informers of Services and Revisions as a controller does, until its input ends.
func peer(ctx context.Context, kubeconfig string) error {
	config, err := clientcmd.BuildConfigFromFlags("", kubeconfig)
	if err != nil {
		return err
	}
	clients, err := versioned.NewForConfig(config)
	if err != nil {
		return err
	}
	factory := externalversions.NewSharedInformerFactory(clients, 0)
	services := factory.Serving().V1().Services().Informer()
	revisions := factory.Serving().V1().Revisions().Informer()

	begin := time.Now()
	var first atomic.Int64
	added := func(any) { first.CompareAndSwap(0, int64(time.Since(begin))) }
	seen := &delays{}
	handlers := []cache.ResourceEventHandlerRegistration{}
	for informer, updated := range map[cache.SharedIndexInformer]func(_, object any){
		services:  func(_, object any) { seen.saw(apis.Conditions(object.(*v1.Service).Status.Conditions)) },
		revisions: func(_, object any) { seen.saw(apis.Conditions(object.(*v1.Revision).Status.Conditions)) },
	} {
		handler, err := informer.AddEventHandler(cache.ResourceEventHandlerFuncs{AddFunc: added, UpdateFunc: updated})
		if err != nil {
			return err
		}
		handlers = append(handlers, handler)
	}
	begin = time.Now()
	factory.Start(ctx.Done())
	// Synced as seen by the handlers: they have every object of the list.
	for _, handler := range handlers {
		for !handler.HasSynced() {
			select {
			case <-ctx.Done():
				return context.Cause(ctx)
			case <-time.After(2 * time.Millisecond):
			}
		}
	}
	result := report{
		Synced:    time.Since(begin).Seconds() * 1000,
		FirstRows: time.Duration(first.Load()).Seconds() * 1000,
		Objects:   len(services.GetStore().ListKeys()) + len(revisions.GetStore().ListKeys()),
	}
	if err := say(result); err != nil {
		return err
	}
	if _, err := io.ReadAll(os.Stdin); err != nil {
		return err
	}
	seen.mutex.Lock()
	defer seen.mutex.Unlock()
	result.Changes = len(seen.all)
	result.DelayP50, result.DelayP99 = percentile(seen.all, 50), percentile(seen.all, 99)
	return say(result)
}

// say prints the report with what the process has used so far.
func say(result report) error {
	usage := syscall.Rusage{}
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		return err
	}
	result.User = float64(usage.Utime.Nano()) / 1e6
	result.System = float64(usage.Stime.Nano()) / 1e6
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return err
	}
	result.Resident, result.Peak = kilobytes(string(status), "VmRSS:")*1024, kilobytes(string(status), "VmHWM:")*1024
	return json.NewEncoder(os.Stdout).Encode(result)
}

// kilobytes reads one line of /proc/PID/status.
func kilobytes(status, name string) int64 {
	_, rest, _ := strings.Cut(status, name)
	fields := strings.Fields(rest)
	if len(fields) == 0 {
		return 0
	}
	value, _ := strconv.ParseInt(fields[0], 10, 64)
	return value
}
