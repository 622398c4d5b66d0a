package main

import "sync"

func onlyOnce(show Show) {
	var one sync.Once
	var wg sync.WaitGroup
	for _, name := range []string{"a", "b"} {
		wg.Add(1)
		go func(name string) {
			defer wg.Done()
			one.Do(func() { show("made by", name) })
			show(name)
		}(name)
	}
	wg.Wait()
}
