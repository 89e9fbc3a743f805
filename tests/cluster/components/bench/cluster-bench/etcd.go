// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"sync"
	"time"
)

// etcd writes objects behind the API server's back, through etcd's JSON gateway: many times faster than the
// API, so that the writer does not use up the processor that is measured. The API server sees the changes by
// its own watch of etcd, as it sees those of other API servers.
type etcd struct {
	address string
	client  http.Client
}

// atOnce is how many writes are under way at a time.
const atOnce = 8

func newEtcd(address string) *etcd {
	return &etcd{address: address, client: http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: atOnce}}}
}

// put writes one entry. Each has a revision of its own, as when an API server writes it.
func (e *etcd) put(ctx context.Context, one entry) error {
	body, err := json.Marshal(map[string][]byte{"key": []byte(one.key), "value": []byte(one.value)})
	if err != nil {
		return err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, e.address+"/v3/kv/put", bytes.NewReader(body))
	if err != nil {
		return err
	}
	response, err := e.client.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	if err == nil && response.StatusCode != http.StatusOK {
		err = fmt.Errorf("etcd did not write: %s: %s", response.Status, answer)
	}
	return err
}

// write puts the entries of the numbers from first to before end, several at a time.
func (e *etcd) write(ctx context.Context, first, end int, make func(number int) entry) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	numbers := forEach(first, end)
	var group sync.WaitGroup
	for range atOnce {
		group.Add(1)
		go func() {
			defer group.Done()
			for number := range numbers {
				if ctx.Err() != nil {
					continue
				}
				if err := e.put(ctx, make(number)); err != nil {
					cancel(err)
				}
			}
		}()
	}
	group.Wait()
	return context.Cause(ctx)
}

func forEach(first, end int) <-chan int {
	numbers := make(chan int)
	go func() {
		defer close(numbers)
		for number := first; number < end; number++ {
			numbers <- number
		}
	}()
	return numbers
}

// fill writes all objects.
func (e *etcd) fill(ctx context.Context, all objects) error {
	return e.write(ctx, 0, all.count(), func(number int) entry { return all.at(number, time.Time{}) })
}

// Changes are spread by a step that has no divisor in common with the number of objects, so that the same
// object is not changed again soon.
const step = 7919

// change changes that many objects a second, evenly in time, and returns how many it changed.
func (e *etcd) change(ctx context.Context, all objects, rate int, length time.Duration) (int, error) {
	const tick = 20 * time.Millisecond
	begin, done := time.Now(), 0
	ticker := time.NewTicker(tick)
	defer ticker.Stop()
	for {
		passed := min(time.Since(begin), length)
		due := int(passed.Seconds() * float64(rate))
		err := e.write(ctx, done, due, func(number int) entry {
			return all.at(number*step%all.count(), time.Now())
		})
		if err != nil {
			return done, err
		}
		done = due
		if passed == length {
			return done, nil
		}
		select {
		case <-ctx.Done():
			return done, context.Cause(ctx)
		case <-ticker.C:
		}
	}
}
