package main

import "sync"

func lateAdd(show Show) {
	var wg sync.WaitGroup
	go func() {
		wg.Add(1)
		show("work")
		wg.Done()
	}()
	wg.Wait()
	show("end")
}
