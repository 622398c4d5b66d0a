package main

import (
	"fmt"
	"sync"
	"time"
)

type board struct {
	mu     sync.RWMutex
	routes map[string]string
}

func (b *board) String() string {
	b.mu.RLock()
	defer b.mu.RUnlock()
	return fmt.Sprint(len(b.routes), " routes")
}

// The formatting of the line calls String, and that locks.
func (b *board) lookUp(
	city string, pause time.Duration,
) string {
	b.mu.RLock()
	defer b.mu.RUnlock()
	time.Sleep(pause)
	_ = fmt.Sprintf("look up %s in %v", city, b)
	return b.routes[city]
}

func (b *board) add(city, gate string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.routes[city] = gate
}

// Reports whether both are through after 40 ms.
func morning(pause time.Duration) bool {
	b := &board{routes: map[string]string{"oslo": "gate 3"}}
	through := make(chan bool, 2)
	go func() { b.lookUp("oslo", pause); through <- true }()
	time.Sleep(pause / 2)
	go func() { b.add("rome", "gate 7"); through <- true }()
	late := time.After(40 * time.Millisecond)
	for i := 0; i < 2; i++ {
		select {
		case <-through:
		case <-late:
			return false
		}
	}
	return true
}

func main() {
	pauses := []time.Duration{0, 8 * time.Millisecond}
	for _, pause := range pauses {
		stuck := 0
		for i := 0; i < 200; i++ {
			if !morning(pause) {
				stuck++
			}
		}
		fmt.Printf("pause %v: %d of 200 stuck\n", pause, stuck)
	}
}
