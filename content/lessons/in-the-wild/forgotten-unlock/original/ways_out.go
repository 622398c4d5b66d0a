package main

import (
	"fmt"
	"sync"
	"time"
)

type desk struct {
	mu      sync.Mutex
	expired []string
}

// Forgets the lock on one of its two ways out.
func (d *desk) clearOut() {
	d.mu.Lock()
	if len(d.expired) == 0 {
		return
	}
	d.expired = nil
	d.mu.Unlock()
}

// Has one way out, however it returns.
func (d *desk) clearOutDeferred() {
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(d.expired) == 0 {
		return
	}
	d.expired = nil
}

// Whether somebody else gets the desk within 100 ms.
func (d *desk) isFree() bool {
	free := make(chan bool, 1)
	go func() {
		d.mu.Lock()
		free <- true
	}()
	select {
	case <-free:
		return true
	case <-time.After(100 * time.Millisecond):
		return false
	}
}

func main() {
	busy, quiet := 0, 0
	for i := 0; i < 20; i++ {
		b := desk{expired: []string{"hat"}}
		b.clearOut()
		if !b.isFree() {
			busy++
		}
		var q desk
		q.clearOut()
		if !q.isFree() {
			quiet++
		}
	}
	fmt.Printf("something to do: %d of 20 stuck\n", busy)
	fmt.Printf("nothing to do: %d of 20 stuck\n", quiet)

	var d desk
	d.clearOutDeferred()
	fmt.Println("deferred, nothing to do: free is", d.isFree())
}
