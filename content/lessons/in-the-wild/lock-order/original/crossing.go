package main

import (
	"fmt"
	"sync"
	"time"
)

// One night: a booking and a cancellation at the same time.
// Reports whether both are through after 20 ms.
func night(pause time.Duration) bool {
	var programme, hamlet sync.Mutex
	sold, isOn := 0, true
	through := make(chan bool, 2)
	go func() {
		programme.Lock()
		time.Sleep(pause)
		if isOn {
			hamlet.Lock()
			sold++
			hamlet.Unlock()
		}
		programme.Unlock()
		through <- true
	}()
	go func() {
		hamlet.Lock()
		time.Sleep(pause)
		if sold == 0 {
			programme.Lock()
			isOn = false
			programme.Unlock()
		}
		hamlet.Unlock()
		through <- true
	}()
	late := time.After(20 * time.Millisecond)
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
	for _, pause := range []time.Duration{0, time.Millisecond} {
		stuck := 0
		for i := 0; i < 1_000; i++ {
			if !night(pause) {
				stuck++
			}
		}
		fmt.Printf("pause %v: %d of 1000 stuck\n", pause, stuck)
	}
}
