// SPDX-License-Identifier: GPL-3.0-or-later

// Package instance keeps account of the clusters of one user: each has a folder, which is locked by the
// process that runs the cluster for as long as it lives.
package instance

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// State is what a cluster's folder says about it.
type State struct {
	Name       string    `json:"name"`
	Profile    string    `json:"profile"`
	Supervisor int       `json:"supervisor"` // process id
	Started    time.Time `json:"started"`
	Server     string    `json:"server"`
	Kubeconfig string    `json:"kubeconfig"`
	// Exported is a copy of the kubeconfig at a place of the user's choice.
	Exported  string         `json:"exported,omitempty"`
	Processes map[string]int `json:"processes"`
	// Failures are components that ended on their own, with the reason.
	Failures map[string]string `json:"failures,omitempty"`
}

// Root is the folder of all instances of a cache.
func Root(cache string) string { return filepath.Join(cache, "instances") }

var validName = regexp.MustCompile(`^[a-z0-9]([-a-z0-9]{0,38}[a-z0-9])?$`)

// Folder is where the instance of that name lives.
func Folder(cache, name string) (string, error) {
	if !validName.MatchString(name) {
		return "", fmt.Errorf("%q is no name for a cluster: lower-case letters, digits and hyphens, at most 40", name)
	}
	return filepath.Join(Root(cache), name), nil
}

// ErrRunning says that the cluster's process lives.
var ErrRunning = errors.New("the cluster is up")

// Claim takes the folder for this process, which holds it until release is called or the process ends.
// What a dead process left behind in it is removed; leftBehind tells whether there was something.
func Claim(folder string) (release func(), leftBehind bool, err error) {
	if err := os.MkdirAll(filepath.Dir(folder), 0o700); err != nil {
		return nil, false, err
	}
	lock, err := os.OpenFile(lockFile(folder), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, false, err
	}
	if err := syscall.Flock(int(lock.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		lock.Close()
		if errors.Is(err, syscall.EWOULDBLOCK) {
			err = ErrRunning
		}
		return nil, false, err
	}
	leftBehind = exists(folder)
	err = errors.Join(signLock(lock), Remove(folder), os.MkdirAll(folder, 0o700))
	if err != nil {
		lock.Close()
		return nil, leftBehind, err
	}
	return func() { lock.Close() }, leftBehind, nil
}

// signLock writes into the lock who holds it: what the folder says may have been removed or damaged.
func signLock(lock *os.File) error {
	if err := lock.Truncate(0); err != nil {
		return err
	}
	_, err := lock.WriteAt([]byte(strconv.Itoa(os.Getpid())+"\n"), 0)
	return err
}

// holder is the process that holds the folder while it is Running; 0 when it has not signed yet.
func holder(folder string) int {
	data, err := os.ReadFile(lockFile(folder))
	if err != nil {
		return 0
	}
	pid, err := strconv.Atoi(strings.TrimSpace(string(data)))
	if err != nil || pid <= 1 {
		return 0
	}
	return pid
}

// The lock lies beside the folder, so that the folder can be removed while the lock is held.
func lockFile(folder string) string { return folder + lockSuffix }

const lockSuffix = ".lock"

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// Running tells whether a process holds the folder.
func Running(folder string) bool {
	lock, err := os.OpenFile(lockFile(folder), os.O_RDWR, 0o600)
	if err != nil {
		return false
	}
	defer lock.Close()
	return errors.Is(syscall.Flock(int(lock.Fd()), syscall.LOCK_EX|syscall.LOCK_NB), syscall.EWOULDBLOCK)
}

// Remove deletes the folder, and the exported kubeconfig if it is still this cluster's.
func Remove(folder string) error {
	if state, err := Read(folder); err == nil && state.Exported != "" {
		if sameFile(state.Exported, filepath.Join(folder, "kubeconfig")) {
			_ = os.Remove(state.Exported)
		}
	}
	return os.RemoveAll(folder)
}

// Forget removes the lock of an instance that is gone.
func Forget(folder string) { _ = os.Remove(lockFile(folder)) }

func sameFile(one, other string) bool {
	first, err := os.ReadFile(one)
	if err != nil {
		return false
	}
	second, err := os.ReadFile(other)
	return err == nil && string(first) == string(second)
}

// Write stores the state in the folder, as a whole or not at all.
func Write(folder string, state State) error {
	data, err := json.MarshalIndent(state, "", "  ")
	if err != nil {
		return err
	}
	partial := filepath.Join(folder, "state.json.partial")
	if err := os.WriteFile(partial, append(data, '\n'), 0o600); err != nil {
		return err
	}
	return os.Rename(partial, filepath.Join(folder, "state.json"))
}

// Read returns the state of the instance in the folder.
func Read(folder string) (State, error) {
	data, err := os.ReadFile(filepath.Join(folder, "state.json"))
	if err != nil {
		return State{}, err
	}
	state := State{}
	return state, json.Unmarshal(data, &state)
}

// Names lists the instances that have a folder, and those that run without: somebody has removed it.
func Names(cache string) ([]string, error) {
	entries, err := os.ReadDir(Root(cache))
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, err
	}
	var names []string
	for _, entry := range entries {
		name, isLock := strings.CutSuffix(entry.Name(), lockSuffix)
		folder := filepath.Join(Root(cache), name)
		if entry.IsDir() || isLock && !exists(folder) && Running(folder) {
			names = append(names, name)
		}
	}
	return names, nil
}
