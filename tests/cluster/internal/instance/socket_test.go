// SPDX-License-Identifier: GPL-3.0-or-later

package instance

import (
	"context"
	"errors"
	"os"
	"strings"
	"testing"
)

func TestOrdersAreCarriedOut(t *testing.T) {
	// Paths of sockets are short, and those of tests are not.
	folder, err := os.MkdirTemp("", "orders")
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(folder)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var got string
	err = Listen(ctx, folder, func(_ context.Context, order string) error {
		if got = order; strings.HasPrefix(order, "break") {
			return errors.New("it is\nbroken")
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := Order(folder, "restart etcd"); err != nil || got != "restart etcd" {
		t.Errorf("got %q, %v", got, err)
	}
	if err := Order(folder, "break it"); err == nil || err.Error() != "it is broken" {
		t.Errorf("got %v", err)
	}
}

func TestOrdersNeedACluster(t *testing.T) {
	if err := Order(t.TempDir(), "stop etcd"); err == nil || !strings.Contains(err.Error(), "not up") {
		t.Errorf("got %v", err)
	}
}
