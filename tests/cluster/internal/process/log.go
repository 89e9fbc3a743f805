// SPDX-License-Identifier: GPL-3.0-or-later

package process

import (
	"os"
	"strings"
)

// Tail returns the last lines of a log, for a message about a component that failed.
func Tail(path string, lines int) string {
	data, err := os.ReadFile(path)
	if err != nil {
		return ""
	}
	all := strings.Split(strings.TrimRight(string(data), "\n"), "\n")
	if len(all) > lines {
		all = all[len(all)-lines:]
	}
	return strings.Join(all, "\n")
}
