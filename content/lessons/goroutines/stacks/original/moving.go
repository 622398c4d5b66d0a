package main

import (
	"fmt"
	"runtime"
	"sync"
	"unsafe"
)

// down calls itself, and says when x has moved.
//
//go:noinline
func down(depth, to int, x *int, was uintptr, log *[]int) byte {
	var frame [128]byte
	frame[depth%128] = byte(depth)
	if is := uintptr(unsafe.Pointer(x)); is != was {
		*log = append(*log, depth)
		was = is
	}
	if depth < to {
		frame[0] += down(depth+1, to, x, was, log)
	}
	return frame[depth%128]
}

func main() {
	var done sync.WaitGroup
	done.Add(1)
	go func() {
		defer done.Done()
		x := 42
		moves := make([]int, 0, 64)
		here := uintptr(unsafe.Pointer(&x))
		down(1, 10_000, &x, here, &moves)
		fmt.Println("x moved at depth", moves)
		fmt.Println("x is still", x)
	}()
	done.Wait()

	runtime.GC()
	stacks("before")
	var deep sync.WaitGroup
	gate := make(chan bool)
	for i := 0; i < 1000; i++ {
		deep.Add(1)
		done.Add(1)
		go func() {
			defer done.Done()
			x, moves := 0, []int(nil)
			home := uintptr(unsafe.Pointer(&x))
			down(1, 300, &x, home, &moves)
			deep.Done()
			<-gate
		}()
	}
	deep.Wait()
	stacks("1,000 have been 300 deep, and are back")
	for i := 1; i <= 6; i++ {
		runtime.GC()
		stacks(fmt.Sprint("after collection ", i))
	}
	close(gate)
	done.Wait()
}

func stacks(when string) {
	var mem runtime.MemStats
	runtime.ReadMemStats(&mem)
	kB := mem.StackInuse >> 10
	fmt.Printf("%5d KB of stacks, %s\n", kB, when)
}
