// SPDX-License-Identifier: GPL-3.0-or-later

package component

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// goVersion is what the Go on this machine calls itself.
func goVersion() (string, error) {
	output, err := exec.Command("go", "env", "GOVERSION").Output()
	if err != nil {
		return "", fmt.Errorf("%w: %w", ErrNoGo, err)
	}
	return strings.TrimSpace(string(output)), nil
}

// goTool runs Go in the folder. It has the machine to itself only as far as others leave it.
func goTool(ctx context.Context, folder string, arguments ...string) ([]byte, error) {
	command := exec.CommandContext(ctx, "nice", append([]string{"-n", "5", "go"}, arguments...)...)
	command.Dir = folder
	command.Env = append(os.Environ(), "CGO_ENABLED=0", "GOWORK=off", "GOFLAGS=")
	command.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGTERM}
	command.Cancel = func() error { return syscall.Kill(-command.Process.Pid, syscall.SIGTERM) }
	var output, complaints bytes.Buffer
	command.Stdout = &output
	command.Stderr = &complaints
	if err := command.Run(); err != nil {
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		// With -json, Go reports errors on its standard output.
		return nil, fmt.Errorf("go %s: %w\n%s%s", arguments[0], err, lastLines(complaints.String()), jsonError(output.Bytes()))
	}
	return output.Bytes(), nil
}

func lastLines(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	return strings.Join(lines[max(0, len(lines)-20):], "\n")
}

func jsonError(output []byte) string {
	answer := struct{ Error string }{}
	_ = json.Unmarshal(output, &answer)
	return answer.Error
}

// buildPrograms builds into the folder target. Packages that are edited are copied into the component's
// own module first, below work.
func (b *Builder) buildPrograms(ctx context.Context, component Component, sources, work, target string) error {
	for _, name := range []string{"go.mod", "go.sum"} {
		if err := copyFile(filepath.Join(sources, name), filepath.Join(work, name)); err != nil {
			return err
		}
	}
	if err := os.MkdirAll(target, 0o700); err != nil {
		return err
	}
	arguments := []string{"build", "-p", "2", "-mod=readonly", "-trimpath",
		"-ldflags", strings.TrimSpace("-s -w " + component.LinkFlags), "-o", target + "/"}
	if len(component.Programs) == 1 {
		arguments[len(arguments)-1] = filepath.Join(target, component.Programs[0].BinaryName())
	}
	for _, program := range component.Programs {
		if strings.HasPrefix(program.Package, "./") {
			folder := filepath.FromSlash(program.Package)
			if err := os.CopyFS(filepath.Join(work, folder), os.DirFS(filepath.Join(sources, folder))); err != nil {
				return err
			}
		}
		if len(program.Edits) == 0 {
			arguments = append(arguments, program.Package)
			continue
		}
		own := filepath.Join(sources, program.BinaryName())
		if err := copyEdited(ctx, program, own, work); err != nil {
			return err
		}
		arguments = append(arguments, "./"+program.BinaryName())
	}
	_, err := goTool(ctx, work, arguments...)
	return err
}

// processorTime is what all that this process has waited for took, on all cores together.
func processorTime() time.Duration {
	usage := syscall.Rusage{}
	if syscall.Getrusage(syscall.RUSAGE_CHILDREN, &usage) != nil {
		return 0
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

// copyEdited copies the package into the module at work, with the edits made and with our own files of
// that package (in the folder own, if there is one) added.
func copyEdited(ctx context.Context, program Program, own, work string) error {
	output, err := goTool(ctx, work, "list", "-f", "{{.Dir}}", program.Package)
	if err != nil {
		return err
	}
	files := map[string]string{}
	for _, folder := range []string{strings.TrimSpace(string(output)), own} {
		paths, err := filepath.Glob(filepath.Join(folder, "*.go"))
		if err != nil {
			return err
		}
		for _, path := range paths {
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			if !strings.HasSuffix(path, "_test.go") {
				files[filepath.Base(path)] = string(data)
			}
		}
	}
	if err := applyEdits(program, files); err != nil {
		return err
	}
	folder := filepath.Join(work, program.BinaryName())
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			return err
		}
	}
	return nil
}

// applyEdits changes the files, by name, in place.
func applyEdits(program Program, files map[string]string) error {
	for _, edit := range program.Edits {
		places := 0
		for name, text := range files {
			if count := strings.Count(text, edit.Old); count > 0 {
				places += count
				files[name] = strings.ReplaceAll(text, edit.Old, edit.New)
			}
		}
		if places != 1 {
			return fmt.Errorf("%s: %q is there %d times instead of once", program.Package, edit.Old, places)
		}
	}
	return nil
}
