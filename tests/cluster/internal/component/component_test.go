// SPDX-License-Identifier: GPL-3.0-or-later

package component

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func write(t *testing.T, text string, elements ...string) {
	t.Helper()
	path := filepath.Join(elements...)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// builder has one component, hello, that is built without any module from elsewhere.
func builder(t *testing.T) (*Builder, *[]string) {
	t.Helper()
	sources, said := t.TempDir(), []string{}
	write(t, `{"programs": [{"package": "test.example/hello/greet"}]}`, sources, "hello", "component.json")
	write(t, "module test.example/hello\n\ngo 1.24.0\n", sources, "hello", "go.mod")
	write(t, "", sources, "hello", "go.sum")
	say := func(format string, arguments ...any) { said = append(said, fmt.Sprintf(format, arguments...)) }
	return &Builder{Sources: sources, Cache: t.TempDir(), Say: say}, &said
}

func TestEveryProfileHasItsComponents(t *testing.T) {
	for _, profile := range ProfileNames() {
		names, err := OfProfile(profile)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			folder := filepath.Join("..", "..", "components", name)
			component, err := Load(folder, name)
			if err != nil {
				t.Error(err)
			}
			if _, err := os.Stat(filepath.Join(folder, "go.sum")); err != nil && len(component.Programs) > 0 {
				t.Errorf("%s is not pinned: %v", name, err)
			}
			for _, manifest := range component.Manifests {
				if (manifest.Version == "") != (manifest.Sum == "") {
					t.Errorf("%s: %s has a version without a checksum", name, manifest.Module)
				}
			}
		}
	}
	if _, err := OfProfile("0.1"); err == nil || !strings.Contains(err.Error(), DefaultProfile) {
		t.Errorf("an unknown profile got %v", err)
	}
}

func TestKeyFollowsTheSources(t *testing.T) {
	b, _ := builder(t)
	first, err := b.Key("hello")
	if err != nil {
		t.Fatal(err)
	}
	again, _ := b.Key("hello")
	write(t, "package greet\n", b.Sources, "hello", "greet", "own.go")
	changed, _ := b.Key("hello")
	if first != again || first == changed {
		t.Errorf("keys are %s, %s and after a change %s", first, again, changed)
	}
}

func TestABrokenBuildSaysHowToGoOn(t *testing.T) {
	b, said := builder(t)
	_, err := b.Asset(context.Background(), "hello")
	if err == nil || !strings.Contains(err.Error(), "takes the build up again") {
		t.Fatalf("got %v", err)
	}
	if key, _ := b.Key("hello"); strings.Contains(strings.Join(*said, "\n"), "taking up") {
		t.Errorf("%s was taken up though it is new", key)
	}
	// The same sources again: what was begun is found.
	if _, err = b.Asset(context.Background(), "hello"); err == nil {
		t.Fatal("the package does not exist, and was built")
	}
	if !strings.Contains(strings.Join(*said, "\n"), "taking up the build of hello") {
		t.Errorf("it said %q", *said)
	}
}

// What a build left that was broken off, or that somebody damaged later, does not keep the next one from its end.
func TestABuildThatFailedHalfWayIsMade(t *testing.T) {
	const works = "package main\n\nfunc main() { println(\"works\") }\n"
	tests := map[string]struct {
		damage func(t *testing.T, b *Builder, folder string)
		says   string // "" where there is nothing to say
	}{
		"it was killed while it compiled": {
			damage: func(t *testing.T, _ *Builder, folder string) {
				write(t, works, folder+".partial", "work", "greet", "main.go")
			},
			says: "taking up the build of hello that was broken off",
		},
		"it was killed before it was put in its place": {
			damage: func(t *testing.T, b *Builder, folder string) {
				write(t, "half", folder+".partial", "bin", "greet")
				write(t, "{}", folder+".partial", "component.json")
			},
			says: "taking up the build of hello that was broken off",
		},
		"its program is gone": {
			damage: func(t *testing.T, b *Builder, folder string) {
				write(t, `{"programs": [{"package": "./greet"}]}`, folder, "component.json")
				write(t, "", folder, "bin", "other")
			},
		},
		"its description is damaged": {
			damage: func(t *testing.T, b *Builder, folder string) {
				write(t, `{"progr`, folder, "component.json")
				write(t, "", folder, "bin", "greet")
			},
		},
		"it was cancelled": {
			damage: func(t *testing.T, b *Builder, _ string) {
				ctx, cancel := context.WithCancel(context.Background())
				cancel()
				if _, err := b.Asset(ctx, "hello"); !errors.Is(err, context.Canceled) {
					t.Errorf("the cancelled build got %v", err)
				}
			},
			says: "taking up the build of hello that was broken off",
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			b, said := builder(t)
			write(t, `{"programs": [{"package": "./greet"}]}`, b.Sources, "hello", "component.json")
			write(t, works, b.Sources, "hello", "greet", "main.go")
			key, err := b.Key("hello")
			if err != nil {
				t.Fatal(err)
			}
			test.damage(t, b, filepath.Join(b.Cache, "hello-"+key))
			asset, err := b.Asset(context.Background(), "hello")
			if err != nil {
				t.Fatal(err)
			}
			if output, err := exec.Command(asset.Binary("greet")).CombinedOutput(); string(output) != "works\n" {
				t.Errorf("the program says %q, %v", output, err)
			}
			if words := strings.Join(*said, "\n"); !strings.Contains(words, test.says) {
				t.Errorf("it said %q", words)
			}
			if left, _ := filepath.Glob(filepath.Join(b.Cache, "*.partial")); len(left) > 0 {
				t.Errorf("left behind: %v", left)
			}
		})
	}
}

func TestAnEditedBuildIsReused(t *testing.T) {
	b, said := builder(t)
	// A module beside the component's own stands for upstream's; the component adds a file to its package.
	write(t, "module test.example/build\n\ngo 1.24.0\n\nrequire test.example/hello v0.0.0\n\nreplace test.example/hello => "+
		filepath.Join(b.Sources, "hello", "source")+"\n", b.Sources, "hello", "go.mod")
	write(t, "module test.example/hello\n\ngo 1.24.0\n", b.Sources, "hello", "source", "go.mod")
	write(t, "package main\n\nfunc main() { println(text) }\n", b.Sources, "hello", "source", "greet", "main.go")
	write(t, "package main\n\nconst text = \"port 8080\"\n", b.Sources, "hello", "source", "greet", "text.go")
	write(t, "package main\n\nfunc init() { println(\"added\") }\n", b.Sources, "hello", "greet", "added.go")
	write(t, `{"programs": [{"package": "test.example/hello/greet", "edits": [{"old": "8080", "new": "0"}]}]}`,
		b.Sources, "hello", "component.json")
	first, err := b.Asset(context.Background(), "hello")
	if err != nil {
		t.Fatal(err)
	}
	output, err := exec.Command(first.Binary("greet")).CombinedOutput()
	if err != nil || string(output) != "added\nport 0\n" {
		t.Errorf("the edited program says %q, %v", output, err)
	}
	count := len(*said)
	second, err := b.Asset(context.Background(), "hello")
	if err != nil || second.Folder != first.Folder {
		t.Errorf("got %s, %v instead of %s", second.Folder, err, first.Folder)
	}
	if len(*said) != count {
		t.Errorf("it was built again: %q", (*said)[count:])
	}
}

func TestEditsHaveToMatchOnce(t *testing.T) {
	program := Program{Package: "p", Edits: []Edit{{Old: ":8080", New: ":0"}}}
	for name, text := range map[string]string{"none": "port()", "twice": ":8080 :8080"} {
		if err := applyEdits(program, map[string]string{"main.go": text}); err == nil {
			t.Errorf("%s: the edit was accepted", name)
		}
	}
	files := map[string]string{"main.go": `addr = ":8080"`, "other.go": ""}
	if err := applyEdits(program, files); err != nil || files["main.go"] != `addr = ":0"` {
		t.Errorf("got %q, %v", files["main.go"], err)
	}
}

func TestOpenRefusesAnIncompleteAsset(t *testing.T) {
	folder := t.TempDir()
	write(t, `{"programs": [{"package": "x/etcd"}]}`, folder, "component.json")
	if _, err := Open(folder, "etcd"); err == nil || !strings.Contains(err.Error(), "not complete") {
		t.Errorf("got %v", err)
	}
	write(t, "", folder, "bin", "etcd")
	if _, err := Open(folder, "etcd"); err != nil {
		t.Error(err)
	}
}

func TestWithoutGoTheReasonIsClear(t *testing.T) {
	b, _ := builder(t)
	t.Setenv("PATH", t.TempDir())
	if _, err := b.Asset(context.Background(), "hello"); !errors.Is(err, ErrNoGo) {
		t.Errorf("got %v", err)
	}
}

func TestPruneKeepsOtherComponentsAndFreshAssets(t *testing.T) {
	b, _ := builder(t)
	old := time.Now().Add(-2 * keepUnused)
	for _, name := range []string{"hello-old", "hello-new", "hello-world-old", "hello-kept"} {
		path := filepath.Join(b.Cache, name)
		if err := os.MkdirAll(path, 0o700); err != nil {
			t.Fatal(err)
		}
		if name != "hello-new" {
			if err := os.Chtimes(path, old, old); err != nil {
				t.Fatal(err)
			}
		}
	}
	b.prune("hello", filepath.Join(b.Cache, "hello-kept"))
	entries, _ := os.ReadDir(b.Cache)
	var left []string
	for _, entry := range entries {
		left = append(left, entry.Name())
	}
	if got := strings.Join(left, " "); got != "hello-kept hello-new hello-world-old" {
		t.Errorf("left are %s", got)
	}
}
