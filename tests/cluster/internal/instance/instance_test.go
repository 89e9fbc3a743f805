// SPDX-License-Identifier: GPL-3.0-or-later

package instance

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

func TestNamesOfInstances(t *testing.T) {
	for _, name := range []string{"default", "a", "run-12"} {
		if _, err := Folder("/cache", name); err != nil {
			t.Error(err)
		}
	}
	for _, name := range []string{"", "../x", "A", "-a", "a/b"} {
		if _, err := Folder("/cache", name); err == nil {
			t.Errorf("%q was accepted", name)
		}
	}
}

func TestClaimKeepsOthersOut(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "instances", "one")
	release, leftBehind, err := Claim(folder)
	if err != nil || leftBehind {
		t.Fatal(leftBehind, err)
	}
	if !Running(folder) {
		t.Error("the claimed folder does not count as running")
	}
	if _, _, err := Claim(folder); !errors.Is(err, ErrRunning) {
		t.Errorf("a second claim got %v", err)
	}
	release()
	if Running(folder) {
		t.Error("the released folder counts as running")
	}
}

func TestClaimRemovesAStaleFolder(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "one")
	stale := filepath.Join(folder, "etcd", "member")
	if err := os.MkdirAll(stale, 0o700); err != nil {
		t.Fatal(err)
	}
	release, leftBehind, err := Claim(folder)
	if err != nil {
		t.Fatal(err)
	}
	defer release()
	if !leftBehind {
		t.Error("the stale folder was not reported")
	}
	if _, err := os.Stat(stale); err == nil {
		t.Error("the stale data are still there")
	}
}

func TestDownKillsLeftComponentsAndRemovesTheFolder(t *testing.T) {
	base := t.TempDir()
	folder := filepath.Join(base, "one")
	exported := filepath.Join(base, "exported")
	if err := os.MkdirAll(filepath.Join(folder, "logs"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{exported, filepath.Join(folder, "kubeconfig")} {
		if err := os.WriteFile(path, []byte("kind: Config\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	ours, other := sleeper(t, filepath.Join(folder, "logs")), sleeper(t, base)
	processes := map[string]int{"ours": ours.Process.Pid, "other": other.Process.Pid}
	if err := Write(folder, State{Name: "one", Exported: exported, Processes: processes}); err != nil {
		t.Fatal(err)
	}
	if err := Down(folder, time.Second); err != nil {
		t.Fatal(err)
	}
	if err := ours.Wait(); err == nil || err.Error() != "signal: killed" {
		t.Errorf("the component ended with %v", err)
	}
	if err := other.Process.Signal(syscall.Signal(0)); err != nil {
		t.Errorf("a process that has the id of a component was touched: %v", err)
	}
	entries, err := os.ReadDir(base)
	if err != nil || len(entries) != 0 {
		t.Errorf("left behind: %v, %v", entries, err)
	}
}

func sleeper(t *testing.T, folder string) *exec.Cmd {
	t.Helper()
	command := exec.Command("sleep", "600")
	command.Dir = folder
	command.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = command.Process.Kill() })
	return command
}
