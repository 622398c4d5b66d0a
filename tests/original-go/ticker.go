package main

import "time"

func ticker(show Show) {
	t := time.NewTicker(time.Millisecond)
	done := make(chan bool)
	go func() {
		time.Sleep(2 * time.Millisecond)
		done <- true
	}()
	ticks := 0
	for {
		select {
		case <-t.C:
			ticks++
			if ticks == 3 {
				show("three")
				t.Stop()
				return
			}
		case <-done:
			show("done")
			return
		}
	}
}
