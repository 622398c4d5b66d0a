package main

import (
	"fmt"
	"sync"
	"time"
)

const shirts = 12

type work struct {
	takes time.Duration
	hands int
	room  int
}

func stage(in <-chan int, w work) <-chan int {
	out := make(chan int, w.room)
	var hands sync.WaitGroup
	for i := 0; i < w.hands; i++ {
		hands.Add(1)
		go func() {
			defer hands.Done()
			for shirt := range in {
				time.Sleep(w.takes)
				out <- shirt
			}
		}()
	}
	go func() {
		hands.Wait()
		close(out)
	}()
	return out
}

// launder says how long it takes from one shirt to the next.
func launder(room, irons int) time.Duration {
	basket := make(chan int)
	go func() {
		defer close(basket)
		for i := 0; i < shirts; i++ {
			basket <- i
		}
	}()
	ms := time.Millisecond
	washed := stage(basket, work{20 * ms, 1, room})
	ironed := stage(washed, work{60 * ms, irons, room})
	folded := stage(ironed, work{20 * ms, 1, room})

	<-folded
	first := time.Now()
	for range folded {
	}
	return (time.Since(first) / (shirts - 1)).Round(10 * ms)
}

func main() {
	fmt.Println("a line:", launder(0, 1))
	fmt.Println("with room for 100:", launder(100, 1))
	fmt.Println("with a second iron:", launder(0, 2))
}
