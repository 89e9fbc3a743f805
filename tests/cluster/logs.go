// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"os"
	"path/filepath"
	"slices"
	"time"
)

// keepLogs moves the logs of a cluster to where they outlive it, and returns a line that says so.
func keepLogs(cache, folder, name string) string {
	target := filepath.Join(cache, "logs", name+"-"+time.Now().Format("20060102-150405"))
	if err := os.MkdirAll(filepath.Dir(target), 0o700); err != nil {
		return err.Error()
	}
	if err := os.Rename(filepath.Join(folder, "logs"), target); err != nil {
		return err.Error()
	}
	forgetOldLogs(filepath.Dir(target))
	return "The logs are in " + target
}

const keptLogs = 20

// forgetOldLogs removes all but the newest logs of clusters that failed.
func forgetOldLogs(folder string) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return
	}
	slices.SortFunc(entries, func(a, b os.DirEntry) int { return modified(a).Compare(modified(b)) })
	for _, entry := range entries[:max(0, len(entries)-keptLogs)] {
		_ = os.RemoveAll(filepath.Join(folder, entry.Name()))
	}
}

func modified(entry os.DirEntry) time.Time {
	info, err := entry.Info()
	if err != nil {
		return time.Time{}
	}
	return info.ModTime()
}
