package main

import "sync"

func waitGroup(show Show) {
	var wg sync.WaitGroup
	n := 0
	for i := 0; i < 2; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			seen := n
			n = seen + 1
		}()
	}
	wg.Wait()
	show(n)
}
