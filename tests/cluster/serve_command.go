// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"context"
	"fmt"
	"os"
	"syscall"
)

// serveCommand runs a cluster until it is told to end. It is what up leaves in the background: it prints
// the path of the kubeconfig when the cluster is ready and lets go of the terminal.
func serveCommand(ctx context.Context, arguments []string) error {
	shared := options{}
	flags := newFlags("serve", &shared)
	name := flags.String("name", "default", "name of the cluster")
	export := flags.String("kubeconfig", "", "also write the kubeconfig to this file")
	port := flags.Int("api-port", 0, "port of the API server; 0 takes any free one")
	if err := parse(flags, arguments); err != nil {
		return err
	}
	assets, err := shared.assets(ctx)
	if err != nil {
		return err
	}
	one, err := supervise(ctx, &shared, *name, *export, *port, assets)
	if err != nil {
		return err
	}
	defer one.end()
	if err := detach(one); err != nil {
		return err
	}
	for {
		select {
		case <-ctx.Done():
			return nil
		case exit := <-one.Exits():
			one.failed(exit)
		}
	}
}

// detach prints the path of the kubeconfig; what is said from then on goes to a log of the cluster.
func detach(one *supervised) error {
	log, err := os.OpenFile(one.LogFile("supervisor"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer log.Close()
	fmt.Println(one.Kubeconfig()) // last of all that can fail because of the folder, which is others' from now on
	for _, stream := range []int{syscall.Stdout, syscall.Stderr} {
		if err := syscall.Dup3(int(log.Fd()), stream, 0); err != nil {
			return err
		}
	}
	return nil
}
