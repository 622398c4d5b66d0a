package main

import "sync"

func pool(show Show) {
	p := sync.Pool{New: func() any { return "new" }}
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		p.Put("used")
	}()
	show(p.Get())
	wg.Wait()
	show(p.Get())
}
