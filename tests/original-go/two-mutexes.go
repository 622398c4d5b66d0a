package main

import "sync"

func twoMutexes(show Show) {
	var a, b sync.Mutex
	done := make(chan bool)
	go func() {
		a.Lock()
		b.Lock()
		show("g")
		b.Unlock()
		a.Unlock()
		done <- true
	}()
	b.Lock()
	a.Lock()
	show("main")
	a.Unlock()
	b.Unlock()
	<-done
}
