package main

import (
	"flag"
	"fmt"
	"sync"
	"time"
)

var (
	mu    sync.Mutex
	lines int
	limit = 10
)

func log() {
	mu.Lock()
	lines++
	mu.Unlock()
}

var pause = flag.Duration("pause", 0, "before main logs")

func main() {
	flag.Parse()
	var done sync.WaitGroup
	done.Add(1)
	go func() {
		limit = 20
		log()
		done.Done()
	}()
	time.Sleep(*pause)
	log()
	fmt.Println("limit", limit)
	done.Wait()
}
