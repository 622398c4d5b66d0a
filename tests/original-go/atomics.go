package main

import (
	"math"
	"sync"
	"sync/atomic"
)

func atomics(show Show) {
	var n atomic.Int32
	var u atomic.Uint32
	var b atomic.Bool
	var wg sync.WaitGroup
	for i := int32(1); i <= 2; i++ {
		wg.Add(1)
		go func(i int32) {
			defer wg.Done()
			if b.CompareAndSwap(false, true) {
				show("first", i)
			}
			n.Add(i * math.MaxInt32)
			u.Add(^uint32(0))
		}(i)
	}
	show(n.Swap(5), u.Load())
	wg.Wait()
	show(n.Load(), u.Load())
}
