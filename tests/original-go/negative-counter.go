package main

import "sync"

func negativeCounter(show Show) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() { wg.Add(1) }()
	wg.Done()
	wg.Done()
	show("end")
}
