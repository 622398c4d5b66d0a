package main

import (
	"fmt"
	"sync"
)

type Room struct {
	mu     sync.Mutex
	guests int
	book   *int
}

// Enter has a value receiver: r is a copy of the room.
func (r Room) Enter() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.guests++
	*r.book++
}

func main() {
	const guests = 1_000_000
	hall := Room{book: new(int)}
	var wg sync.WaitGroup
	for side := 0; side < 2; side++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := 0; i < guests/2; i++ {
				hall.Enter()
			}
		}()
	}
	wg.Wait()
	fmt.Println("guests:", hall.guests)
	fmt.Println("in the book:", *hall.book)
}
