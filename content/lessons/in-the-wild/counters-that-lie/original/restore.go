package main

import (
	"fmt"
	"sync"
	"time"
)

// Waits in the loop or after it. False: stuck after 50 ms.
func restore(plugins []string, inLoop bool) bool {
	ready := make(chan bool, 1)
	go func() {
		var all sync.WaitGroup
		all.Add(len(plugins))
		for range plugins {
			go all.Done()
			if inLoop {
				all.Wait()
			}
		}
		all.Wait()
		ready <- true
	}()
	select {
	case <-ready:
		return true
	case <-time.After(50 * time.Millisecond):
		return false
	}
}

func main() {
	for _, plugins := range [][]string{
		{"volumes"}, {"volumes", "network"},
	} {
		fmt.Println(len(plugins), "in the loop:",
			restore(plugins, true), "after it:",
			restore(plugins, false))
	}

	// A Once counts the attempt.
	var once sync.Once
	config := "nothing"
	get := func(disk string) string {
		once.Do(func() {
			if disk != "busy" {
				config = "dark mode"
			}
		})
		return config
	}
	fmt.Println(get("busy"), "then", get("free"))

	defer func() { fmt.Println(recover()) }()
	var deletions sync.WaitGroup
	deletions.Add(2)
	for _, pod := range []string{"a", "a", "b"} {
		_ = pod
		deletions.Done()
	}
}
