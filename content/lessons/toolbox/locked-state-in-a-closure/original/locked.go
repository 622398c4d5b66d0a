package main

import (
	"fmt"
	"sync"
)

type Locked[T any] struct {
	mu    sync.Mutex
	value T
}

func (l *Locked[T]) With(use func(*T)) {
	l.mu.Lock()
	defer l.mu.Unlock()
	use(&l.value)
}

type Stock struct{ cups int }

const times = 10_000_000

func main() {
	var shelf Locked[Stock]
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		for i := 0; i < times; i++ {
			shelf.With(func(s *Stock) { s.cups++ })
		}
	}()
	go func() {
		defer wg.Done()
		var stock *Stock
		shelf.With(func(s *Stock) { stock = s })
		var mine sync.Mutex
		for i := 0; i < times; i++ {
			mine.Lock()
			stock.cups++
			mine.Unlock()
		}
	}()
	wg.Wait()
	shelf.With(func(s *Stock) {
		fmt.Println("missing:", 2*times-s.cups)
	})
}
