package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

const meetings = 1_000_000

var left, right sync.Mutex

// pass goes through the corridor, and counts how often it
// had to step back first.
func pass(mine, other *sync.Mutex) (back int) {
	for {
		mine.Lock()
		if other.TryLock() {
			other.Unlock()
			mine.Unlock()
			return back
		}
		mine.Unlock()
		back++
	}
}

// raise sets to to at least value.
func raise(to *int64, value int64) {
	for {
		old := atomic.LoadInt64(to)
		if value <= old ||
			atomic.CompareAndSwapInt64(to, old, value) {
			return
		}
	}
}

func main() {
	var total, longest int64
	var wg sync.WaitGroup
	walk := func(mine, other *sync.Mutex) {
		defer wg.Done()
		for i := 0; i < meetings; i++ {
			back := int64(pass(mine, other))
			atomic.AddInt64(&total, back)
			raise(&longest, back)
		}
	}
	wg.Add(2)
	go walk(&left, &right)
	go walk(&right, &left)
	wg.Wait()
	fmt.Println("steps back:", total, "in a row:", longest)
}
