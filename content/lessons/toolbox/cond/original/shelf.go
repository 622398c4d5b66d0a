package main

import (
	"fmt"
	"sync"
	"time"
)

// round lets two customers wait for two buns, which come one by
// one, and counts the customers who found the shelf empty.
func round(again bool) (empty int) {
	var mu sync.Mutex
	baked := sync.NewCond(&mu)
	shelf := 0
	var wg sync.WaitGroup

	for i := 0; i < 2; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			mu.Lock()
			defer mu.Unlock()
			if again {
				for shelf == 0 {
					baked.Wait()
				}
			} else if shelf == 0 {
				baked.Wait()
			}
			if shelf == 0 {
				empty++
				return
			}
			shelf--
		}()
	}
	for i := 0; i < 2; i++ {
		time.Sleep(50 * time.Microsecond)
		mu.Lock()
		shelf++
		baked.Broadcast()
		mu.Unlock()
	}
	wg.Wait()
	return empty
}

func main() {
	for _, again := range []bool{false, true} {
		rounds := 0
		for i := 0; i < 10_000; i++ {
			if round(again) > 0 {
				rounds++
			}
		}
		fmt.Println("looks again:", again,
			"rounds with an empty shelf:", rounds)
	}
}
