// SPDX-License-Identifier: GPL-3.0-or-later

package instance

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"path/filepath"
	"strings"
	"time"
)

// Listen takes orders for the instance in the folder: one line each, answered by one line that is empty
// when the order was carried out. It ends with the context.
func Listen(ctx context.Context, folder string, carryOut func(ctx context.Context, order string) error) error {
	listener, err := net.Listen("unix", socket(folder))
	if err != nil {
		return fmt.Errorf("orders cannot be taken: %w", err)
	}
	context.AfterFunc(ctx, func() { listener.Close() })
	go func() {
		for {
			connection, err := listener.Accept()
			if err != nil {
				return
			}
			go answer(ctx, connection, carryOut)
		}
	}()
	return nil
}

func answer(ctx context.Context, connection net.Conn, carryOut func(context.Context, string) error) {
	defer connection.Close()
	order, err := bufio.NewReader(io.LimitReader(connection, 1024)).ReadString('\n')
	if err != nil {
		return
	}
	reply := ""
	if err := carryOut(ctx, strings.TrimSpace(order)); err != nil {
		reply = strings.ReplaceAll(err.Error(), "\n", " ")
	}
	fmt.Fprintln(connection, reply)
}

const orderLimit = 2 * time.Minute

// Order has the instance in the folder carry out one order, and waits for it.
func Order(folder, order string) error {
	connection, err := net.Dial("unix", socket(folder))
	if err != nil {
		return fmt.Errorf("the cluster is not up: %w", err)
	}
	defer connection.Close()
	if err := connection.SetDeadline(time.Now().Add(orderLimit)); err != nil {
		return err
	}
	if _, err := fmt.Fprintln(connection, order); err != nil {
		return err
	}
	reply, err := bufio.NewReader(connection).ReadString('\n')
	if err != nil {
		return fmt.Errorf("no answer: %w", err)
	}
	if reply = strings.TrimSpace(reply); reply != "" {
		return errors.New(reply)
	}
	return nil
}

func socket(folder string) string { return filepath.Join(folder, "control") }
