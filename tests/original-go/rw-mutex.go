package main

import "sync"

func rwMutex(show Show) {
	var mu sync.RWMutex
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		mu.Lock()
		show("writes")
		mu.Unlock()
	}()
	go func() {
		defer wg.Done()
		mu.RLock()
		show("reads")
		mu.RUnlock()
	}()
	if mu.TryRLock() {
		show("main reads")
		if mu.TryLock() {
			show("never")
		}
		mu.RUnlock()
	} else {
		show("busy")
	}
	wg.Wait()
}
