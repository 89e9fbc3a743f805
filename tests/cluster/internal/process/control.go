// SPDX-License-Identifier: GPL-3.0-or-later

package process

import (
	"fmt"
	"slices"
	"strings"
	"syscall"
)

// End kills one component and waits until it is gone; that is not reported as an exit.
func (g *Group) End(name string) error {
	one, err := g.find(name)
	if err != nil {
		return err
	}
	g.mutex.Lock()
	one.asked = true
	g.mutex.Unlock()
	one.signal(syscall.SIGKILL)
	<-one.done
	return nil
}

// Again starts a component that has ended, with what it was started with before.
func (g *Group) Again(name string) error {
	one, err := g.find(name)
	if err != nil {
		return err
	}
	select {
	case <-one.done:
	default:
		return fmt.Errorf("%s is running", name)
	}
	g.mutex.Lock()
	g.running = slices.DeleteFunc(g.running, func(other *child) bool { return other == one })
	g.mutex.Unlock()
	return g.Start(one.spec)
}

// Pause stops a component where it is: it keeps its connections and answers nothing.
func (g *Group) Pause(name string) error { return g.send(name, syscall.SIGSTOP) }

// Resume lets a paused component go on.
func (g *Group) Resume(name string) error { return g.send(name, syscall.SIGCONT) }

func (g *Group) send(name string, signal syscall.Signal) error {
	one, err := g.find(name)
	if err != nil {
		return err
	}
	return syscall.Kill(-one.command.Process.Pid, signal)
}

func (g *Group) find(name string) (*child, error) {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	var names []string
	for _, one := range g.running {
		if one.spec.Name == name {
			return one, nil
		}
		names = append(names, one.spec.Name)
	}
	slices.Sort(names)
	return nil, fmt.Errorf("no component %q; there are: %s", name, strings.Join(names, ", "))
}
