package main

import "sync"

func lostSignal(show Show) {
	var mu sync.Mutex
	c := sync.NewCond(&mu)
	go func() {
		mu.Lock()
		c.Broadcast()
		mu.Unlock()
	}()
	mu.Lock()
	c.Wait()
	show("woken")
	mu.Unlock()
}
