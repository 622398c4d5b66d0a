package main

import "time"

func timerStop(show Show) {
	t := time.AfterFunc(time.Millisecond, func() { show("rings") })
	time.Sleep(time.Millisecond)
	show(t.Stop())
	time.Sleep(5 * time.Millisecond)
}
