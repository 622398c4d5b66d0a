package main

import (
	"fmt"
	"sync"
	"time"
)

// One evening. Reports whether all is cooked after 50 ms.
func evening(room, orders int) bool {
	var board sync.Mutex
	dishes := map[int]string{}
	slips := make(chan int, room)
	for i := 0; i < orders; i++ {
		go func(table int) {
			board.Lock()
			dishes[table] = "soup"
			slips <- table
			board.Unlock()
		}(i)
	}
	cooked := make(chan bool)
	go func() {
		for i := 0; i < orders; i++ {
			table := <-slips
			board.Lock()
			_ = dishes[table]
			board.Unlock()
		}
		close(cooked)
	}()
	select {
	case <-cooked:
		return true
	case <-time.After(50 * time.Millisecond):
		return false
	}
}

func main() {
	for _, room := range []int{0, 1, 100} {
		for _, orders := range []int{10, 1_000} {
			stuck := 0
			for i := 0; i < 50; i++ {
				if !evening(room, orders) {
					stuck++
				}
			}
			const line = "room %d, %d orders: %d of 50 stuck\n"
			fmt.Printf(line, room, orders, stuck)
		}
	}
}
