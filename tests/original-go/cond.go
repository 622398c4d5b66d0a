package main

import "sync"

func cond(show Show) {
	var mu sync.Mutex
	c := sync.NewCond(&mu)
	n := 0
	done := make(chan bool)
	go func() {
		for i := 0; i < 2; i++ {
			mu.Lock()
			n++
			c.Signal()
			mu.Unlock()
		}
		done <- true
	}()
	mu.Lock()
	for n == 0 {
		c.Wait()
	}
	show(n)
	mu.Unlock()
	<-done
}
