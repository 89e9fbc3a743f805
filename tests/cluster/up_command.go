// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

// upCommand starts a cluster in the background: a process of its own session runs it and ends it.
func upCommand(ctx context.Context, arguments []string) error {
	shared := options{}
	flags := newFlags("up", &shared)
	name := flags.String("name", "default", "name of the cluster; several may be up side by side")
	export := flags.String("kubeconfig", "", "also write the kubeconfig to this file; down removes it")
	port := flags.Int("api-port", 0, "port of the API server; 0 takes any free one")
	if err := parse(flags, arguments); err != nil {
		return err
	}
	if _, err := shared.assets(ctx); err != nil {
		return err
	}
	if *export != "" {
		absolute, err := filepath.Abs(*export)
		if err != nil {
			return err
		}
		*export = absolute
	}
	kubeconfig, err := startServing(ctx, &shared, *name, *export, *port)
	if err != nil {
		return err
	}
	if *export != "" {
		kubeconfig = *export
	}
	fmt.Println(kubeconfig)
	return nil
}

// startServing starts the background process and waits for its one line: the path of the kubeconfig.
// Its complaints go where ours go until it is ready.
func startServing(ctx context.Context, shared *options, name, export string, port int) (string, error) {
	self, err := os.Executable()
	if err != nil {
		return "", err
	}
	command := exec.Command(self, "serve", "-profile", shared.profile, "-components", shared.sources,
		"-cache", shared.cache, "-name", name, "-kubeconfig", export, "-api-port", strconv.Itoa(port))
	command.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	command.Stderr = os.Stderr
	reader, writer, err := os.Pipe()
	if err != nil {
		return "", err
	}
	defer reader.Close()
	command.Stdout = writer
	if err := command.Start(); err != nil {
		writer.Close()
		return "", err
	}
	writer.Close()
	stop := context.AfterFunc(ctx, func() { _ = command.Process.Signal(syscall.SIGTERM) })
	defer stop()
	line, err := bufio.NewReader(reader).ReadString('\n')
	if err == nil {
		return strings.TrimSpace(line), nil
	}
	if !errors.Is(err, io.EOF) {
		return "", err
	}
	if err := command.Wait(); err != nil {
		return "", commandExit(exitFailed) // it has said why
	}
	return "", errors.New("the cluster ended while it started")
}
