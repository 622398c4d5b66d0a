package main

import (
	"fmt"
	"runtime"
	"sync"
	"time"
)

const photos, limit = 10_000, 10

func develop() { time.Sleep(100 * time.Microsecond) }

// inside starts them all, and lets them wait for a place.
func inside() (most int) {
	places := make(chan struct{}, limit)
	var wg sync.WaitGroup
	for i := 0; i < photos; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			places <- struct{}{}
			defer func() { <-places }()
			develop()
		}()
		if n := runtime.NumGoroutine(); n > most {
			most = n
		}
	}
	wg.Wait()
	return most
}

// outside waits for a place, and then starts one.
func outside() (most int) {
	places := make(chan struct{}, limit)
	var wg sync.WaitGroup
	for i := 0; i < photos; i++ {
		places <- struct{}{}
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer func() { <-places }()
			develop()
		}()
		if n := runtime.NumGoroutine(); n > most {
			most = n
		}
	}
	wg.Wait()
	return most
}

func main() {
	fmt.Println("inside:  goroutines at most", inside())
	fmt.Println("outside: goroutines at most", outside())
}
