// SPDX-License-Identifier: GPL-3.0-or-later

package instance

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// Down ends the instance in the folder and removes what it left: the process that runs it is asked first
// and killed when it does not answer within the grace; components that are still there are killed too.
func Down(folder string, grace time.Duration) error {
	state, err := Read(folder)
	if err != nil && Running(folder) {
		return fmt.Errorf("the cluster in %s is just starting; try again: %w", folder, err)
	}
	if Running(folder) {
		_ = syscall.Kill(state.Supervisor, syscall.SIGTERM)
		if !gone(folder, grace) {
			_ = syscall.Kill(state.Supervisor, syscall.SIGKILL)
			if !gone(folder, grace) {
				return fmt.Errorf("process %d does not end", state.Supervisor)
			}
		}
	}
	for _, pid := range state.Processes {
		if belongs(pid, folder) {
			_ = syscall.Kill(-pid, syscall.SIGKILL)
		}
	}
	if err := Remove(folder); err != nil {
		return err
	}
	Forget(folder)
	return nil
}

func gone(folder string, grace time.Duration) bool {
	deadline := time.Now().Add(grace)
	for Running(folder) {
		if time.Now().After(deadline) {
			return false
		}
		time.Sleep(20 * time.Millisecond)
	}
	return true
}

// belongs tells whether the process works in the folder: ids are used again, and others' processes are
// not touched.
func belongs(pid int, folder string) bool {
	working, err := os.Readlink(filepath.Join("/proc", fmt.Sprint(pid), "cwd"))
	if err != nil {
		return false
	}
	working = strings.TrimSuffix(working, " (deleted)")
	return strings.HasPrefix(working, folder+string(filepath.Separator))
}
