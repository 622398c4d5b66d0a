package main

import (
	"fmt"
	"sync"
)

var passages = map[string][]string{
	"mouth": {"hall", "gallery"},
	"hall":  {"pit"},
}

// survey says how it ended: all seen, some missing, a panic.
func survey(doneFirst bool) (end string) {
	defer func() {
		if p := recover(); p != nil {
			end = fmt.Sprint(p)
		}
	}()
	var mu sync.Mutex
	seen := 0
	var inside sync.WaitGroup

	var explore func(chamber string)
	explore = func(chamber string) {
		inside.Add(1)
		go func() {
			mu.Lock()
			seen++
			mu.Unlock()
			if doneFirst {
				inside.Done()
			}
			for _, next := range passages[chamber] {
				explore(next)
			}
			if !doneFirst {
				inside.Done()
			}
		}()
	}

	explore("mouth")
	inside.Wait()
	mu.Lock()
	defer mu.Unlock()
	if seen < 4 {
		return "some missing"
	}
	return "all four seen"
}

func main() {
	const reused = "sync: WaitGroup is reused " +
		"before previous Wait has returned"
	for _, doneFirst := range []bool{true, false} {
		ends := map[string]int{}
		for i := 0; i < 100_000; i++ {
			ends[survey(doneFirst)]++
		}
		fmt.Println("done first:", doneFirst)
		fmt.Println("  all four seen:", ends["all four seen"])
		fmt.Println("  some missing:", ends["some missing"])
		fmt.Println("  panicked, reused:", ends[reused])
	}
}
