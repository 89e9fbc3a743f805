// SPDX-License-Identifier: GPL-3.0-or-later

package process

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

func shell(name, script string) Spec {
	return Spec{Name: name, Program: "/bin/sh", Arguments: []string{"-c", script}, Env: os.Environ()}
}

func waitForFile(t *testing.T, path string) {
	t.Helper()
	deadline := time.Now().Add(10 * time.Second)
	for time.Now().Before(deadline) {
		if data, err := os.ReadFile(path); err == nil && len(data) > 0 {
			return
		}
		time.Sleep(5 * time.Millisecond)
	}
	t.Fatalf("%s did not appear", path)
}

func TestStopEndsComponentsAndWhatTheyStarted(t *testing.T) {
	folder := t.TempDir()
	group := NewGroup(folder)
	// One that ignores SIGTERM and has a child of its own.
	ready := filepath.Join(folder, "ready")
	err := group.Start(shell("stubborn", "trap '' TERM; sleep 600 & echo $! > ready; wait; sleep 600"))
	if err != nil {
		t.Fatal(err)
	}
	waitForFile(t, ready)
	pid := group.Processes()["stubborn"]
	group.Stop(50 * time.Millisecond)
	if err := syscall.Kill(-pid, 0); err != syscall.ESRCH {
		// The grandchild may be a zombie for a moment until it is reaped by init.
		deadline := time.Now().Add(5 * time.Second)
		for syscall.Kill(-pid, 0) != syscall.ESRCH && time.Now().Before(deadline) {
			time.Sleep(5 * time.Millisecond)
		}
	}
	if err := syscall.Kill(-pid, 0); err != syscall.ESRCH {
		t.Errorf("process group %d is still there: %v", pid, err)
	}
	select {
	case exit := <-group.Exits():
		t.Errorf("an end that was asked for was reported: %v", exit)
	default:
	}
}

func TestExitNamesComponentAndLog(t *testing.T) {
	group := NewGroup(t.TempDir())
	if err := group.Start(shell("broken", "echo it went wrong; exit 3")); err != nil {
		t.Fatal(err)
	}
	exit := <-group.Exits()
	if exit.Name != "broken" || !strings.Contains(exit.Error(), "exit status 3") {
		t.Errorf("got %v", exit)
	}
	if tail := Tail(exit.Log, 1); tail != "it went wrong" {
		t.Errorf("got the log %q", tail)
	}
	group.Stop(time.Second)
}

func TestStartSaysWhatIsMissing(t *testing.T) {
	group := NewGroup(t.TempDir())
	err := group.Start(Spec{Name: "etcd", Program: "/nonexistent/etcd"})
	if err == nil || !strings.Contains(err.Error(), "cannot start etcd") {
		t.Errorf("got %v", err)
	}
}
