package main

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/sync/singleflight"
)

var flights singleflight.Group
var fetched atomic.Int32

func fetch(ctx context.Context) (any, error) {
	fetched.Add(1)
	select {
	case <-time.After(50 * time.Millisecond):
		return "page of tea", nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// visit asks 100 times at once and counts those who got a page.
func visit(patience time.Duration) (pages int32) {
	root := context.Background()
	first, cancel := context.WithTimeout(root, patience)
	defer cancel()

	var wg sync.WaitGroup
	var got atomic.Int32
	ask := func(ctx context.Context) {
		defer wg.Done()
		_, err, _ := flights.Do("tea", func() (any, error) {
			return fetch(ctx)
		})
		if err == nil {
			got.Add(1)
		}
	}
	wg.Add(100)
	go ask(first)
	time.Sleep(10 * time.Millisecond)
	for i := 0; i < 99; i++ {
		go ask(root)
	}
	wg.Wait()
	return got.Load()
}

func main() {
	for _, patience := range []time.Duration{1000, 20} {
		fetched.Store(0)
		pages := visit(patience * time.Millisecond)
		fmt.Println(pages, "pages,", fetched.Load(), "fetched")
	}
}
