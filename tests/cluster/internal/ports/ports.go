// SPDX-License-Identifier: GPL-3.0-or-later

// Package ports finds free TCP ports on the loopback interface.
package ports

import (
	"errors"
	"fmt"
	"net"
	"syscall"
)

// Pick returns count different ports that were free a moment ago. All of them are held open until the
// last one is found, so that none is handed out twice.
func Pick(count int) ([]int, error) {
	listeners := make([]net.Listener, 0, count)
	defer func() {
		for _, listener := range listeners {
			listener.Close()
		}
	}()
	picked := make([]int, 0, count)
	for range count {
		listener, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return nil, fmt.Errorf("no free port on 127.0.0.1: %w", err)
		}
		listeners = append(listeners, listener)
		picked = append(picked, listener.Addr().(*net.TCPAddr).Port)
	}
	return picked, nil
}

// Check fails when somebody listens on the port already.
func Check(port int) error {
	listener, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", port))
	if errors.Is(err, syscall.EADDRINUSE) {
		return fmt.Errorf("port %d on 127.0.0.1 is taken by another process", port)
	}
	if err != nil {
		return fmt.Errorf("port %d on 127.0.0.1: %w", port, err)
	}
	return listener.Close()
}
