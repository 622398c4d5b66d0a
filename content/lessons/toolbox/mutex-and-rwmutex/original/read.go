package main

import (
	"fmt"
	"sync"
	"time"
)

const readers = 2

// timed lets each reader hold l for one read, rounds times.
func timed(l sync.Locker, rounds int, read func()) (
	took time.Duration,
) {
	var wg sync.WaitGroup
	wg.Add(readers)
	start := time.Now()
	for r := 0; r < readers; r++ {
		go func() {
			defer wg.Done()
			for i := 0; i < rounds; i++ {
				l.Lock()
				read()
				l.Unlock()
			}
		}()
	}
	wg.Wait()
	return time.Since(start)
}

func best(l sync.Locker, rounds int, read func()) (
	least time.Duration,
) {
	least = timed(l, rounds, read)
	for i := 1; i < 5; i++ {
		if d := timed(l, rounds, read); d < least {
			least = d
		}
	}
	return least
}

func main() {
	prices := map[string]int{"tea": 3}
	var mutex sync.Mutex
	var rw sync.RWMutex

	short := func() { _ = prices["tea"] }
	long := func() { time.Sleep(time.Millisecond) }

	n := 1_000_000
	per := func(d time.Duration) time.Duration {
		return d / time.Duration(readers*n)
	}
	fmt.Println("look into a map")
	fmt.Println("  Mutex  ", per(best(&mutex, n, short)))
	fmt.Println("  RWMutex", per(best(rw.RLocker(), n, short)))

	n = 100
	fmt.Println("sleep for 1 ms")
	fmt.Println("  Mutex  ", per(best(&mutex, n, long)))
	fmt.Println("  RWMutex", per(best(rw.RLocker(), n, long)))
}
