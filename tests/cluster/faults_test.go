// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"sluice.example/cluster/internal/component"
	"sluice.example/cluster/internal/instance"
)

// This program stands for the harness, and for an API server, when roleVariable says so: so commands are tried as
// people run them, with components that take no time to build and to start.
const roleVariable = "SLUICE_CLUSTER_TEST_ROLE"

func TestMain(m *testing.M) {
	switch os.Getenv(roleVariable) {
	case "harness":
		main()
	case "kube-apiserver":
		serveAPI(os.Args[1:])
	default:
		os.Exit(m.Run())
	}
}

// serveAPI is ready at once, and takes every object.
func serveAPI(arguments []string) {
	options := map[string]string{}
	for _, argument := range arguments {
		name, value, _ := strings.Cut(argument, "=")
		options[name] = value
	}
	handler := http.HandlerFunc(func(answer http.ResponseWriter, _ *http.Request) { fmt.Fprintln(answer, "{}") })
	err := http.ListenAndServeTLS("127.0.0.1:"+options["--secure-port"], options["--tls-cert-file"],
		options["--tls-private-key-file"], handler)
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

// place is a cache of its own, with ready-made components.
type place struct {
	t      *testing.T
	cache  string
	assets string
}

func newPlace(t *testing.T) *place {
	t.Helper()
	// Paths of sockets are short, and those of tests are not.
	base, err := os.MkdirTemp("", "faults")
	if err != nil {
		t.Fatal(err)
	}
	p := &place{t: t, cache: filepath.Join(base, "cache"), assets: filepath.Join(base, "assets")}
	t.Cleanup(func() {
		p.run("down", "-all", "-grace=2s")
		_ = os.RemoveAll(base)
	})
	names, err := component.OfProfile(component.Bare)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		p.write("{}", p.assets, name, "component.json")
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	p.write(`{"programs": [{"package": "example.com/etcd"}]}`, p.assets, "etcd", "component.json")
	p.program("etcd", "etcd", "exec sleep 600")
	p.program("kube", "kube-apiserver", roleVariable+`=kube-apiserver exec "`+self+`" "$@"`)
	return p
}

func (p *place) write(text string, elements ...string) {
	p.t.Helper()
	path := filepath.Join(elements...)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		p.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o700); err != nil {
		p.t.Fatal(err)
	}
}

// program puts a script in the place of one of a component's executables.
func (p *place) program(component, name, script string) {
	p.t.Helper()
	p.write("#!/bin/sh\n"+script+"\n", p.assets, component, "bin", name)
}

func (p *place) folder() string { return filepath.Join(instance.Root(p.cache), "default") }

// run gives the harness a command, and returns its exit code and all that it said.
func (p *place) run(arguments ...string) (int, string) {
	p.t.Helper()
	self, err := os.Executable()
	if err != nil {
		p.t.Fatal(err)
	}
	command := exec.Command(self, arguments...)
	command.Env = append(os.Environ(), roleVariable+"=harness", "SLUICE_CLUSTER_CACHE="+p.cache,
		"SLUICE_CLUSTER_ASSETS="+p.assets, "SLUICE_CLUSTER_PROFILE="+component.Bare)
	// A file and not a pipe: the cluster stays up and would keep a pipe open until it is ready.
	output, err := os.CreateTemp(filepath.Dir(p.assets), "output")
	if err != nil {
		p.t.Fatal(err)
	}
	defer output.Close()
	command.Stdout, command.Stderr = output, output
	err = command.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		p.t.Fatal(err)
	}
	said, err := os.ReadFile(output.Name())
	if err != nil {
		p.t.Fatal(err)
	}
	return command.ProcessState.ExitCode(), string(said)
}

// up starts a cluster that has to come up, and returns the process ids of everything that belongs to it.
func (p *place) up(arguments ...string) (supervisor int, components map[string]int) {
	p.t.Helper()
	if code, said := p.run(append([]string{"up"}, arguments...)...); code != 0 {
		p.t.Fatalf("up ended with %d: %s", code, said)
	}
	state, err := instance.Read(p.folder())
	if err != nil {
		p.t.Fatal(err)
	}
	return state.Supervisor, state.Processes
}

// expectNothingLeft looks for folders, locks and processes of clusters.
func (p *place) expectNothingLeft(processes map[string]int) {
	p.t.Helper()
	if entries, err := os.ReadDir(instance.Root(p.cache)); err == nil && len(entries) > 0 {
		p.t.Errorf("left behind: %v", entries)
	}
	for name, pid := range processes {
		if !within(5*time.Second, func() bool { return ended(pid) }) {
			p.t.Errorf("%s, process %d, is still there", name, pid)
		}
	}
}

func within(limit time.Duration, done func() bool) bool {
	for deadline := time.Now().Add(limit); !done(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			return false
		}
	}
	return true
}

// ended is true for zombies as well: nobody may be there to fetch what they leave.
func ended(pid int) bool {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return true
	}
	_, fields, _ := bytes.Cut(text, []byte(") "))
	return bytes.HasPrefix(fields, []byte("Z")) || bytes.HasPrefix(fields, []byte("X"))
}

func TestWhatKeepsAClusterFromComingUp(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { taken.Close() }) // the parts of this test go on after its end
	port := fmt.Sprint(taken.Addr().(*net.TCPAddr).Port)
	tests := map[string]struct {
		arguments []string
		damage    func(p *place)
		code      int
		says      []string
		keepsLog  string // of this component
	}{
		"the port is taken": {
			arguments: []string{"-api-port", port},
			code:      exitFailed,
			says:      []string{"port " + port + " on 127.0.0.1 is taken by another process"},
		},
		"a component ends at once": {
			damage:   func(p *place) { p.program("etcd", "etcd", "echo no space left on device; exit 3") },
			code:     exitFailed,
			says:     []string{"etcd ended: exit status 3", "no space left on device", "The logs are in "},
			keepsLog: "etcd",
		},
		"a component is killed while it starts": {
			damage:   func(p *place) { p.program("kube", "kube-apiserver", "echo reading flags; kill -9 $$") },
			code:     exitFailed,
			says:     []string{"kube-apiserver ended: signal: killed", "reading flags", "The logs are in "},
			keepsLog: "kube-apiserver",
		},
		"a component is not there": {
			damage: func(p *place) { _ = os.Remove(filepath.Join(p.assets, "etcd", "bin", "etcd")) },
			code:   exitFailed,
			says:   []string{"SLUICE_CLUSTER_ASSETS: component etcd is not complete"},
		},
		"a component is for another machine": {
			damage: func(p *place) { p.write("\x7fELF", p.assets, "etcd", "bin", "etcd") },
			code:   exitFailed,
			says:   []string{"cannot start etcd: ", "exec format error"},
		},
		"a component has no description": {
			damage: func(p *place) { _ = os.Remove(filepath.Join(p.assets, "kube", "component.json")) },
			code:   exitFailed,
			says:   []string{"component kube: ", "no such file"},
		},
		"the cache is a file": {
			damage: func(p *place) { p.write("", p.cache) },
			code:   exitFailed,
			says:   []string{"not a directory"},
		},
		"the kubeconfig has no folder to go to": {
			arguments: []string{"-kubeconfig", "/nonexistent/config"},
			code:      exitFailed,
			says:      []string{"/nonexistent/config: no such file or directory"},
		},
		"the name is no name": {
			arguments: []string{"-name", "../x"},
			code:      exitFailed,
			says:      []string{`"../x" is no name for a cluster`},
		},
		"the profile does not exist": {
			arguments: []string{"-profile", "0.1"},
			code:      exitFailed,
			says:      []string{"0.1", component.DefaultProfile},
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := newPlace(t)
			if test.damage != nil {
				test.damage(p)
			}
			code, said := p.run(append([]string{"up"}, test.arguments...)...)
			if code != test.code {
				t.Errorf("up ended with %d: %s", code, said)
			}
			for _, words := range test.says {
				if !strings.Contains(said, words) {
					t.Errorf("%q is not in what it said: %s", words, said)
				}
			}
			if test.keepsLog != "" {
				_, folder, _ := strings.Cut(said, "The logs are in ")
				if _, err := os.Stat(filepath.Join(strings.TrimSpace(folder), test.keepsLog+".log")); err != nil {
					t.Error(err)
				}
			}
			p.expectNothingLeft(nil)
			if code, said := p.run("down"); test.code == exitFailed && said != "nothing to end\n" && code == 0 {
				t.Errorf("down said %s", said)
			}
		})
	}
}

func TestUpTakesOverAStaleFolder(t *testing.T) {
	tests := map[string]func(p *place){
		"data without an account": func(p *place) { p.write("", p.folder(), "etcd", "member", "wal") },
		"a damaged account":       func(p *place) { p.write("{", p.folder(), "state.json") },
		"processes that have gone": func(p *place) {
			// The numbers are others' by now: this test's own.
			state := instance.State{Name: "default", Supervisor: os.Getpid(), Processes: map[string]int{"etcd": os.Getpid()}}
			text, err := json.Marshal(state)
			if err != nil {
				p.t.Fatal(err)
			}
			p.write(string(text), p.folder(), "state.json")
		},
		"the lock of a dead process": func(p *place) {
			p.write("1\n", p.folder()+".lock")
			p.write("", p.folder(), "kubeconfig")
		},
	}
	for name, leave := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := newPlace(t)
			leave(p)
			code, said := p.run("up")
			if want := "removed what an earlier cluster named default had left behind"; code != 0 || !strings.Contains(said, want) {
				t.Errorf("up ended with %d: %s", code, said)
			}
			if _, said := p.run("status"); !strings.Contains(said, " up ") {
				t.Errorf("status is %s", said)
			}
			if code, said := p.run("up"); code != exitFailed || !strings.Contains(said, "a cluster named default is up already") {
				t.Errorf("a second one ended with %d: %s", code, said)
			}
			_, processes := p.state()
			if code, said := p.run("down"); code != 0 || said != "ended default\n" {
				t.Errorf("down ended with %d: %s", code, said)
			}
			p.expectNothingLeft(processes)
		})
	}
}

func (p *place) state() (supervisor int, components map[string]int) {
	p.t.Helper()
	state, err := instance.Read(p.folder())
	if err != nil {
		p.t.Fatal(err)
	}
	return state.Supervisor, state.Processes
}

func TestDownCleansUpAfterFaults(t *testing.T) {
	tests := map[string]struct {
		fault  func(t *testing.T, p *place, supervisor int, components map[string]int)
		status []string
	}{
		"nothing": {
			fault:  func(*testing.T, *place, int, map[string]int) {},
			status: []string{" up "},
		},
		"a component was killed": {
			fault: func(t *testing.T, _ *place, _ int, components map[string]int) {
				kill(t, components["etcd"], syscall.SIGKILL)
			},
			status: []string{" broken ", "default: etcd ended: signal: killed; its log is ", "/default/logs/etcd.log"},
		},
		"a component hangs": {
			fault: func(t *testing.T, _ *place, _ int, components map[string]int) {
				kill(t, components["kube-apiserver"], syscall.SIGSTOP)
			},
			status: []string{" up "},
		},
		"its process was killed": {
			fault: func(t *testing.T, _ *place, supervisor int, _ map[string]int) {
				kill(t, supervisor, syscall.SIGKILL)
			},
			status: []string{" dead "},
		},
		"its process hangs": {
			fault: func(t *testing.T, _ *place, supervisor int, _ map[string]int) {
				kill(t, supervisor, syscall.SIGSTOP)
			},
			status: []string{" up "},
		},
		"its folder was removed": {
			fault: func(t *testing.T, p *place, _ int, _ map[string]int) {
				if err := os.RemoveAll(p.folder()); err != nil {
					t.Fatal(err)
				}
			},
			status: []string{" damaged "},
		},
		"its account was damaged": {
			fault: func(_ *testing.T, p *place, _ int, _ map[string]int) {
				p.write("{", p.folder(), "state.json")
			},
			status: []string{" damaged "},
		},
		"its account was damaged and its process killed": {
			fault: func(t *testing.T, p *place, supervisor int, _ map[string]int) {
				p.write("{", p.folder(), "state.json")
				kill(t, supervisor, syscall.SIGKILL)
			},
			status: []string{" dead "},
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := newPlace(t)
			exported := filepath.Join(filepath.Dir(p.cache), "kubeconfig")
			supervisor, components := p.up("-kubeconfig", exported)
			test.fault(t, p, supervisor, components)
			said := ""
			shown := within(10*time.Second, func() bool {
				_, said = p.run("status")
				for _, words := range test.status {
					if !strings.Contains(said, words) {
						return false
					}
				}
				return true
			})
			if !shown {
				t.Errorf("status is %s", said)
			}
			if code, said := p.run("down", "-grace=6s"); code != 0 || said != "ended default\n" {
				t.Errorf("down ended with %d: %s", code, said)
			}
			components["the supervisor"] = supervisor
			p.expectNothingLeft(components)
			if code, said := p.run("status"); code != 0 || said != "no cluster is up\n" {
				t.Errorf("status is %s", said)
			}
			if _, err := instance.Read(p.folder()); err == nil {
				t.Error("the folder is still there")
			}
			if code, said := p.run("up"); code != 0 {
				t.Errorf("the next one ended with %d: %s", code, said)
			}
		})
	}
}

func kill(t *testing.T, pid int, signal syscall.Signal) {
	t.Helper()
	if err := syscall.Kill(pid, signal); err != nil {
		t.Fatal(err)
	}
}
