package main

import "sync"

func mutex(show Show) {
	var mu sync.Mutex
	done := make(chan bool)
	go func() {
		mu.Lock()
		show("g")
		mu.Unlock()
		done <- true
	}()
	if mu.TryLock() {
		show("main")
		mu.Unlock()
	} else {
		show("busy")
	}
	<-done
}
