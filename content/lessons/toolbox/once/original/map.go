package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

// visit lets eight visitors read the map, and counts those who
// got it before it was there.
func visit(first func(read func())) (early int32) {
	var m atomic.Pointer[string]
	read := func() {
		s := "the valley"
		m.Store(&s)
	}
	var wg sync.WaitGroup
	for i := 0; i < 8; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			first(read)
			if m.Load() == nil {
				atomic.AddInt32(&early, 1)
			}
		}()
	}
	wg.Wait()
	return early
}

func main() {
	byHand, withOnce := int32(0), int32(0)
	for i := 0; i < 100_000; i++ {
		var isMine atomic.Bool
		byHand += visit(func(read func()) {
			if isMine.CompareAndSwap(false, true) {
				read()
			}
		})
		var once sync.Once
		withOnce += visit(once.Do)
	}
	fmt.Println("without a map, by hand:", byHand)
	fmt.Println("without a map, sync.Once:", withOnce)

	var failing sync.Once
	for i := 1; i <= 2; i++ {
		func() {
			defer func() {
				fmt.Println("call", i, "panic:", recover())
			}()
			failing.Do(func() { panic("the cellar is locked") })
		}()
	}
}
