package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

const (
	keys   = 3
	guests = 4
	rounds = 5_000_000
)

// A Board hangs keys on top of one another. With step 0 the
// number that is compared is the key alone; else it changes.
type Board struct {
	top   atomic.Uint64
	below [keys + 1]atomic.Uint32
	step  uint64
}

func (b *Board) take() uint32 {
	for {
		old := b.top.Load()
		key := uint32(old)
		if key == 0 {
			return 0
		}
		next := uint64(b.below[key].Load())
		version := old>>32 + b.step
		if b.top.CompareAndSwap(old, version<<32|next) {
			return key
		}
	}
}

func (b *Board) putBack(key uint32) {
	for {
		old := b.top.Load()
		b.below[key].Store(uint32(old))
		version := old>>32 + b.step
		next := version<<32 | uint64(key)
		if b.top.CompareAndSwap(old, next) {
			return
		}
	}
}

// day counts the keys that were given to two at a time. Odd
// guests take one key, even ones two, and all put back.
func day(step uint64) int64 {
	b := &Board{step: step}
	for key := uint32(1); key <= keys; key++ {
		b.putBack(key)
	}
	var isOut [keys + 1]atomic.Bool
	var twice atomic.Int64
	var wg sync.WaitGroup
	wg.Add(guests)
	for g := 0; g < guests; g++ {
		go func(has []uint32) {
			defer wg.Done()
			for i := 0; i < rounds; i++ {
				for n := range has {
					has[n] = b.take()
					if isOut[has[n]].Swap(true) && has[n] != 0 {
						twice.Add(1)
					}
				}
				for _, key := range has {
					if key != 0 {
						isOut[key].Store(false)
						b.putBack(key)
					}
				}
			}
		}(make([]uint32, 1+g%2))
	}
	wg.Wait()
	return twice.Load()
}

func main() {
	fmt.Println("keys with two guests, the key alone:", day(0))
	fmt.Println("keys with two guests, and a version:", day(1))
}
