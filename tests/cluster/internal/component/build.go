// SPDX-License-Identifier: GPL-3.0-or-later

package component

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"time"
)

// ErrNoGo says that this machine cannot build: there is no usable Go.
var ErrNoGo = errors.New("no usable Go on this machine")

// Builder turns the descriptions below Sources into assets below Cache.
type Builder struct {
	Sources string
	Cache   string
	Say     func(format string, arguments ...any)
}

// recipe is part of every key: raise it when this package builds in another way than before.
const recipe = "1"

// Key tells builds apart: it covers the component's sources, with the versions they pin, the Go release
// and the way of building.
func (b *Builder) Key(name string) (string, error) {
	version, err := goVersion()
	if err != nil {
		return "", err
	}
	hash := sha256.New()
	fmt.Fprintln(hash, recipe, version, runtime.GOOS, runtime.GOARCH)
	folder := filepath.Join(b.Sources, name)
	err = filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		relative, err := filepath.Rel(folder, path)
		fmt.Fprintf(hash, "%s %d\n", relative, len(data))
		hash.Write(data)
		return err
	})
	return hex.EncodeToString(hash.Sum(nil))[:16], err
}

// Asset returns the built component, and builds it when it is not in the cache. A build that was broken
// off before is taken up again: what the compiler had finished is in Go's own cache.
func (b *Builder) Asset(ctx context.Context, name string) (Asset, error) {
	key, err := b.Key(name)
	if err != nil {
		return Asset{}, err
	}
	folder := filepath.Join(b.Cache, name+"-"+key)
	if asset, err := Open(folder, name); err == nil {
		touch(folder)
		return asset, nil
	}
	unlock, err := b.lock(name)
	if err != nil {
		return Asset{}, err
	}
	defer unlock()
	if asset, err := Open(folder, name); err == nil {
		return asset, nil // another process built it while we waited for the lock
	}
	if err := b.build(ctx, name, folder); err != nil {
		return Asset{}, fmt.Errorf("building %s: %w\nWhat is done is kept: the same command takes the build up again.", name, err)
	}
	b.prune(name, folder)
	return Open(folder, name)
}

func (b *Builder) build(ctx context.Context, name, folder string) error {
	sources := filepath.Join(b.Sources, name)
	component, err := Load(sources, name)
	if err != nil {
		return err
	}
	partial := folder + ".partial"
	if _, err := os.Stat(partial); err == nil {
		b.Say("taking up the build of %s that was broken off", name)
		if err := os.RemoveAll(partial); err != nil {
			return err
		}
	}
	work := filepath.Join(partial, "work")
	if err := os.MkdirAll(work, 0o700); err != nil {
		return err
	}
	start, processor := time.Now(), processorTime()
	if len(component.Programs) > 0 {
		b.Say("building %s", name)
		if err := b.buildPrograms(ctx, component, sources, work, filepath.Join(partial, "bin")); err != nil {
			return err
		}
	}
	if err := copyManifests(ctx, component, sources, work, filepath.Join(partial, "manifests")); err != nil {
		return err
	}
	if err := os.RemoveAll(work); err != nil {
		return err
	}
	description := filepath.Join(partial, descriptionFile)
	if err := copyFile(filepath.Join(sources, descriptionFile), description); err != nil {
		return err
	}
	_ = os.RemoveAll(folder) // an older one that is not complete
	if err := os.Rename(partial, folder); err != nil {
		return err
	}
	b.Say("built %s in %.0f s, %.0f s of processor time", name, time.Since(start).Seconds(),
		(processorTime() - processor).Seconds())
	return nil
}

// lock keeps two processes from building the same component at a time.
func (b *Builder) lock(name string) (func(), error) {
	if err := os.MkdirAll(b.Cache, 0o700); err != nil {
		return nil, err
	}
	file, err := os.OpenFile(filepath.Join(b.Cache, name+".lock"), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	if syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) != nil {
		b.Say("waiting for another process that builds %s", name)
		if err := syscall.Flock(int(file.Fd()), syscall.LOCK_EX); err != nil {
			file.Close()
			return nil, err
		}
	}
	return func() { file.Close() }, nil
}

// keepUnused is how long an asset stays that nobody asked for.
const keepUnused = 14 * 24 * time.Hour

func (b *Builder) prune(name, keep string) {
	entries, err := os.ReadDir(b.Cache)
	if err != nil {
		return
	}
	for _, entry := range entries {
		path := filepath.Join(b.Cache, entry.Name())
		key, ours := strings.CutPrefix(entry.Name(), name+"-")
		if !ours || !entry.IsDir() || path == keep || strings.Contains(key, "-") {
			continue
		}
		if info, err := entry.Info(); err == nil && time.Since(info.ModTime()) > keepUnused {
			_ = os.RemoveAll(path)
		}
	}
}

func touch(path string) {
	now := time.Now()
	_ = os.Chtimes(path, now, now)
}

func copyFile(from, to string) error {
	source, err := os.Open(from)
	if err != nil {
		return err
	}
	defer source.Close()
	if err := os.MkdirAll(filepath.Dir(to), 0o700); err != nil {
		return err
	}
	target, err := os.OpenFile(to, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	if _, err := io.Copy(target, source); err != nil {
		target.Close()
		return err
	}
	return target.Close()
}
