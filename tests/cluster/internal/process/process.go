// SPDX-License-Identifier: GPL-3.0-or-later

// Package process starts the components of a cluster and ends every one of them, whatever happens.
package process

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"sync"
	"syscall"
	"time"
)

// Spec says how to run one component.
type Spec struct {
	Name      string // unique in the cluster; the log is Name.log
	Program   string // path of the executable
	Arguments []string
	Env       []string // the complete environment, NAME=value
	Abrupt    bool     // ended by SIGKILL at once: it would drain for long and hold its port meanwhile
}

// Exit is what became of a component that was not asked to end.
type Exit struct {
	Name string
	Log  string
	Err  error
}

func (e Exit) Error() string { return fmt.Sprintf("%s ended: %v; its log is %s", e.Name, e.Err, e.Log) }

// Group runs components. Each gets a process group of its own and is killed by the kernel when this
// process dies.
type Group struct {
	folder string
	spawn  chan func()
	exits  chan Exit

	mutex   sync.Mutex
	running []*child
	ending  bool
}

type child struct {
	spec    Spec
	command *exec.Cmd
	done    chan struct{}
	asked   bool // it was told to end
}

// NewGroup makes a group whose logs go to the folder.
func NewGroup(folder string) *Group {
	group := &Group{folder: folder, spawn: make(chan func()), exits: make(chan Exit, 64)}
	// The kernel sends the parent-death signal when the thread ends that started the child, so one
	// thread that never ends starts them all.
	go func() {
		runtime.LockOSThread()
		for start := range group.spawn {
			start()
		}
	}()
	return group
}

// Exits reports components that ended on their own.
func (g *Group) Exits() <-chan Exit { return g.exits }

// LogFile is where a component's output goes.
func (g *Group) LogFile(name string) string { return filepath.Join(g.folder, name+".log") }

// Start runs a component.
func (g *Group) Start(spec Spec) error {
	log, err := os.OpenFile(g.LogFile(spec.Name), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer log.Close()
	command := exec.Command(spec.Program, spec.Arguments...)
	command.Env = spec.Env
	command.Dir = g.folder
	command.Stdout = log
	command.Stderr = log
	command.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}

	started := make(chan error)
	g.spawn <- func() { started <- command.Start() }
	if err := <-started; err != nil {
		return fmt.Errorf("cannot start %s: %w", spec.Name, err)
	}
	one := &child{spec: spec, command: command, done: make(chan struct{})}
	g.mutex.Lock()
	g.running = append(g.running, one)
	g.mutex.Unlock()
	go g.await(one)
	return nil
}

func (g *Group) await(one *child) {
	err := one.command.Wait()
	if err == nil {
		err = errors.New("exit status 0")
	}
	g.mutex.Lock()
	asked := g.ending || one.asked
	g.mutex.Unlock()
	close(one.done)
	if !asked {
		g.exits <- Exit{Name: one.spec.Name, Log: g.LogFile(one.spec.Name), Err: err}
	}
}

// Processes lists what was started: names and process ids.
func (g *Group) Processes() map[string]int {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	ids := map[string]int{}
	for _, one := range g.running {
		ids[one.spec.Name] = one.command.Process.Pid
	}
	return ids
}

// Stop ends everything, the last started first, and waits until all are gone. Who does not end within
// the grace is killed.
func (g *Group) Stop(grace time.Duration) {
	g.mutex.Lock()
	g.ending = true
	running := g.running
	g.running = nil
	g.mutex.Unlock()

	for i := len(running) - 1; i >= 0; i-- {
		one := running[i]
		signal := syscall.SIGTERM
		if one.spec.Abrupt {
			signal = syscall.SIGKILL
		}
		one.signal(signal)
	}
	ctx, cancel := context.WithTimeout(context.Background(), grace)
	defer cancel()
	for i := len(running) - 1; i >= 0; i-- {
		one := running[i]
		select {
		case <-one.done:
		case <-ctx.Done():
			one.signal(syscall.SIGKILL)
			<-one.done
		}
		// Whatever the component itself had started.
		one.signal(syscall.SIGKILL)
	}
}

// signal reaches the whole process group; that it is gone already is no error.
func (c *child) signal(signal syscall.Signal) { _ = syscall.Kill(-c.command.Process.Pid, signal) }
