// SPDX-License-Identifier: GPL-3.0-or-later

package instance

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// Down ends the instance in the folder and removes what it left: the process that runs it is asked first
// and killed when it does not answer within the grace; components that are still there are killed too.
// The folder itself may be damaged or gone.
func Down(folder string, grace time.Duration) error {
	state, _ := Read(folder) // without it there are no components to look after: they end with their parent
	if Running(folder) {
		supervisor := cmp.Or(holder(folder), state.Supervisor)
		if supervisor == 0 {
			return fmt.Errorf("the cluster in %s is just starting; try again", folder)
		}
		_ = syscall.Kill(supervisor, syscall.SIGTERM)
		if !gone(folder, grace) {
			_ = syscall.Kill(supervisor, syscall.SIGKILL)
			if !gone(folder, grace) {
				return fmt.Errorf("process %d does not end", supervisor)
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
