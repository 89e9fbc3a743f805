// SPDX-License-Identifier: GPL-3.0-or-later

package ports

import (
	"net"
	"strings"
	"testing"
)

func TestPickReturnsDifferentFreePorts(t *testing.T) {
	picked, err := Pick(20)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[int]bool{}
	for _, port := range picked {
		if seen[port] {
			t.Errorf("port %d was picked twice", port)
		}
		seen[port] = true
		if port < first || port >= last {
			t.Errorf("port %d may be handed out by the system as well", port)
		}
		if err := Check(port); err != nil {
			t.Error(err)
		}
	}
	if len(seen) != 20 {
		t.Errorf("got %d ports, want 20", len(seen))
	}
}

func TestCheckNamesATakenPort(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	err = Check(listener.Addr().(*net.TCPAddr).Port)
	if err == nil || !strings.Contains(err.Error(), "is taken") {
		t.Errorf("got %v, want a message that the port is taken", err)
	}
}
