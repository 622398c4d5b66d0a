package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

const workers, each = 8, 1_000_000

// start runs work in so many goroutines, and waits for them.
func start(work func()) {
	var all sync.WaitGroup
	for i := 0; i < workers; i++ {
		all.Add(1)
		go func() {
			defer all.Done()
			work()
		}()
	}
	all.Wait()
}

func single() int {
	total := 0
	for i := 0; i < workers*each; i++ {
		total++
	}
	return total
}

func unlocked() int {
	total := 0
	start(func() {
		for i := 0; i < each; i++ {
			total++
		}
	})
	return total
}

func locked() int {
	var lock sync.Mutex
	total := 0
	start(func() {
		for i := 0; i < each; i++ {
			lock.Lock()
			total++
			lock.Unlock()
		}
	})
	return total
}

func atomically() int {
	var total atomic.Int64
	start(func() {
		for i := 0; i < each; i++ {
			total.Add(1)
		}
	})
	return int(total.Load())
}

func oneByOne() int {
	ones := make(chan int)
	go func() {
		start(func() {
			for i := 0; i < each; i++ {
				ones <- 1
			}
		})
		close(ones)
	}()
	total := 0
	for one := range ones {
		total += one
	}
	return total
}

func sums() int {
	sums := make(chan int)
	for i := 0; i < workers; i++ {
		go func() {
			sum := 0
			for i := 0; i < each; i++ {
				sum++
			}
			sums <- sum
		}()
	}
	total := 0
	for i := 0; i < workers; i++ {
		total += <-sums
	}
	return total
}

func main() {
	for _, way := range []struct {
		name string
		add  func() int
	}{
		{"one goroutine", single},
		{"no lock", unlocked},
		{"a lock for each addition", locked},
		{"an atomic addition each", atomically},
		{"a channel, one by one", oneByOne},
		{"a channel, a sum each", sums},
	} {
		right, best := 0, time.Hour
		for run := 0; run < 5; run++ {
			began := time.Now()
			if way.add() == workers*each {
				right++
			}
			if took := time.Since(began); took < best {
				best = took
			}
		}
		fmt.Printf("%-25s %d of 5 right, %9v\n",
			way.name, right, best.Round(10*time.Microsecond))
	}
}
