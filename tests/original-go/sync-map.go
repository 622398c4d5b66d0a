package main

import "sync"

func syncMap(show Show) {
	var seen sync.Map
	var wg sync.WaitGroup
	for n := 1; n <= 2; n++ {
		wg.Add(1)
		go func(n int) {
			defer wg.Done()
			v, loaded := seen.LoadOrStore("key", n)
			show(n, v, loaded)
		}(n)
	}
	_, there := seen.LoadAndDelete("key")
	show(there)
	wg.Wait()
	count := 0
	seen.Range(func(key, value any) bool {
		count++
		return true
	})
	show(count)
}
