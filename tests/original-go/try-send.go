package main

import (
	"sync"
	"time"
)

func trySend(show Show) {
	ch := make(chan int)
	wg := new(sync.WaitGroup)
	wg.Add(1)
	go func() {
		defer wg.Done()
		select {
		case n := <-ch:
			show("got", n)
		case <-time.After(2 * time.Millisecond):
			show("gave up")
		}
	}()
	select {
	case ch <- 1:
		show("sent")
	default:
		show("nobody")
	}
	wg.Wait()
}
