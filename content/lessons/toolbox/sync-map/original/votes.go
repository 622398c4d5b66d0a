package main

import (
	"fmt"
	"sync"
)

// count lets two goroutines add 100,000 votes each.
func count(vote func()) {
	var wg sync.WaitGroup
	for i := 0; i < 2; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for n := 0; n < 100_000; n++ {
				vote()
			}
		}()
	}
	wg.Wait()
}

func main() {
	var votes sync.Map
	votes.Store("tea", 0)
	count(func() {
		before, _ := votes.Load("tea")
		votes.Store("tea", before.(int)+1)
	})
	tea, _ := votes.Load("tea")
	fmt.Println("Load, then Store:", tea)

	var mu sync.Mutex
	plain := map[string]int{}
	count(func() {
		mu.Lock()
		plain["tea"]++
		mu.Unlock()
	})
	fmt.Println("map and mutex:", plain["tea"])
}
