package main

import "sync"

func readerTwice(show Show) {
	var mu sync.RWMutex
	go func() {
		mu.Lock()
		show("writes")
		mu.Unlock()
	}()
	mu.RLock()
	mu.RLock()
	show("reads twice")
	mu.RUnlock()
	mu.RUnlock()
}
