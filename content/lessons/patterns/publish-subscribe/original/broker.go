package main

import (
	"fmt"
	"sync"
)

// offer puts text into the inbox and counts what it dropped.
type offer func(inbox chan int, text int) (dropped int)

func dropNew(inbox chan int, text int) int {
	select {
	case inbox <- text:
		return 0
	default:
		return 1
	}
}

func dropOld(inbox chan int, text int) (dropped int) {
	for {
		select {
		case inbox <- text:
			return dropped
		default:
		}
		select {
		case <-inbox:
			dropped++
		default:
		}
	}
}

func publish(name string, offer offer) {
	news, done := make(chan int), make(chan struct{})
	inbox := make(chan int, 10)
	dropped := 0

	var broker sync.WaitGroup
	broker.Add(1)
	go func() {
		defer broker.Done()
		defer close(inbox)
		for {
			select {
			case text := <-news:
				dropped += offer(inbox, text)
			case <-done:
				return
			}
		}
	}()

	for text := 1; text <= 25; text++ {
		news <- text
	}
	close(done)
	broker.Wait()

	var read []int
	for text := range inbox {
		read = append(read, text)
	}
	fmt.Println(name, "dropped", dropped, "and kept", read)
}

func main() {
	publish("drop new:", dropNew)
	publish("drop old:", dropOld)
}
