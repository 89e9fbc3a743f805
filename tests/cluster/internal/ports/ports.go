// SPDX-License-Identifier: GPL-3.0-or-later

// Package ports finds free TCP ports on the loopback interface.
package ports

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"net"
	"syscall"
)

// Ports are picked below those that systems hand out on their own (from 32768 on Linux, from 49152
// elsewhere): a component that listens on any port, or connects to one, must not get a port that was
// picked for another.
const (
	first = 20000
	last  = 32000
	tries = 1000
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
	for range tries {
		if len(picked) == count {
			return picked, nil
		}
		port := first + rand.IntN(last-first)
		// Components listen on all interfaces or on the loopback one; the port has to be free on all.
		listener, err := net.Listen("tcp", fmt.Sprintf(":%d", port))
		if errors.Is(err, syscall.EADDRINUSE) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("no port can be opened: %w", err)
		}
		listeners = append(listeners, listener)
		picked = append(picked, port)
	}
	return nil, fmt.Errorf("no %d free ports between %d and %d", count, first, last)
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
