// SPDX-License-Identifier: GPL-3.0-or-later

package process

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestAComponentEndsAndStartsAgain(t *testing.T) {
	folder := t.TempDir()
	group := NewGroup(folder)
	defer group.Stop(time.Second)
	ready := filepath.Join(folder, "ready")
	if err := group.Start(shell("server", "echo $$ > ready; exec sleep 600")); err != nil {
		t.Fatal(err)
	}
	waitForFile(t, ready)
	if err := group.Again("server"); err == nil || !strings.Contains(err.Error(), "is running") {
		t.Errorf("a second start got %v", err)
	}
	first := group.Processes()["server"]
	if err := group.End("server"); err != nil {
		t.Fatal(err)
	}
	select {
	case exit := <-group.Exits():
		t.Errorf("an end that was asked for was reported: %v", exit)
	default:
	}
	if err := os.Remove(ready); err != nil {
		t.Fatal(err)
	}
	if err := group.Again("server"); err != nil {
		t.Fatal(err)
	}
	waitForFile(t, ready)
	if second := group.Processes()["server"]; second == first || len(group.Processes()) != 1 {
		t.Errorf("process %d came after %d among %v", second, first, group.Processes())
	}
}

func TestAPausedComponentCanBeEnded(t *testing.T) {
	group := NewGroup(t.TempDir())
	if err := group.Start(shell("server", "exec sleep 600")); err != nil {
		t.Fatal(err)
	}
	if err := group.Pause("server"); err != nil {
		t.Fatal(err)
	}
	if err := group.Resume("server"); err != nil {
		t.Fatal(err)
	}
	if err := group.Pause("server"); err != nil {
		t.Fatal(err)
	}
	group.Stop(10 * time.Millisecond)
}

func TestUnknownComponentsAreNamed(t *testing.T) {
	group := NewGroup(t.TempDir())
	defer group.Stop(time.Second)
	if err := group.Start(shell("server", "exec sleep 600")); err != nil {
		t.Fatal(err)
	}
	if err := group.End("other"); err == nil || err.Error() != `no component "other"; there are: server` {
		t.Errorf("got %v", err)
	}
}
