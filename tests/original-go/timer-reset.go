package main

import "time"

func timerReset(show Show) {
	t := time.NewTimer(time.Hour)
	show(t.Reset(time.Millisecond))
	<-t.C
	show("rang", t.Stop())
	go func() { t.Reset(time.Millisecond) }()
	select {
	case <-t.C:
		show("again")
	case <-time.After(2 * time.Millisecond):
		show("too late")
	}
}
