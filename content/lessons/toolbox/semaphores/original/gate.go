package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

// Twelve visits, and never more than three at a time.
func main() {
	gate := make(chan struct{}, 3)
	var inside, most int32
	var wg sync.WaitGroup

	for visit := 0; visit < 12; visit++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			gate <- struct{}{}
			defer func() { <-gate }()

			now := atomic.AddInt32(&inside, 1)
			old := atomic.LoadInt32(&most)
			for now > old &&
				!atomic.CompareAndSwapInt32(&most, old, now) {
				old = atomic.LoadInt32(&most)
			}
			time.Sleep(10 * time.Millisecond)
			atomic.AddInt32(&inside, -1)
		}()
	}
	wg.Wait()
	fmt.Println("at most", most, "at a time")
}
