package main

import "sync/atomic"

func atomicPointer(show Show) {
	type cup struct{ tea string }
	var p atomic.Pointer[cup]
	var v atomic.Value
	green := &cup{"green"}
	black := &cup{"black"}
	p.Store(green)
	go func() {
		show("swapped", p.CompareAndSwap(green, black))
		v.Store("done")
	}()
	old := p.Swap(green)
	show(old.tea, p.Load().tea, v.Load() != nil)
}
